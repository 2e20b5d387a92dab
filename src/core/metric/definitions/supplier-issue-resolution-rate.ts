/** A.1 5.4 外部供方质量问题处置及时有效率: closed in time and verified effective. */
import { and, cell, isAny, isDate, isDateOrBlank } from '../algebra';
import { count, ratio } from '../declare';
import { byTheDay } from './common';

export const supplierIssueResolutionRate = ratio({
  key: 'supplier-issue-resolution-rate', item: '5.4', name: '外部供方质量问题处置及时有效率', nameEn: 'Supplier quality issues resolved in time and effectively', version: 1,
  definition: '要求完成日期落在本期、按期关闭且验证有效的问题 ÷ 要求完成日期落在本期的问题；待验证的不算有效，到截止日未关闭的算未及时',
  populations: [{
    sheet: 'supplierIssues', window: 'period',
    valid: and(isDate('dueDate'), isDateOrBlank('closedDate')),
    due: cell('dueDate'),
  }],
  parts: { numerator: count(and(byTheDay('closedDate', 'dueDate'), isAny('verification', '有效'))), denominator: count() },
});
