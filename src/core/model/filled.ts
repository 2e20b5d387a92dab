/** When a cell counts as filled: blanks of any width and invisible characters fill nothing. */
import type { CellValue } from './cell';

/** What exports and web pages leave around a text: byte order marks, zero-width characters. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

export function isFilled(value: CellValue): boolean {
  return typeof value === 'string' ? value.replace(INVISIBLE, '').trim() !== '' : value !== null;
}
