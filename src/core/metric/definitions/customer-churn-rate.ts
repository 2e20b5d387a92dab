/** A.1 7.4 客户流失率: customers of the opening day lost in the period; without a confirmed day, 12 months without an order. */
import { add, addMonths, and, bound, cell, choose, isDate, isDateOrBlank, less, lessOrEqual, number, or, not } from '../algebra';
import { count, ratio } from '../declare';

const never = number(2958465);
const lostOn = choose(isDate('lostDate'), cell('lostDate'), choose(isDate('lastDeal'), add(addMonths(cell('lastDeal'), number(12)), number(1)), never));

export const customerChurnRate = ratio({
  key: 'customer-churn-rate', item: '7.4', name: '客户流失率', nameEn: 'Customer churn', version: 1,
  better: 'lower', monthly: false,
  definition: '期初客户中本期流失的客户数 ÷ 期初客户数；未填流失日期的，最近成交满 12 个月仍无成交视为流失；本期新客户不计；截止日在期内时计到截止日',
  populations: [{
    sheet: 'customers', window: 'elapsed',
    scope: or(not(isDate('firstDeal')), and(less(cell('firstDeal'), bound('low')), lessOrEqual(bound('low'), lostOn))),
    valid: and(isDate('firstDeal'), isDateOrBlank('lastDeal'), isDateOrBlank('lostDate')),
    due: bound('low'),
  }],
  parts: { numerator: count(less(lostOn, add(bound('high'), number(1)))), denominator: count() },
});
