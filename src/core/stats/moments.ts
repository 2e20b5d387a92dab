/** What the tests on means and spreads need to know of a sample. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Sample variance (divisor n - 1). */
  readonly variance: number;
}

/** Moments of values, by Welford's one-pass update. The variance of fewer than two values is NaN. */
export function moments(values: Iterable<number>): Moments {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    n++;
    const before = value - mean;
    mean += before / n;
    squares += before * (value - mean);
  }
  return { n, mean: n === 0 ? Number.NaN : mean, variance: n < 2 ? Number.NaN : squares / (n - 1) };
}
