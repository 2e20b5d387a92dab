/** Cells put into a sheet in blocks of rows: formats first, since they decide how Excel reads what is typed. */
import type { Matrix, Raw } from '../api';
import { bytesOf } from '../read/block-size';
import { RANGE_BYTES, REQUEST_BYTES, type Step } from './step';

export interface PutCell {
  /** As it is typed; null leaves the cell as it is. */
  readonly typed: Raw;
  /** Number format to set. */
  readonly format?: string;
}

/** Row -> column -> what is put. */
export type PutCells = ReadonlyMap<number, ReadonlyMap<number, PutCell>>;

/** A gap of so many rows is not worth its blanks. */
const GAP = 20;

export function putSteps(sheet: string, cells: PutCells): readonly Step[] {
  const rows = [...cells.keys()];
  rows.sort((a, b) => a - b);
  const steps: Step[] = [];
  let block: number[] = [];
  let bytes = 0;
  const flush = (): void => {
    if (block.length > 0) steps.push(...blockSteps(sheet, cells, block));
    block = [];
    bytes = 0;
  };
  for (const row of rows) {
    const size = bytesOf([[...(cells.get(row)?.values() ?? [])].map(({ typed }) => typed)]) + (cells.get(row)?.size ?? 0) * 12;
    if (bytes + size > REQUEST_BYTES / 2 || row > (block.at(-1) ?? row) + GAP) flush();
    block.push(row);
    bytes += size;
  }
  flush();
  return steps;
}

function blockSteps(sheet: string, cells: PutCells, rows: readonly number[]): readonly Step[] {
  const [top, bottom] = [rows[0] ?? 1, rows.at(-1) ?? 1];
  let left = Infinity;
  let right = 0;
  for (const row of rows) for (const column of cells.get(row)?.keys() ?? []) [left, right] = [Math.min(left, column), Math.max(right, column)];
  const matrix = (of: (cell: PutCell) => Raw): Matrix => Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (__, c) => { const cell = cells.get(top + r)?.get(left + c); return cell === undefined ? null : of(cell); }));
  const formats = matrix(({ format = null }) => format);
  const typed = matrix((cell) => cell.typed);
  const has = (one: Matrix): boolean => one.some((row) => row.some((raw) => raw !== null));
  return [
    ...(has(formats) ? [putMatrix(sheet, top, left, formats, 'numberFormat')] : []),
    ...(has(typed) ? [putMatrix(sheet, top, left, typed, 'formulas')] : []),
  ];
}

export function putMatrix(sheet: string, top: number, left: number, matrix: Matrix, what: 'formulas' | 'numberFormat'): Step {
  return {
    sheet, bytes: bytesOf(matrix) + RANGE_BYTES,
    carryOut: ({ workbook }) => { workbook.worksheets.getItem(sheet).getRangeByIndexes(top - 1, left - 1, matrix.length, matrix[0]?.length ?? 1)[what] = matrix; },
  };
}

