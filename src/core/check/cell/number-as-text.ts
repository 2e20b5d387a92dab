/** Numbers stored as text, which sums leave out without a word. */
import { NUMERIC, type CellRule } from '../cell-rule';

export const numberAsText: CellRule = {
  kinds: NUMERIC,
  find({ value, read }) {
    if (typeof value !== 'string' || typeof read !== 'number') return null;
    return { code: 'cell/number-as-text', params: { value, number: read } };
  },
};
