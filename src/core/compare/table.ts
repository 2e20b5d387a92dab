/**
 * What people repeat, as one shape: rows of a raw-data sheet, repeated rows of a form, the small table beside raw rows.
 * Comparing and merging know tables only.
 */
import type { Block } from '../model/block';
import { cellOf } from '../model/block-builder';
import type { CellValue } from '../model/cell';
import { isBlankValue } from '../merge/same-value';

/** By column key; blanks are left out. */
export type RowValues = Readonly<Record<string, CellValue>>;

export interface TableRow {
  /** Row of the sheet, or number of the repeated row of a form (0-based). */
  readonly at: number;
  readonly values: RowValues;
}

export interface TableColumn {
  readonly key: string;
  readonly label: string;
}

export interface TableDef {
  /** Key of the form or raw-data sheet. */
  readonly owner: string;
  /** Name of the repeated rows of a form, `SIDE` for the table beside raw rows, '' for raw rows. */
  readonly list: string;
  readonly columns: readonly TableColumn[];
  /** What identifies a row; null where it has no identity. */
  readonly keyOf: (values: RowValues) => string | null;
  /** The row for people: its key, or what stands in its first cells. */
  readonly labelOf: (values: RowValues) => string;
  /** Rows that there is room for. */
  readonly room: number;
  /** The rows have fixed places that are filled one by one, as on a printed form: what stands in one place is one row, changed. */
  readonly placed: boolean;
}

export const SIDE = 'side';

/** A value as text, equal for what counts as the same (15 digits, line ends). Blanks give ''. */
export function valueKey(value: CellValue | undefined): string {
  if (value === undefined || isBlankValue(value) || value === null) return '';
  if (typeof value === 'number') return `n${Number(value.toPrecision(15))}`;
  if (typeof value === 'string') return `t${value.replaceAll('\r\n', '\n')}`;
  return typeof value === 'boolean' ? `b${value}` : `e${value.error}`;
}

/** All values of a row as one text. */
export function contentKey({ columns }: Pick<TableDef, 'columns'>, values: RowValues): string {
  return columns.map(({ key }) => valueKey(values[key])).join('\u0000');
}

/** Rows with something in them, top to bottom. */
export function rowsOfBlocks(columns: readonly TableColumn[], blocks: readonly Block[]): readonly TableRow[] {
  const rows: TableRow[] = [];
  for (const block of blocks) {
    for (let i = 0; i < block.length; i++) {
      const values: Record<string, CellValue> = {};
      let filled = false;
      for (const { key } of columns) {
        const value = cellOf(block, key, i);
        if (isBlankValue(value)) continue;
        values[key] = value;
        filled = true;
      }
      if (filled) rows.push({ at: block.firstRow + i, values });
    }
  }
  return rows;
}
