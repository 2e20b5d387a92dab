/** A.1 6.9 质量问题处置及时率: closed by the required day. */
import { and, cell, isDate, isDateOrBlank } from '../algebra';
import { count, ratio } from '../declare';
import { byTheDay, notNone } from './common';

export const qualityIssueClosureRate = ratio({
  key: 'quality-issue-closure-rate', item: '6.9', name: '质量问题处置及时率', nameEn: 'Quality issues closed in time', version: 1,
  definition: '要求完成日期落在本期且按期（含当日）关闭的问题 ÷ 要求完成日期落在本期的问题；到截止日未关闭的算未及时',
  populations: [{
    sheet: 'qualityIssues', window: 'period', scope: notNone('id'),
    valid: and(isDate('dueDate'), isDateOrBlank('closedDate')),
    due: cell('dueDate'),
  }],
  parts: { numerator: count(byTheDay('closedDate', 'dueDate')), denominator: count() },
});
