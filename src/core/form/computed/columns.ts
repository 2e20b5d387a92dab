/** Fields of a repeated list, one below the other in the sheet: as a range for formulas, and as the values they have now. */
import type { CellValue } from '../../model/cell';
import type { ComputeScope, FieldRef } from './scope';

export interface ListColumn {
  /** From the first to the last of them; what stands between, where the list is one of blocks, is in it too. */
  readonly range: string;
  readonly values: readonly CellValue[];
}

/** Null where the form is not in the workbook. */
export function listColumn(scope: ComputeScope, form: string, list: string, key: string): ListColumn | null {
  const refs: FieldRef[] = [];
  for (let ref = scope.fieldOf(form, `${list}[0].${key}`); ref !== null; ref = scope.fieldOf(form, `${list}[${refs.length}].${key}`)) refs.push(ref);
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { range: `${first.ref}:${last.ref.split('!').at(-1) ?? ''}`, values: refs.map(({ value }) => value) };
}

/** As `=` compares two cells of one kind: without regard to case. Blanks are equal to nothing here. */
export function equalCells(a: CellValue, b: CellValue): boolean {
  if (a === null || a === '' || b === null || b === '') return false;
  return typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;
}

/** Where LOOKUP finds a value that may stand more than once; -1 where it does not stand. */
export function lastEqual(values: readonly CellValue[], wanted: CellValue): number {
  return values.reduce<number>((last, value, i) => (equalCells(value, wanted) ? i : last), -1);
}
