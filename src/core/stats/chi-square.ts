/** Chi-square distribution. */
import { jStat } from 'jstat';
import { poissonPmf } from './binomial';

/** jstat's quantile is good to 5e-12; Newton's method doubles the digits. */
const STEPS = 2;

/** The value that a chi-square variable with `df` degrees of freedom stays below with probability `p`. */
export function chiSquareQuantile(p: number, df: number): number {
  const a = df / 2;
  let x = jStat.chisquare.inv(p, df) / 2;
  for (let step = 0; step < STEPS && x > 0; step++) {
    const mass = poissonPmf(a, x);
    if (mass === 0) break;
    x -= ((mass * lowerSeries(a, x) - p) * x) / (mass * a);
  }
  return 2 * x;
}

/** P(a, x) Γ(a+1) e^x / x^a, the regularised incomplete gamma function less its leading factor (DLMF 8.7.1). */
function lowerSeries(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; ; n++) {
    term *= x / (a + n);
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}
