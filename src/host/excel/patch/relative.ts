/** A formula as it reads from the cell it is written for, so that the same rule is known wherever its range begins. */
import { columnNumber } from '../../../core/model/address';

const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(])/gu;

export function relativeKey(formula: string, top: number, left: number): string {
  return formula.replace(PARTS, (found: string, columnFixed: string | undefined, letters = '', rowFixed = '', row = '') => {
    if (columnFixed === undefined) return found;
    const column = columnNumber(letters);
    return `R${rowFixed === '$' ? row : `[${Number(row) - top}]`}C${columnFixed === '$' ? column : `[${column - left}]`}`;
  });
}
