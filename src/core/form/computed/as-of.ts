/**
 * The last day up to which each period's rows count. The current period ends at the as-of date; the baseline is cut at
 * the day that answers to it, so that both periods are observed for equally long.
 */
import { FIRST_DATE } from '../../codec/date';
import { sameStretchEnd } from '../../codec/same-stretch';
import type { CellValue } from '../../model/cell';
import { numberOf, type ComputeScope, type Computation } from './scope';

/** Zero (dates not yet typed) is not shown. */
const DATE = 'yyyy-mm-dd;;';

export function asOfCurrent(scope: ComputeScope): Computation {
  const { end, asOf } = read(scope);
  return { formula: 'MIN(N(提升后_结束),N(数据截止日))', value: Math.min(end, asOf), format: DATE };
}

const DATES = ['提升前_开始', '提升前_结束', '提升后_开始', '提升后_结束', '数据截止日'].join(',');
const MONTHS = '((YEAR(提升前_开始)-YEAR(提升后_开始))*12+MONTH(提升前_开始)-MONTH(提升后_开始))';
const ANSWERING = `IF(DAY(数据截止日+1)=1,EOMONTH(数据截止日,${MONTHS}),EDATE(数据截止日,${MONTHS}))`;
const STRETCH = `IF(DAY(提升前_开始)=DAY(提升后_开始),IFERROR(${ANSWERING},0),提升前_开始+(数据截止日-提升后_开始))`;

/** 0 while a date is missing. */
export const AS_OF_BASELINE = `IF(COUNT(${DATES})<5,0,IF(MIN(${DATES})<${FIRST_DATE},0,IF(数据截止日>=提升后_结束,提升前_结束,MIN(提升前_结束,${STRETCH}))))`;

export function asOfBaseline(scope: ComputeScope): Computation {
  const { baselineStart, baselineEnd, start, end, asOf } = read(scope);
  const missing = Math.min(baselineStart, baselineEnd, start, end, asOf) < FIRST_DATE;
  return {
    formula: AS_OF_BASELINE,
    value: missing ? 0 : asOf >= end ? baselineEnd : Math.min(baselineEnd, sameStretchEnd(baselineStart, start, asOf)),
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
