/** 7.4 c): every problem of 附录D is answered by a line of 附录E. Asked once the plan is written, not while it is being diagnosed. */
import type { ConsistencyRule } from '../consistency-rule';
import { numberKey, planWritten, problemsByNumber } from '../problems';

export const problemUnanswered: ConsistencyRule = {
  find(workbook) {
    if (!planWritten(workbook)) return [];
    const answered = new Set((workbook.form('E')?.rows('lines') ?? []).map((line) => numberKey(line.text('number'))));
    return [...problemsByNumber(workbook)]
      .filter(([key]) => !answered.has(key))
      .map(([, row]) => ({ code: 'consistency/problem-unanswered', clause: '7.4 c', at: row.at('number'), params: { number: row.text('number'), problem: row.text('problem') } }));
  },
};
