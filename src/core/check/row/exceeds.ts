/** Numbers of one row of which one cannot be more than the other: passed of inspected, score of full score. */
import { columnOf, numberAt, type RowRule } from '../row-rule';

/** Sheet key -> pairs of columns, the part first. */
export const BOUNDED: Readonly<Record<string, readonly (readonly [part: string, whole: string])[]>> = {
  productRevenue: [['revenue', 'segmentTotal']],
  purchases: [['onTimeQuantity', 'arrivalQuantity']],
  processInspection: [['firstPassed', 'inspected'], ['reworkPassed', 'inspected'], ['scrapped', 'inspected']],
  finalInspection: [['passed', 'submitted']],
  deliveries: [['onTimeQuantity', 'deliveredQuantity'], ['returnQuantity', 'deliveredQuantity']],
  warranty: [['firstFailureHours', 'hours']],
  satisfaction: [['score', 'fullScore']],
};

export const exceeds: RowRule = {
  create(def) {
    const pairs = BOUNDED[def.key]?.map(([part, whole]) => ({ part: columnOf(def, part), whole: columnOf(def, whole) }));
    if (pairs === undefined) return null;
    return {
      row(block, index, report) {
        for (const { part, whole } of pairs) {
          const value = numberAt(block, part.key, index);
          const limit = numberAt(block, whole.key, index);
          if (value === null || limit === null || value <= limit) continue;
          report({ code: 'row/exceeds', params: { column: part.header, value, other: whole.header, otherValue: limit } }, part.key, block.firstRow + index);
        }
      },
    };
  },
};
