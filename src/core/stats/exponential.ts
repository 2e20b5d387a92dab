/** Mean time between failures of a constant failure rate, from tests cut off by time (NIST e-Handbook 8.4.5.1). */
import { assertCount, assertLevel, assertPositive } from './arguments';
import { chiSquareQuantile } from './chi-square';
import { comparePoisson, type RateComparison } from './poisson';

/**
 * Chi-square interval of the mean time: [2T / χ²(1-α/2, 2r+2), 2T / χ²(α/2, 2r)]. Without failures only the lower bound
 * T / (-ln(α/2)) exists and `high` is null; at level 0.9 it is the one-sided 95 % bound. Unit: that of `totalTime`.
 */
export function exponentialInterval(totalTime: number, failures: number, level = 0.9): { readonly low: number; readonly high: number | null } {
  assertPositive(totalTime);
  assertCount(failures);
  assertLevel(level);
  const tail = (1 - level) / 2;
  if (failures === 0) return { low: totalTime / -Math.log(tail), high: null };
  return {
    low: (2 * totalTime) / chiSquareQuantile(1 - tail, 2 * failures + 2),
    high: (2 * totalTime) / chiSquareQuantile(tail, 2 * failures),
  };
}

/**
 * Do two mean times differ? Failures in a time fixed beforehand are Poisson counts, so the exact conditional binomial
 * test applies, with no failure on one side too (Przyborowski and Wilenski 1940). `ratio` is MTBF 2 over MTBF 1.
 */
export function compareExponential(time1: number, failures1: number, time2: number, failures2: number, level = 0.9): RateComparison {
  return comparePoisson(failures2, time2, failures1, time1, level);
}
