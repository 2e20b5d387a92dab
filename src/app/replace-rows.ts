/**
 * The rows of a list replaced where they stand: new rows over the old ones, and only what is left over at the end taken out,
 * so that formulas that refer to the rows go on doing so.
 */
import { trimRows } from '../core/import/trim-rows';
import { areasOf, meets, type Area } from '../core/model/area';
import type { Block } from '../core/model/block';
import { cellOf } from '../core/model/block-builder';
import type { RawSheetDef, ValueKind } from '../core/model/raw-sheet';
import type { CellEdit, ListPatch, SheetPatch } from '../core/model/workbook-patch';
import type { ReadableWorkbook } from './ports';

export interface RowReplacement {
  readonly headerRow: number;
  /** Column key -> column of the sheet. */
  readonly columns: ListPatch['columns'];
  readonly old: readonly Block[];
  /** From the row under the header on, without gaps. */
  readonly rows: readonly Block[];
}

/** Kinds that are serial dates. */
const DATES: ReadonlySet<ValueKind> = new Set(['date', 'datetime', 'month']);

/** Throws what `rows` throws. */
export async function replaceRows(workbook: ReadableWorkbook, def: RawSheetDef, replacement: RowReplacement): Promise<SheetPatch> {
  const { headerRow, columns, old, rows } = replacement;
  const list = { headerRow, columns, append: rows };
  const oldEnd = lastRow(trimRows(old)) ?? headerRow;
  const newEnd = lastRow(rows) ?? headerRow;
  if (oldEnd === headerRow) return { sheet: def.sheet, list };
  const inPlace = await canStay(workbook, def.sheet, { ...replacement, oldEnd, newEnd });
  const remove = rowsAfter(inPlace ? newEnd : headerRow, oldEnd);
  const cells = inPlace ? await leftovers(workbook, def, replacement, Math.min(oldEnd, newEnd)) : [];
  return { sheet: def.sheet, list: { ...list, ...(remove.length === 0 ? {} : { remove }) }, ...(cells.length === 0 ? {} : { cells }) };
}

function lastRow(blocks: readonly Block[]): number | undefined {
  const last = blocks.at(-1);
  return last === undefined ? undefined : last.firstRow + last.length - 1;
}

function rowsAfter(row: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - row) }, (_, i) => row + 1 + i);
}

/** Nothing can be written under merged cells, and rows typed under a table count as its own only when they are taken out. */
async function canStay(workbook: ReadableWorkbook, sheet: string, { headerRow, columns, oldEnd, newEnd }: RowReplacement & { readonly oldEnd: number; readonly newEnd: number }): Promise<boolean> {
  const { merges, tables } = await workbook.structure(sheet);
  const held = Object.values(columns);
  const area: Area = { top: headerRow + 1, bottom: oldEnd, left: held.reduce((a, b) => Math.min(a, b), Infinity), right: held.reduce((a, b) => Math.max(a, b), 0) };
  if (areasOf(merges).some((merge) => meets(merge, area))) return false;
  const table = areasOf(tables.map(({ ref }) => ref)).find(({ top, left, right }) => top === headerRow && held.some((column) => column >= left && column <= right));
  return newEnd < oldEnd || table === undefined || table.bottom >= oldEnd;
}

/** What the new rows would not write over, or not as it should look: cells that become blank, and dates where none stood. */
async function leftovers(workbook: ReadableWorkbook, def: RawSheetDef, { headerRow, columns, rows }: RowReplacement, end: number): Promise<readonly CellEdit[]> {
  const places = def.columns.flatMap(({ key, kind }) => (columns[key] === undefined ? [] : [{ key, column: columns[key], dates: DATES.has(kind) }]));
  const edits: CellEdit[] = [];
  let next = 0;
  for await (const { row, cells } of workbook.rows(def.sheet, { fromRow: headerRow + 1 })) {
    if (row > end) break;
    for (let block = rows[next]; block !== undefined && row >= block.firstRow + block.length; block = rows[next]) next++;
    const block = rows[next];
    for (const { key, column, dates } of places) {
      const found = cells.get(column);
      if (found === undefined) continue;
      const value = block === undefined ? null : cellOf(block, key, row - block.firstRow);
      if (value === null) edits.push({ row, column, value });
      else if (dates && typeof value === 'number' && found.date !== true) edits.push({ row, column, value, date: true });
    }
  }
  return edits;
}
