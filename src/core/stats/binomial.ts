/**
 * Binomial probabilities to full precision at any size, by the saddle-point expansion of C. Loader, "Fast and accurate
 * computation of binomial probabilities" (2000), which R's dbinom uses too. `k` and `n` need not be whole: the
 * incomplete beta function takes its factor from here.
 */

/** ln(n!) minus Stirling's formula for n = 0, 1, ... 15 (n = 0 is never asked for). */
const EXACT: readonly number[] = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193,
  0.013876128823070748, 0.011896709945891770, 0.010411265261972096, 0.009255462182712733, 0.008330563433362871,
  0.007573675487951841, 0.006942840107209530, 0.006408994188004207, 0.005951370112758848, 0.005554733551962801,
];

/** ln Γ(n+1) - (n + 1/2) ln n + n - ln √(2π), for n > 0. */
function stirlingError(n: number): number {
  if (n <= 15 && Number.isInteger(n)) return EXACT[n] ?? 0;
  if (n < 15) return stirlingError(n + 1) + (n + 0.5) * Math.log1p(1 / n) - 1;
  const m = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / m) / m) / m) / m) / n;
}

/** x ln(x/m) + m - x without cancellation. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; ; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/** P(X = k) for X binomial with n trials of probability p; `q` is 1 - p, given apart where it is known more exactly. */
export function binomialPmf(k: number, n: number, p: number, q: number = 1 - p): number {
  if (p === 0) return k === 0 ? 1 : 0;
  if (q === 0) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q));
  if (k === n) return Math.exp(q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p));
  if (k < 0 || k > n) return 0;
  const exponent = stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p) - deviance(n - k, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** m^k e^-m / Γ(k+1): P(X = k) for X Poisson with mean m > 0, for k > 0. */
export function poissonPmf(k: number, mean: number): number {
  return Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k);
}
