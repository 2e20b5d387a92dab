/**
 * What a cell holds, as plain data. Dates are serial numbers of the 1900 date system (45292 = 2024-01-01, the fraction
 * is the time of day); hosts convert 1904 workbooks before anything else sees them.
 */
export interface CellError {
  /** The error as the spreadsheet prints it: `#N/A`, `#REF!` ... */
  readonly error: string;
}

export type CellValue = null | string | number | boolean | CellError;

/** One cell as a host read it. */
export interface SheetCell {
  readonly value: CellValue;
  /** True when the number format is one of dates or times, so that the number is a serial date. */
  readonly date?: boolean;
  /** The formula without its leading `=`, when the cell has one; `value` is then the cached result. */
  readonly formula?: string;
}

/** One row as a host read it: cells by column number (1 = A), blanks left out. `row` is the sheet's row number (1-based). */
export interface SheetRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
}

export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}
