/** A.1 7.5 客户退货率: returned for quality out of what was delivered in the period, whenever it came back. */
import { add, and, bound, cell, equal, isAny, isBlank, isDate, isDateOrBlank, isNumber, less, lessOrEqual, not, number, part } from '../algebra';
import { count, ratio, sum } from '../declare';
import type { Guard } from '../metric-def';
import { notNegativeOrBlank, positive } from './common';

const shared = { key: 'customer-return-rate', item: '7.5', name: '客户退货率', nameEn: 'Returns by customers', version: 1, better: 'lower' } as const;
/** Where nobody wrote down a return, not even 0, returns were not recorded. */
const recorded = count(isNumber('returnQuantity'));
const unrecorded: Guard = { when: equal(part('recorded'), number(0)), status: 'no-data', reason: 'nothing-recorded' };

const quality = isAny('returnReason', '质量');
const delivered = {
  sheet: 'deliveries', window: 'period',
  scope: not(isBlank('deliveryDate')),
  valid: and(isDate('deliveryDate'), positive('deliveredQuantity'), notNegativeOrBlank('returnQuantity'), isDateOrBlank('returnDate'), lessOrEqual(cell('returnQuantity'), cell('deliveredQuantity'))),
  due: cell('deliveryDate'),
} as const;

export const customerReturnRate = ratio({
  ...shared,
  definition: '本期交付中因质量退回的数量（不论何时退回） ÷ 本期交付数量；退货数量空白按没有退货，但一行也没填时视为没有记录（没有退货请填 0）；退货多于交付的行无效',
  populations: [delivered],
  parts: { numerator: sum(cell('returnQuantity'), { where: quality }), denominator: sum(cell('deliveredQuantity')), recorded },
  guards: [unrecorded],
});

export const customerReturnRateByPeriod = ratio({
  ...shared,
  variant: { id: 'period', label: '期间法' }, monthly: false, family: 'census',
  definition: '本期退回的数量（不论何时交付） ÷ 本期交付数量，可能超过 100%',
  populations: [delivered, { ...delivered, valid: and(delivered.valid, isDate('returnDate'), less(cell('returnDate'), add(bound('asOf'), number(1)))), due: cell('returnDate') }],
  parts: { numerator: sum(cell('returnQuantity'), { from: 1, where: quality }), denominator: sum(cell('deliveredQuantity')), recorded },
  guards: [unrecorded],
});
