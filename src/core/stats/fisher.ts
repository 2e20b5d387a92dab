/** Fisher's exact test of a 2 x 2 table, two-sided: the tables that are no more probable than the observed one, as R counts them. */
import { assertCount, assertShare } from './arguments';
import { binomialPmf } from './binomial';

/** Tables whose probability equals the observed one but for rounding count as equal (R's fisher.test uses the same slack). */
const SLACK = 1 + 1e-7;

/** p for `k1` of `n1` against `k2` of `n2`. Throws `RangeError` unless all four are whole numbers. */
export function fisherExact(k1: number, n1: number, k2: number, n2: number): { readonly p: number } {
  for (const value of [k1, n1, k2, n2]) assertCount(value);
  assertShare(k1, n1);
  assertShare(k2, n2);
  const successes = k1 + k2;
  const total = n1 + n2;
  const rate = successes / total;
  const all = binomialPmf(successes, total, rate);
  const probability = (k: number): number => (binomialPmf(k, n1, rate) * binomialPmf(successes - k, n2, rate)) / all;
  const limit = probability(k1) * SLACK;
  let p = 0;
  for (let k = Math.max(0, successes - n2); k <= Math.min(n1, successes); k++) {
    const one = probability(k);
    if (one <= limit) p += one;
  }
  return { p: Math.min(1, p) };
}
