/** Rows from outside, before anything is known of them: a CSV file, or a sheet of somebody else's workbook. */
import type { SheetCell } from './cell';

/** Text from a CSV file, a cell from a workbook; undefined where a row has no cell. */
export type SourceValue = SheetCell | string | undefined;

export interface SourceRow {
  /** Row number as a spreadsheet shows it (1-based). */
  readonly row: number;
  readonly cells: readonly SourceValue[];
}

/** As read, the header still among the rows. */
export interface SourceGrid {
  readonly rows: readonly SourceRow[];
}

export interface SourceTable {
  /** Row of the header, 0 when there is none. */
  readonly headerRow: number;
  readonly header: readonly string[];
  /** The rows under the header; blank ones may be among them. */
  readonly rows: readonly SourceRow[];
}
