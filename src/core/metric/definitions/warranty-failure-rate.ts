/** A.1 6.7 质保期内产品故障率: units that reach the age of 12 months (or the end of a shorter warranty) in the period. */
import { add, addMonths, and, cell, isAny, isDate, isDateOrBlank, less, min, not, number } from '../algebra';
import { count, ratio } from '../declare';
import { positive } from './common';

const observedUntil = addMonths(cell('shipDate'), min(number(12), cell('warrantyMonths')));

export const warrantyFailureRate = ratio({
  key: 'warranty-failure-rate', item: '6.7', name: '质保期内产品故障率', nameEn: 'Failures within warranty', version: 1,
  better: 'lower', monthly: false,
  definition: '发货满 12 个月（质保期更短的满质保期）之日落在本期的台件中，在此之前发生首次质量故障的台件数 ÷ 该批台件数；未满的不计，用户责任不计为故障',
  populations: [{
    sheet: 'warranty', window: 'period',
    valid: and(isDate('shipDate'), positive('warrantyMonths'), less(cell('warrantyMonths'), number(601)), isDateOrBlank('firstFailureDate')),
    due: observedUntil,
  }],
  parts: {
    numerator: count(and(isDate('firstFailureDate'), less(cell('firstFailureDate'), add(observedUntil, number(1))), not(isAny('liability', '用户')))),
    denominator: count(),
  },
});
