/** Checks the small table beside the rows of a raw-data sheet: the weights of survey items (A.1 7.1), which have to add up to 1. */
import { cleanText } from '../codec/clean';
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
  const cells = rows.flatMap((row, i) =>
    columns.flatMap(({ column, place, check }): readonly Issue[] => {
      const finding = check(row[column.key] ?? null);
      if (finding === null) return [];
      const { code, params } = finding;
      return [{ code, severity: severityOf(code), sheet: def.sheet, cell: address(FIRST_DATA_ROW + i, place), clause: def.feeds, params }];
    }),
  );  return cells.length > 0 ? cells : checkWeights(def, rows, firstColumn);
}

type SideRow = Readonly<Record<string, CellValue>>;

/** The slack with which satisfaction takes the sum for 1. */
const SLACK = 1e-6;

/** Asked of tables whose cells are right. */
function checkWeights({ side, sheet, feeds }: RawSheetDef, rows: readonly SideRow[], firstColumn: number): readonly Issue[] {
  const [item, weight] = ['item', 'weight'].map((key) => side?.columns.findIndex((column) => column.key === key) ?? -1);
  if (item === undefined || weight === undefined || item < 0 || weight < 0) return [];
  const at = (column: number, index: number): string => address(FIRST_DATA_ROW + index, firstColumn + column);
  const issues: Issue[] = [];
  const seen = new Map<string, string>();
  let sum = 0;
  for (const [index, row] of rows.entries()) {
    const name = typeof row['item'] === 'string' ? cleanText(row['item']) : '';
    const first = seen.get(name.toLowerCase());
    if (first !== undefined) issues.push({ code: 'side/item-twice', severity: severityOf('side/item-twice'), sheet, cell: at(item, index), clause: feeds, params: { item: name, first } });
    else if (name !== '') seen.set(name.toLowerCase(), at(item, index));
    sum += typeof row['weight'] === 'number' ? row['weight'] : Number.NaN;
  }
  if (rows.length > 0 && Math.abs(sum - 1) > SLACK) issues.push({ code: 'side/weights', severity: severityOf('side/weights'), sheet, cell: at(weight, 0), clause: feeds, params: { sum: Number(sum.toFixed(6)) } });
  return issues;
}
