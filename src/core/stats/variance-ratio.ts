/** Comparison of two spreads: F test of the variances and interval of the ratio of standard deviations (NIST e-Handbook 1.3.5.9). */
import { assertLevel } from './arguments';
import { incompleteBeta, inverseIncompleteBeta } from './incomplete-beta';
import type { Moments } from './moments';

export interface VarianceRatio {
  /** Variance of b over variance of a, with the degrees of freedom of b and of a. */
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  /** Two-sided. */
  readonly p: number;
  /** Standard deviation of b over that of a, with its interval. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/** Value that F(df1, df2) stays below with probability `p`. */
function fQuantile(p: number, df1: number, df2: number): number {
  const { x, y } = inverseIncompleteBeta(df1 / 2, df2 / 2, p);
  return (df2 * x) / (df1 * y);
}

/** Null where a sample has fewer than two values or does not vary. Assumes normal values; the test is sensitive to that. */
export function varianceRatio(a: Moments, b: Moments, level = 0.95): VarianceRatio | null {
  assertLevel(level);
  if (a.n < 2 || b.n < 2 || !(a.variance > 0 && b.variance > 0)) return null;
  const df1 = b.n - 1;
  const df2 = a.n - 1;
  const f = b.variance / a.variance;
  const scale = df1 * f + df2;
  const at = { x: (df1 * f) / scale, y: df2 / scale };
  const below = incompleteBeta(df1 / 2, df2 / 2, at);
  const above = incompleteBeta(df2 / 2, df1 / 2, { x: at.y, y: at.x });
  const tail = (1 - level) / 2;
  return {
    f,
    df1,
    df2,
    p: Math.min(1, 2 * Math.min(below, above)),
    ratio: Math.sqrt(f),
    low: Math.sqrt(f / fQuantile(1 - tail, df1, df2)),
    high: Math.sqrt(f / fQuantile(tail, df1, df2)),
  };
}
