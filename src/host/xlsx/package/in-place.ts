/**
 * A changed package that keeps most of its bytes where they are, for whoever starts with a copy of the file: entries that stay are not
 * written again. Changed and new ones go behind them, and the directory with them. What a changed one leaves free becomes padding of the
 * entry behind it, in the extra field that is meant for this (0xA220, "Open Packaging Growth Hint", APPNOTE 4.5.2 and MS-OPC): no byte
 * of the file belongs to nothing. Where more is free than a field can hold, the entries behind it are written again.
 */
import type { Change, Gzip } from '../../../app/ports';
import type { Slot, Zip } from './zip';
import { padded, recordAt } from './zip-records';
import { writeZip, type ZipCopy, type ZipEntry } from './zip-writer';

/** Smaller files are written anew: nobody waits for them. */
const WORTH_BYTES = 4 << 20;

interface Placed {
  readonly entry: ZipCopy;
  readonly slot: Slot;
  /** Where its header is now. */
  readonly at: number;
  /** The header where it is another one. */
  readonly header?: Uint8Array;
}

const inFile = (entry: ZipEntry | ZipCopy): entry is ZipCopy => 'copied' in entry;

/** Entries that stay, by their place; null where the file is too small or too strange for it. */
async function placesOf(entries: readonly (ZipEntry | ZipCopy)[], zip: Zip): Promise<readonly Placed[] | null> {
  const slots: { readonly entry: ZipCopy; readonly slot: Slot }[] = [];
  for (const entry of entries) {
    if (!inFile(entry)) continue;
    // oxlint-disable-next-line no-await-in-loop -- entries that follow each other are read together
    slots.push({ entry, slot: await zip.slot(entry.copied) });
  }
  slots.sort((a, b) => a.slot.start - b.slot.start);
  const placed: Placed[] = [];
  let free = 0;
  for (const { entry, slot } of slots) {
    if (!slot.settled) return null;
    const header = slot.start === free ? undefined : padded(slot.header, slot.start - free);
    if (header === null || recordAt(entry.copied.record, free) === null) break;
    placed.push({ entry, slot, at: free, ...(header === undefined ? {} : { header }) });
    free = slot.end;
  }
  return free < WORTH_BYTES ? null : placed;
}

/** Throws what the entries' content throws. */
export async function* writeInPlace(entries: readonly (ZipEntry | ZipCopy)[], zip: Zip, gzip: Gzip): AsyncGenerator<Change> {
  const placed = await placesOf(entries, zip);
  if (placed === null) {
    yield* writeZip(entries, gzip);
    return;
  }
  let kept = 0;
  for (const { slot, header } of placed) {
    if (header === undefined) {
      kept += slot.end - slot.start;
      continue;
    }
    // Even where it is nothing: who reads this sees from the first change that a copy is wanted.
    yield { kept };
    yield header;
    kept = slot.end - slot.start - slot.header.length;
  }
  yield { kept };
  yield* writeZip(entries, gzip, { at: placed.at(-1)?.slot.end ?? 0, placed: new Map(placed.map(({ entry, at }) => [entry, at])) });
}
