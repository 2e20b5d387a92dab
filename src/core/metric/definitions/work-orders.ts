/** The production orders of a period, by planned day of completion: A.1 6.2, 7.6 d. */
import { and, cell, isBlank, isDate, isDateOrBlank, or } from '../algebra';
import type { Population } from '../metric-def';
import { notNegative, positive } from './common';

export const plannedOrders: Population = {
  sheet: 'workOrders', window: 'period',
  valid: and(
    isDate('planDate'), positive('planQuantity'), isDateOrBlank('actualDate'),
    or(notNegative('doneQuantity'), and(isBlank('doneQuantity'), isBlank('actualDate'))),
  ),
  due: cell('planDate'),
};
