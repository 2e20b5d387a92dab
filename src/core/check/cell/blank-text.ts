/** Cells that look blank and hold blanks: formulas take them as filled. */
import { ANY, type CellRule } from '../cell-rule';

export const blankText: CellRule = {
  kinds: ANY,
  find({ read }, { required }) {
    if (read !== null) return null;
    return { code: required ? 'cell/required' : 'cell/blank-text', params: {} };
  },
};
