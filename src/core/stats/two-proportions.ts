/** Tests whether two independent proportions differ: pooled z, or Fisher's exact test where the z approximation is poor. */
import type { ChangeTest } from '../model/metric-result';
import { assertShare } from './arguments';
import { fisherExact } from './fisher';
import { normalTwoSided } from './normal';

/** Below this expected count in any cell of the table the exact test is used (Cochran's rule). */
export const LEAST_EXPECTED = 5;

/** Pooled z of p2 - p1 and P(|Z| >= |z|). z is 0 where all or none succeed in both. */
export function twoProportionZ(k1: number, n1: number, k2: number, n2: number): { readonly z: number; readonly p: number } {
  assertShare(k1, n1);
  assertShare(k2, n2);
  const pooled = (k1 + k2) / (n1 + n2);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const z = error === 0 ? 0 : (k2 / n2 - k1 / n1) / error;
  return { z, p: normalTwoSided(z) };
}

/** Expected counts under equal proportions: successes 1, failures 1, successes 2, failures 2. */
export function expectedCounts(k1: number, n1: number, k2: number, n2: number): readonly [number, number, number, number] {
  const successes = k1 + k2;
  const total = n1 + n2;
  const failures = total - successes;
  return [(n1 * successes) / total, (n1 * failures) / total, (n2 * successes) / total, (n2 * failures) / total];
}

/** The test that the rule chooses. Counts must be whole; throws `RangeError` otherwise. */
export function compareProportions(k1: number, n1: number, k2: number, n2: number): ChangeTest {
  if (expectedCounts(k1, n1, k2, n2).some((count) => count < LEAST_EXPECTED)) {
    return { method: 'fisher', statistic: null, p: fisherExact(k1, n1, k2, n2).p };
  }
  const { z, p } = twoProportionZ(k1, n1, k2, n2);
  return { method: 'z', statistic: z, p };
}
