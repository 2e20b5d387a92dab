/** 7.3.2: the number of a problem in 附录D is what the plan refers to, so it stands once. */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { numberKey } from '../problems';

export const problemNumbers: ConsistencyRule = {
  find(workbook) {
    const seen = new Map<string, string>();
    const findings: ConsistencyFinding[] = [];
    for (const row of workbook.form('D')?.rows('problems') ?? []) {
      const key = numberKey(row.text('number'));
      if (key === '') continue;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, row.at('number').cell);
      else findings.push({ code: 'consistency/number-twice', clause: '7.3.2', at: row.at('number'), params: { number: row.text('number'), first } });
    }
    return findings;
  },
};
