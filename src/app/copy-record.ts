/** Which copy an opened workbook is, and how that is written: the sheet of `core/copy/record-sheet` as a patch. */
import { z } from 'zod';
import type { Typed } from '../core/compare/merge-contents';
import { contentState, typedOf } from '../core/copy/content-text';
import { readRecord, RECORD_SHEET, recordRows, recordSheet, type RecordRow } from '../core/copy/record-sheet';
import type { CopyRecord, Snapshot, Stamp } from '../core/copy/stamp';
import type { SheetSpec } from '../core/model/sheet-spec';
import type { WorkbookPatch } from '../core/model/workbook-patch';
import { ownRecord } from '../core/template/own-record';
import { RECORD_NOTICE } from '../core/text/copy-sheet-text';
import { packText, unpackText } from './packed-text';
import type { Gzip, Identity, ReadableWorkbook } from './ports';
import { readGrid } from './read-grid';

/** Characters of a packed state: about 6 MB of cells. Larger ones are not kept, which the caller says. */
export const MOST_PACKED = 8_000_000;

/** Rows of the sheet that say something else than which copy it is: seals. They stay when the record changes. */
export interface FoundRecord {
  readonly record: CopyRecord | null;
  readonly others: readonly RecordRow[];
}

const RECORD_KINDS: ReadonlySet<string> = new Set(['stamp', 'snapshot']);

/** Throws `HostError` when the sheet is damaged. */
export async function readCopyRecord(workbook: ReadableWorkbook): Promise<FoundRecord> {
  if (!workbook.sheetNames.includes(RECORD_SHEET)) return { record: null, others: [] };
  const rows = recordRows(await readGrid(workbook, RECORD_SHEET, Infinity));
  return { record: readRecord(rows), others: rows.filter(([kind = '']) => kind !== '' && !RECORD_KINDS.has(kind)) };
}

export function recordSpec(record: CopyRecord, others: readonly RecordRow[] = []): SheetSpec {
  return recordSheet(record, RECORD_NOTICE, others);
}

/** The record put into a workbook that has one or not. */
export function recordPatch({ sheetNames }: Pick<ReadableWorkbook, 'sheetNames'>, record: CopyRecord, others: readonly RecordRow[]): Pick<WorkbookPatch, 'add' | 'replace'> {
  const spec = recordSpec(record, others);
  return sheetNames.includes(RECORD_SHEET) ? { replace: [spec] } : { add: [{ spec }] };
}

/** A workbook that nobody has sent yet. */
export function firstStamp(identity: Identity, by = ''): Stamp {
  return { workbook: identity.newId(), copy: identity.newId(), parent: null, at: identity.now(), by, to: '', pseudonyms: '' };
}

/** Null where the content is larger than what a copy carries. */
export async function packContent(typed: Typed, gzip: Gzip): Promise<string | null> {
  const packed = await packText(JSON.stringify(contentState(typed)), gzip);
  return packed === null || packed.length > MOST_PACKED ? null : packed;
}

const VALUE = z.union([z.null(), z.string(), z.number(), z.boolean(), z.object({ error: z.string() })]);
const STATE = z.object({
  version: z.literal(1),
  chosen: z.array(z.string()),
  entries: ownRecord(ownRecord(VALUE)),
  rows: ownRecord(ownRecord(z.array(VALUE))),
  side: ownRecord(z.array(ownRecord(VALUE))),
});

/** Null where the state is damaged, or of a later version of the program. */
export async function unpackContent({ packed }: Pick<Snapshot, 'packed'>, gzip: Gzip): Promise<Typed | null> {
  const text = await unpackText(packed, gzip);
  if (text === null) return null;
  const state = STATE.safeParse(jsonOf(text));
  return state.success ? typedOf(state.data) : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
