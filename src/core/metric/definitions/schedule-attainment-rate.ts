/** A.1 6.2 生产计划按时完成率, by order: complete by the planned day; one order never makes up for another. */
import { and, cell, lessOrEqual } from '../algebra';
import { count, ratio } from '../declare';
import { byTheDay } from './common';
import { plannedOrders } from './work-orders';

export const scheduleAttainmentRate = ratio({
  key: 'schedule-attainment-rate', item: '6.2', name: '生产计划按时完成率', nameEn: 'Production orders complete on schedule', version: 1,
  definition: '计划完成日期落在本期、按期（含当日）且足量完成的工单 ÷ 计划完成日期落在本期的工单；部分完成不算，超产不抵补，到截止日未完成的算未按时',
  populations: [plannedOrders],
  parts: {
    numerator: count(and(byTheDay('actualDate', 'planDate'), lessOrEqual(cell('planQuantity'), cell('doneQuantity')))),
    denominator: count(),
  },
});
