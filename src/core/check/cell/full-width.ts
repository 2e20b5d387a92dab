/** Full-width letters, digits and blanks in names and codes: Ａ型 and A型 look alike and are two products. */
import { narrowText } from '../../codec/clean';
import { TEXTUAL, type CellRule } from '../cell-rule';

export const fullWidth: CellRule = {
  kinds: TEXTUAL,
  find({ value }) {
    if (typeof value !== 'string') return null;
    const right = narrowText(value);
    return right === value ? null : { code: 'cell/full-width', params: { value, right: right.trim() } };
  },
};
