/** Rectangles of cells as references write them. */
import { columnNumber, address, MAX_COLUMN, MAX_ROW } from '../../../../core/model/address';

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const AREA = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/** Null for anything but a cell or a range of cells: whole columns and rows too. */
export function readArea(ref: string): Area | null {
  const found = AREA.exec(ref);
  if (found === null) return null;
  const [, left = 'A', top = '1', right = left, bottom = top] = found;
  const columns = [columnNumber(left.toUpperCase()), columnNumber(right.toUpperCase())];
  const rows = [Number(top), Number(bottom)];
  const area = { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
  return area.top >= 1 && area.bottom <= MAX_ROW && area.right <= MAX_COLUMN ? area : null;
}

export function areaRef({ top, left, bottom, right }: Area): string {
  const start = address(top, left);
  return top === bottom && left === right ? start : `${start}:${address(bottom, right)}`;
}

export function meets(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
