/** The as-of date (数据截止日) is not before what the rows say was done: nobody knows on that day what is completed later. One issue per column, at its first such row. */
import { isoOf } from '../../../codec/date';
import type { ConsistencyRule } from '../consistency-rule';

export const asOfRows: ConsistencyRule = {
  find({ raw, periods }) {
    if (periods === null) return [];
    return raw.late.map(({ at, column, clause, count, latest }) => ({
      code: 'consistency/after-as-of', clause, at, params: { column, asOf: isoOf(periods.asOf), latest: isoOf(latest), count },
    }));
  },
};
