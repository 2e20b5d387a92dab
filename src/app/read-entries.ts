/** What was typed into the forms of an opened workbook. */
import type { CellValue, SheetRow } from '../core/model/cell';
import type { FieldPlace } from '../core/model/form';
import { namePlace } from './name-place';
import type { ReadableWorkbook } from './ports';

export type Entries = Readonly<Record<string, CellValue>>;

/** Fields with a defined name are found by it, wherever the cell went; the others where the layout put them. Blank fields are left out. */
export async function readEntries(workbook: ReadableWorkbook, sheet: string, places: readonly FieldPlace[]): Promise<Entries> {
  const rows = new Map<number, SheetRow>();
  for await (const row of workbook.rows(sheet)) rows.set(row.row, row);
  const entries: Record<string, CellValue> = {};
  for (const place of places) {
    const named = place.name === undefined ? null : namePlace(workbook, place.name);
    const at = named !== null && named.sheet === sheet ? named : place;
    const value = rows.get(at.row)?.cells.get(at.column)?.value ?? null;
    if (value !== null && value !== '') entries[place.key] = value;
  }
  return entries;
}
