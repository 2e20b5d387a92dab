/** 7.6 a 企业营收增长率, over the same stretch of both periods (同比). */
import { and, cell, isDate, isNumber, lessOrEqual, less, monthEnd, number, or, part, subtract } from '../algebra';
import { count, sum } from '../declare';
import type { MetricDef } from '../metric-def';

export const revenueGrowthRate: MetricDef = {
  key: 'revenue-growth-rate', item: '7.6a', name: '营收增长率', nameEn: 'Growth of income', version: 1,
  unit: 'ratio', better: 'higher', family: 'census', scope: 'comparison', summary: true, monthly: false,
  definition: '（提升后营业收入－提升前同期营业收入） ÷ 提升前同期营业收入；截止日在期内时两边都只计到同期的整月；两边月数须相同',
  populations: [{ sheet: 'finance', window: 'elapsed', valid: and(isDate('month'), isNumber('revenue')), due: monthEnd(cell('month')) }],
  parts: {
    before: sum(cell('revenue'), { period: 'baseline' }),
    after: sum(cell('revenue'), { period: 'current' }),
    monthsBefore: count(undefined, { period: 'baseline' }),
    monthsAfter: count(undefined, { period: 'current' }),
  },
  numerator: subtract(part('after'), part('before')),
  denominator: part('before'),
  guards: [
    { when: lessOrEqual(part('monthsBefore'), number(0)), status: 'not-applicable', reason: 'baseline-not-ok' },
    { when: or(less(part('monthsBefore'), part('monthsAfter')), less(part('monthsAfter'), part('monthsBefore'))), status: 'not-applicable', reason: 'months-differ' },
    { when: lessOrEqual(part('before'), number(0)), status: 'not-applicable', reason: 'base-not-positive' },
  ],
};
