/** A.1 7.3 顾客投诉处理有效(满意)率: satisfied on call-back over complaints due; not called back is not satisfied. */
import { and, cell, isAny, isDate, isDateOrBlank, less, add, bound, not, number, or } from '../algebra';
import { count, ratio } from '../declare';
import { saysNone } from './common';

const satisfied = and(isDate('closedDate'), less(cell('closedDate'), add(bound('asOf'), number(1))), isAny('callback', '满意'));
const shared = {
  key: 'complaint-resolution-rate', item: '7.3', name: '顾客投诉处理有效(满意)率', nameEn: 'Complaints resolved to satisfaction', version: 1,
  populations: [{
    sheet: 'complaints', window: 'period',
    scope: not(or(saysNone('id'), isAny('callback', '已撤诉'))),
    valid: and(isDate('dueDate'), isDateOrBlank('closedDate')),
    due: cell('dueDate'),
  }],
} as const;

export const complaintResolutionRate = ratio({
  ...shared,
  definition: '承诺期限落在本期、已关闭且回访满意的投诉 ÷ 承诺期限落在本期的投诉；未回访的不算满意，到截止日未关闭的算未解决；已撤诉不计',
  parts: { numerator: count(satisfied), denominator: count() },
});

export const complaintSatisfactionOfCalledBack = ratio({
  ...shared,
  variant: { id: 'called-back', label: '满意÷已回访' }, monthly: false,
  definition: '回访满意的投诉 ÷ 已回访的投诉（会高估，仅供对照）',
  parts: { numerator: count(satisfied), denominator: count(isAny('callback', '满意', '不满意')) },
});
