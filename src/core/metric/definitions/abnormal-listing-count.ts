/** A.1 1.4 经营异常情况; 5.1 and note 1. More than none blocks eligibility. */
import { and, cell, isAny, isDate, isFilled } from '../algebra';
import { tally } from '../declare';
import { notNone } from './common';

export const abnormalListingCount = tally({
  key: 'abnormal-listing-count', item: '1.4', name: '经营异常情况', nameEn: 'Listings as abnormal or seriously dishonest', version: 1,
  unitText: '起', better: 'lower',
  definition: '截至期末（或数据截止日）近三年列入经营异常名录或严重违法失信名单的记录数；名称为“无”的行表示没有，不计数',
  populations: [{
    sheet: 'compliance', window: 'threeYears',
    scope: isAny('category', '经营异常', '严重违法失信'),
    valid: and(isDate('date'), isFilled('name')),
    due: cell('date'),
  }],
  counted: notNone('name'),
});
