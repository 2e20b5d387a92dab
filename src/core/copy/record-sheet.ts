/**
 * The very hidden sheet in which a workbook says which copy it is, and keeps the states that it has in common with others. Cells are
 * what every spreadsheet program keeps; no formula refers to it.
 */
import type { SheetGrid } from '../merge/sheet-grid';
import type { CellSpec, SheetSpec } from '../model/sheet-spec';
import type { CopyRecord, Snapshot, Stamp } from './stamp';

export const RECORD_SHEET = '质升_副本';

/** Characters of a cell (32,767 at most), with room for programs that count otherwise. */
const CHUNK = 30_000;
/** Stands before packed texts, so that no program takes one for a number or a formula. */
const MARK = ':';
const FIRST_ROW = 3;

const STAMP_KEYS = ['workbook', 'copy', 'parent', 'at', 'by', 'to', 'pseudonyms'] as const satisfies readonly (keyof Stamp)[];

/** Rows of texts: `stamp`, key, value; `snapshot`, copy, time, chunks ...; others are kept under their own first word. */
export type RecordRow = readonly string[];

export function recordSheet({ stamp, snapshots }: CopyRecord, notice: string, others: readonly RecordRow[] = []): SheetSpec {
  const rows: RecordRow[] = [
    ...STAMP_KEYS.map((key) => ['stamp', key, stamp[key] ?? '']),
    ...snapshots.map(({ of, at, packed }) => ['snapshot', of, at, ...chunks(packed)]),
    ...others,
  ];
  const cells = rows.flatMap((row, r) => row.flatMap((value, c): CellSpec[] => (value === '' ? [] : [{ row: FIRST_ROW + r, column: c + 1, style: 'blank', format: '@', value }])));
  return {
    name: RECORD_SHEET, state: 'veryHidden', columns: [{ width: 12 }, { width: 40 }, { width: 40 }], protect: true, print: { orientation: 'portrait' }, activeCell: 'A1',
    cells: [{ row: 1, column: 1, style: 'note', value: notice }, ...cells],
  };
}

export function chunks(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, i) => MARK + text.slice(i * CHUNK, (i + 1) * CHUNK));
}

/** The inverse of `chunks`. */
export function unchunked(cells: readonly string[]): string {
  return cells.map((chunk) => (chunk.startsWith(MARK) ? chunk.slice(MARK.length) : chunk)).join('');
}

/** The rows of the sheet as texts, top to bottom. */
export function recordRows(grid: SheetGrid): readonly RecordRow[] {
  const rows = [...grid].sort(([a], [b]) => a - b);
  return rows.flatMap(([row, cells]) => {
    if (row < FIRST_ROW) return [];
    const last = [...cells.keys()].reduce((a, b) => Math.max(a, b), 0);
    return [Array.from({ length: last }, (_, c) => {
      const value = cells.get(c + 1)?.value;
      return value === null || value === undefined ? '' : typeof value === 'object' ? value.error : String(value);
    })];
  });
}

/** Null where the rows do not say which copy this is. */
export function readRecord(rows: readonly RecordRow[]): CopyRecord | null {
  const said = new Map(rows.flatMap(([kind, key = '', value = '']) => (kind === 'stamp' ? [[key, value] as const] : [])));
  const text = (key: string): string => said.get(key) ?? '';
  if (text('workbook') === '' || text('copy') === '') return null;
  const snapshots = rows.flatMap(([kind, of = '', at = '', ...packed]): Snapshot[] => (kind === 'snapshot' && of !== '' ? [{ of, at, packed: unchunked(packed) }] : []));
  return {
    stamp: { workbook: text('workbook'), copy: text('copy'), parent: text('parent') === '' ? null : text('parent'), at: text('at'), by: text('by'), to: text('to'), pseudonyms: text('pseudonyms') },
    snapshots,
  };
}
