/** Entries that are not shown: they count like the others. */
import { columnLetters } from '../../../model/address';
import type { Lines } from '../../../model/sheet-structure';
import type { SheetFacts, TamperFinding, TamperRule } from '../tamper-rule';

export const hidden: TamperRule = {
  find(sheet) {
    const { spec, structure } = sheet;
    const rows = filledRows(sheet).filter(isIn(structure.hiddenRows));
    const [first = 0] = rows;
    const shownBefore = new Set(spec.columns.flatMap(({ hidden: known }, c) => (known === true ? [c + 1] : [])));
    const columns = filledColumns(sheet).filter(({ column }) => !shownBefore.has(column) && isIn(structure.hiddenColumns)(column));
    return [
      ...(rows.length === 0 ? [] : [{ code: structure.filtered ? ('rows/filtered' as const) : ('rows/hidden' as const), row: first, column: 1, params: { range: `${first}:${rows.at(-1) ?? first}`, rows: rows.length } }]),
      ...columns.map(({ column, label, row }): TamperFinding => ({ code: 'column/hidden', row, column, params: { column: label || columnLetters(column) } })),
    ];
  },
};

function filledRows({ raw, fields }: SheetFacts): readonly number[] {
  if (raw !== null) return raw.rows;
  return [...new Set(fields.filter(({ filled }) => filled).map(({ row }) => row))].sort((a, b) => a - b);
}

function filledColumns({ raw, fields }: SheetFacts): readonly { readonly column: number; readonly label: string; readonly row: number }[] {
  if (raw !== null) return raw.columns.flatMap(({ header, column, filled }) => (column === null || !filled ? [] : [{ column, label: header, row: raw.headerRow }]));
  const first = new Map<number, { readonly column: number; readonly label: string; readonly row: number }>();
  for (const { row, column, label, filled } of fields) if (filled && !first.has(column)) first.set(column, { row, column, label });
  return [...first.values()];
}

/** Asked ever further down, as rows are; the lines are in order. */
function isIn(lines: readonly Lines[]): (line: number) => boolean {
  return (line) => {
    let [low, high] = [0, lines.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { first = 0, last = 0 } = lines[middle] ?? {};
      if (line < first) high = middle - 1;
      else if (line > last) low = middle + 1;
      else return true;
    }
    return false;
  };
}
