/** Control limits of the orange juice data as qcc prints them. */
import { beyondLimits, npChartLimits, pChartLimits } from '../../../src/core/stats/p-chart';
import { expect, test } from '@jest/globals';
import { within } from './near';

/** Nonconforming cans in 30 samples of 50 (Montgomery, chapter 6; data set `orangejuice` of the R package qcc). */
const D = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];

test('p chart', () => {
  const limits = pChartLimits(D, 50);
  expect(limits.center).toEqual(within(0.2313333, 5e-8));
  expect(limits.sd).toEqual(within(0.05963526, 5e-9));
  expect(limits.lower).toEqual(within(0.05242755, 5e-9));
  expect(limits.upper).toEqual(within(0.4102391, 5e-8));
  expect(beyondLimits(D.map((d) => d / 50), limits)).toEqual([15, 23]);
});

test('np chart', () => {
  const limits = npChartLimits(D, 50);
  expect(limits.center).toEqual(within(11.56667, 5e-6));
  expect(limits.sd).toEqual(within(2.981763, 5e-7));
  expect(limits.lower).toEqual(within(2.621377, 5e-7));
  expect(limits.upper).toEqual(within(20.51196, 5e-6));
});

test('limits come from unrounded figures: centre 7.2 with sd 2.4 is not the way to 14.4', () => {
  // 25 samples of 100 with 178 nonconforming: centre 7.12, sd 2.5716; rounding sd first would move the limit.
  const limits = npChartLimits([...Array.from({ length: 22 }, () => 7), 8, 8, 8], 100);
  expect(limits.center).toEqual(within(7.12, 1e-12));
  expect(limits.upper).toEqual(within(7.12 + 3 * Math.sqrt(7.12 * (1 - 0.0712)), 1e-12));
});

test('limits stay inside what is possible; no sample is refused', () => {
  expect(pChartLimits([0, 1], 10).lower).toBe(0);
  expect(npChartLimits([10, 9], 10).upper).toBe(10);
  expect(() => pChartLimits([], 10)).toThrow(RangeError);
});
