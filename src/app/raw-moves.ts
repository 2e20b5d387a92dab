/** Where the columns and rows of a raw-data sheet went: by their headers, and where a header was changed by the names that follow the column. */
import { columnName } from '../core/form/names';
import type { Moves } from '../core/merge/moves';
import { MAX_COLUMN, MAX_ROW } from '../core/model/address';
import { HEADER_ROW, type RawSheetDef } from '../core/model/raw-sheet';
import { namePlace } from './name-place';
import type { ReadableWorkbook } from './ports';
import type { ContentReading } from './read-content';

/** The column to which a column's name leads now; null where the name is gone, or leads elsewhere. */
export function namedColumn(workbook: ReadableWorkbook, def: RawSheetDef, key: string): number | null {
  const place = namePlace(workbook, columnName(def, key));
  return place !== null && place.sheet === def.sheet ? place.column : null;
}

/** Null where nothing moved. `above` says where what stands above the header went. */
export function rawMoves(workbook: ReadableWorkbook, def: RawSheetDef, { places, headerRows }: ContentReading, above: Moves | null): Moves | null {
  const at = places[def.key] ?? {};
  const columns = def.columns.map(({ key }, i) => at[key] ?? namedColumn(workbook, def, key) ?? i + 1);
  const down = (headerRows[def.key] ?? HEADER_ROW) - HEADER_ROW;
  if (down === 0 && columns.every((column, i) => column === i + 1)) return above === null ? null : { row: (row) => above.row(row), column: (column) => columns[column - 1] ?? column };
  const beside = Math.max(...columns) - columns.length;
  return {
    row: (row) => (row < HEADER_ROW ? above?.row(row) ?? row : Math.min(MAX_ROW, row + down)),
    column: (column) => columns[column - 1] ?? Math.min(MAX_COLUMN, column + beside),
  };
}
