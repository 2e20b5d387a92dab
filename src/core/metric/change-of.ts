/** Whether a metric changed from the baseline to the current period, and whether the data show it. */
import type { ChangeTest, Interval, MetricChange, Verdict } from '../model/metric-result';
import type { Periods } from '../model/period';
import { compareExponential } from '../stats/exponential';
import { comparePoisson } from '../stats/poisson';
import { newcombe } from '../stats/newcombe';
import { normalCritical, normalTwoSided } from '../stats/normal';
import { compareProportions, expectedCounts, LEAST_EXPECTED, twoProportionZ } from '../stats/two-proportions';
import { welch } from '../stats/welch';
import { evidenceOf } from './before-after';
import { isShare } from './interval-of';
import type { Measured } from './measure-metrics';
import { hasDenominator } from './outcome';
import { standardErrorOf } from './standard-error';

const LEVEL = 0.95;
const ALPHA = 0.05;

/** Periods whose lengths differ by more days than this are not compared (one leap day is allowed). */
const LENGTH_SLACK = 1;

export interface Change extends MetricChange {
  /** Why the two are not compared; null when they are. */
  readonly reason: string | null;
  /** False where the figures are totals of all records, which need no test. */
  readonly tested: boolean;
}

export function comparable({ baseline, current }: Periods): boolean {
  return Math.abs(baseline.end - baseline.start - (current.end - current.start)) <= LENGTH_SLACK;
}

/** `baseline` is null for metrics that are themselves a comparison. */
export function changeOf(baseline: Measured | null, current: Measured, periods: Periods | null): Change {
  const { def } = current;
  const refuse = (reason: string): Change => ({ key: def.key, difference: null, interval: null, test: null, verdict: 'not-comparable', reason, tested: def.family !== 'census' });
  if (periods === null) return refuse('periods-missing');
  if (def.populations.every(({ window }) => window !== 'all') && !comparable(periods)) return refuse('length-differs');
  const after = current.outcome.value;
  if (current.outcome.status !== 'ok' || after === null) return refuse(current.outcome.reason === 'no-failure' ? 'no-failure' : 'current-not-ok');
  if (baseline === null) {
    const { interval, test } = def.family === 'beforeAfter' ? evidenceOf(current) : { interval: null, test: null };
    const difference = after - (def.neutral ?? 0);
    // Without a test a sample proves nothing; a total of all records needs none.
    const verdict = def.family === 'beforeAfter' && test === null ? 'no-evidence' : verdictOf(difference, test, def.better);
    return { key: def.key, difference, interval, test, verdict, reason: null, tested: def.family !== 'census' };
  }
  const before = baseline.outcome.value;
  if (baseline.outcome.status !== 'ok' || before === null) return refuse('baseline-not-ok');
  if (baseline.outcome.basis !== current.outcome.basis) return refuse('basis-differs');
  const { interval, test, tested } = compare(baseline, current);
  const difference = after - before;
  const verdict = tested && test === null ? 'no-evidence' : verdictOf(difference, test, def.better);
  return { key: def.key, difference, interval, test, verdict, reason: null, tested };
}

function verdictOf(difference: number, test: ChangeTest | null, better: 'higher' | 'lower'): Verdict {
  if (difference === 0 || (test !== null && !(test.p < ALPHA))) return 'no-evidence';
  return difference > 0 === (better === 'higher') ? 'improved' : 'worsened';
}

interface Compared {
  readonly interval: Interval | null;
  readonly test: ChangeTest | null;
  /** False where the figures are totals of all records, which need no test. */
  readonly tested: boolean;
}

function compare(baseline: Measured, current: Measured): Compared {
  const { def } = current;
  const [k1, n1] = [baseline.outcome.numerator ?? 0, baseline.outcome.denominator];
  const [k2, n2] = [current.outcome.numerator ?? 0, current.outcome.denominator];
  switch (def.family) {
    case 'proportion': {
      if (!isShare(k1, n1) || !isShare(k2, n2)) return { interval: null, test: null, tested: true };
      const whole = [k1, n1, k2, n2].every(Number.isInteger);
      const rare = expectedCounts(k1, n1, k2, n2).some((count) => count < LEAST_EXPECTED);
      const z = whole || rare ? null : twoProportionZ(k1, n1, k2, n2);
      return {
        interval: { method: 'newcombe', level: LEVEL, ...newcombe(k1, n1, k2, n2, LEVEL) },
        // The exact test needs whole counts.
        test: whole ? compareProportions(k1, n1, k2, n2) : z === null ? null : { method: 'z', statistic: z.z, p: z.p },
        tested: true,
      };
    }
    case 'countRate': {
      // Only periods of equal length are compared, a leap day apart: the same exposure in days.
      const [e1, e2] = hasDenominator(def) ? [n1 ?? 0, n2 ?? 0] : [1, 1];
      const counts = [k1, k2].every((k) => Number.isInteger(k) && k >= 0);
      if (!counts || !(e1 > 0 && e2 > 0)) return { interval: null, test: null, tested: true };
      return { interval: null, test: { method: 'poisson', statistic: null, p: comparePoisson(k1, e1, k2, e2, LEVEL).p }, tested: true };
    }
    case 'time': {
      const counts = [n1, n2].every((n) => n !== null && Number.isInteger(n) && n >= 0);
      if (!counts || !(k1 > 0 && k2 > 0)) return { interval: null, test: null, tested: true };
      return { interval: null, test: { method: 'poisson', statistic: null, p: compareExponential(k1, n1 ?? 0, k2, n2 ?? 0, LEVEL).p }, tested: true };
    }
    case 'ratioOfTotals':
    case 'yield': {
      const [e1, e2] = [standardErrorOf(baseline), standardErrorOf(current)];
      if (e1 === null || e2 === null) return { interval: null, test: null, tested: true };
      const error = Math.hypot(e1, e2);
      const difference = (current.outcome.value ?? 0) - (baseline.outcome.value ?? 0);
      const z = error === 0 ? 0 : difference / error;
      const half = normalCritical(LEVEL) * error;
      return {
        interval: error === 0 ? null : { method: 'normal', level: LEVEL, low: difference - half, high: difference + half },
        test: error === 0 ? null : { method: 'z', statistic: z, p: normalTwoSided(z) },
        tested: true,
      };
    }
    case 'score': {
      const result = baseline.sample === null || current.sample === null || current.outcome.basis !== 'rows' ? null : welch(baseline.sample, current.sample, LEVEL);
      return result === null
        ? { interval: null, test: null, tested: true }
        : {
            interval: { method: 'welch', level: LEVEL, low: result.low, high: result.high },
            test: { method: 'welch', statistic: result.t, p: result.p },
            tested: true,
          };
    }
    default:
      return { interval: null, test: null, tested: false };
  }
}
