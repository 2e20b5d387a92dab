/** Changes that lie far from those of the other enterprises: beyond Tukey's outer fences, three times the spread of the middle half. */
import type { Quartiles } from '../stats/quantile';

/** Fewer enterprises have no fences. */
export const LEAST_FENCED = 8;
const OUTER = 3;

export interface Fences {
  readonly low: number;
  readonly high: number;
}

/** Null for too few, and where the middle half is all alike: then every other value would be out. */
export function outerFences(spread: Quartiles | null, count: number): Fences | null {
  if (spread === null || count < LEAST_FENCED) return null;
  const middle = spread.high - spread.low;
  return middle > 0 ? { low: spread.low - OUTER * middle, high: spread.high + OUTER * middle } : null;
}

export function isOut(value: number, fences: Fences | null): boolean {
  return fences !== null && (value < fences.low || value > fences.high);
}
