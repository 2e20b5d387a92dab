/** Rectangles of cells: read from A1 references, cut, and taken away from each other. */
import { address, columnNumber, MAX_COLUMN, MAX_ROW } from './address';

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const REFERENCE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** A cell, a range, whole columns (`A:C`) or whole rows (`3:5`); null for anything else. */
export function areaOf(ref: string): Area | null {
  const [, left, top, right = left, bottom = top] = REFERENCE.exec(ref) ?? [];
  const [, from, to] = COLUMNS.exec(ref) ?? [];
  const [, first, last] = ROWS.exec(ref) ?? [];
  const columns = [left ?? from ?? 'A', right ?? to ?? 'XFD'].map((letters) => columnNumber(letters.toUpperCase()));
  const rows = [Number(top ?? first ?? 1), Number(bottom ?? last ?? MAX_ROW)];
  if (left === undefined && from === undefined && first === undefined) return null;
  const area = { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
  return area.top >= 1 && area.bottom <= MAX_ROW && area.right <= MAX_COLUMN ? area : null;
}

/** A cell or a range of cells; null for anything else, whole columns and rows too. */
export function rangeOf(ref: string): Area | null {
  return REFERENCE.test(ref) ? areaOf(ref) : null;
}

/** The areas of a list of references; what is none is left out. */
export function areasOf(refs: readonly string[]): readonly Area[] {
  return refs.flatMap((ref) => areaOf(ref) ?? []);
}

export function refOf({ top, left, bottom, right }: Area): string {
  const start = address(top, left);
  return top === bottom && left === right ? start : `${start}:${address(bottom, right)}`;
}

/** What two areas have in common; null where they do not meet. */
export function common(a: Area, b: Area): Area | null {
  const area = { top: Math.max(a.top, b.top), left: Math.max(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right) };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

export function meets(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** What is left of the first without the second: up to four areas, from the top. */
export function without(area: Area, hole: Area): readonly Area[] {
  const cut = common(area, hole);
  if (cut === null) return [area];
  return [
    { ...area, bottom: cut.top - 1 },
    { ...area, top: cut.top, bottom: cut.bottom, right: cut.left - 1 },
    { ...area, top: cut.top, bottom: cut.bottom, left: cut.right + 1 },
    { ...area, top: cut.bottom + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

/** What none of the holes takes away. */
export function withoutAll(areas: readonly Area[], holes: readonly Area[]): readonly Area[] {
  return holes.reduce<readonly Area[]>((left, hole) => left.flatMap((area) => without(area, hole)), areas);
}

export function cellsIn({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}
