/** Numbers as the file writes them. */

/** xsd:double without its names for what no cell can hold. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Powers of ten that are exact in a double. */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Digits that are kept in `high`; 32 bits hold them. As many less one go into `low`. */
const HIGH = 9;
const ALL = 17;
/** With so many digits the whole number is exact, and one division by an exact power of ten rounds once: as `Number` does. */
const EXACT = 15;
/** Splits a double into two halves of 26 bits, whose products are exact (Dekker 1971). */
const SPLITTER = 2 ** 27 + 1;
/** Far above the relative error of what `quotient` computes, 2^-100, far below half a unit in the last place. */
const DOUBT = 2 ** -90;

/**
 * (a + b) / divisor rounded once, where a is the double next to the sum; NaN in the rare case that lies too near the middle
 * of two doubles to be decided. The remainder of a plain division is computed exactly and divided too; where adding a
 * little more or less of it gives the same double, that is the one.
 */
function quotient(a: number, b: number, divisor: number): number {
  const plain = a / divisor;
  let t = SPLITTER * plain;
  const ph = t - (t - plain);
  const pl = plain - ph;
  t = SPLITTER * divisor;
  const dh = t - (t - divisor);
  const dl = divisor - dh;
  const product = plain * divisor;
  const error = pl * dl - (product - ph * dh - pl * dh - ph * dl);
  const rest = (a - product - error + b) / divisor;
  const doubt = plain * DOUBT;
  const found = plain + (rest - doubt);
  return found === plain + (rest + doubt) ? found : NaN;
}

/**
 * Puts the number in these bytes into `out[0]` when it is a decimal of at most 17 digits without an exponent; false where
 * `numberOf` has to say. Handed back, a double would be an object of its own, and a sheet has millions.
 */
export function readDecimal(b: Uint8Array, start: number, end: number, out: Float64Array): boolean {
  const negative = b[start] === 45;
  const first = negative ? start + 1 : start;
  if (end - first > HIGH) {
    const value = longDecimal(b, first, end);
    out[0] = negative ? -value : value;
    return !Number.isNaN(value);
  }
  // At most nine characters: most numbers of most sheets.
  let i = first;
  let whole = 0;
  let digit = (b[i] ?? 0) - 48;
  while (i < end && digit >= 0 && digit <= 9) {
    whole = (whole * 10 + digit) | 0;
    digit = (b[++i] ?? 0) - 48;
  }
  if (i === end) {
    out[0] = negative ? -whole : whole;
    return i > first;
  }
  if (digit !== -2 || end - first < 2) return false;
  const point = i;
  for (i++; i < end; i++) {
    digit = (b[i] ?? 0) - 48;
    if (digit < 0 || digit > 9) return false;
    whole = (whole * 10 + digit) | 0;
  }
  const value = whole / (POWERS[end - point - 1] ?? NaN);
  out[0] = negative ? -value : value;
  return true;
}

/** Without its sign; NaN where `numberOf` has to say. */
function longDecimal(b: Uint8Array, first: number, end: number): number {
  let i = first;
  // Leading zeros do not count as digits.
  let digits = 0;
  let high = 0;
  let low = 0;
  let point = -1;
  for (; i < end; i++) {
    const digit = (b[i] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) {
      if (digits < HIGH) {
        high = (high * 10 + digit) | 0;
        if (high > 0) digits++;
      } else {
        low = (low * 10 + digit) | 0;
        if (++digits > ALL) return NaN;
      }
    } else if (digit === -2 && point < 0) point = i;
    else return NaN;
  }
  const decimals = point < 0 ? 0 : end - point - 1;
  if (end - first - (point < 0 ? 0 : 1) < 1 || decimals > 22) return NaN;
  let value = high;
  if (digits > HIGH) {
    // Exact: a number of 30 bits times a power of five below 2^19, and of two.
    const upper = high * (POWERS[digits - HIGH] ?? NaN);
    value = upper + low;
    if (digits > EXACT) return quotient(value, low - (value - upper), POWERS[decimals] ?? NaN);
  }
  return decimals > 0 ? value / (POWERS[decimals] ?? NaN) : value;
}

/** Null for nothing but blanks; NaN for what is no finite decimal number. */
export function numberOf(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const value = DECIMAL.test(trimmed) ? Number(trimmed) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
