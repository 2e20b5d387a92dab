/** A.1 5.2 采购产品(服务)合格率, by lot, first result; a concession (让步接收) is not a pass. */
import { and, cell, isAny, isBlank, isDate, isFilled, not, type Bool } from '../algebra';
import { count, ratio } from '../declare';
import type { MetricDef } from '../metric-def';

const purchaseAcceptance = (passed: Bool, more: Pick<MetricDef, 'definition' | 'monthly'> & Partial<Pick<MetricDef, 'variant'>>): MetricDef => ratio({
  key: 'purchase-acceptance-rate', item: '5.2', name: '采购产品(服务)合格率', nameEn: 'Purchased lots accepted', version: 1,
  populations: [{
    sheet: 'purchases', window: 'period',
    scope: and(not(isAny('conclusion', '免检')), not(and(isBlank('inspectDate'), isBlank('conclusion')))),
    valid: and(isDate('inspectDate'), isFilled('conclusion')),
    due: cell('inspectDate'),
  }],
  parts: { numerator: count(passed), denominator: count() },
  ...more,
});

export const purchaseAcceptanceRate = purchaseAcceptance(isAny('conclusion', '合格'), {
  definition: '检验日期落在本期、结论为合格的批次 ÷ 本期检验的批次；让步接收、挑选不算合格；免检、未检不计', monthly: true,
});

export const purchaseAcceptanceRateWithConcession = purchaseAcceptance(isAny('conclusion', '合格', '让步接收'), {
  variant: { id: 'with-concession', label: '让步接收计为合格' },
  definition: '结论为合格或让步接收的批次 ÷ 本期检验的批次', monthly: false,
});
