/** The interval beside a figure, by its family. */
import type { Interval } from '../model/metric-result';
import { exponentialInterval } from '../stats/exponential';
import { meanInterval } from '../stats/mean-interval';
import { normalCritical } from '../stats/normal';
import { poissonInterval } from '../stats/poisson';
import { wilson } from '../stats/wilson';
import { hasDenominator } from './outcome';
import type { Measured } from './measure-metrics';
import { standardErrorOf } from './standard-error';

const LEVEL = 0.95;
/** 4.5: the level at which times between failures are stated. */
const TIME_LEVEL = 0.9;
/** Scores run from 0 to 100. */
const FULL_SCORE = 100;

/** Null where the figure has no sampling error (totals of all records) or too few rows carry it. */
export function intervalOf(measured: Measured): Interval | null {
  const { def, outcome, sample } = measured;
  const { status, reason, numerator, denominator, value } = outcome;
  if (def.family === 'time') {
    const measurable = status === 'ok' || reason === 'no-failure';
    if (!measurable || numerator === null || denominator === null || numerator <= 0 || !Number.isInteger(denominator)) return null;
    return { method: 'chi-square', level: TIME_LEVEL, ...exponentialInterval(numerator, denominator, TIME_LEVEL) };
  }
  if (status !== 'ok' || numerator === null || value === null) return null;
  switch (def.family) {
    case 'proportion':
      return isShare(numerator, denominator) ? { method: 'wilson', level: LEVEL, ...wilson(numerator, denominator, LEVEL) } : null;
    case 'countRate': {
      if (!Number.isInteger(numerator) || numerator < 0) return null;
      const { low, high } = poissonInterval(numerator, LEVEL);
      const per = hasDenominator(def) ? (denominator ?? 1) : 1;
      return { method: 'poisson', level: LEVEL, low: low / per, high: high / per };
    }
    case 'ratioOfTotals':
    case 'yield': {
      const error = standardErrorOf(measured);
      if (error === null) return null;
      const half = normalCritical(LEVEL) * error;
      // A product of proportions is one too.
      const [least, most] = def.family === 'yield' ? [0, 1] : [-Infinity, Infinity];
      return { method: 'normal', level: LEVEL, low: Math.max(least, value - half), high: Math.min(most, value + half) };
    }
    case 'score': {
      const range = sample === null || outcome.basis !== 'rows' ? null : meanInterval(sample, LEVEL);
      return range === null || sample === null
        ? null
        : { method: 't', level: LEVEL, low: Math.max(0, value + range.low - sample.mean), high: Math.min(FULL_SCORE, value + range.high - sample.mean) };
    }
    default:
      return null;
  }
}

/** k of n, so that the methods for proportions apply. */
export function isShare(k: number | null, n: number | null): n is number {
  return k !== null && n !== null && n > 0 && k >= 0 && k <= n;
}
