/** Blanks at the ends and invisible characters in names and codes. */
import { TEXTUAL, type CellRule } from '../cell-rule';

export const space: CellRule = {
  kinds: TEXTUAL,
  find({ value, read }) {
    if (typeof value !== 'string' || typeof read !== 'string' || value === read) return null;
    return { code: 'cell/space', params: { value, right: read } };
  },
};
