/** A shared formula moved to another cell: only formulas of plain references, operators and numbers are within its reach. */
import { columnLetters, columnNumber, MAX_COLUMN, MAX_ROW } from '../../../src/core/model/address';
import { doubt } from './strict-schema';

export function moved(formula: string, rows: number, columns: number): string {
  // Function names, numbers, operators, and references with their signs.
  if (!/^[A-Z0-9$:+\-*/(),.&<>= ]*$/.test(formula)) return doubt('formula');
  return formula.replace(/(\$?)([A-Z]+)(\$?)(\d+)(?![\d(A-Z.])|[A-Z][A-Z0-9.]*\(|[A-Z$][A-Z0-9$]*|\d+(?:\.\d+)?(?:E[+-]?\d+)?/g, (token: string, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
    if (letters === undefined || digits === undefined) return /^(\d|[A-Z.0-9]+\($|TRUE$|FALSE$)/.test(token) ? token : doubt(`token ${token}`);
    const column = columnNumber(letters) + (fixedColumn === '$' ? 0 : columns);
    const row = Number(digits) + (fixedRow === '$' ? 0 : rows);
    if (letters.length > 3 || column < 1 || column > MAX_COLUMN || row < 1 || row > MAX_ROW) return doubt('reference outside the sheet');
    return `${fixedColumn ?? ''}${columnLetters(column)}${fixedRow ?? ''}${row}`;
  });
}
