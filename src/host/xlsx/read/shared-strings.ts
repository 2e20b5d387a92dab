/**
 * The part of the shared strings read as a stream into a table. Texts of the usual shape are taken as they stand; others, rich
 * and phonetic ones, by their tokens.
 */
import { HostError } from '../../../app/ports';
import { decodeText, scanXml } from '../package/xml';
import { ByteWindow, type WindowOptions } from './byte-window';
import { elementEnd, INCOMPLETE } from './element-end';
import { openRoot, toTag } from './part-start';
import { SameBytes } from './same-bytes';
import { StringTable, type SharedStrings } from './string-table';
import { knownReferences, plainLines, utf8 } from './xml-text';

const [LT, GT, SLASH] = [60, 62, 47];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function follows(b: Uint8Array, at: number, bytes: Uint8Array): boolean {
  for (let k = 0; k < bytes.length; k++) if (b[at + k] !== bytes[k]) return false;
  return true;
}

/** Text of `<si>` by its tokens: every `<t>` that is not under `<rPh>`. Throws HostError `xlsx/damaged`. */
function thorough(b: Uint8Array, start: number, end: number, part: string): string {
  const xml = utf8(b, start, end);
  if (xml === null || !knownReferences(xml)) throw new HostError('xlsx/damaged', { part });
  const open: string[] = [];
  let text = '';
  // A run's text is decoded by itself: an escape does not reach across runs.
  let run = '';
  for (const token of scanXml(bytesOf(plainLines(xml)), part)) {
    if (token.kind === 'text') {
      if (open.at(-1) === 't' && (open.length === 2 || (open.length === 3 && open[1] === 'r'))) run += token.text;
    } else if (token.kind === 'open') open.push(token.name);
    else {
      open.pop();
      text += decodeText(run);
      run = '';
    }
  }
  return text;
}

/** Takes the text at `from` and those behind it as long as the same stands between them; gives back where the first begins that was not taken. */
function takeAlike(b: Uint8Array, view: DataView, from: number, gap: SameBytes, table: StringTable): number {
  for (let start = from; ;) {
    let i = start;
    while (b[i] !== LT) i++;
    if (!gap.stands(view, i)) return start;
    table.add(b, start, i, false);
    start = i + gap.length;
  }
}

/** A reader of texts as the usual programs write them: gives back the position behind the last one that is all there before `end`. */
function plainItems(prefix: string, table: StringTable): (b: Uint8Array, view: DataView, from: number, end: number) => number {
  const open = bytesOf(`<${prefix}si><${prefix}t`);
  const preserve = bytesOf(' xml:space="preserve">');
  const close = bytesOf(`</${prefix}t>`);
  const phonetic = bytesOf(`<${prefix}phoneticPr `);
  const done = bytesOf(`</${prefix}si>`);
  /** What stands between two texts, and what of it belongs to the next item. */
  const gap = new SameBytes();
  let head = 0;
  return (b, view, from, end) => {
    let before = 0;
    for (let next = from; ;) {
      let i = next;
      if (!follows(b, i, open)) return next;
      i += open.length;
      if (b[i] === GT) i++;
      else if (follows(b, i, preserve)) i += preserve.length;
      else return next;
      if (before > 0) {
        gap.keep(view, before, i);
        head = i - next;
      }
      const start = takeAlike(b, view, i, gap, table);
      if (start > i) next = start - head;
      i = start;
      while (b[i] !== LT) i++;
      const stop = i;
      if (!follows(b, i, close)) return next;
      i += close.length;
      // Versions for Chinese and Japanese write this behind every text.
      if (follows(b, i, phonetic)) {
        while (b[i] !== GT) i++;
        if (b[i - 1] !== SLASH) return next;
        i++;
      }
      if (!follows(b, i, done)) return next;
      i += done.length;
      if (i > end) return next;
      table.add(b, start, stop, false);
      before = stop;
      next = i;
    }
  };
}

export interface StringOptions extends WindowOptions {
  readonly maxSharedStrings: number;
}

/** Throws HostError `xlsx/damaged`, `xlsx/too-large`, and what the pieces and the signal throw. */
export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>, options: StringOptions): Promise<SharedStrings> {
  const { part } = options;
  const table = new StringTable(part, options.maxSharedStrings);
  const window = new ByteWindow(pieces, options);
  try {
    const { prefix, empty } = await openRoot(window, part, 'sst');
    const usual = plainItems(prefix, table);
    const item = bytesOf(`<${prefix}si`);
    for (let inside = !empty; inside;) {
      await toTag(window, part);
      inside = window.bytes[window.at + 1] !== SLASH;
      if (!inside) break;
      const next = usual(window.bytes, window.view, window.at, window.end);
      if (next > window.at) {
        window.at = next;
        continue;
      }
      const end = elementEnd(window.bytes, window.at, window.end);
      if (end < 0) {
        // Cut off where the bytes end; with more of them it may look as usual.
        if (end !== INCOMPLETE || !(await window.more())) throw new HostError('xlsx/damaged', { part });
        continue;
      }
      if (follows(window.bytes, window.at, item)) {
        const text = bytesOf(thorough(window.bytes, window.at, end, part));
        table.add(text, 0, text.length, true);
      }
      window.at = end;
    }
    await window.drain();
    return table;
  } finally {
    await window.close();
  }
}
