/**
 * The last day up to which each period's rows count. The current period ends at the as-of date; the baseline is cut at
 * the same distance from its start, so that both periods are observed for equally long.
 */
import type { CellValue } from '../../model/cell';
import { numberOf, type ComputeScope, type Computation } from './scope';

/** Zero (dates not yet typed) is not shown. */
const DATE = 'yyyy-mm-dd;;';

export function asOfCurrent(scope: ComputeScope): Computation {
  const { end, asOf } = read(scope);
  return { formula: 'MIN(N(提升后_结束),N(数据截止日))', value: Math.min(end, asOf), format: DATE };
}

export function asOfBaseline(scope: ComputeScope): Computation {
  const { baselineStart, baselineEnd, start, end, asOf } = read(scope);
  return {
    formula: 'IF(N(数据截止日)>=N(提升后_结束),N(提升前_结束),MIN(N(提升前_结束),N(提升前_开始)+(N(数据截止日)-N(提升后_开始))))',
    value: asOf >= end ? baselineEnd : Math.min(baselineEnd, baselineStart + (asOf - start)),
    format: DATE,
  };
}

function read(scope: ComputeScope): { baselineStart: number; baselineEnd: number; start: number; end: number; asOf: number } {
  const value = (key: string): number => numberOf(scope.home(key) satisfies CellValue);
  return {
    baselineStart: value('periods.baseline.start'),
    baselineEnd: value('periods.baseline.end'),
    start: value('periods.current.start'),
    end: value('periods.current.end'),
    asOf: value('asOf'),
  };
}
