/** Rounding for display. */
import { fixed, percent, percentDigits, plainNumber, pValue } from '../../../src/core/text/format';
import { expect, test } from '@jest/globals';

test.each([
  [0.5, '50.0%'],
  [0.9494505494505494, '94.9%'],
  [0.9977, '99.77%'],
  [0.0034, '0.34%'],
  [1, '100.0%'],
  [0, '0.0%'],
  [-0.0321, '−3.2%'],
  [-0.0004, '−0.04%'],
])('%d as a percentage', (value, text) => expect(percent(value)).toBe(text));

test('percentages that stand together have equal decimals', () => {
  expect(percentDigits([0.95, 0.996])).toBe(2);
  expect(percentDigits([0.95, 0.9])).toBe(1);
});

test.each([
  [0.00004, 'p<0.001'],
  [0.001, 'p=0.001'],
  [0.0421, 'p=0.042'],
  [0.04996, 'p=0.0500'],
  [0.0512, 'p=0.051'],
  [0.9113, 'p=0.91'],
  [1, 'p=1.00'],
])('p of %d', (p, text) => expect(pValue(p)).toBe(text));

test('p just below 0.05 is not rounded up to it', () => {
  expect(Number(pValue(0.0499).slice(2))).toBeLessThan(0.05);
});

test('numbers', () => {
  expect(plainNumber(1300730)).toBe('1300730');
  expect(plainNumber(0.1 + 0.2)).toBe('0.3');
  expect(plainNumber(100)).toBe('100');
  expect(plainNumber(-0.001)).toBe('0');
  expect(fixed(-0.04, 1)).toBe('0.0');
});
