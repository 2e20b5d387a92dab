/** Checks the small table beside the rows of a raw-data sheet, e.g. the weights of survey items. */
import type { Issue } from '../issue/issue';
import { address } from '../model/address';
import type { CellValue } from '../model/cell';
import { FIRST_DATA_ROW, type RawSheetDef } from '../model/raw-sheet';
import { createCellCheck } from './check-cell';
import { severityOf } from './collector';

/** `rows` hold what was typed; one that is begun needs its required cells. */
export function checkSide(def: RawSheetDef, rows: readonly Readonly<Record<string, CellValue>>[]): readonly Issue[] {
  const { side } = def;
  if (side === undefined) return [];
  // One empty column stands between the rows and the table.
  const firstColumn = def.columns.length + 2;
  const columns = side.columns.map((column, i) => ({ column, place: firstColumn + i, check: createCellCheck({ ...column, label: `${side.title}·${column.header}` }) }));
  return rows.flatMap((row, i) =>
    columns.flatMap(({ column, place, check }): readonly Issue[] => {
      const finding = check(row[column.key] ?? null);
      if (finding === null) return [];
      const { code, params } = finding;
      return [{ code, severity: severityOf(code), sheet: def.sheet, cell: address(FIRST_DATA_ROW + i, place), clause: def.feeds, params }];
    }),
  );
}
