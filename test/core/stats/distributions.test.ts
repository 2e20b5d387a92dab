/** The distributions against values computed with mpmath (40 digits) and closed forms. */
import { binomialPmf } from '../../../src/core/stats/binomial';
import { binomialTwoSided } from '../../../src/core/stats/binomial-test';
import { chiSquareQuantile } from '../../../src/core/stats/chi-square';
import { incompleteBeta, inverseIncompleteBeta } from '../../../src/core/stats/incomplete-beta';
import { normalCritical, normalTwoSided } from '../../../src/core/stats/normal';
import { studentCritical, studentTwoSided } from '../../../src/core/stats/student';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { near } from './near';

const at = (x: number) => ({ x, y: 1 - x });

test.each([
  [0.5, 0.617075077451974],
  [1.96, 0.0499957902964409],
  [2.4, 0.0163950718491923],
  [2.6, 0.0093223760474375],
  [5, 5.73303143758388e-7],
  [10, 1.52397060483211e-23],
])('P(|Z| >= %d)', (z, p) => {
  expect(normalTwoSided(z)).toEqual(near(p, 1e-12));
  expect(normalTwoSided(-z)).toEqual(near(p, 1e-12));
});

test('critical z', () => {
  expect(normalCritical(0.95)).toEqual(near(1.95996398454005, 1e-12));
  expect(normalCritical(0.9)).toEqual(near(1.64485362695147, 1e-12));
});

test.each([
  [0.1, 1, 0.936548965138893],
  [1, 1, 0.5],
  [3, 2.5, 0.0725760955490318],
  [12, 4, 0.000276428548502973],
  [2, 100000, 0.0455029634575065],
])('P(|T| >= %d) with %d degrees of freedom', (t, df, p) => expect(studentTwoSided(t, df)).toEqual(near(p, 1e-11)));

test.each([
  [0.95, 10, 2.22813885198627],
  [0.9, 1, 6.31375151467504],
  [0.99, 3.7, 4.86925225322783],
  [0.95, 100000, 1.95998770753461],
])('critical t of level %d with %d degrees of freedom', (level, df, t) => expect(studentCritical(level, df)).toEqual(near(t, 1e-11)));

test.each([
  [0.05, 2, -2 * Math.log(0.95)],
  [0.95, 2, -2 * Math.log(0.05)],
  [0.05, 20, 10.85081139418259],
  [0.95, 22, 33.92443847144381],
  [0.975, 1000, 1089.5309127749135],
  [0.001, 1, 1.57079714926249e-6],
])('chi-square quantile %d with %d degrees of freedom', (p, df, value) => expect(chiSquareQuantile(p, df)).toEqual(near(value, 1e-11)));

/** Roots of the regularised incomplete gamma function at 30 digits (mpmath 1.3). */
test.each([
  [0.95, 68, 88.25016442187412],
  [0.05, 66, 48.30537793497176],
  [0.975, 200, 241.0578955063109],
  [0.025, 50, 32.357363695658655],
  [0.975, 2000, 2125.8423024497756],
])('chi-square quantile %d with %d degrees of freedom, to the last digits', (p, df, value) => expect(chiSquareQuantile(p, df)).toEqual(near(value, 2e-14)));

test.each([
  [2, 3, 0.9, 0.9963],
  [0.5, 0.5, 0.3, 0.369010119565545],
  [50, 60, 0.4, 0.1247068583431],
  [900, 700, 0.56, 0.419346581237384],
  [250.5, 1, 0.99, 0.0806522052518745],
  [0.5, 40000, 0.00001, 0.62890633150001],
])('incomplete beta of %d, %d at %d', (a, b, x, value) => expect(incompleteBeta(a, b, at(x))).toEqual(near(value, 1e-12)));

test.each([
  [3, 10, 0.2, 0.201326592],
  [0, 5, 0.3, 0.16807],
  [5, 5, 0.3, 0.00243],
  [500, 1000, 0.5, 0.0252250181783608],
  [1234, 100000, 0.0125, 0.0102965988299252],
  [1, 1000000, 0.000001, 0.36787962511127],
])('binomial probability of %d among %d', (k, n, p, value) => expect(binomialPmf(k, n, p)).toEqual(near(value, 1e-12)));

test.each([
  [3, 10, 0.5, 0.34375],
  [7, 20, 0.25, 0.30547848486367],
  [0, 12, 0.2, 0.141274976256],
  [682, 925, 0.75, 0.382491559574852], // R, ?binom.test: p-value = 0.3825 (Mendel's peas)
  [40, 100, 0.33, 0.137776450246056],
  [15, 100000, 0.0003, 0.00439190549574356],
  [12, 12, 0.5, 2 / 4096],
])('exact binomial test of %d among %d against %d', (k, n, p, value) => expect(binomialTwoSided(k, n, p)).toEqual(near(value, 1e-10)));

describe('properties', () => {
  const shape = fc.double({ min: 0.5, max: 5000, noNaN: true });
  const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

  test('the inverse incomplete beta inverts', () => {
    fc.assert(fc.property(shape, shape, probability, (a, b, p) => {
      expect(incompleteBeta(a, b, inverseIncompleteBeta(a, b, p))).toEqual(near(p, 1e-9));
    }));
  });

  test('the binomial test equals the sum over all outcomes no more probable', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), probability, (n, draw, p) => {
      const k = draw % (n + 1);
      const limit = binomialPmf(k, n, p) * (1 + 1e-7);
      let sum = 0;
      for (let i = 0; i <= n; i++) if (binomialPmf(i, n, p) <= limit) sum += binomialPmf(i, n, p);
      expect(Math.abs(binomialTwoSided(k, n, p) - Math.min(1, sum))).toBeLessThan(1e-9);
    }));
  });
});
