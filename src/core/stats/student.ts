/** Student's t distribution. `df` may be fractional (Welch). */
import { incompleteBeta, inverseIncompleteBeta } from './incomplete-beta';

/** P(|T| >= |t|). */
export function studentTwoSided(t: number, df: number): number {
  const square = t * t;
  return incompleteBeta(df / 2, 0.5, { x: df / (df + square), y: square / (df + square) });
}

/** The t of a two-sided level: 2.228 for 0.95 and 10 degrees of freedom. */
export function studentCritical(level: number, df: number): number {
  const { x, y } = inverseIncompleteBeta(df / 2, 0.5, 1 - level);
  return Math.sqrt((df * y) / x);
}
