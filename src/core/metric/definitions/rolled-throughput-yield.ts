/** A.1 6.4 直通率: product of the first-pass yields of all steps (流通合格率); right for steps in a row, not for parallel branches. */
import { SMALL_SAMPLE } from '../../model/metric-result';
import { add, and, cell, choose, divide, equal, isDate, less, lessOrEqual, number, part, subtract, multiply } from '../algebra';
import { ratio, sum } from '../declare';
import { notNegative, positive } from './common';

export const rolledThroughputYield = ratio({
  key: 'rolled-throughput-yield', item: '6.4', name: '直通率', nameEn: 'Rolled throughput yield', version: 1,
  family: 'yield', monthly: false,
  definition: '各工序（按工序序号）首次合格率之积；表中列有的工序在本期没有检验时不能计算；工序须为串联',
  populations: [{
    sheet: 'processInspection', window: 'period',
    valid: and(isDate('date'), positive('step'), positive('inspected'), notNegative('firstPassed'), lessOrEqual(cell('firstPassed'), cell('inspected'))),
    due: cell('date'),
  }],
  parts: {},
  grouping: {
    by: { kind: 'number', column: 'step' }, heading: '工序序号', limit: 40,
    labels: { passed: '首次合格数', inspected: '检验数', yield: '首次合格率', logVariance: '对数方差', missing: '缺检验的工序数', few: '检验数不足 30 的工序数' },
    parts: { passed: sum(cell('firstPassed')), inspected: sum(cell('inspected')) },
    derived: {
      yield: choose(less(number(0), part('inspected')), divide(part('passed'), part('inspected')), number(1)),
      // Variance of the logarithm of a proportion, (1 - p) / (n p), with half a piece added to both outcomes, so that
      // a step without rejects is not taken for certain.
      logVariance: choose(
        less(number(0), part('inspected')),
        divide(add(subtract(part('inspected'), part('passed')), number(0.5)), multiply(add(part('inspected'), number(1)), add(part('passed'), number(0.5)))),
        number(0),
      ),
    },
    totals: {
      yield: { kind: 'product', of: 'yield' },
      missing: { kind: 'count', where: equal(part('inspected'), number(0)) },
      few: { kind: 'count', where: less(part('inspected'), number(SMALL_SAMPLE)) },
      logVariance: { kind: 'sum', of: 'logVariance' },
    },
  },
  numerator: part('yield'),
  denominator: number(1),
  guards: [{ when: less(number(0), part('missing')), status: 'not-applicable', reason: 'step-without-data' }],
});
