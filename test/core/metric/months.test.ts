/** Months of serial dates, and the windows made of them: leap years and ends of months. Serials: 45351 is 2024-02-29. */
import { expect, test } from '@jest/globals';
import { isoOf } from '../../../src/core/codec/date';
import { addMonthsTo, monthEndOf, monthsOf } from '../../../src/core/metric/months';
import { boundsOf, elapsedEnd } from '../../../src/core/metric/windows';
import { day, until } from '../../support/metric-case';

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', -36, '2021-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2023-12-15', 1, '2024-01-15'],
  ['2100-02-28', 12, '2101-02-28'],
])('%s and %d months: %s', (date, months, expected) => {
  expect(isoOf(addMonthsTo(day(date), months))).toBe(expected);
});

test('the time of day is dropped, and what is no date gives 0', () => {
  expect(isoOf(addMonthsTo(day('2024-01-15T18:00'), 1))).toBe('2024-02-15');
  expect([addMonthsTo(0, 1), addMonthsTo(60, 1), addMonthsTo(1e10, 1), addMonthsTo(45_000, Number.NaN), addMonthsTo(61, -12 * 200)]).toEqual([0, 0, 0, 0, 0]);
});

test.each([['2024-02-01', '2024-02-29'], ['2023-02-28', '2023-02-28'], ['2100-02-01', '2100-02-28'], ['2000-02-01', '2000-02-29'], ['2024-12-31', '2024-12-31']])('month of %s ends on %s', (date, end) => {
  expect(isoOf(monthEndOf(day(date)))).toBe(end);
});

test('the months of a window are cut at its ends', () => {
  const months = monthsOf(day('2024-01-15'), day('2024-03-02'));
  expect(months.map(({ low, high }) => [isoOf(low), isoOf(high)])).toEqual([['2024-01-15', '2024-01-31'], ['2024-02-01', '2024-02-29'], ['2024-03-01', '2024-03-02']]);
  expect(monthsOf(day('2024-03-02'), day('2024-03-01'))).toEqual([]);
});

test.each([
  ['2024-12-31', '2024-12-31', '2023-12-31'],
  ['2025-06-30', '2024-12-31', '2023-12-31'],
  ['2024-03-31', '2024-03-31', '2023-03-31'],
  ['2024-02-29', '2024-02-29', '2023-02-28'],
])('as of %s the periods are known up to %s and compared up to %s', (asOf, current, baseline) => {
  const periods = until(asOf);
  expect([elapsedEnd('current', periods), elapsedEnd('baseline', periods)].map(isoOf)).toEqual([current, baseline]);
});

test('windows of the current period as of a day inside it', () => {
  const periods = until('2024-10-17');
  const shown = (window: Parameters<typeof boundsOf>[0]): readonly string[] => {
    const { low, high } = boundsOf(window, 'current', periods);
    return [isoOf(low), isoOf(high)];
  };
  expect(shown('period')).toEqual(['2024-01-01', '2024-12-31']);
  expect(shown('elapsed')).toEqual(['2024-01-01', '2024-10-17']);
  expect(shown('threeYears')).toEqual(['2021-10-18', '2024-10-17']);
  expect(shown('upTo')[1]).toBe('2024-10-17');
});
