/** 7.4 e): the metric of a line is the one that 附录D links to the problem, and one that was measured before the improvement. */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { numberKey, problemsByNumber } from '../problems';
import { bareText } from '../text-figures';

export const planMetric: ConsistencyRule = {
  find(workbook) {
    const problems = problemsByNumber(workbook);
    return (workbook.form('E')?.rows('lines') ?? []).flatMap((line): readonly ConsistencyFinding[] => {
      const metric = line.text('metric');
      if (metric === '') return [];
      const findings: ConsistencyFinding[] = [];
      const number = line.text('number');
      const diagnosed = problems.get(numberKey(number))?.text('metric') ?? '';
      if (diagnosed !== '' && bareText(diagnosed) !== bareText(metric)) findings.push({ code: 'consistency/plan-metric', clause: '7.4 e', at: line.at('metric'), params: { number, metric, diagnosed } });
      const known = workbook.named(metric);
      // A metric that compares the periods itself has no figure before; one that is not ours cannot be measured here.
      const measuredBefore = known === null || workbook.results.every(({ key, period }) => key !== known.key || period !== 'baseline') || workbook.value(known.key, 'baseline') !== null;
      if (workbook.periods !== null && !measuredBefore) findings.push({ code: 'consistency/plan-metric-unmeasured', clause: '7.4 e', at: line.at('metric'), params: { metric } });
      return findings;
    });
  },
};
