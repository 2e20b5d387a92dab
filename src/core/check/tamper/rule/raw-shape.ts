/** The shape of a raw-data sheet: rows that an editor put below the table, columns that people put between ours. */
import { columnLetters } from '../../../model/address';
import { areaOf } from '../../../model/area';
import type { TamperFinding, TamperRule } from '../tamper-rule';

export const outsideTable: TamperRule = {
  find({ raw, structure }) {
    if (raw === null) return [];
    const columns = raw.columns.flatMap(({ column }) => column ?? []);
    const table = structure.tables.map(({ ref }) => areaOf(ref)).find((area) => area !== null && area.top === raw.headerRow && columns.some((column) => column >= area.left && column <= area.right));
    const [first, ...rest] = table === undefined || table === null ? [] : raw.rows.filter((row) => row > table.bottom);
    if (first === undefined) return [];
    return [{ code: 'rows/outside-table', row: first, column: table?.left ?? 1, params: { range: `${first}:${rest.at(-1) ?? first}`, rows: rest.length + 1 } }];
  },
};

export const insertedColumns: TamperRule = {
  find(sheet) {
    const { raw, grid, spec, moves } = sheet;
    const taken = new Set(raw?.columns.flatMap(({ column }) => column ?? []));
    // Where a header is missing, its column is one that was renamed, and is told as that.
    if (raw === null || taken.size === 0) return [];
    const renamed = new Set(raw.columns.flatMap(({ column }, c) => (column === null ? [moves.get(spec.name)?.column(c + 1) ?? c + 1] : [])));
    const found: TamperFinding[] = [];
    for (let column = 1; column < Math.max(...taken); column++) {
      if (taken.has(column) || renamed.has(column)) continue;
      const header = grid.get(raw.headerRow)?.get(column)?.value;
      found.push({ code: 'column/inserted', row: raw.headerRow, column, params: { column: typeof header === 'string' && header !== '' ? header : columnLetters(column) } });
    }
    return found;
  },
};
