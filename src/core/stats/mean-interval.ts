/** Student's t interval of a mean (NIST e-Handbook 1.3.5.2). */
import { assertLevel } from './arguments';
import type { Moments } from './moments';
import type { Range } from './range';
import { studentCritical } from './student';

/** Null for fewer than two values. */
export function meanInterval(sample: Moments, level = 0.95): Range | null {
  assertLevel(level);
  if (sample.n < 2) return null;
  const half = studentCritical(level, sample.n - 1) * Math.sqrt(sample.variance / sample.n);
  return { low: sample.mean - half, high: sample.mean + half };
}
