/** When two cells count as holding the same. */
import type { CellValue } from '../model/cell';

/** Programs keep 15 to 17 digits. */
const TOLERANCE = 1e-14;

/** A formula that gives an empty text and a blank cell look alike. */
export function isBlankValue(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}

export function sameValue(a: CellValue = null, b: CellValue = null): boolean {
  if (isBlankValue(a) || isBlankValue(b)) return isBlankValue(a) && isBlankValue(b);
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) return a.error === b.error;
  // A line ends as \n in a cell, and as \r\n where it was pasted.
  return typeof a === 'string' && typeof b === 'string' ? a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n') : a === b;
}
