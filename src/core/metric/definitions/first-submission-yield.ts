/** A.1 6.5 产品一次交验合格率: D = n / N over first submissions only. */
import { and, cell, equal, isDate, isNumber, lessOrEqual, not, number } from '../algebra';
import { ratio, sum } from '../declare';
import { notNegative, positive } from './common';

export const firstSubmissionYield = ratio({
  key: 'first-submission-yield', item: '6.5', name: '产品一次交验合格率', nameEn: 'Yield at first submission', version: 1,
  definition: '本期第 1 次交验的合格数之和 ÷ 交验数之和；再次交验两边都不计',
  populations: [{
    sheet: 'finalInspection', window: 'period',
    scope: not(and(isNumber('submission'), lessOrEqual(number(2), cell('submission')))),
    valid: and(equal(cell('submission'), number(1)), isDate('date'), positive('submitted'), notNegative('passed'), lessOrEqual(cell('passed'), cell('submitted'))),
    due: cell('date'),
  }],
  parts: { numerator: sum(cell('passed')), denominator: sum(cell('submitted')) },
});
