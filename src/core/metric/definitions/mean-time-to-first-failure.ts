/** A.1 4.5 平均首次故障时间 MTTFF: total time on test over first failures (NIST e-Handbook 8.4.5.1); units without failure are censored. */
import { and, cell, choose, equal, isAny, isBlank, isDate, isNumber, not, number, or, part } from '../algebra';
import { count, ratio, sum } from '../declare';
import { notNegative } from './common';

const failed = and(isNumber('firstFailureHours'), not(isAny('liability', '用户')));

export const meanTimeToFirstFailure = ratio({
  key: 'mean-time-to-first-failure', item: '4.5a', name: '平均首次故障时间', nameEn: 'Mean time to first failure', version: 1,
  unit: 'hours', unitText: 'h', family: 'time', monthly: false,
  definition: '本期发货各台首次故障前工作小时之和（未故障的计累计工作小时） ÷ 首次故障台数；用户责任的故障不计',
  populations: [{
    sheet: 'warranty', window: 'period',
    valid: and(
      isDate('shipDate'), notNegative('hours'),
      or(notNegative('firstFailureHours'), and(isBlank('firstFailureHours'), isBlank('firstFailureDate'))),
    ),
    due: cell('shipDate'),
  }],
  parts: {
    numerator: sum(choose(failed, cell('firstFailureHours'), cell('hours'))),
    denominator: count(failed),
  },
  guards: [{ when: equal(part('denominator'), number(0)), status: 'not-applicable', reason: 'no-failure' }],
});
