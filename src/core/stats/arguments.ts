/** Guards on the arguments of the statistics: a wrong call fails loudly instead of giving NaN. */

/** `k` of `n`: 0 <= k <= n, n > 0. Throws `RangeError`. */
export function assertShare(k: number, n: number): void {
  if (!(n > 0 && k >= 0 && k <= n && Number.isFinite(n))) throw new RangeError(`${k} of ${n} is not a share`);
}

/** Whole number, zero or more. Throws `RangeError`. */
export function assertCount(value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) throw new RangeError(`${value} is not a count`);
}

/** Two-sided level strictly between 0 and 1. Throws `RangeError`. */
export function assertLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a level`);
}

/** Finite and above zero. Throws `RangeError`. */
export function assertPositive(value: number): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${value} is not positive`);
}
