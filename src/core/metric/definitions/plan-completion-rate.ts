/** 7.6 d 企业生产计划完成率, 不抵补: each order counts up to its plan. Without 折算系数 a piece is a piece. */
import { and, cell, choose, isBlank, isNumber, min, multiply, number, or } from '../algebra';
import { ratio, sum } from '../declare';
import { positive } from './common';
import { plannedOrders } from './work-orders';

const factor = choose(isNumber('factor'), cell('factor'), number(1));
const orders = { ...plannedOrders, valid: and(plannedOrders.valid, or(isBlank('factor'), positive('factor'))) };
const planned = multiply(cell('planQuantity'), factor);
const shared = {
  key: 'plan-completion-rate', item: '7.6d', name: '生产计划完成率', nameEn: 'Completion of the production plan', version: 1,
  family: 'ratioOfTotals', populations: [orders],
} as const;

export const planCompletionRate = ratio({
  ...shared,
  definition: '各工单 min（完成数量, 计划数量）×折算系数之和 ÷ 计划数量×折算系数之和（不抵补）；计划完成日期落在本期；折算系数空白按 1',
  parts: { numerator: sum(multiply(min(cell('doneQuantity'), cell('planQuantity')), factor)), denominator: sum(planned) },
});

export const planCompletionRateOffsetting = ratio({
  ...shared,
  variant: { id: 'offsetting', label: '产量计划完成率（可抵补）' }, monthly: false,
  definition: '完成数量之和 ÷ 计划数量之和，超产可抵补，可能超过 100%',
  parts: { numerator: sum(multiply(cell('doneQuantity'), factor)), denominator: sum(planned) },
});
