/** 7.6 b 企业成本降低率 of comparable products (可比产品成本降低率), with this period's quantities; negative when costs rose. */
import { and, cell, choose, divide, equal, isDate, isKey, less, monthEnd, multiply, number, part, subtract } from '../algebra';
import { ratio, sum } from '../declare';
import type { MetricDef } from '../metric-def';
import { notNegative, positive } from './common';

const comparable = and(less(number(0), part('quantityBefore')), less(number(0), part('costBefore')), less(number(0), part('quantityAfter')));

export const costReductionRate: MetricDef = {
  key: 'cost-reduction-rate', item: '7.6b', name: '成本降低率', nameEn: 'Reduction of cost', version: 1,
  unit: 'ratio', better: 'higher', family: 'census', scope: 'comparison', summary: true, monthly: false,
  definition: 'Σ（提升前平均单位成本－提升后单位成本）×提升后产量 ÷ Σ提升前平均单位成本×提升后产量；只计两期都生产的可比产品；成本上升为负',
  populations: [{
    sheet: 'productCost', window: 'period',
    valid: and(isDate('month'), isKey('product'), positive('quantity'), notNegative('totalCost')),
    due: monthEnd(cell('month')),
  }],
  parts: {},
  grouping: {
    by: { kind: 'text', column: 'product' }, heading: '产品', limit: 60,
    labels: { quantityBefore: '提升前产量', costBefore: '提升前总成本', quantityAfter: '提升后产量', costAfter: '提升后总成本', expected: '按提升前单位成本计', saved: '降低额', comparable: '可比产品数' },
    parts: {
      quantityBefore: sum(cell('quantity'), { period: 'baseline' }),
      costBefore: sum(cell('totalCost'), { period: 'baseline' }),
      quantityAfter: sum(cell('quantity'), { period: 'current' }),
      costAfter: sum(cell('totalCost'), { period: 'current' }),
    },
    derived: {
      expected: choose(comparable, multiply(divide(part('costBefore'), part('quantityBefore')), part('quantityAfter')), number(0)),
      saved: choose(comparable, subtract(part('expected'), part('costAfter')), number(0)),
    },
    totals: {
      expected: { kind: 'sum', of: 'expected' },
      saved: { kind: 'sum', of: 'saved' },
      comparable: { kind: 'count', where: comparable },
    },
  },
  numerator: part('saved'),
  denominator: part('expected'),
  guards: [{ when: equal(part('comparable'), number(0)), status: 'not-applicable', reason: 'no-comparable-product' }],
};

export const costToRevenueRatio = ratio({
  key: 'cost-reduction-rate', item: '7.6b', name: '成本降低率', nameEn: 'Reduction of cost', version: 1,
  variant: { id: 'cost-to-income', label: '营业成本率（替代口径）' }, better: 'lower', family: 'census', monthly: false,
  definition: '营业成本 ÷ 营业收入；没有单位成本时以其下降的百分点代替，须注明',
  populations: [{ sheet: 'finance', window: 'period', valid: and(isDate('month'), notNegative('revenue'), notNegative('cost')), due: monthEnd(cell('month')) }],
  parts: { numerator: sum(cell('cost')), denominator: sum(cell('revenue')) },
});
