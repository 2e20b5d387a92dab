/** A.1 4.5 平均故障间隔时间 MTBF: total working time over failures (NIST e-Handbook 8.4.5.1). */
import { and, cell, equal, isDate, number, part } from '../algebra';
import { ratio, sum } from '../declare';
import { notNegative } from './common';

export const meanTimeBetweenFailures = ratio({
  key: 'mean-time-between-failures', item: '4.5b', name: '平均故障间隔时间', nameEn: 'Mean time between failures', version: 1,
  unit: 'hours', unitText: 'h', family: 'time', monthly: false,
  definition: '本期发货各台累计工作小时之和 ÷ 故障次数之和；没有故障时只给下限，不给数值',
  populations: [{
    sheet: 'warranty', window: 'period',
    valid: and(isDate('shipDate'), notNegative('hours'), notNegative('failureCount')),
    due: cell('shipDate'),
  }],
  parts: { numerator: sum(cell('hours')), denominator: sum(cell('failureCount')) },
  guards: [{ when: equal(part('denominator'), number(0)), status: 'not-applicable', reason: 'no-failure' }],
});
