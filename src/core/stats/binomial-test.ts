/** Exact two-sided binomial test: all outcomes that are no more probable than the observed one, as R's binom.test counts them. */
import { binomialPmf } from './binomial';
import { incompleteBeta } from './incomplete-beta';

const SLACK = 1 + 1e-7;

/** P(X <= k). */
function lowerTail(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(n - k, k + 1, { x: 1 - p, y: p });
}

/** P(X >= k). */
function upperTail(k: number, n: number, p: number): number {
  if (k > n) return 0;
  return k <= 0 ? 1 : incompleteBeta(k, n - k + 1, { x: p, y: 1 - p });
}

/** First whole number in [from, to] for which `holds`, which is false and then true; `to + 1` where it never holds. */
function firstThat(from: number, to: number, holds: (k: number) => boolean): number {
  let low = from;
  let high = to + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** p of `k` successes among `n` under probability `p`. Takes time logarithmic in `n`. */
export function binomialTwoSided(k: number, n: number, p: number): number {
  const limit = binomialPmf(k, n, p) * SLACK;
  const mean = n * p;
  if (k === mean || n === 0) return 1;
  const small = (i: number): boolean => binomialPmf(i, n, p) <= limit;
  if (k < mean) {
    return Math.min(1, lowerTail(k, n, p) + upperTail(firstThat(Math.ceil(mean), n, small), n, p));
  }
  const kept = firstThat(0, Math.floor(mean), (i) => !small(i));
  return Math.min(1, upperTail(k, n, p) + lowerTail(kept - 1, n, p));
}
