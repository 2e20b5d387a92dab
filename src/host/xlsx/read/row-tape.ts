/** The cells of one row as the scanner found them: numbers only, in arrays that are used again for every row. */
import { MAX_COLUMN } from '../../../core/model/address';
import type { OddCell } from './odd-cells';

/** What the value's bytes are. A cell that holds nothing has no place on the tape, unless it has a formula (`NOTHING`). */
export const NOTHING = 0;
/** `start` to `end` is a number. */
export const DECIMAL = 1;
/** `start` is an index of the shared strings. */
export const SHARED = 2;
/** `start` to `end` is text, still escaped. */
export const PLAIN = 3;
/** The same, and the text is an error's name. */
export const ERROR_NAME = 4;
/** `start` is 1 for true, 0 for false. */
export const TRUTH = 5;
/** `odd[start]` is the cell, read by the thorough reader. */
export const READ = 6;
/** Type of a cell whose text stands in `<is>`; on the tape it is `PLAIN`. */
export const INLINE = 7;

/** Numbers of one cell on the tape: column and kind together, style, start, end. */
export const STRIDE = 4;
/** The kind stands above the column. */
export const KIND_SHIFT = 16;
export const COLUMN_MASK = 0xffff;
/** Beside the kind of a cell that has a formula. */
export const HAS_FORMULA = 1 << 24;
export const KIND_MASK = 0xff;

export class RowTape {
  /** The sheet's row number (1-based). */
  row = 0;
  /** Cells; their columns ascend, so that no row has more of them than columns. */
  count = 0;
  readonly cells = new Int32Array(MAX_COLUMN * STRIDE);
  /** Of cells with a formula: where `<f` begins, where the cell begins, what is behind it. */
  readonly formulas = new Int32Array(MAX_COLUMN * 3);
  readonly odd: OddCell[] = [];
  /** While a row is scanned: its number, and the column of the last cell, also of one that holds nothing. */
  opened = 0;
  last = 0;

  /** Begins a row. */
  start(): void {
    this.count = 0;
    this.last = 0;
    if (this.odd.length > 0) this.odd.length = 0;
  }

  column(index: number): number {
    return (this.cells[index * STRIDE] ?? 0) & COLUMN_MASK;
  }

  kind(index: number): number {
    return ((this.cells[index * STRIDE] ?? 0) >> KIND_SHIFT) & KIND_MASK;
  }

  style(index: number): number {
    return this.cells[index * STRIDE + 1] ?? 0;
  }

  startOf(index: number): number {
    return this.cells[index * STRIDE + 2] ?? 0;
  }

  endOf(index: number): number {
    return this.cells[index * STRIDE + 3] ?? 0;
  }

  /** Where the formula stands; undefined without one, and for a cell of the thorough reader, which has read it already. */
  formula(index: number): { readonly at: number; readonly cell: number; readonly cellEnd: number } | undefined {
    if (((this.cells[index * STRIDE] ?? 0) & HAS_FORMULA) === 0) return undefined;
    const [at = 0, cell = 0, cellEnd = 0] = this.formulas.subarray(index * 3, index * 3 + 3);
    return { at, cell, cellEnd };
  }

  /** The cell as the thorough reader has read it; undefined where the scanner found it. */
  oddCell(index: number): OddCell | undefined {
    return this.kind(index) === READ ? this.odd[this.startOf(index)] : undefined;
  }

  /** Adds a cell that the thorough reader has read. */
  add(cell: OddCell): void {
    const at = this.count++ * STRIDE;
    this.cells[at] = cell.column | (READ << KIND_SHIFT);
    this.cells[at + 1] = cell.style;
    this.cells[at + 2] = this.odd.push(cell) - 1;
    this.cells[at + 3] = 0;
  }
}
