/**
 * A shared formula is stored once, for its first cell; in the others its relative references move with the cell
 * (ISO/IEC 29500-1, 18.3.1.40 f).
 */
import { columnLetters, columnNumber, MAX_COLUMN, MAX_ROW } from '../../../core/model/address';

/** Strings, quoted sheets, brackets of tables; a cell; a range of whole columns; a range of whole rows. Anything longer is a name. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\p{L}\p{N}_.\\$])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\p{N}_.(![\\])/gu;

function movedColumn(fixed: string, letters: string, by: number): string | null {
  if (fixed === '$') return fixed + letters;
  const column = columnNumber(letters.toUpperCase()) + by;
  return column >= 1 && column <= MAX_COLUMN ? columnLetters(column) : null;
}

function movedRow(fixed: string, digits: string, by: number): string | null {
  if (fixed === '$') return fixed + digits;
  const row = Number(digits) + by;
  return row >= 1 && row <= MAX_ROW ? String(row) : null;
}

const isColumn = (letters: string): boolean => columnNumber(letters.toUpperCase()) <= MAX_COLUMN;
const isRow = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= MAX_ROW;

function join(parts: readonly (string | null)[], between: string): string {
  return parts.includes(null) ? '#REF!' : parts.join(between);
}

/** The formula as it reads `rows` further down and `columns` further right. What looks like a cell beyond the sheet (`YTD2024`) is a name. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (token: string, ...groups: readonly (string | undefined)[]) => {
    const [columnFixed, column, rowFixed, row, firstFixed, first, lastFixed, last, topFixed, top, bottomFixed, bottom] = groups;
    if (column !== undefined && row !== undefined) return !isColumn(column) || !isRow(row) ? token : join([movedColumn(columnFixed ?? '', column, columns), movedRow(rowFixed ?? '', row, rows)], '');
    if (first !== undefined && last !== undefined) return !isColumn(first) || !isColumn(last) ? token : join([movedColumn(firstFixed ?? '', first, columns), movedColumn(lastFixed ?? '', last, columns)], ':');
    if (top !== undefined && bottom !== undefined) return !isRow(top) || !isRow(bottom) ? token : join([movedRow(topFixed ?? '', top, rows), movedRow(bottomFixed ?? '', bottom, rows)], ':');
    return token;
  });
}
