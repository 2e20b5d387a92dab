/** 7.6: both periods of a metric come from rows, or both from 汇总填报; otherwise they are not compared. */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';

export const basisDiffers: ConsistencyRule = {
  find(workbook) {
    const summary = workbook.form('summary');
    if (summary === null) return [];
    const measured = workbook.results.filter(({ status }) => status === 'ok');
    return measured.flatMap((result): readonly ConsistencyFinding[] => {
      const other = measured.find(({ key, period }) => key === result.key && period !== result.period);
      if (result.basis !== 'summary' || other === undefined || other.basis === 'summary') return [];
      const at = summary.at(`metrics.${result.key}.${result.period}.numerator`);
      return [{ code: 'consistency/basis-differs', clause: '7.6', at, params: { metric: result.name, period: result.period } }];
    });
  },
};
