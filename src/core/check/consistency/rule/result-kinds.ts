/**
 * 7.6: all five kinds of indicators, each with a figure and its evidence. The standard names its indicators as examples, so any
 * metric of the kind will do. Asked once 成效总结 is being concluded (总体评价 or its date).
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

export const resultKinds: ConsistencyRule = {
  find(workbook) {
    const results = workbook.form('results');
    if (results === null || !(results.filled('summary') || results.filled('date'))) return [];
    return Object.entries(KIND_METRICS).flatMap(([kind, metrics]): readonly ConsistencyFinding[] => {
      const key = `kinds.${kind}.evidence`;
      const params = { kind };
      if (!metrics.some((metric) => workbook.value(metric, 'current') !== null)) return [{ code: 'consistency/kind-missing', clause: `7.6 ${kind}`, at: results.at(key), params }];
      return results.filled(key) ? [] : [{ code: 'consistency/kind-evidence', clause: `7.6 ${kind}`, at: results.at(key), params }];
    });
  },
};
