/** A.1 4.1 产品性能改进 and 4.4 一致性改进: samples before and after, by characteristic. */
import {
  and, cell, choose, divide, equal, isAny, isKey, isNumber, less, max, min, multiply, number, or, part, power,
  subtract, type Bool,
} from '../algebra';
import { count, sum } from '../declare';
import type { Guard, MetricDef } from '../metric-def';

const before = isAny('stage', '改进前');
const after = isAny('stage', '改进后');
const lowerBetter = isAny('direction', '越小越好');
const few = (n: number): Bool => or(less(part('beforeN'), number(n)), less(part('afterN'), number(n)));
const none = (name: string): Bool => less(number(0), part(name));

const shared = {
  scope: 'comparison', family: 'beforeAfter', summary: false, monthly: false,
  populations: [{
    sheet: 'performanceTests', window: 'all',
    valid: and(isKey('characteristic'), isAny('direction', '越大越好', '越小越好'), isAny('stage', '改进前', '改进后'), isNumber('value')),
  }],
  parts: {},
} as const satisfies Partial<MetricDef>;

const samples = {
  beforeN: count(before),
  afterN: count(after),
  lowerN: count(lowerBetter),
  allN: count(),
} as const;

const labels = {
  beforeN: '改进前样本数', afterN: '改进后样本数', lowerN: '越小越好行数', allN: '行数',
  beforeSum: '改进前合计', afterSum: '改进后合计', beforeMean: '改进前均值', afterMean: '改进后均值',
  beforeVariance: '改进前方差', afterVariance: '改进后方差', improvement: '改进幅度', ratio: '标准差之比', product: '比值之积',
  characteristics: '指标数', missing: '样本不足的指标数', zeroBase: '改进前均值为零的指标数', zeroSpread: '改进前无波动的指标数', mixed: '方向不一致的指标数',
} as const;

const mixed: Guard = { when: none('mixed'), status: 'not-applicable', reason: 'mixed-directions' };

export const performanceImprovement: MetricDef = {
  ...shared,
  key: 'performance-improvement', item: '4.1', name: '产品性能改进', nameEn: 'Improvement of product performance', version: 1,
  unit: 'ratio', better: 'higher', evidence: 'means',
  definition: '（改进后均值－改进前均值） ÷ 改进前均值的绝对值，越小越好的指标取反号；多个指标时为各指标改进幅度的平均（量纲不同，不能合计）',
  grouping: {
    by: { kind: 'text', column: 'characteristic' }, heading: '指标', limit: 30,
    labels,
    parts: {
      ...samples,
      beforeSum: sum(cell('value'), { where: before }),
      afterSum: sum(cell('value'), { where: after }),
      beforeVariance: { kind: 'variance', of: cell('value'), where: before },
      afterVariance: { kind: 'variance', of: cell('value'), where: after },
    },
    derived: {
      beforeMean: choose(less(number(0), part('beforeN')), divide(part('beforeSum'), part('beforeN')), number(0)),
      afterMean: choose(less(number(0), part('afterN')), divide(part('afterSum'), part('afterN')), number(0)),
      improvement: choose(
        or(few(1), equal(part('beforeMean'), number(0))), number(0),
        multiply(
          choose(less(number(0), part('lowerN')), number(-1), number(1)),
          divide(subtract(part('afterMean'), part('beforeMean')), max(part('beforeMean'), subtract(number(0), part('beforeMean')))),
        ),
      ),
    },
    totals: {
      improvement: { kind: 'sum', of: 'improvement' },
      characteristics: { kind: 'count' },
      missing: { kind: 'count', where: few(1) },
      zeroBase: { kind: 'count', where: and(less(number(0), part('beforeN')), equal(part('beforeMean'), number(0))) },
      mixed: { kind: 'count', where: and(less(number(0), part('lowerN')), less(part('lowerN'), part('allN'))) },
    },
  },
  numerator: part('improvement'),
  denominator: part('characteristics'),
  guards: [
    mixed,
    { when: none('missing'), status: 'not-applicable', reason: 'too-few-values' },
    { when: none('zeroBase'), status: 'not-applicable', reason: 'zero-baseline' },
  ],
};

export const consistencyImprovement: MetricDef = {
  ...shared,
  key: 'consistency-improvement', item: '4.4', name: '产品(服务)一致性改进', nameEn: 'Improvement of consistency', version: 1,
  unit: 'ratio', unitText: '比值', better: 'lower', evidence: 'spreads', neutral: 1,
  definition: '改进后标准差 ÷ 改进前标准差（小于 1 为更一致）；多个指标时为各比值的几何平均；每个阶段至少 2 个测值',
  grouping: {
    by: { kind: 'text', column: 'characteristic' }, heading: '指标', limit: 30,
    labels,
    parts: {
      ...samples,
      beforeVariance: { kind: 'variance', of: cell('value'), where: before },
      afterVariance: { kind: 'variance', of: cell('value'), where: after },
    },
    derived: {
      ratio: choose(
        or(few(2), equal(part('beforeVariance'), number(0))), number(1),
        power(divide(part('afterVariance'), part('beforeVariance')), number(0.5)),
      ),
    },
    totals: {
      product: { kind: 'product', of: 'ratio' },
      characteristics: { kind: 'count' },
      missing: { kind: 'count', where: few(2) },
      zeroSpread: { kind: 'count', where: and(less(number(1), min(part('beforeN'), part('afterN'))), equal(part('beforeVariance'), number(0))) },
      mixed: { kind: 'count', where: and(less(number(0), part('lowerN')), less(part('lowerN'), part('allN'))) },
    },
  },
  numerator: part('product'),
  denominator: part('characteristics'),
  value: power(part('product'), divide(number(1), part('characteristics'))),
  guards: [
    mixed,
    { when: none('missing'), status: 'not-applicable', reason: 'too-few-values' },
    { when: none('zeroSpread'), status: 'not-applicable', reason: 'zero-spread' },
  ],
};
