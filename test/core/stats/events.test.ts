/** Failures and rare events against NIST, R and scipy. */
import { compareExponential, exponentialInterval } from '../../../src/core/stats/exponential';
import { comparePoisson, poissonInterval } from '../../../src/core/stats/poisson';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { near, within } from './near';

test('no failure in 1000 h: only the lower bound T/(-ln 0.05) (NIST 8.4.5.1)', () => {
  const interval = exponentialInterval(1000, 0);
  expect(interval.low).toEqual(within(333.81, 0.01));
  expect(interval.high).toBeNull();
});

test('10 failures in 10,000 h (scipy chi-square)', () => {
  const interval = exponentialInterval(10_000, 10);
  expect(interval.low).toEqual(near(589.5454987953648, 1e-10));
  expect(interval.high).toEqual(near(1843.1801340425595, 1e-10));
});

test('30 devices of 100 h with 3 failures have 1000 h between failures, not 33.33 as a public page has it', () => {
  const { low, high } = exponentialInterval(30 * 100, 3);
  expect(low).toBeGreaterThan(33.33);
  expect(low < 1000 && 1000 < (high ?? 0)).toBe(true);
});

test('the interval is wider at a higher level', () => {
  const narrow = exponentialInterval(5000, 4, 0.8);
  const wide = exponentialInterval(5000, 4, 0.99);
  expect(wide.low < narrow.low && (wide.high ?? 0) > (narrow.high ?? 0)).toBe(true);
});

test.each([
  [0, 0, 3.6888794541139354],
  [1, 0.025317807984289876, 5.571643390938898],
  [10, 4.7953886961324335, 18.39035604201778],
  [100, 81.36399125092314, 121.62679379242638],
])('Garwood interval of %d', (k, low, high) => {
  expect(poissonInterval(k).low).toEqual(near(low, 1e-10));
  expect(poissonInterval(k).high).toEqual(near(high, 1e-10));
});

test("two Poisson rates as R's ?poisson.test has them: p = 0.07967, ratio 1.971488, 0.8584264 to 4.2772659", () => {
  const result = comparePoisson(6 + 8 + 7, 1083 + 1050 + 878, 11, 800);
  expect(result.p).toEqual(within(0.07967, 5e-6));
  expect(result.ratio).toEqual(within(1.971488, 5e-7));
  expect(result.low).toEqual(within(0.8584264, 5e-8));
  expect(result.high).toEqual(within(4.2772659, 5e-8));
});

test('mean times compare as the rates of their failures, the other way round', () => {
  const times = compareExponential(1000, 10, 2000, 5, 0.95);
  const rates = comparePoisson(5, 2000, 10, 1000);
  expect(times).toEqual(rates);
  expect(times.ratio).toBeCloseTo(4, 12); // 400 h after, 100 h before
});

test('without any event nothing is shown', () => {
  expect(comparePoisson(0, 10, 0, 20)).toEqual({ p: 1, ratio: null, low: 0, high: null });
  const none = compareExponential(1000, 8, 1000, 0);
  expect(none.p).toBeCloseTo(2 / 256, 12);
  expect(none).toMatchObject({ ratio: null, high: null });
});

test('exchanging the sides keeps p and inverts the interval', () => {
  const count = fc.integer({ min: 1, max: 200 });
  const time = fc.double({ min: 0.1, max: 1e4, noNaN: true });
  fc.assert(fc.property(count, time, count, time, (k1, e1, k2, e2) => {
    const there = comparePoisson(k1, e1, k2, e2);
    const back = comparePoisson(k2, e2, k1, e1);
    expect(there.p).toEqual(near(back.p, 1e-8));
    expect(there.low * (back.high ?? Number.NaN)).toEqual(near(1, 1e-8));
  }));
});

test('amounts that are not counts and times that are not positive are refused', () => {
  expect(() => poissonInterval(1.5)).toThrow(RangeError);
  expect(() => exponentialInterval(0, 1)).toThrow(RangeError);
  expect(() => comparePoisson(1, 1, 1, 0)).toThrow(RangeError);
});
