/** What must be read from a random workbook. */
import type { SheetCell } from '../../../src/core/model/cell';
import { MASTERS, STYLES, type RandomCell, type RandomSheet, type RandomWorkbook } from './random-workbook';
import { cellName } from './strict-schema';
import { moved } from './strict-shift';
import type { StrictReading } from './strict-workbook';

export interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: RandomCell;
  /** The master of its shared formula; the cell itself for the master, absent where the formula is not shared. */
  readonly master?: { readonly row: number; readonly column: number };
}

/** Cells with their places, row by row, empty rows too. A formula is shared only down and to the right, so that it stays on the sheet. */
export function placed({ rows }: RandomSheet): readonly { readonly row: number; readonly cells: readonly Placed[] }[] {
  const masters = new Map<number, { readonly row: number; readonly column: number }>();
  let row = 0;
  return rows.map((one) => {
    row += one.gap + 1;
    const at = row;
    let column = 0;
    return { row, cells: one.cells.map((cell): Placed => {
      column += cell.gap + 1;
      const place = { row: at, column, cell };
      if (cell.formula?.kind !== 'shared') return place;
      const master = masters.get(cell.formula.group) ?? place;
      masters.set(cell.formula.group, master);
      return master.column > column ? place : { ...place, master };
    }) };
  });
}

function formulaText({ row, column, cell: { formula }, master }: Placed): string | undefined {
  if (formula === undefined) return undefined;
  if (formula.kind !== 'shared') return formula.text.replaceAll('_xlfn.', '');
  return moved(MASTERS[formula.group] ?? '', row - (master?.row ?? row), column - (master?.column ?? column));
}

export function expectedOf({ sheets, names, date1904 }: RandomWorkbook): StrictReading {
  const read = new Map<string, ReadonlyMap<string, SheetCell>>();
  for (const sheet of sheets) {
    const cells = new Map<string, SheetCell>();
    for (const place of placed(sheet).flatMap((one) => one.cells)) {
      const { row, column, cell } = place;
      const formula = formulaText(place);
      const iso = cell.iso === true && !date1904;
      const kind = typeof cell.value === 'number' ? (iso ? 'date' : STYLES[cell.style]?.kind ?? null) : null;
      const value = kind === 'date' && date1904 ? Number(cell.value) + 1462 : cell.value;
      if (formula === undefined && (value === null || value === '')) continue;
      cells.set(cellName(row, column), { value, ...(kind === null ? {} : { date: true }), ...(formula === undefined ? {} : { formula }) });
    }
    read.set(sheet.name, cells);
  }
  return { sheetNames: sheets.map(({ name }) => name), names: new Map(names.filter(({ local }) => !local).map(({ name, refersTo }) => [name, refersTo])), sheets: read };
}
