/** One cell in three states. */
import { sameValue } from '../merge/same-value';
import type { CellValue } from '../model/cell';

/** `taken`: the other side's value went in. */
export type ValueMerge = { readonly value: CellValue; readonly outcome: 'same' | 'kept' | 'taken' | 'conflict' };

/** What only one side changed is that side's; of a conflict the result is mine. */
export function mergeValue(base: CellValue, mine: CellValue, theirs: CellValue): ValueMerge {
  if (sameValue(mine, theirs)) return { value: mine, outcome: 'same' };
  if (sameValue(base, mine)) return { value: theirs, outcome: 'taken' };
  return { value: mine, outcome: sameValue(base, theirs) ? 'kept' : 'conflict' };
}
