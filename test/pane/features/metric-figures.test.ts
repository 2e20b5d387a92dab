/** Figures as cards show them: a value or its reason, a difference with its sign, a small sample named. */
import { expect, test } from '@jest/globals';
import type { MetricReport } from '../../../src/app/desk/metric-reports';
import type { MetricResult } from '../../../src/core/model/metric-result';
import { differenceText, isSmall, nameOf, valueText } from '../../../src/pane/features/metrics/figures';

const RESULT: MetricResult = {
  key: 'k', item: '6.6', name: '准时交付率', version: 1, period: 'current', status: 'ok', reason: null, basis: 'rows', numerator: 432, denominator: 455, value: 432 / 455,
  unit: 'ratio', better: 'higher', interval: null, rows: { used: 455, notDue: 0, outside: 0, invalid: 0 },
};
const report = (more: Partial<MetricReport> = {}): MetricReport => ({
  key: 'k', item: '6.6', name: '准时交付率', nameEn: 'Deliveries on time', definition: '', version: 1, unit: 'ratio', unitText: null, better: 'higher', family: 'proportion', sheet: '',
  baseline: { ...RESULT, period: 'baseline', numerator: 293, denominator: 308, value: 293 / 308 }, current: RESULT, change: null, months: { baseline: [], current: [] }, ...more,
});
const change = (difference: number | null): NonNullable<MetricReport['change']> => ({ key: 'k', difference, interval: null, test: null, verdict: 'no-evidence', reason: null, tested: true });

test('a value is written in its unit, a missing one says why', () => {
  expect(valueText(report(), RESULT, 'zh')).toBe('94.9%');
  expect(valueText(report({ unit: 'hours' }), { ...RESULT, unit: 'hours', value: 412.5 }, 'zh')).toBe('412.5 小时');
  expect(valueText(report(), { ...RESULT, status: 'no-data', value: null, reason: null }, 'zh')).not.toMatch(/\d|no-data/u);
  expect(valueText(report(), null, 'zh')).toBe('');
});

test('a difference carries its sign; a metric that is a comparison itself has none', () => {
  expect(differenceText(report({ change: change(0.032) }), 'zh')).toMatch(/^\+3\.2 个百分点$/u);
  expect(differenceText(report({ change: change(-0.032) }), 'zh')).toMatch(/^[-−]3\.2 个百分点$/u);
  expect(differenceText(report({ change: change(null) }), 'zh')).toBe('');
  expect(differenceText(report({ change: change(0.1), baseline: null }), 'zh')).toBe('');
});

test('a rate over fewer than 30 is small; other kinds of figures are not judged so', () => {
  expect([29, 30].map((denominator) => isSmall(report(), { ...RESULT, denominator }))).toEqual([true, false]);
  expect(isSmall(report({ family: 'score' }), { ...RESULT, denominator: 3 })).toBe(false);
  expect(isSmall(report(), null)).toBe(false);
});

test('names follow the language', () => {
  expect([nameOf(report(), 'zh'), nameOf(report(), 'en')]).toEqual(['准时交付率', 'Deliveries on time']);
});
