/** A.1 note 2: 主导产品 are those whose income together is more than 50 % of the income of the same time (R1). */
import { and, cell, isAny, isDate, isNumber, monthEnd } from '../algebra';
import { count, ratio, sum } from '../declare';

export const mainProductRevenueShare = ratio({
  key: 'main-product-revenue-share', item: 'R1', name: '主导产品收入占比', nameEn: 'Income of the main products over total income', version: 1,
  family: 'census', monthly: false,
  definition: '标为主导产品的收入之和 ÷ 同期营业收入（含其他业务收入）；须大于 50%，恰为 50% 不符合',
  populations: [
    { sheet: 'productRevenue', window: 'period', valid: and(isAny('main', '是', '否'), isDate('month'), isNumber('revenue')), due: monthEnd(cell('month')) },
    { sheet: 'finance', window: 'period', valid: and(isDate('month'), isNumber('revenue')), due: monthEnd(cell('month')) },
  ],
  parts: {
    numerator: sum(cell('revenue'), { where: isAny('main', '是') }),
    denominator: sum(cell('revenue'), { from: 1 }),
    months: count(undefined, { from: 1 }),
  },
  guards: [{ when: { op: 'equal', a: { op: 'part', name: 'months' }, b: { op: 'number', value: 0 } }, status: 'no-data', reason: 'no-rows' }],
});
