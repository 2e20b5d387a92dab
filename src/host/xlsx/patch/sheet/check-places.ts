/** Cells that cannot be written alone: those under a merge, those of an array formula. */
import { HostError } from '../../../../app/ports';
import { holds, meets, rangeOf, refOf, type Area } from '../../../../core/model/area';
import { address } from '../../../../core/model/address';
import { BLANK, type Block } from '../../../../core/model/block';
import type { CellWrite } from './cell-write';
import { areaAfter, type ListShape } from './list-rows';
import { allElements, attributeOf, elementsOf } from './xml-text';

export interface Places {
  readonly merges: readonly Area[];
  readonly arrays: readonly Area[];
}

export function mergesOf(tail: string): readonly Area[] {
  if (!tail.includes('mergeCell')) return [];
  return [...allElements(elementsOf(tail))].filter(({ name }) => name === 'mergeCell')
    .flatMap(({ start, openEnd }) => rangeOf(attributeOf(tail.slice(start, openEnd), 'ref') ?? '') ?? []);
}

const corner = (area: Area): string => address(area.top, area.left);

/** Throws HostError `xlsx/cell-merged`, `xlsx/cell-in-array` where rows taken out would tear an area apart. */
export function assertMovable(sheet: string, list: ListShape, { merges, arrays }: Places): void {
  const first = list.removed[0];
  if (first === undefined) return;
  const moving: Area = { top: first.from, bottom: list.end, left: list.left, right: list.right };
  const torn = merges.find((area) => meets(area, moving) && (area.left < list.left || area.right > list.right || area.bottom > list.end));
  if (torn !== undefined) throw new HostError('xlsx/cell-merged', { sheet, cell: corner(torn), range: refOf(torn) });
  const array = arrays.find((area) => meets(area, moving));
  if (array !== undefined) throw new HostError('xlsx/cell-in-array', { sheet, cell: corner(array), range: refOf(array) });
}

/** Throws HostError `xlsx/cell-merged`, `xlsx/cell-in-array` for a write that is not possible there. */
export function assertPlaces(
  sheet: string, { merges, arrays }: Places, list: ListShape | undefined,
  cells: ReadonlyMap<number, readonly CellWrite[]>, blocks: readonly Block[], columns: Readonly<Record<string, number>>,
): void {
  const after = list === undefined ? merges : merges.flatMap((area) => areaAfter(list, area) ?? []);
  const refuse = (code: string, area: Area, row: number, column: number): never => {
    throw new HostError(code, { sheet, cell: address(row, column), range: refOf(area) });
  };
  const rows = [...cells.keys()];
  rows.sort((a, b) => a - b);
  for (const [code, areas] of [['xlsx/cell-merged', after], ['xlsx/cell-in-array', arrays]] as const) {
    const merged = areas === after;
    for (const area of areas) {
      for (let i = firstAtLeast(rows, area.top); (rows[i] ?? Infinity) <= area.bottom; i++) {
        const row = rows[i] ?? 0;
        for (const { column, keepFormula } of cells.get(row) ?? []) {
          const allowed = merged ? row === area.top && column === area.left : keepFormula === true;
          if (!allowed && holds(area, row, column)) refuse(code, area, row, column);
        }
      }
      for (const { firstRow, length, columns: held } of blocks) {
        for (let row = Math.max(area.top, firstRow); row <= Math.min(area.bottom, firstRow + length - 1); row++) {
          for (const [key, { kind }] of Object.entries(held)) {
            const column = columns[key] ?? 0;
            const allowed = (merged && row === area.top && column === area.left) || (kind[row - firstRow] ?? BLANK) === BLANK;
            if (!allowed && holds(area, row, column)) refuse(code, area, row, column);
          }
        }
      }
    }
  }
}

function firstAtLeast(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
