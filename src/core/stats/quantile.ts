/** Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan, QUARTILE of spreadsheets). */

/** `sorted` ascending; null where it is empty. Throws RangeError for a share outside 0 to 1. */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is not a share`);
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const [low, high] = [sorted[below] ?? 0, sorted[Math.min(below + 1, sorted.length - 1)] ?? 0];
  return low + (high - low) * (at - below);
}

export interface Quartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Null without values. They are not changed. */
export function quartiles(values: ArrayLike<number>): Quartiles | null {
  const sorted = Float64Array.from(values);
  sorted.sort();
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  return low === null || low === undefined || median === null || median === undefined || high === null || high === undefined ? null : { low, median, high };
}
