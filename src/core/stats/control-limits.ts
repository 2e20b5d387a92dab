/**
 * Centre and control limits of months: p chart (k of n, n of each month), u chart (events over exposure), individuals with
 * moving ranges. W. A. Shewhart; NIST/SEMATECH e-Handbook 6.3.2.2 (individuals), 6.3.3.1 and 6.3.3.2 (counts, proportions).
 */

export type ControlKind = 'p' | 'u' | 'individuals';

export interface Observation {
  readonly value: number;
  /** Trials of `p`, exposure of `u`; does not matter for individuals. */
  readonly size: number;
}

export interface Center {
  readonly center: number;
  /** Standard deviation of a month of size 1 (`p`, `u`), or of any month. */
  readonly spread: number;
  /** Months with data that it was computed from. */
  readonly months: number;
}

export interface Limits {
  readonly sd: number;
  readonly lower: number;
  readonly upper: number;
}

/** Fewer months say too little of how much a month varies. */
export const LEAST_MONTHS = 6;
/** Mean range of two values in standard deviations, as printed in tables of factors. */
export const D2 = 1.128;
/** A variance below this is rounding. */
export const NO_VARIANCE = 1e-12;

/** Null is a month without data; a moving range is taken over two months that follow each other. Null with fewer than `least` months or no range at all. */
export function centerOf(kind: ControlKind, months: readonly (Observation | null)[], least = LEAST_MONTHS): Center | null {
  const known = months.filter((month) => month !== null);
  if (known.length < Math.max(1, least)) return null;
  if (kind === 'individuals') {
    const ranges = months.flatMap((month, i) => {
      const next = months[i + 1] ?? null;
      return month === null || next === null ? [] : [Math.abs(next.value - month.value)];
    });
    if (ranges.length === 0) return null;
    return { center: sum(known.map(({ value }) => value)) / known.length, spread: sum(ranges) / ranges.length / D2, months: known.length };
  }
  const center = sum(known.map(({ value, size }) => value * size)) / sum(known.map(({ size }) => size));
  const variance = kind === 'p' ? center * (1 - center) : center;
  return { center, spread: variance > NO_VARIANCE ? Math.sqrt(variance) : 0, months: known.length };
}

/** Three standard deviations of a month of this size; never below 0 for `p` and `u`, nor above 1 for `p`. */
export function limitsAt(kind: ControlKind, { center, spread }: Center, size: number): Limits {
  if (kind === 'individuals') return { sd: spread, lower: center - 3 * spread, upper: center + 3 * spread };
  const sd = spread / Math.sqrt(size);
  return { sd, lower: Math.max(0, center - 3 * sd), upper: kind === 'p' ? Math.min(1, center + 3 * sd) : center + 3 * sd };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
