/** Entries that mean a choice of the list (Y for 是, a blank too many) and are not written like it. */
import type { ValueKind } from '../../model/raw-sheet';
import { shown } from '../../codec/codec';
import type { CellRule } from '../cell-rule';

export const spelling: CellRule = {
  kinds: new Set<ValueKind>(['choice']),
  find({ value, read }) {
    if (value === read || typeof read !== 'string') return null;
    return { code: 'cell/spelling', params: { value: shown(value), right: read } };
  },
};
