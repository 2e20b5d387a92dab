/** Standard normal distribution. */
import { jStat } from 'jstat';

/** Beyond this |z| the tail comes from its continued fraction: 1 - erf cancels there. */
const TAIL = 2.5;

/** z with P(Z <= z) = p. */
export function normalQuantile(p: number): number {
  return jStat.normal.inv(p, 0, 1);
}

/** The z of a two-sided level: 1.96 for 0.95. */
export function normalCritical(level: number): number {
  return -normalQuantile((1 - level) / 2);
}

/** P(|Z| >= |z|) = 2(1 - Φ(|z|)). The far tail is Laplace's continued fraction (Abramowitz and Stegun 26.2.14). */
export function normalTwoSided(z: number): number {
  const x = Math.abs(z);
  if (x < TAIL) return 1 - jStat.erf(x / Math.SQRT2);
  let fraction = x;
  for (let k = 200; k >= 1; k--) fraction = x + k / fraction;
  return (2 * Math.exp((-x * x) / 2)) / (Math.sqrt(2 * Math.PI) * fraction);
}
