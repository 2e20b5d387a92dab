/** 7.4 c): the cause that 附录D gives is the root cause that 原因分析 found. */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { numberKey, problemsByNumber, tellsSame } from '../problems';

export const causeFound: ConsistencyRule = {
  find(workbook) {
    const problems = problemsByNumber(workbook);
    return (workbook.form('causes')?.rows('blocks') ?? []).flatMap((block): readonly ConsistencyFinding[] => {
      const [problem, root] = [problems.get(numberKey(block.text('number'))), block.text('root')];
      const cause = problem?.text('cause') ?? '';
      if (problem === undefined || root === '' || cause === '' || tellsSame(cause, root)) return [];
      return [{ code: 'consistency/cause-root', clause: '7.4 c', at: problem.at('cause'), params: { number: problem.text('number'), cause, root } }];
    });
  },
};
