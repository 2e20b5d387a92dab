/**
 * The last used row of a raw-data sheet as a formula. Rows arrive by typing and pasting below the table in any editor, so
 * no table or fixed range knows where they end. Nothing cheap is certain for every mix of values, but each of these gives
 * a used row or less, never more, so their maximum is taken over all columns:
 *   - the last number (binary search for a number above all others);
 *   - the last text (search for a text above all others; which sign sorts last differs between collations by pinyin
 *     and by code point, hence two), and the last text by descending search for the least one;
 *   - the count of used cells, which is exact where there are no gaps, whatever the cells hold.
 * All are approximate matches on whole columns: a handful of steps each, not volatile, known to Excel 2010.
 */
import type { Block } from '../model/block';
import { BLANK } from '../model/block';
import { columnLetters, MAX_ROW, quoteSheet } from '../model/address';
import { FIRST_DATA_ROW, HEADER_ROW, type RawSheetDef } from '../model/raw-sheet';

/** The least it says. Two rows: over a single cell some functions no longer take an expression for an array. */
const LEAST_LAST_ROW = FIRST_DATA_ROW + 1;
const HIGHEST_TEXTS = ['"々"', '"龥"'] as const;

export function lastRowFormula(def: RawSheetDef): string {
  const sheet = quoteSheet(def.sheet);
  const candidates = def.columns.flatMap((_, index) => {
    const letters = columnLetters(index + 1);
    const column = `${sheet}!$${letters}:$${letters}`;
    const matches = ['9.9E+307', ...HIGHEST_TEXTS].map((key) => `IFERROR(MATCH(${key},${column}),0)`);
    const counted = `${HEADER_ROW - 1}+COUNTA(${sheet}!$${letters}$${HEADER_ROW}:$${letters}$${MAX_ROW})`; // from the header, which stays
    return [...matches, `IFERROR(MATCH("*",${column},-1),0)`, counted];
  });
  return `MAX(${LEAST_LAST_ROW},${candidates.join(',')})`;
}

/** The same of rows in memory. */
export function lastRow(blocks: readonly Block[]): number {
  return Math.max(LEAST_LAST_ROW, lastUsedRow(blocks));
}

/** The last row that holds anything; the first data row when none does. */
export function lastUsedRow(blocks: readonly Block[]): number {
  let last = FIRST_DATA_ROW;
  for (const block of blocks) {
    for (const column of Object.values(block.columns)) {
      for (let i = block.length - 1; i >= 0 && block.firstRow + i > last; i--) {
        if ((column.kind[i] ?? BLANK) !== BLANK) last = block.firstRow + i;
      }
    }
  }
  return last;
}
