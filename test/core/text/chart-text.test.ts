/** Titles of charts say the figure, and nothing that the data do not carry. */
import { expect, test } from '@jest/globals';
import type { MetricResult, Verdict } from '../../../src/core/model/metric-result';
import { changeTitle, periodWords, runTitle } from '../../../src/core/text/chart-text';

const result = (value: number | null, more: Partial<MetricResult> = {}): MetricResult => ({
  key: 'k', item: '6.6', name: '准时交付率', version: 1, period: 'current', status: value === null ? 'no-data' : 'ok', reason: value === null ? 'no-rows' : null, basis: 'rows',
  numerator: 1, denominator: 2, value, unit: 'ratio', better: 'higher', interval: null, rows: { used: 1, notDue: 0, outside: 0, invalid: 0 }, ...more,
});
const change = (difference: number | null, verdict: Verdict, more: { readonly reason?: string; readonly tested?: boolean } = {}) => ({ key: 'k', difference, verdict, interval: null, test: null, reason: null, tested: true, ...more });
const YEARS = { before: '2023 年', after: '2024 年' };

test.each([
  [change(0.032, 'improved'), result(0.919), result(0.951), '准时交付率 2024 年比 2023 年提高 3.2 个百分点'],
  [change(-0.032, 'worsened'), result(0.951), result(0.919), '准时交付率 2024 年比 2023 年降低 3.2 个百分点'],
  [change(-0.002, 'no-evidence'), result(0.951), result(0.949), '没有充分证据表明准时交付率有变化（95.1% → 94.9%）'],
  [change(0, 'no-evidence'), result(0.5), result(0.5), '准时交付率前后相同，都是 50.0%'],
  [change(null, 'not-comparable', { reason: 'length-differs' }), result(0.5), result(0.6), '准时交付率不作前后比较：两期长短不同'],
  [change(0.043, 'improved', { tested: false }), null, result(0.043), '准时交付率为 4.3%'],
])('%#', (of, baseline, current, title) => {
  expect(changeTitle({ change: of, baseline, current, name: '准时交付率' }, YEARS, 'zh')).toBe(title);
  expect(changeTitle({ change: of, baseline, current, name: 'On time' }, { before: '2023', after: '2024' }, 'en')).not.toMatch(/[一-龥]/);
});

test('counts become more or fewer', () => {
  const count = (value: number): MetricResult => result(value, { unit: 'count', better: 'lower' });
  expect(changeTitle({ change: change(-3, 'improved'), baseline: count(5), current: count(2), name: '重大投诉', unitText: '起' }, { before: '提升前', after: '提升后' }, 'zh')).toBe('重大投诉提升后比提升前减少 3 起');
});

test('years are named only where both periods are whole years', () => {
  const periods = { baseline: { start: 1, end: 2 }, current: { start: 3, end: 4 }, asOf: 4 };
  expect(periodWords(periods, ({ start }) => (start === 1 ? 2023 : null), 'zh')).toEqual({ before: '提升前', after: '提升后' });
  expect(periodWords(periods, ({ start }) => (start === 1 ? 2023 : 2024), 'zh')).toEqual(YEARS);
});

test('months with signals are named, three at most', () => {
  const run = (signals: readonly string[], limits = true) => runTitle({ name: '合格率', limits, signals, restarted: false }, 'zh');
  expect(run([])).toBe('合格率各月没有异常信号');
  expect(run(['2024-01', '2024-02'])).toBe('合格率有 2 个月出现异常信号：2024-01、2024-02');
  expect(run(['a', 'b', 'c', 'd'])).toBe('合格率有 4 个月出现异常信号：a、b、c 等');
  expect(run([], false)).toBe('合格率逐月数值（有数据的月份不足，不画控制限）');
});
