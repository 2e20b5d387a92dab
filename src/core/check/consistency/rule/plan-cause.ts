/** 7.4 c): a line of the plan takes up a problem of 附录D with the cause that was found there. Silent while 附录D has no numbers. */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { EntryReader } from '../form-facts';
import { numberKey, problemsByNumber, tellsSame } from '../problems';

export const planCause: ConsistencyRule = {
  find(workbook) {
    const problems = problemsByNumber(workbook);
    if (problems.size === 0) return [];
    const known = [...problems.values()].map((row) => row.text('number')).join('、');
    return (workbook.form('E')?.rows('lines') ?? []).flatMap((line): readonly ConsistencyFinding[] => {
      const number = line.text('number');
      if (number === '') return [];
      const problem = problems.get(numberKey(number));
      if (problem === undefined) return [{ code: 'consistency/plan-number-unknown', clause: '7.4 c', at: line.at('number'), params: { number, known } }];
      return differences(number, line, problem);
    });
  },
};

function differences(number: string, line: EntryReader, problem: EntryReader): readonly ConsistencyFinding[] {
  return (
    [
      ['problem', 'consistency/plan-problem'],
      ['cause', 'consistency/plan-cause'],
    ] as const
  ).flatMap(([key, code]): readonly ConsistencyFinding[] => {
    const [said, diagnosed] = [line.text(key), problem.text(key)];
    if (said === '' || diagnosed === '' || tellsSame(said, diagnosed)) return [];
    return [{ code, clause: '7.4 c', at: line.at(key), params: { number, [key]: said, diagnosed } }];
  });
}
