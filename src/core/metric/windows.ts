/** The days that a metric is measured over: a window of a period, given the as-of date. The sheet has the same in cells. */
import { sameStretchEnd } from '../codec/same-stretch';
import type { PeriodKey, Periods } from '../model/period';
import type { Window } from './metric-def';
import { addMonthsTo } from './months';

/** First and last day (inclusive) and the as-of date, as serial dates. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly asOf: number;
}

/** Last day of what is compared like for like: the current period up to the as-of date, and the baseline up to the day that answers to it (同期截止日). */
export function elapsedEnd(period: PeriodKey, { baseline, current, asOf }: Periods): number {
  if (period === 'current') return Math.min(current.end, asOf);
  return asOf >= current.end ? baseline.end : Math.min(baseline.end, sameStretchEnd(baseline.start, current.start, asOf));
}

/** Days of `window` for one of the periods. `all` has no days; its bounds are not used. */
export function boundsOf(window: Window, key: PeriodKey, periods: Periods): Bounds {
  const { asOf } = periods;
  const { start, end } = periods[key];
  const known = Math.min(end, asOf);
  switch (window) {
    case 'period':
    case 'all':
      return { low: start, high: end, asOf };
    case 'elapsed':
      return { low: start, high: elapsedEnd(key, periods), asOf };
    case 'threeYears':
      return { low: addMonthsTo(known, -36) + 1, high: known, asOf };
    case 'upTo':
      return { low: 1, high: known, asOf };
  }
}
