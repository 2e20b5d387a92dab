/** 7.6 c 企业产品合格率: final result after rework: what passed at any submission over what was submitted first. */
import { and, cell, equal, isDate, lessOrEqual, number } from '../algebra';
import { ratio, sum } from '../declare';
import { notNegative, positive } from './common';

export const productPassRate = ratio({
  key: 'product-pass-rate', item: '7.6c', name: '产品合格率', nameEn: 'Products passing final inspection', version: 1,
  definition: '本期各次交验合格数之和 ÷ 第 1 次交验的交验数之和（出厂检验，含返工后合格；监督抽查另计）',
  populations: [{
    sheet: 'finalInspection', window: 'period',
    valid: and(positive('submission'), isDate('date'), positive('submitted'), notNegative('passed'), lessOrEqual(cell('passed'), cell('submitted'))),
    due: cell('date'),
  }],
  parts: { numerator: sum(cell('passed')), denominator: sum(cell('submitted'), { where: equal(cell('submission'), number(1)) }) },
});
