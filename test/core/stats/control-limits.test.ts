/** Control limits as published: qcc's orange juice data (p) and the flow rates of the NIST/SEMATECH e-Handbook 6.3.2.2 (individuals), its wafers 6.3.3.1 (counts). */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { centerOf, limitsAt, type Observation } from '../../../src/core/stats/control-limits';
import { judge, SIGNAL_RULES, type SignalRule } from '../../../src/core/stats/signals';
import { within } from './near';

/** Nonconforming cans in 30 samples of 50 (Montgomery, chapter 6; data set `orangejuice` of the R package qcc), and its points beyond the limits. */
const D = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];
const shares: readonly Observation[] = D.map((d) => ({ value: d / 50, size: 50 }));

test('p', () => {
  const center = centerOf('p', shares);
  if (center === null) throw new Error('no limits');
  const { sd, lower, upper } = limitsAt('p', center, 50);
  expect([center.center, sd, lower, upper]).toEqual([within(0.2313333, 5e-8), within(0.05963526, 5e-9), within(0.05242755, 5e-9), within(0.4102391, 5e-8)]);
  const judged = judge(shares.map(({ value }) => ({ value, center: center.center, sd, restart: false })));
  expect(judged.flatMap(({ rules }, i) => (rules.includes('1') ? [i + 1] : []))).toEqual([15, 23]);
  // Fewer trials, wider limits.
  expect(limitsAt('p', center, 25).upper).toBeGreaterThan(upper);
});

test('individuals', () => {
  const rates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1].map((value): Observation => ({ value, size: 1 }));
  const center = centerOf('individuals', rates);
  if (center === null) throw new Error('no limits');
  const { lower, upper } = limitsAt('individuals', center, 1);
  expect([center.center, lower, upper]).toEqual([within(50.81, 5e-9), within(45.8159, 5e-5), within(55.8041, 5e-5)]);
});

test('u of equal exposures is the c chart: 400 defects on 25 wafers, limits 4 and 28', () => {
  const center = centerOf('u', Array.from({ length: 25 }, () => ({ value: 16, size: 1 })));
  if (center === null) throw new Error('no limits');
  expect(limitsAt('u', center, 1)).toEqual({ sd: 4, lower: 4, upper: 28 });
  expect(limitsAt('u', center, 4)).toEqual({ sd: 2, lower: 10, upper: 22 });
});

test('months without data are gaps; too few months give no limits', () => {
  const [a, b] = [{ value: 1, size: 1 }, { value: 3, size: 1 }];
  expect(centerOf('individuals', [a, null, b, a, b, a, b])).toMatchObject({ months: 6, spread: 2 / 1.128 });
  expect(centerOf('individuals', [a, null, b, null, a, null, b, null, a, null, b])).toBeNull();
  expect(centerOf('p', shares.slice(0, 5))).toBeNull();
  expect(centerOf('u', [])).toBeNull();
});

test('limits stay inside what is possible', () => {
  fc.assert(fc.property(fc.array(fc.record({ k: fc.nat(50), more: fc.nat(50) }), { minLength: 6 }), fc.integer({ min: 1, max: 99 }), (months, size) => {
    const center = centerOf('p', months.map(({ k, more }) => ({ value: k / (k + more + 1), size: k + more + 1 })));
    if (center === null) throw new Error('no limits');
    const { lower, upper } = limitsAt('p', center, size);
    expect(lower).toBeGreaterThanOrEqual(0);
    expect(upper).toBeLessThanOrEqual(1);
    expect(lower).toBeLessThanOrEqual(upper);
  }));
});

const point = (value: number | null, restart = false): { value: number | null; center: number; sd: number; restart: boolean } => ({ value, center: 10, sd: 1, restart });

test('eight on one side: the eighth is told, a month without data does not break it, the centre does, new limits begin anew', () => {
  const rules = (points: readonly ReturnType<typeof point>[]): readonly number[] => judge(points).flatMap(({ rules: found }, i) => (found.includes('4') ? [i + 1] : []));
  const above = Array.from({ length: 9 }, () => point(10.5));
  expect(rules(above)).toEqual([8, 9]);
  expect(rules([...above.slice(0, 4), point(null), ...above.slice(0, 4)])).toEqual([9]);
  expect(rules([...above.slice(0, 4), point(10), ...above.slice(0, 4)])).toEqual([]);
  expect(rules([...above.slice(0, 5), point(9.5), ...above.slice(0, 5)])).toEqual([]);
  expect(rules([...above.slice(0, 5), point(10.5, true), ...above.slice(0, 5)])).toEqual([]);
});

test('where nothing varies every other value is a signal; without limits nothing is', () => {
  expect(judge([{ value: 0.98, center: 1, sd: 0, restart: false }, { value: 1, center: 1, sd: 0, restart: false }]).map(({ rules }) => rules)).toEqual([['1'], []]);
  expect(judge([{ value: 5, center: null, sd: 0, restart: false }])).toEqual([{ z: null, side: 0, zones: '', trend: 0, rules: [] }]);
});

test.each<[SignalRule, readonly number[], readonly number[]]>([
  // Two of three beyond two standard deviations on one side; the point that completes it is told.
  ['2', [12.1, 10, 12.1, 10, 10, 12.1, 7.9, 10.5, 7.9], [3, 9]],
  ['2', [12.1, 7.9, 12.1], [3]],
  ['2', [12, 12, 12], []],
  // Four of five beyond one.
  ['3', [11.1, 11.1, 10.5, 11.1, 11.1, 10.5], [5]],
  ['3', [8.9, 8.9, 8.9, 8.9], [4]],
  ['3', [11, 11, 11, 11, 11], []],
  // Six in a row up or down; equal ones break it.
  ['5', [9, 9.2, 9.4, 9.6, 9.8, 10.2, 10.4], [6, 7]],
  ['5', [10.5, 10.4, 10.3, 10.2, 10.1, 10.1, 10], []],
])('rule %s of %j', (rule, values, told) => {
  const found = (asked: readonly SignalRule[]): readonly number[] => judge(values.map((value) => point(value)), new Set(asked)).flatMap(({ rules }, i) => (rules.includes(rule) ? [i + 1] : []));
  expect(found([rule])).toEqual(told);
  expect(found(SIGNAL_RULES.filter((other) => other !== rule))).toEqual([]);
});
