/** Dates stored as text or as digits (20240506), which no formula compares with a date. */
import { isoOf, isoTimeOf } from '../../codec/date';
import { DATED, type CellRule } from '../cell-rule';

export const dateAsText: CellRule = {
  kinds: DATED,
  find({ value, read }, { kind }) {
    if (typeof read !== 'number') return null;
    const date = kind === 'datetime' ? isoTimeOf(read) : isoOf(read);
    if (typeof value === 'string') return { code: 'cell/date-as-text', params: { value, date } };
    // A serial date and what is read from it are in the same month; digits are eight figures long.
    if (typeof value === 'number' && Math.abs(value - read) > 31) return { code: 'cell/date-as-number', params: { value, date } };
    return null;
  },
};
