/** Wilson's score interval of a proportion, without continuity correction (E. B. Wilson 1927; NIST e-Handbook 7.2.4.1). */
import { assertLevel, assertShare } from './arguments';
import { normalCritical } from './normal';
import type { Range } from './range';

/** Interval of the proportion behind `k` of `n` at a two-sided level. Throws `RangeError` unless 0 <= k <= n and n > 0. */
export function wilson(k: number, n: number, level = 0.95): Range {
  assertShare(k, n);
  assertLevel(level);
  const z = normalCritical(level);
  const square = z * z;
  const centre = (2 * k + square) / (2 * (n + square));
  const half = (z / (n + square)) * Math.sqrt((k * (n - k)) / n + square / 4);
  return { low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) };
}
