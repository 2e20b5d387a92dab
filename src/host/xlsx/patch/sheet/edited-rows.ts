/** What is written into each row of the sheet as it will be: rows appended to the list, then single cells. */
import { HostError } from '../../../../app/ports';
import { address, MAX_COLUMN, MAX_ROW } from '../../../../core/model/address';
import { BLANK, BOOLEAN, ERROR, NUMBER, type Block, type Column } from '../../../../core/model/block';
import type { CellValue } from '../../../../core/model/cell';
import type { CellEdit, SheetPatch } from '../../../../core/model/workbook-patch';
import { fileFormula } from '../../write/future-functions';
import { MAX_CELL_TEXT } from '../../write/text';
import type { StyleTable } from '../context';
import type { CellWrite } from './cell-write';

const MAX_FORMULA = 8192;

export interface RowWrites {
  readonly row: number;
  /** By column, ascending. */
  readonly writes: readonly CellWrite[];
}

/** What appended rows take from the list: by column, the format of its last cell. */
export type Formats = ReadonlyMap<number, number>;

/** A formula that every row of the list has in a column that nobody types. */
export interface FilledColumn {
  readonly column: number;
  readonly array: boolean;
  readonly formula: (row: number) => string;
}

function blockValue({ kind, number, text }: Column, i: number): CellValue {
  switch (kind[i] ?? BLANK) {
    case BLANK: return null;
    case NUMBER: return number[i] ?? 0;
    case BOOLEAN: return text[i] === 'TRUE';
    case ERROR: return { error: text[i] ?? '' };
    default: return text[i] ?? '';
  }
}

/** Blocks downwards. Throws RangeError where two meet. */
export function sortedBlocks(patch: SheetPatch): readonly Block[] {
  const blocks = [...patch.list?.append ?? []].filter(({ length }) => length > 0);
  blocks.sort((a, b) => a.firstRow - b.firstRow);
  blocks.forEach((block, i) => {
    const above = blocks[i - 1];
    if (above !== undefined && above.firstRow + above.length > block.firstRow) throw new RangeError(`${patch.sheet}: two blocks hold row ${block.firstRow}`);
  });
  return blocks;
}

function assertValue(value: CellValue, sheet: string, row: number, column: number): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new HostError('xlsx/not-finite', { sheet, cell: address(row, column) });
  if (typeof value === 'string' && value.length > MAX_CELL_TEXT) {
    throw new HostError('xlsx/text-too-long', { sheet, cell: address(row, column), length: value.length, limit: MAX_CELL_TEXT });
  }
}

/** Throws HostError: `xlsx/too-many-rows`, `xlsx/text-too-long`, `xlsx/not-finite`, `xlsx/formula-too-long`; RangeError for a place that no sheet has. */
export function assertContent({ sheet, list, cells = [] }: SheetPatch): void {
  const tooLow = (rows: number): void => {
    if (rows > MAX_ROW) throw new HostError('xlsx/too-many-rows', { sheet, rows, limit: MAX_ROW });
  };
  for (const { row, column, value, formula } of cells) {
    tooLow(row);
    if (!(row >= 1) || !(column >= 1 && column <= MAX_COLUMN)) throw new RangeError(`${sheet}: no cell at row ${row}, column ${column}`);
    assertValue(value, sheet, row, column);
    if (formula !== undefined && formula.length > MAX_FORMULA) {
      throw new HostError('xlsx/formula-too-long', { sheet, cell: address(row, column), length: formula.length, limit: MAX_FORMULA });
    }
  }
  for (const { firstRow, length, columns } of list?.append ?? []) {
    tooLow(firstRow + length - 1);
    if (firstRow <= (list?.headerRow ?? 0)) throw new RangeError(`${sheet}: rows appended at ${firstRow}, above the list`);
    for (const [key, column] of Object.entries(columns)) {
      const place = list?.columns[key];
      if (place === undefined) throw new RangeError(`${sheet}: no column for ${key}`);
      for (let i = 0; i < length; i++) assertValue(blockValue(column, i), sheet, firstRow + i, place);
    }
  }
}

/** Edits by row and column; the last of one cell counts. */
export function editsByRow(cells: readonly CellEdit[]): ReadonlyMap<number, ReadonlyMap<number, CellEdit>> {
  const rows = new Map<number, Map<number, CellEdit>>();
  const sorted = [...cells];
  sorted.sort((a, b) => a.row - b.row);
  for (const edit of sorted) rows.set(edit.row, (rows.get(edit.row) ?? new Map<number, CellEdit>()).set(edit.column, edit));
  return rows;
}

export function writeOf({ column, value, formula, array, keepFormula, date, look, height }: CellEdit, styles: Pick<StyleTable, 'of'>): CellWrite {
  return {
    column, value,
    ...(formula === undefined ? {} : { formula: fileFormula(formula) }), ...(array === true ? { array } : {}), ...(keepFormula === true ? { keepFormula } : {}),
    ...(date === true ? { date } : {}), ...(look === undefined ? {} : { style: styles.of(look) }), ...(height === undefined ? {} : { height }),
  };
}

export interface Writes {
  readonly blocks: readonly Block[];
  readonly columns: Readonly<Record<string, number>>;
  readonly formats: Formats;
  readonly filled: readonly FilledColumn[];
  readonly cells: ReadonlyMap<number, readonly CellWrite[]>;
}

function blockRow({ columns, formats, filled }: Writes, block: Block, i: number): readonly CellWrite[] {
  const writes: CellWrite[] = [];
  for (const [key, column] of Object.entries(block.columns)) {
    const place = columns[key] ?? 0;
    const value = blockValue(column, i);
    if (value === null) continue;
    const fallback = formats.get(place);
    writes.push({ column: place, value, ...(fallback === undefined ? {} : { fallback }) });
  }
  if (writes.length === 0) return writes;
  for (const { column, array, formula } of filled) {
    const fallback = formats.get(column);
    writes.push({ column, value: null, formula: formula(block.firstRow + i), array, ifBlank: true, ...(fallback === undefined ? {} : { fallback }) });
  }
  return writes;
}

/** Single cells over an appended row. */
function over(row: Map<number, CellWrite>, cells: readonly CellWrite[], formats: Formats): ReadonlyMap<number, CellWrite> {
  for (const cell of cells) {
    const under = row.get(cell.column);
    const fallback = formats.get(cell.column);
    // A cached result for a formula that the row is about to be filled with.
    if (cell.keepFormula === true && under?.formula !== undefined) row.set(cell.column, { ...under, value: cell.value });
    else row.set(cell.column, fallback === undefined ? cell : { ...cell, fallback });
  }
  return row;
}

/** Rows downwards; made as they are asked for. */
export function* editedRows(writes: Writes): Generator<RowWrites> {
  const rows = [...writes.cells.keys()];
  rows.sort((a, b) => a - b);
  let next = 0;
  const cellsUpTo = function* (row: number): Generator<RowWrites> {
    for (; (rows[next] ?? Infinity) < row; next++) yield { row: rows[next] ?? 0, writes: writes.cells.get(rows[next] ?? 0) ?? [] };
  };
  for (const block of writes.blocks) {
    for (let i = 0; i < block.length; i++) {
      const row = block.firstRow + i;
      yield* cellsUpTo(row);
      const own = rows[next] === row ? writes.cells.get(row) ?? [] : [];
      if (rows[next] === row) next++;
      const all = [...over(new Map(blockRow(writes, block, i).map((write) => [write.column, write])), own, writes.formats).values()];
      if (all.length === 0) continue;
      all.sort((a, b) => a.column - b.column);
      yield { row, writes: all };
    }
  }
  yield* cellsUpTo(Infinity);
}
