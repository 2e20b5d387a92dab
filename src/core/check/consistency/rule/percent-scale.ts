/** 7.4 e), 7.6: a rate typed as 98 where 98% is meant is a hundred times too large, and is never reached. */
import type { MetricResult } from '../../../model/metric-result';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { targetsOf } from '../targets';
import type { WorkbookFacts } from '../workbook-facts';

/** Rates beyond this are left alone only where the measured figure is of that size too. */
const MOST = 2;

export const percentScale: ConsistencyRule = {
  find: (workbook) =>
    targetsOf(workbook).flatMap(({ metric, reader, keys, clause }) =>
      keys.flatMap((key): readonly ConsistencyFinding[] => {
        const value = reader.number(key);
        if (value === null || !hasPercentSlip(value, metric, workbook)) return [];
        return [{ code: 'consistency/percent-scale', clause, at: reader.at(key), params: { column: reader.label(key), value, metric: metric.name } }];
      }),
    ),
};

export function hasPercentSlip(typed: number, { key, unit }: MetricResult, workbook: WorkbookFacts): boolean {
  if (unit !== 'ratio' || Math.abs(typed) <= MOST) return false;
  return (['baseline', 'current'] as const).every((period) => Math.abs(workbook.value(key, period) ?? 0) <= MOST);
}
