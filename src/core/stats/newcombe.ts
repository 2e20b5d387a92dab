/**
 * Interval of the difference of two independent proportions: method 10 (square-and-add of Wilson's intervals, without
 * continuity correction) of R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890.
 */
import type { Range } from './range';
import { wilson } from './wilson';

/** Interval of k2/n2 - k1/n1. Throws `RangeError` where `wilson` does. */
export function newcombe(k1: number, n1: number, k2: number, n2: number, level = 0.95): Range {
  const first = wilson(k1, n1, level);
  const second = wilson(k2, n2, level);
  const p1 = k1 / n1;
  const p2 = k2 / n2;
  const difference = p2 - p1;
  return {
    low: difference - Math.hypot(p2 - second.low, first.high - p1),
    high: difference + Math.hypot(second.high - p2, p1 - first.low),
  };
}
