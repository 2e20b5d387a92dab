/** A.1 3.6 研发投入占营业收入总额比例: expensed and capitalised; a month without 研发费用 enters neither side. */
import { add, and, cell, isDate, isNumber, isNumberOrBlank, monthEnd } from '../algebra';
import { ratio, sum } from '../declare';

export const rdSpendingRatio = ratio({
  key: 'rd-spending-ratio', item: '3.6', name: '研发投入占营业收入总额比例', nameEn: 'Research and development spending over income', version: 1,
  family: 'census',
  definition: '（研发费用＋研发资本化支出） ÷ 同期营业收入；研发费用没有时须填 0，空白的月份两边都不计；资本化支出空白按没有',
  populations: [{
    sheet: 'finance', window: 'period',
    valid: and(isDate('month'), isNumber('revenue'), isNumber('rdExpense'), isNumberOrBlank('rdCapitalised')),
    due: monthEnd(cell('month')),
  }],
  parts: { numerator: sum(add(cell('rdExpense'), cell('rdCapitalised'))), denominator: sum(cell('revenue')) },
});
