/** A.1 6.3 关键工序产品合格率: first pass over inspected, summed over the key processes. */
import { add, and, cell, isAny, isDate, lessOrEqual, not, type Num } from '../algebra';
import { ratio, sum } from '../declare';
import type { MetricDef } from '../metric-def';
import { notNegative, notNegativeOrBlank, positive } from './common';

const keyProcess = (passed: Num, more: Pick<MetricDef, 'definition' | 'monthly'> & Partial<Pick<MetricDef, 'variant'>>): MetricDef => ratio({
  key: 'key-process-yield', item: '6.3', name: '关键工序产品合格率', nameEn: 'Yield of the key processes', version: 1,
  populations: [{
    sheet: 'processInspection', window: 'period',
    scope: not(isAny('key', '否')),
    valid: and(
      isAny('key', '是'), isDate('date'), positive('inspected'), notNegative('firstPassed'), notNegativeOrBlank('reworkPassed'),
      lessOrEqual(add(cell('firstPassed'), cell('reworkPassed')), cell('inspected')),
    ),
    due: cell('date'),
  }],
  parts: { numerator: sum(passed), denominator: sum(cell('inspected')) },
  ...more,
});

export const keyProcessYield = keyProcess(cell('firstPassed'), {
  definition: '本期关键工序首次合格数之和 ÷ 检验数之和；首次合格＋返工合格大于检验数的行无效', monthly: true,
});

export const keyProcessYieldAfterRework = keyProcess(add(cell('firstPassed'), cell('reworkPassed')), {
  variant: { id: 'after-rework', label: '含返工合格' },
  definition: '本期关键工序（首次合格数＋返工合格数）之和 ÷ 检验数之和', monthly: false,
});
