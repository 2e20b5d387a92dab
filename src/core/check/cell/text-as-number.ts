/** Codes and names stored as numbers or as TRUE/FALSE: they equal no text, and leading zeros are gone. */
import { shown } from '../../codec/codec';
import type { ValueKind } from '../../model/raw-sheet';
import type { CellRule } from '../cell-rule';

export const textAsNumber: CellRule = {
  kinds: new Set<ValueKind>(['text', 'code', 'uscc', 'industry']),
  find({ value }) {
    return typeof value === 'string' ? null : { code: 'cell/text-as-number', params: { value: shown(value) } };
  },
};
