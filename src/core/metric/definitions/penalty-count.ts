/** A.1 1.3 行政处罚情况; 5.1 近三年. */
import { and, cell, isAny, isDate, isFilled } from '../algebra';
import { tally } from '../declare';
import { notNone } from './common';

export const penaltyCount = tally({
  key: 'penalty-count', item: '1.3', name: '行政处罚情况', nameEn: 'Administrative penalties', version: 1,
  unitText: '起', better: 'lower',
  definition: '截至期末（或数据截止日）近三年“行政处罚”记录数；名称为“无”的行表示没有，不计数',
  populations: [{
    sheet: 'compliance', window: 'threeYears',
    scope: isAny('category', '行政处罚'),
    valid: and(isDate('date'), isFilled('name')),
    due: cell('date'),
  }],
  counted: notNone('name'),
});
