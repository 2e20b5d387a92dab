/** Standard errors of figures that are no proportions, by linearisation (W. G. Cochran, Sampling Techniques, 1977, ch. 6). */
import { SMALL_SAMPLE } from '../model/metric-result';
import type { Measured } from './measure-metrics';

/** Of a quotient of two totals over rows, or of a product of proportions; null for other families, and for a small sample, over which linearisation is not trusted. */
export function standardErrorOf({ def, outcome, rows, squares, parts }: Measured): number | null {
  const { value, denominator } = outcome;
  if (outcome.status !== 'ok' || outcome.basis !== 'rows' || value === null) return null;
  if (def.family === 'ratioOfTotals' && denominator !== null && rows.used >= SMALL_SAMPLE) {
    const residual = squares.yy - 2 * value * squares.xy + value * value * squares.xx;
    return Math.sqrt((Math.max(0, residual) * rows.used) / (rows.used - 1)) / Math.abs(denominator);
  }
  if (def.family === 'yield' && parts.get('few') === 0) return value * Math.sqrt(parts.get('logVariance') ?? 0);
  return null;
}
