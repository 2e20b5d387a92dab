/** The sentence of a verdict. Figures of the Northwind deliveries: 293/308 and 432/455. */
import type { Interval, MetricChange, MetricResult } from '../../../src/core/model/metric-result';
import { newcombe } from '../../../src/core/stats/newcombe';
import { compareProportions } from '../../../src/core/stats/two-proportions';
import { verdictSentence } from '../../../src/core/text/verdict-text';
import { expect, test } from '@jest/globals';

function result(numerator: number, denominator: number, more: Partial<MetricResult> = {}): MetricResult {
  return {
    key: 'on-time-delivery-rate', item: '6.6', name: '准时交付率', version: 1, period: 'current', status: 'ok', reason: null, basis: 'rows',
    numerator, denominator, value: numerator / denominator, unit: 'ratio', better: 'higher', interval: null,
    rows: { used: denominator, notDue: 0, outside: 0, invalid: 0 }, ...more,
  };
}

function change(difference: number | null, more: Partial<MetricChange> & { readonly reason?: string } = {}): MetricChange & { readonly reason?: string } {
  return { key: 'on-time-delivery-rate', difference, interval: null, test: null, verdict: 'no-evidence', ...more };
}

const interval = (low: number | null, high: number | null, level = 0.95): Interval => ({ method: 'newcombe', level, low, high });
const money = (value: number): MetricResult => result(value, 1, { value, unit: 'money', denominator: null });
const count = (value: number): MetricResult => result(value, 1, { value, unit: 'count', better: 'lower' });
const BEFORE = result(293, 308);
const AFTER = result(432, 455);

test('no evidence is not called no change', () => {
  const tested = change(432 / 455 - 293 / 308, { interval: interval(newcombe(293, 308, 432, 455).low, newcombe(293, 308, 432, 455).high), test: compareProportions(293, 308, 432, 455) });
  expect(verdictSentence(tested, BEFORE, AFTER, '准时交付率', 'zh'))
    .toBe('准时交付率由 95.1%（293/308）变为 94.9%（432/455），差 −0.2 个百分点（95% 区间 −3.3 至 3.3），数据不能说明有变化（p=0.91）。');
  expect(verdictSentence(tested, BEFORE, AFTER, 'On-time delivery', 'en'))
    .toBe('On-time delivery went from 95.1% (293/308) to 94.9% (432/455), a difference of −0.2 percentage points (95% interval −3.3 to 3.3), the data do not show a change (p=0.91).');
});

test('a worse figure, with p below what is printed', () => {
  const worse = change(-0.2, { interval: interval(-0.25, -0.15), test: { method: 'z', statistic: -9, p: 1e-12 }, verdict: 'worsened' });
  expect(verdictSentence(worse, result(90, 100), result(70, 100), '合格率', 'zh'))
    .toBe('合格率由 90.0%（90/100）变为 70.0%（70/100），差 −20.0 个百分点（95% 区间 −25.0 至 −15.0），数据说明变差了（p<0.001）。');
});

test('few cases are said to be few', () => {
  const few = change(0.25, { interval: { method: 'newcombe', level: 0.95, low: 0.01, high: 0.5 }, test: { method: 'fisher', statistic: null, p: 0.04 }, verdict: 'improved' });
  expect(verdictSentence(few, result(10, 20), result(15, 20), '合格率', 'zh')).toMatch(/数据说明有改善（p=0\.040），样本少（不足 30），结论仅供参考。$/u);
});

test('a sample that does not differ is not called a total', () => {
  expect(verdictSentence({ ...change(0), tested: true }, result(40, 40), result(50, 50), '合格率', 'zh')).toMatch(/两期相同，没有变化。$/u);
});

test('totals of all records are not tested', () => {
  expect(verdictSentence(change(180.5, { verdict: 'improved' }), money(4200), money(4380.5), '营业收入', 'zh'))
    .toBe('营业收入由 4200 万元变为 4381 万元，差 181 万元，有改善；全部记录的合计，不作抽样检验。');
  expect(verdictSentence(change(0), count(2), count(2), '重大投诉', 'zh', '起')).toBe('重大投诉由 2 起变为 2 起，差 0 起，没有变化；全部记录的合计，不作抽样检验。');
});

test('a sample that no test fits is not passed off as a total', () => {
  expect(verdictSentence(change(0.1), result(1.5, 3), result(1.8, 3), '合格率', 'zh')).toContain('数据不足以检验，不能说明有变化');
});

test('a difference that rounding would hide is shown', () => {
  expect(verdictSentence(change(0.0002, { test: { method: 'z', statistic: 0.1, p: 0.9 } }), result(5000, 10000), result(5002, 10000), '合格率', 'zh')).toContain('差 0.02 个百分点');
});

test('a metric that compares by itself shows its interval once', () => {
  const itself = change(0.053, { interval: { ...interval(0.012, 0.094), method: 'welch' }, test: { method: 'welch', statistic: 2.6, p: 0.014 }, verdict: 'improved' });
  expect(verdictSentence(itself, null, result(1, 1, { value: 0.053, numerator: null }), '产品性能改进', 'zh')).toBe('产品性能改进为 5.3%（95% 区间 1.2 至 9.4），数据说明有改善（p=0.014）。');
});

test('a summary is marked', () => {
  const summary = { basis: 'summary' } as const;
  expect(verdictSentence(change(0), result(90, 100, summary), result(90, 100, summary), '合格率', 'zh')).toContain('90.0%（90/100，汇总填报）');
});

test('why two figures are not compared', () => {
  const refused = (reason: string): ReturnType<typeof change> => change(null, { verdict: 'not-comparable', reason });
  expect(verdictSentence(refused('length-differs'), BEFORE, AFTER, '准时交付率', 'zh')).toBe('准时交付率不作前后比较：两期长短不同。');
  expect(verdictSentence(change(null, { verdict: 'not-comparable' }), BEFORE, result(1, 2, { basis: 'summary' }), '准时交付率', 'zh')).toContain('两期的数据来源不同');
  const none = result(0, 0, { status: 'no-data', reason: 'no-rows', value: null });
  expect(verdictSentence(refused('baseline-not-ok'), none, AFTER, '准时交付率', 'zh')).toBe('准时交付率不作前后比较：提升前没有属于这一期的记录。');
  expect(verdictSentence(refused('current-not-ok'), null, null, '准时交付率', 'en')).toBe('准时交付率 is not compared: there is no figure after.');
});

test('without failures the lower bound is told: 1000 h give 333.8 h (NIST 8.4.5.1)', () => {
  const none = result(1000, 0, { value: null, unit: 'hours', status: 'not-applicable', reason: 'no-failure', interval: { method: 'chi-square', level: 0.9, low: 333.8082, high: null } });
  expect(verdictSentence(change(null, { verdict: 'not-comparable', reason: 'no-failure' }), result(3600, 12, { unit: 'hours' }), none, '平均故障间隔时间', 'zh'))
    .toBe('平均故障间隔时间不作前后比较：提升后没有发生故障，只能给出下限，有 95% 的把握不低于 333.8 小时。');
});
