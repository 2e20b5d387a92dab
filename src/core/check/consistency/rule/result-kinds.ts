/**
 * 7.6: all five kinds of indicators, each with a figure and its evidence. The standard names its indicators as examples, so any
 * metric of the kind will do, and so does one of the enterprise's own that is entered under the kind. Asked once 成效总结 is
 * being concluded (总体评价 or its date).
 */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';

/** Kind -> metrics that speak of it, the standard's example first. */
export const KIND_METRICS: Readonly<Record<string, readonly string[]>> = {
  a: ['revenue-growth-rate', 'new-product-revenue-share', 'segment-market-share'],
  b: ['cost-reduction-rate'],
  c: ['product-pass-rate', 'first-submission-yield', 'key-process-yield', 'rolled-throughput-yield', 'warranty-failure-rate'],
  d: ['plan-completion-rate', 'schedule-attainment-rate', 'labor-efficiency'],
  e: ['third-party-satisfaction', 'customer-satisfaction'],
};

/** What the kinds are called among the indicators of the enterprise's own. */
const KIND_NAMES: Readonly<Record<string, string>> = { a: '经营业绩', b: '成本管控', c: '产品质量', d: '生产效率', e: '客户服务' };

export const resultKinds: ConsistencyRule = {
  find(workbook) {
    const results = workbook.form('results');
    if (results === null || !(results.filled('summary') || results.filled('date'))) return [];
    return Object.entries(KIND_METRICS).flatMap(([kind, metrics]): readonly ConsistencyFinding[] => {
      const key = `kinds.${kind}.evidence`;
      const params = { kind };
      const own = results.rows('others').filter((row) => row.text('kind') === KIND_NAMES[kind] && row.number('after') !== null);
      // Its own evidence is a required cell of its row.
      if (own.some((row) => row.filled('evidence'))) return [];
      if (own.length === 0 && !metrics.some((metric) => workbook.value(metric, 'current') !== null)) return [{ code: 'consistency/kind-missing', clause: `7.6 ${kind}`, at: results.at(key), params }];
      return results.filled(key) ? [] : [{ code: 'consistency/kind-evidence', clause: `7.6 ${kind}`, at: results.at(key), params }];
    });
  },
};
