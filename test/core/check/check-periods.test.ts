/** Rules over the periods and the as-of date. */
import { checkPeriods, type DateEntry, type PeriodEntries } from '../../../src/core/check/check-periods';
import { serialOf } from '../../../src/core/codec/date';
import type { CellValue } from '../../../src/core/model/cell';
import { expect, test } from '@jest/globals';

const entry = (cell: string, value: CellValue): DateEntry => ({ sheet: '首页', cell, clause: '6', label: cell, value });

const YEARS: PeriodEntries = {
  baselineStart: entry('B1', serialOf(2023, 1, 1)),
  baselineEnd: entry('B2', serialOf(2023, 12, 31)),
  currentStart: entry('B3', serialOf(2024, 1, 1)),
  currentEnd: entry('B4', serialOf(2024, 12, 31)),
  asOf: entry('B5', serialOf(2024, 12, 31)),
};

const check = (changes: Partial<Record<keyof PeriodEntries, CellValue>>): readonly string[] => {
  const at = (key: keyof PeriodEntries): DateEntry => ({ ...YEARS[key], value: key in changes ? (changes[key] ?? null) : YEARS[key].value });
  return checkPeriods({ baselineStart: at('baselineStart'), baselineEnd: at('baselineEnd'), currentStart: at('currentStart'), currentEnd: at('currentEnd'), asOf: at('asOf') })
    .map(({ code, severity, cell }) => `${severity} ${code} ${cell}`);
};

test('a year and a leap year', () => expect(check({})).toEqual([]));

test('missing dates are said one by one, and stop comparisons only', () => {
  expect(check({ baselineStart: null, asOf: '' })).toEqual(['error period/missing B1', 'error period/missing B5']);
});

test('the end before the start', () => {
  expect(check({ currentEnd: serialOf(2023, 12, 1) })).toEqual(['error period/reversed B4']);
});

test('periods that overlap by a day', () => {
  expect(check({ currentStart: serialOf(2023, 12, 31) })).toEqual(['error period/overlap B3']);
});

test('unequal length is a warning', () => {
  expect(check({ currentEnd: serialOf(2024, 6, 30) })).toEqual(['warning period/length B4']);
});

test('an as-of date before the baseline ends, and before the current period begins', () => {
  expect(check({ asOf: serialOf(2023, 12, 30) })).toEqual(['error period/as-of-early B5']);
  expect(check({ asOf: serialOf(2023, 12, 31) })).toEqual(['warning period/as-of-before-current B5']);
  expect(check({ asOf: serialOf(2024, 2, 1) })).toEqual([]);
});

test('text in place of a date is left to the rules of cells', () => {
  expect(check({ baselineEnd: '2023年底' })).toEqual([]);
});
