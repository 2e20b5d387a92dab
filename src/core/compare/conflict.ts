/** Where two sides changed the same thing differently, as data: nothing of either side may be lost, so both are kept here. */
import type { CellValue } from '../model/cell';
import type { RowValues } from './table';

/** The two copies that meet. `mine` is the file that is changed. */
export type Side = 'mine' | 'theirs';

export const otherSide = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine');

/** What is spoken of: a field of a form, or a row of a table. */
export interface Subject {
  /** Key of the form or raw-data sheet. */
  readonly owner: string;
  /** Name of the table within it (`TableDef.list`); null for a field that stands alone. */
  readonly list: string | null;
  /** Key of the field, or of the row's column; '' for whole rows. */
  readonly field: string;
  /** The row for people; '' for a field that stands alone. */
  readonly row: string;
}

export type Conflict = Subject &
  (
    | {
        /** One cell, two values. The result holds mine. */
        readonly kind: 'value';
        readonly base: CellValue;
        readonly mine: CellValue;
        readonly theirs: CellValue;
        /** Place of the row in mine: row of the sheet, or number of the repeated row; null for a field that stands alone. */
        readonly at: number | null;
      }
    | {
        /** One side took the row out, the other changed it. The result holds the changed row. */
        readonly kind: 'removed-changed';
        readonly removedBy: Side;
        readonly base: RowValues;
        readonly changed: RowValues;
        /** Place of the row in mine, where mine has it. */
        readonly at: number | null;
      }
    | {
        /** Rows of theirs that share their key with others: they are not merged, the result holds mine. */
        readonly kind: 'duplicate';
        readonly mine: readonly RowValues[];
        readonly theirs: readonly RowValues[];
        readonly at: number | null;
      }
    | {
        /** A row of theirs for which the printed form has no room. */
        readonly kind: 'no-room';
        readonly theirs: RowValues;
        readonly at: null;
      }
    | {
        /** Mine lacks the sheet or column, and theirs changed something there. */
        readonly kind: 'sheet-missing' | 'column-missing';
        readonly changes: number;
        readonly at: null;
      }
    | {
        /** Columns of the sheet were not found in one of the files: it was not merged, so that what was not read does not count as deleted. */
        readonly kind: 'sheet-unread';
        readonly side: Side;
        readonly at: null;
      }
  );
