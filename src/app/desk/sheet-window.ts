/** A few rows of a sheet as texts, for looking at what stands around a cell. */
import { serialText } from '../../core/codec/serial';
import { shown } from '../../core/codec/codec';
import { areasOf, holds, refOf, rangeOf } from '../../core/model/area';
import type { SheetCell } from '../../core/model/cell';
import type { Call, ReadableWorkbook } from '../ports';

export interface SheetQuery {
  readonly sheet: string;
  /** First row, and how many at most. */
  readonly fromRow: number;
  readonly rows: number;
  /** Columns beyond this are left out and counted. */
  readonly columns: number;
}

export interface SheetWindowCell {
  readonly column: number;
  readonly text: string;
  readonly kind: 'text' | 'number' | 'error';
  readonly formula: boolean;
}

export interface SheetWindowRow {
  readonly row: number;
  readonly cells: readonly SheetWindowCell[];
}

export interface SheetWindow {
  readonly sheet: string;
  readonly fromRow: number;
  /** Without the blank ones. */
  readonly rows: readonly SheetWindowRow[];
  /** The last column that holds anything in these rows. */
  readonly lastColumn: number;
  /** There are rows after these. */
  readonly more: boolean;
  /** Merged cells that reach into the window. */
  readonly merges: readonly string[];
}

/** Throws `HostError` (`xlsx/sheet-missing`, damage). */
export async function sheetWindow(workbook: ReadableWorkbook, { sheet, fromRow, rows, columns }: SheetQuery, { signal }: Call = {}): Promise<SheetWindow> {
  const lastRow = fromRow + rows - 1;
  const read: SheetWindowRow[] = [];
  let [lastColumn, more] = [0, false];
  for await (const { row, cells } of workbook.rows(sheet, { fromRow, ...(signal === undefined ? {} : { signal }) })) {
    if (row > lastRow) {
      more = true;
      break;
    }
    for (const column of cells.keys()) lastColumn = Math.max(lastColumn, column);
    read.push({ row, cells: [...cells].filter(([column]) => column <= columns).map(([column, cell]) => windowCell(column, cell)) });
  }
  const view = { top: fromRow, bottom: lastRow, left: 1, right: columns };
  const { merges } = await workbook.structure(sheet, signal === undefined ? {} : { signal });
  return { sheet, fromRow, rows: read, lastColumn, more, merges: areasOf(merges).filter(({ top, left }) => holds(view, top, left)).map(refOf) };
}

/** The first row of a window that shows the cell with a few rows above it. */
export function windowStart(cell: string, above: number): number {
  return Math.max(1, (rangeOf(cell)?.top ?? 1) - above);
}

function windowCell(column: number, { value, date, formula }: SheetCell): SheetWindowCell {
  const number = typeof value === 'number';
  const text = number && date === true ? serialText(value) : number ? plain(value) : shown(value);
  return { column, text, kind: number ? 'number' : typeof value === 'object' && value !== null ? 'error' : 'text', formula: formula !== undefined };
}

/** Up to 15 significant digits, as a spreadsheet shows them. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}
