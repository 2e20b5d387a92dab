/** A long list as a sheet: title, a line about it, headers, and rows that are streamed. A table, so that people can filter it. */
import { textHeight, textWidth } from '../../../core/form/text-size';
import { columnLetters } from '../../../core/model/address';
import { BlockBuilder } from '../../../core/model/block-builder';
import type { CellValue } from '../../../core/model/cell';
import type { CellSpec, SheetSpec } from '../../../core/model/sheet-spec';

export interface RawListColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  /** Number format; texts without. */
  readonly format?: string;
  readonly centred?: boolean;
}

export interface RawList {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly table: string;
  readonly columns: readonly RawListColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Columns on the left that stay in view. */
  readonly keep: number;
}

export const RAW_HEADER_ROW = 3;
const FIRST_ROW = RAW_HEADER_ROW + 1;

/** The last row of a list of so many rows; a list without rows keeps an empty one, as tables must. */
export function lastListRow(rows: number): number {
  return RAW_HEADER_ROW + Math.max(rows, 1);
}

const WIDEST = 70;

/** Streamed rows have no heights of their own: a text stands on one line, as far as that can be. */
function widthOf({ width }: RawListColumn, column: number, rows: RawList['rows']): number {
  let most = width;
  for (const row of rows) {
    const value = row[column];
    if (typeof value === 'string') most = Math.max(most, textWidth(value) + 2);
  }
  return Math.min(most, WIDEST);
}

export function rawListSheet({ name, title, about, table, columns: given, rows, keep }: RawList): SheetSpec {
  const columns = given.map((column, c) => ({ ...column, width: widthOf(column, c, rows) }));
  const last = columnLetters(columns.length);
  const builder = new BlockBuilder(columns.map(({ key }) => key));
  rows.forEach((row, r) => builder.add(FIRST_ROW + r, row));
  const heads: readonly CellSpec[] = [
    { row: 1, column: 1, style: 'title', value: title },
    { row: 2, column: 1, style: 'howTo', value: about },
    ...columns.map(({ header }, c): CellSpec => ({ row: RAW_HEADER_ROW, column: c + 1, style: 'header', value: header })),
  ];
  return {
    name,
    columns: columns.map(({ width, format, centred = false }) => ({ width, style: format !== undefined && format !== '@' ? 'computedNumber' : centred ? 'label' : 'labelLeft', format: format ?? '@' })),
    cells: heads,
    rowHeights: { 1: 30, 2: textHeight(about, columns.reduce((sum, { width }) => sum + width, 0), 9), [RAW_HEADER_ROW]: 34 },
    merges: [`A1:${last}1`, `A2:${last}2`],
    table: { name: table, ref: `A${RAW_HEADER_ROW}:${last}${lastListRow(rows.length)}`, headers: columns.map(({ header }) => header) },
    freeze: { row: FIRST_ROW, column: keep + 1 },
    protect: false,
    print: { orientation: 'landscape', repeatRows: `${RAW_HEADER_ROW}:${RAW_HEADER_ROW}` },
    activeCell: `A${FIRST_ROW}`,
    rawRows: { firstRow: FIRST_ROW, keys: columns.map(({ key }) => key), blocks: builder.blocks() },
  };
}
