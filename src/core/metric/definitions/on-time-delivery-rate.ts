/** A.1 6.6 产品/服务准时交付率: order lines by promised date, in time and in full. */
import { and, cell, isAny, isDate, isDateOrBlank, not } from '../algebra';
import { count, ratio } from '../declare';
import type { Population } from '../metric-def';
import { byTheDay, onTimeInFull, orderLineValid } from './common';

const line = { date: 'deliveryDate', delivered: 'deliveredQuantity' } as const;
const deliveries: Population = {
  sheet: 'deliveries', window: 'period',
  scope: not(isAny('delayLiability', '客户')),
  valid: orderLineValid(line),
  due: cell('dueDate'),
};
const shared = {
  key: 'on-time-delivery-rate', item: '6.6', name: '产品/服务准时交付率', nameEn: 'Deliveries on time', version: 1,
  populations: [deliveries],
} as const;

export const onTimeDeliveryRate = ratio({
  ...shared,
  definition: '承诺交期落在本期且按期（含当日）足量交付的订单行 ÷ 承诺交期落在本期的订单行；到截止日未交付的算未准时；客户责任的延期两边都不计；分批交付以按期交付数量为准',
  parts: { numerator: count(onTimeInFull(line)), denominator: count() },
});

export const onTimeDeliveryRateByDate = ratio({
  ...shared,
  variant: { id: 'date-only', label: '只看日期（OTD）' }, monthly: false,
  definition: '承诺交期落在本期且按期交付的订单行（不论数量） ÷ 承诺交期落在本期的订单行',
  populations: [{ ...deliveries, valid: and(isDate('dueDate'), isDateOrBlank('deliveryDate')) }],
  parts: { numerator: count(byTheDay('deliveryDate', 'dueDate')), denominator: count() },
});
