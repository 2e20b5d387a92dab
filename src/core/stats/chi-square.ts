/** Chi-square distribution. */
import { jStat } from 'jstat';

/** The value that a chi-square variable with `df` degrees of freedom stays below with probability `p`. */
export function chiSquareQuantile(p: number, df: number): number {
  return jStat.chisquare.inv(p, df);
}
