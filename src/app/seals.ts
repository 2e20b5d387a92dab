/** Seals in the record sheet of a workbook: read, and written as rows. */
import { z } from 'zod';
import { chunks, RECORD_SHEET, unchunked, type RecordRow } from '../core/copy/record-sheet';
import { brokenSeal, changesSince, sheetState, type Seal, type SealedChange, type SheetState } from '../core/copy/seal';
import { ownRecord } from '../core/template/own-record';
import { MOST_PACKED } from './copy-record';
import { packText, unpackText } from './packed-text';
import type { Gzip, ReadableWorkbook } from './ports';
import { readGrid } from './read-grid';

const SEAL = z.object({ number: z.number(), at: z.string(), by: z.string(), previous: z.string(), sheets: ownRecord(z.string()), digest: z.string() });
const STATES = ownRecord(ownRecord(z.string()));

/** In the order in which they were made; null where one cannot be read: somebody touched it. */
export function readSeals(rows: readonly RecordRow[]): readonly Seal[] | null {
  const seals: Seal[] = [];
  for (const [kind, ...cells] of rows) {
    if (kind !== 'seal') continue;
    const seal = SEAL.safeParse(jsonOf(unchunked(cells)));
    if (!seal.success) return null;
    seals.push(seal.data);
  }
  return seals;
}

/** The seals where each holds and follows the one before; null where one does not, or cannot be read. */
export function soundSeals(rows: readonly RecordRow[]): readonly Seal[] | null {
  const seals = readSeals(rows);
  return seals === null || brokenSeal(seals) !== null ? null : seals;
}

/** What changed in the workbook since its last seal. Reads all of its sheets. Throws `HostError` when one is damaged. */
export async function changesInSealed(workbook: ReadableWorkbook, last: Seal, rows: readonly RecordRow[], gzip: Gzip): Promise<readonly SealedChange[]> {
  return changesSince(last, await readSealedStates(rows, gzip), await sheetStates(workbook));
}

/** State of the sheets at the last seal, as far as it was kept. */
export async function readSealedStates(rows: readonly RecordRow[], gzip: Gzip): Promise<ReadonlyMap<string, SheetState>> {
  const [, ...cells] = rows.find(([kind]) => kind === 'sealed') ?? [];
  const states = STATES.safeParse(jsonOf((await unpackText(unchunked(cells), gzip)) ?? ''));
  return new Map(states.success ? Object.entries(states.data) : []);
}

/** The rows with the seals and the state of the last one. `kept` is false where the state is too large to be kept: then changes are named by sheet only. */
export async function sealRows(others: readonly RecordRow[], seals: readonly Seal[], states: ReadonlyMap<string, SheetState>, gzip: Gzip): Promise<{ readonly rows: readonly RecordRow[]; readonly kept: boolean }> {
  const packed = await packText(JSON.stringify(Object.fromEntries(states)), gzip);
  const kept = packed !== null && packed.length <= MOST_PACKED;
  const rest = others.filter(([kind]) => kind !== 'seal' && kind !== 'sealed');
  return { rows: [...rest, ...seals.map((seal): RecordRow => ['seal', ...chunks(JSON.stringify(seal))]), ...(kept ? [['sealed', ...chunks(packed)]] : [])], kept };
}

/** All sheets but the one that holds the seals. Throws `HostError` when one is damaged. */
export async function sheetStates(workbook: ReadableWorkbook): Promise<ReadonlyMap<string, SheetState>> {
  const states = new Map<string, SheetState>();
  for (const sheet of workbook.sheetNames) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    if (sheet !== RECORD_SHEET) states.set(sheet, sheetState(await readGrid(workbook, sheet, Infinity)));
  }
  return states;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
