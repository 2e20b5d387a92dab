/**
 * A block is a chunk of rows, stored by column: the form in which raw rows flow through the program. Blank rows inside a
 * sheet are part of a block (all cells `BLANK`), so that `firstRow + i` is always the row in the sheet.
 */
export const BLANK = 0;
export const NUMBER = 1;
export const TEXT = 2;
export const BOOLEAN = 3;
export const ERROR = 4;

export interface Column {
  /** Per row one of `BLANK`, `NUMBER`, `TEXT`, `BOOLEAN`, `ERROR`. */
  readonly kind: Uint8Array;
  /** The number, 0 where the cell is not a number. Dates are serial numbers. */
  readonly number: Float64Array;
  /** The text; for booleans `TRUE`/`FALSE`, for errors `#N/A` and so on; '' for blanks and numbers. */
  readonly text: readonly string[];
}

export interface Block {
  /** The sheet's row number (1-based) of the block's first row. */
  readonly firstRow: number;
  readonly length: number;
  /** By column key of the raw-data sheet. A column that the sheet lacks is absent. */
  readonly columns: Readonly<Record<string, Column>>;
}

/** Rows per block where the caller does not say otherwise. */
export const BLOCK_ROWS = 4096;
