/** Months that are stored as a day in their middle: they equal no other row of the same month. */
import { isoOf } from '../../codec/date';
import { isSerial } from '../../codec/serial';
import type { ValueKind } from '../../model/raw-sheet';
import type { CellRule } from '../cell-rule';

export const monthDay: CellRule = {
  kinds: new Set<ValueKind>(['month']),
  find({ value, read }) {
    if (typeof value !== 'number' || typeof read !== 'number' || value === read || !isSerial(value)) return null;
    return { code: 'cell/month-day', params: { value: isoOf(value), month: isoOf(read) } };
  },
};
