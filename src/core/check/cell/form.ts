/** Codes with a check of their own that are right but not in the form that is stored: lower case, dashes, C34 for 34. */
import type { ValueKind } from '../../model/raw-sheet';
import { shown } from '../../codec/codec';
import type { CellRule } from '../cell-rule';

export const form: CellRule = {
  kinds: new Set<ValueKind>(['uscc', 'industry']),
  find({ value, read }) {
    if (value === read || typeof read !== 'string') return null;
    return { code: 'cell/form', params: { value: shown(value), right: read } };
  },
};
