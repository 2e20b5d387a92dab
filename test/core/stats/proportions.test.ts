/** Intervals and tests of proportions against published figures. */
import { fisherExact } from '../../../src/core/stats/fisher';
import { newcombe } from '../../../src/core/stats/newcombe';
import { compareProportions, expectedCounts, twoProportionZ } from '../../../src/core/stats/two-proportions';
import { wilson } from '../../../src/core/stats/wilson';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { near, within } from './near';

describe('Wilson', () => {
  test.each([
    // R binom.confint(method = "wilson"), quoted in statsmodels results_proportion.py
    [18, 20, 0.95, 0.6989663547715128, 0.972133518786232],
    [4, 20, 0.95, 0.0806576625797981, 0.4160174322518935],
    [4, 200, 0.95, 0.00780442641634947, 0.05028708690682643],
    [190, 200, 0.95, 0.910421851861224, 0.972617354399236],
    [1, 30, 0.95, 0.00590859, 0.16670391],
    [29, 30, 0.95, 0.8332961, 0.9940914],
    [0, 30, 0.95, 0, 0.11351339],
    [30, 30, 0.95, 0.8864866, 1],
    // cardx snapshots and scipy
    [5, 10, 0.9, 0.2692718, 0.7307282],
    [32, 32, 0.95, 0.8928208, 1],
    [0, 32, 0.95, 0, 0.1071792],
    [70, 100, 0.95, 0.6041514536665333, 0.7810511470506722],
    [75, 100, 0.95, 0.656955364519384, 0.8245478863771232],
    [0, 100, 0.95, 0, 0.03699349820698568],
  ])('%d of %d at %d', (k, n, level, low, high) => {
    const interval = wilson(k, n, level);
    expect(interval.low).toEqual(within(low, 1e-6));
    expect(interval.high).toEqual(within(high, 1e-6));
  });

  test('the low end of a 90 % interval is the one-sided 95 % bound of NIST 7.2.4.1', () => {
    expect(wilson(26, 200, 0.9).low).toEqual(within(0.09577, 5e-5));
  });

  const share = fc.integer({ min: 1, max: 100_000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  test('holds the rate, stays in [0, 1] and mirrors', () => {
    fc.assert(fc.property(share, ([k, n]) => {
      const { low, high } = wilson(k, n);
      const mirror = wilson(n - k, n);
      expect(low >= 0 && low <= k / n && k / n <= high && high <= 1).toBe(true);
      expect(mirror.low).toEqual(within(1 - high, 1e-12));
      expect(mirror.high).toEqual(within(1 - low, 1e-12));
    }));
  });

  test.each([[1, 0], [-1, 5], [6, 5], [Number.NaN, 5]])('%d of %d is refused', (k, n) => {
    expect(() => wilson(k, n)).toThrow(RangeError);
  });

  test('a level outside (0, 1) is refused', () => {
    expect(() => wilson(1, 2, 95)).toThrow(RangeError);
  });
});

describe('Newcombe, method 10', () => {
  test.each([
    // Newcombe 1998, table II, row 10: k1/n1 minus k2/n2
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d/%d - %d/%d', (k1, n1, k2, n2, low, high) => {
    const interval = newcombe(k2, n2, k1, n1);
    expect(interval.low).toEqual(within(low, 5.1e-5));
    expect(interval.high).toEqual(within(high, 5.1e-5));
  });
});

describe('tests', () => {
  test.each([
    [3, 4, 1, 4, 0.48571428571428565], // Fisher's tea, R ?fisher.test: p = 0.4857
    [2, 25, 5, 35, 0.6881775189320791],
    [8, 10, 1, 6, 0.034965034965034975],
    [3, 100000, 12, 90000, 0.01701582589207663], // scipy.stats.fisher_exact
  ])('Fisher %d/%d, %d/%d', (k1, n1, k2, n2, p) => expect(fisherExact(k1, n1, k2, n2).p).toEqual(near(p, 1e-10)));

  test('z of 56/70 against 48/80 is the root of the pooled chi-square', () => {
    const { z, p } = twoProportionZ(56, 70, 48, 80);
    // chi-square of [[56, 14], [48, 32]] without correction: 150 (56*32 - 14*48)^2 / (70*80*104*46)
    expect(z * z).toEqual(near((150 * (56 * 32 - 14 * 48) ** 2) / (70 * 80 * 104 * 46), 1e-12));
    expect(z).toBeLessThan(0);
    expect(p).toEqual(near(0.00804, 1e-3));
  });

  test('two-sided p is 2(1 - Φ(|z|)), not (1 - Φ(z))/2 as a public page has it', () => {
    const { z, p } = twoProportionZ(293, 308, 432, 455);
    expect(z).toEqual(within(-0.11, 0.01));
    expect(p).toEqual(within(0.91, 0.005));
    expect(p).toBeGreaterThan(0.5); // half a tail never exceeds 0.5
    expect(twoProportionZ(5, 10, 5, 10).p).toEqual(near(1, 1e-12));
  });

  test('Fisher takes over when an expected count is below 5', () => {
    expect(expectedCounts(5, 10, 5, 10)).toEqual([5, 5, 5, 5]);
    expect(compareProportions(5, 10, 5, 10).method).toBe('z');
    expect(Math.min(...expectedCounts(4, 10, 5, 10))).toBe(4.5);
    expect(compareProportions(4, 10, 5, 10)).toMatchObject({ method: 'fisher', statistic: null });
    expect(compareProportions(20, 20, 30, 30)).toMatchObject({ method: 'fisher', p: 1 });
  });

  test('Fisher refuses amounts that are not counts', () => {
    expect(() => fisherExact(1.5, 3, 1, 3)).toThrow(RangeError);
  });

  test('exchanging the periods turns z round and keeps p; failures instead of successes too', () => {
    const share = fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(fc.property(share, share, ([k1, n1], [k2, n2]) => {
      const there = twoProportionZ(k1, n1, k2, n2);
      const back = twoProportionZ(k2, n2, k1, n1);
      expect(there.z + back.z).toEqual(within(0, 1e-12));
      expect(there.p).toEqual(within(back.p, 1e-12));
      const exact = fisherExact(k1, n1, k2, n2).p;
      expect(exact > 0 && exact <= 1).toBe(true);
      expect(fisherExact(n2 - k2, n2, n1 - k1, n1).p).toEqual(within(exact, 1e-9));
    }));
  });
});
