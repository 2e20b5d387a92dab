/** A.1 8.3 新产品或服务收入占企业总营收的比例: new for 12 months from the month of launch. */
import { addMonths, and, cell, equal, isAny, isBlank, isDate, isDateOrBlank, isNumber, less, monthEnd, number, or, part } from '../algebra';
import { count, ratio, sum } from '../declare';

export const newProductRevenueShare = ratio({
  key: 'new-product-revenue-share', item: '8.3', name: '新产品或服务收入占企业总营收的比例', nameEn: 'Income from new products over total income', version: 1,
  family: 'census', monthly: false,
  definition: '标为新产品且上市未满 12 个月（上市日期空白的按标注）的收入 ÷ 同期营业收入',
  populations: [
    { sheet: 'productRevenue', window: 'period', valid: and(isAny('newProduct', '是', '否'), isDate('month'), isNumber('revenue'), isDateOrBlank('launchDate')), due: monthEnd(cell('month')) },
    { sheet: 'finance', window: 'period', valid: and(isDate('month'), isNumber('revenue')), due: monthEnd(cell('month')) },
  ],
  parts: {
    // The month of launch and the eleven after it.
    numerator: sum(cell('revenue'), { where: and(isAny('newProduct', '是'), or(isBlank('launchDate'), less(monthEnd(cell('month')), monthEnd(addMonths(cell('launchDate'), number(12)))))) }),
    denominator: sum(cell('revenue'), { from: 1 }),
    months: count(undefined, { from: 1 }),
  },
  guards: [{ when: equal(part('months'), number(0)), status: 'no-data', reason: 'no-rows' }],
});
