/** A.1 7.1, 7.6 e): answers from which satisfaction cannot be computed: scores of different scales in one period, items without a weight beside items that have one. */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';

const METRICS: ReadonlySet<string> = new Set(['customer-satisfaction', 'third-party-satisfaction']);

export const surveyScales: ConsistencyRule = {
  find({ results, raw: { survey } }) {
    if (survey === null) return [];
    const said = new Set<string>();
    return results.flatMap(({ key, name, period, status, reason, item }): readonly ConsistencyFinding[] => {
      const code = reason === 'mixed-scales' ? 'consistency/mixed-scales' : reason === 'item-without-weight' ? 'consistency/item-unweighted' : null;
      // What is wrong with all answers is wrong with those of third parties too: it is said once.
      if (!METRICS.has(key) || status === 'ok' || code === null || said.has(code)) return [];
      said.add(code);
      return [{ code, clause: `A.1 ${item}`, at: code === 'consistency/mixed-scales' ? survey.scale : survey.weights, params: { metric: name, period } }];
    });
  },
};
