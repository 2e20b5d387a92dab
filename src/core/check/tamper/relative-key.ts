/** A formula of a rule as a key that does not depend on the cell for which it is written: relative references become distances. */
import { formulaKey } from '../../merge/formula-key';
import { columnNumber } from '../../model/address';

const REFERENCE = /"(?:[^"]|"")*"|\[[^\]]*\]|(?<![\p{L}\p{N}_.\\])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/** `row` and `column` are those of the cell for which the formula is written. */
export function relativeKey(formula: string, row: number, column: number): string {
  return formulaKey(formula).replace(REFERENCE, (token: string, ...groups: readonly (string | undefined)[]) => {
    const [fixedColumn, letters, fixedRow, digits] = groups;
    if (letters === undefined || digits === undefined) return token;
    return `${fixedColumn === '$' ? letters : `C[${columnNumber(letters) - column}]`}${fixedRow === '$' ? `$${digits}` : `R[${Number(digits) - row}]`}`;
  });
}
