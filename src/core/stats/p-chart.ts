/** Control limits of charts for nonconforming items (W. A. Shewhart; NIST e-Handbook 6.3.3.2): mean and three standard deviations. */
import { assertCount, assertPositive } from './arguments';

export interface ControlLimits {
  readonly center: number;
  readonly sd: number;
  /** Never below 0. */
  readonly lower: number;
  readonly upper: number;
}

function meanShare(counts: readonly number[], size: number): number {
  assertPositive(size);
  assertPositive(counts.length);
  let total = 0;
  for (const count of counts) {
    assertCount(count);
    total += count;
  }
  return total / (counts.length * size);
}

function limits(center: number, sd: number, most: number): ControlLimits {
  return { center, sd, lower: Math.max(0, center - 3 * sd), upper: Math.min(most, center + 3 * sd) };
}

/** p chart: nonconforming `counts` in samples of equal `size`. */
export function pChartLimits(counts: readonly number[], size: number): ControlLimits {
  const p = meanShare(counts, size);
  return limits(p, Math.sqrt((p * (1 - p)) / size), 1);
}

/** np chart: the same for the numbers themselves. */
export function npChartLimits(counts: readonly number[], size: number): ControlLimits {
  const p = meanShare(counts, size);
  return limits(size * p, Math.sqrt(size * p * (1 - p)), size);
}

/** Positions (1-based) of the values outside the limits. */
export function beyondLimits(values: readonly number[], { lower, upper }: ControlLimits): readonly number[] {
  return values.flatMap((value, i) => (value < lower || value > upper ? [i + 1] : []));
}
