/** Comparison of two means with unequal variances (B. L. Welch 1947; NIST e-Handbook 7.3.1). */
import { assertLevel } from './arguments';
import type { Moments } from './moments';
import { studentCritical, studentTwoSided } from './student';

export interface WelchResult {
  readonly t: number;
  /** Degrees of freedom after Welch and Satterthwaite. */
  readonly df: number;
  readonly p: number;
  /** Mean of b minus mean of a, with its interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Null where a sample has fewer than two values or neither varies: then no test applies. */
export function welch(a: Moments, b: Moments, level = 0.95): WelchResult | null {
  assertLevel(level);
  if (a.n < 2 || b.n < 2) return null;
  const va = a.variance / a.n;
  const vb = b.variance / b.n;
  if (!(va + vb > 0)) return null;
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const error = Math.sqrt(va + vb);
  const difference = b.mean - a.mean;
  const t = difference / error;
  const half = studentCritical(level, df) * error;
  return { t, df, p: studentTwoSided(t, df), difference, low: difference - half, high: difference + half };
}
