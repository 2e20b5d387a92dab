/** A value as people read it: dates by the calendar, blanks by a word. */
import type { CellValue } from '../model/cell';
import type { ValueKind } from '../model/raw-sheet';
import type { Language } from './cli';
import { compareText } from './compare-texts';

/** Days between the epoch of spreadsheets and that of JavaScript. */
const UNIX_EPOCH = 25_569;
const DAY = 86_400_000;
const FIRST_DATE = 61;
const LAST_DATE = 2_958_466;

export function shownValue(value: CellValue, kind: ValueKind, language: Language): string {
  if (value === null || value === '') return compareText(language, 'compare/blank');
  if (typeof value === 'object') return value.error;
  if (typeof value === 'number' && value >= FIRST_DATE && value < LAST_DATE) {
    const iso = new Date(Math.round((value - UNIX_EPOCH) * DAY)).toISOString();
    if (kind === 'date') return iso.slice(0, 10);
    if (kind === 'month') return iso.slice(0, 7);
    if (kind === 'datetime') return iso.slice(0, 16).replace('T', ' ');
  }
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}
