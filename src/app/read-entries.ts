/** What was typed into a form of an opened workbook. */
import type { Moves } from '../core/merge/moves';
import type { SheetGrid } from '../core/merge/sheet-grid';
import type { CellValue } from '../core/model/cell';
import type { FieldPlace } from '../core/model/form';
import { namePlace } from './name-place';
import type { ReadableWorkbook } from './ports';

export type Entries = Readonly<Record<string, CellValue>>;

/** Where a field stands now: where its defined name leads, else where the layout put it and the printed words around it went since. */
export function fieldPlace(workbook: ReadableWorkbook, place: FieldPlace, moves: Moves | null): { readonly row: number; readonly column: number } {
  const named = place.name === undefined ? null : namePlace(workbook, place.name);
  if (named !== null && named.sheet === place.sheet) return named;
  return moves === null ? place : { row: moves.row(place.row), column: moves.column(place.column) };
}

/** Blank fields are left out. */
export function readEntries(workbook: ReadableWorkbook, sheet: string, grid: SheetGrid, places: readonly FieldPlace[], moves: Moves | null): Entries {
  const entries: Record<string, CellValue> = {};
  for (const place of places) {
    const at = fieldPlace(workbook, { ...place, sheet }, moves);
    const value = grid.get(at.row)?.get(at.column)?.value ?? null;
    if (value !== null && value !== '') entries[place.key] = value;
  }
  return entries;
}
