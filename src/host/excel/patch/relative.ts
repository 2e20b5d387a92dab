/** A formula as it reads from the cell it is written for, so that the same rule is known wherever its range begins. */
import { columnNumber } from '../../../core/model/address';
import { areaOf } from '../../../core/model/area';

const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(])/gu;

export function relativeKey(formula: string, top: number, left: number): string {
  return formula.replace(PARTS, (found: string, columnFixed: string | undefined, letters = '', rowFixed = '', row = '') => {
    if (columnFixed === undefined) return found;
    const column = columnNumber(letters);
    return `R${rowFixed === '$' ? row : `[${Number(row) - top}]`}C${columnFixed === '$' ? column : `[${column - left}]`}`;
  });
}

/** The same mark, wherever its ranges begin. */
export function sameMark({ formula, ref }: { readonly formula: string; readonly ref: string }, { formula: other, refs }: { readonly formula: string; readonly refs: readonly string[] }): boolean {
  const [own, first] = [areaOf(ref), areaOf(refs[0] ?? '')];
  return own !== null && first !== null && relativeKey(formula, own.top, own.left) === relativeKey(other, first.top, first.left);
}
