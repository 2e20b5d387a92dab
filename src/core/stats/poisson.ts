/** Counts of rare events: exact interval (F. Garwood 1936) and exact comparison of two rates, as R's poisson.test has them. */
import { assertCount, assertLevel, assertPositive } from './arguments';
import { binomialTwoSided } from './binomial-test';
import { chiSquareQuantile } from './chi-square';
import { inverseIncompleteBeta } from './incomplete-beta';
import type { Range } from './range';

export interface RateComparison {
  readonly p: number;
  /** Rate 2 over rate 1; null where rate 1 has no event. */
  readonly ratio: number | null;
  readonly low: number;
  /** Null where the interval is open upwards. */
  readonly high: number | null;
}

/** Interval of the expected count behind `k` events. */
export function poissonInterval(k: number, level = 0.95): Range {
  assertCount(k);
  assertLevel(level);
  const tail = (1 - level) / 2;
  return {
    low: k === 0 ? 0 : chiSquareQuantile(tail, 2 * k) / 2,
    high: chiSquareQuantile(1 - tail, 2 * k + 2) / 2,
  };
}

/**
 * Given the total, the second count is binomial with the second's share of the exposure. The interval of the ratio comes
 * from Clopper's and Pearson's interval of that share. Without any event p is 1 and the interval is open.
 */
export function comparePoisson(k1: number, exposure1: number, k2: number, exposure2: number, level = 0.95): RateComparison {
  assertCount(k1);
  assertCount(k2);
  assertPositive(exposure1);
  assertPositive(exposure2);
  assertLevel(level);
  const tail = (1 - level) / 2;
  const scale = exposure1 / exposure2;
  const odds = (a: number, b: number, probability: number): number => {
    const { x, y } = inverseIncompleteBeta(a, b, probability);
    return (x / y) * scale;
  };
  return {
    p: binomialTwoSided(k2, k1 + k2, exposure2 / (exposure1 + exposure2)),
    ratio: k1 === 0 ? null : (k2 / k1) * scale,
    low: k2 === 0 ? 0 : odds(k2, k1 + 1, tail),
    high: k1 === 0 ? null : odds(k2 + 1, k1, 1 - tail),
  };
}
