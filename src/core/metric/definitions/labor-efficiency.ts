/** A.1 6.1 人员作业效率: standard hours earned over actual working hours; may exceed 100 %. */
import { and, cell, isBlank, isDate, multiply, not } from '../algebra';
import { ratio, sum } from '../declare';
import { notNegative, positive } from './common';

export const laborEfficiency = ratio({
  key: 'labor-efficiency', item: '6.1', name: '人员作业效率', nameEn: 'Labour efficiency', version: 1,
  family: 'ratioOfTotals',
  definition: '实际完成日期落在本期的工单：完成数量×标准工时之和 ÷ 实际工时之和；没有工时的工单不计',
  populations: [{
    sheet: 'workOrders', window: 'period',
    scope: not(and(isBlank('standardHours'), isBlank('actualHours'))),
    valid: and(isDate('actualDate'), notNegative('doneQuantity'), positive('standardHours'), positive('actualHours')),
    due: cell('actualDate'),
  }],
  parts: { numerator: sum(multiply(cell('doneQuantity'), cell('standardHours'))), denominator: sum(cell('actualHours')) },
});
