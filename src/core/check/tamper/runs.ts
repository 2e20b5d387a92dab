/** Cells that follow each other downwards told as one range. */
import { refOf } from '../../model/area';

export interface Run<T> {
  readonly row: number;
  readonly column: number;
  readonly range: string;
  readonly first: T;
  readonly all: readonly T[];
}

/** By column, downwards; `kind` says what belongs together. */
export function runsOf<T extends { readonly row: number; readonly column: number }>(cells: readonly T[], kind: (cell: T) => string): readonly Run<T>[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const groups: T[][] = [];
  for (const cell of sorted) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && last.column === cell.column && last.row + 1 === cell.row && kind(last) === kind(cell)) group.push(cell);
    else groups.push([cell]);
  }
  return groups.flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { row, column } = first;
    return [{ row, column, first, all, range: refOf({ top: row, left: column, bottom: row + all.length - 1, right: column }) }];
  });
}
