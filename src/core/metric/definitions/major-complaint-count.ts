/** A.1 7.2 重大顾客投诉事件. */
import { and, cell, isAny, isDate, isFilled, or } from '../algebra';
import { tally } from '../declare';
import { notNone, saysNone } from './common';

export const majorComplaintCount = tally({
  key: 'major-complaint-count', item: '7.2', name: '重大顾客投诉事件', nameEn: 'Major customer complaints', version: 1,
  unitText: '起', better: 'lower', family: 'countRate',
  definition: '受理日期落在本期（截止日在期内时计到截止日）、等级为重大的投诉数；编号为“无”的行表示没有投诉',
  populations: [{
    sheet: 'complaints', window: 'elapsed',
    valid: and(isFilled('id'), isDate('receivedDate'), or(saysNone('id'), isFilled('grade'))),
    due: cell('receivedDate'),
  }],
  counted: and(notNone('id'), isAny('grade', '重大')),
});
