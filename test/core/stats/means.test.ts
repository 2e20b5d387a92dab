/** Means and spreads against R's `sleep` data and scipy. */
import { meanInterval } from '../../../src/core/stats/mean-interval';
import { moments } from '../../../src/core/stats/moments';
import { varianceRatio } from '../../../src/core/stats/variance-ratio';
import { welch } from '../../../src/core/stats/welch';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { near, within } from './near';

const GROUP1 = moments([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
const GROUP2 = moments([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

test('Welch on the sleep data: R prints t = -1.8608, df = 17.776, p = 0.07939, -3.3654832 to 0.2054832', () => {
  const result = welch(GROUP2, GROUP1);
  expect(result?.t).toEqual(within(-1.8608, 5e-5));
  expect(result?.df).toEqual(within(17.776, 5e-4));
  expect(result?.p).toEqual(within(0.07939, 5e-6));
  expect(result?.low).toEqual(within(-3.3654832, 5e-8));
  expect(result?.high).toEqual(within(0.2054832, 5e-8));
});

test('t interval of a mean (scipy)', () => {
  const interval = meanInterval(GROUP2);
  expect(interval?.low).toEqual(near(0.8976775393767051, 1e-10));
  expect(interval?.high).toEqual(near(3.7623224606232943, 1e-10));
});

test('ratio of spreads (scipy F(7, 5))', () => {
  const result = varianceRatio(moments([5.1, 2, 4.1, 6.2, 7.1, 8.3]), moments([1.5, 6.4, 3.3, 5.8, 4.8, 7.2, 5.6, 4.5]));
  expect(result?.f).toEqual(near(0.6541922801327499, 1e-12));
  expect(result?.p).toEqual(near(0.5876273958913628, 1e-10));
  expect(result?.low).toEqual(near(0.30896546984675666, 1e-10));
  expect(result?.high).toEqual(near(1.8594518404430969, 1e-10));
});

test('too few values or no spread give no result', () => {
  const one = moments([3]);
  const flat = moments([3, 3, 3]);
  expect(meanInterval(one)).toBeNull();
  expect(welch(one, GROUP1)).toBeNull();
  expect(welch(flat, flat)).toBeNull();
  expect(varianceRatio(flat, GROUP1)).toBeNull();
  expect(welch(flat, GROUP1)).not.toBeNull();
});

test('moments do not lose digits next to a large offset', () => {
  const { mean, variance } = moments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
  expect(mean).toBe(1e9 + 10);
  expect(variance).toBe(30);
});

test('exchanging the samples mirrors', () => {
  const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 30 }).map(moments).filter((m) => m.variance > 1e-6);
  fc.assert(fc.property(sample, sample, (a, b) => {
    const there = welch(a, b);
    const back = welch(b, a);
    expect((there?.low ?? Number.NaN) + (back?.high ?? Number.NaN)).toEqual(within(0, 1e-6));
    expect(there?.p).toEqual(near(back?.p ?? Number.NaN, 1e-9));
    const ratio = varianceRatio(a, b);
    const inverse = varianceRatio(b, a);
    expect((ratio?.low ?? Number.NaN) * (inverse?.high ?? Number.NaN)).toEqual(near(1, 1e-9));
    expect(ratio?.p).toEqual(near(inverse?.p ?? Number.NaN, 1e-9));
  }));
});
