/** 7.3.2, 7.4 c): each analysis is of a problem of 附录D, its chain of questions has no hole and does not go in a circle, and what it found is the root cause. */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { EntryReader } from '../form-facts';
import { numberKey, problemsByNumber } from '../problems';
import { bareText } from '../text-figures';
import { CAUSE_CATEGORIES, chainOf, hasBones, WHY_LEVELS } from '../why-chain';

const CLAUSE = '7.4 c';

export const causeAnalysis: ConsistencyRule = {
  find(workbook) {
    const problems = problemsByNumber(workbook);
    const known = [...problems.values()].map((row) => row.text('number')).join('、');
    const seen = new Map<string, string>();
    return (workbook.form('causes')?.rows('blocks') ?? []).flatMap((block): readonly ConsistencyFinding[] => {
      const number = block.text('number');
      const key = numberKey(number);
      const problem = problems.get(key);
      const first = seen.get(key);
      if (key !== '' && first === undefined) seen.set(key, block.at('number').cell);
      return [
        ...(key === '' ? [{ code: 'consistency/analysis-unnumbered', clause: '7.3.2', at: block.at('number'), params: {} } as const] : []),
        ...(key !== '' && problem === undefined && problems.size > 0 ? [{ code: 'consistency/analysis-unknown', clause: '7.3.2', at: block.at('number'), params: { number, known } } as const] : []),
        ...(key !== '' && first !== undefined ? [{ code: 'consistency/analysis-twice', clause: '7.3.2', at: block.at('number'), params: { number, first } } as const] : []),
        ...chain(block, number, problem?.text('problem') ?? ''),
        ...root(block, number),
      ];
    });
  },
};

function chain(block: EntryReader, number: string, problem: string): readonly ConsistencyFinding[] {
  const { gaps } = chainOf(block);
  const repeats = WHY_LEVELS.filter((level) => {
    const said = bareText(block.text(`why${level}`));
    const before = [problem, ...WHY_LEVELS.filter((other) => other < level).map((other) => block.text(`why${other}`))].map(bareText);
    return said !== '' && before.includes(said);
  });
  return [
    ...gaps.map((level): ConsistencyFinding => ({ code: 'consistency/why-broken', clause: CLAUSE, at: block.at(`why${level}`), params: { number, level } })),
    ...repeats.map((level): ConsistencyFinding => ({ code: 'consistency/why-repeats', clause: CLAUSE, at: block.at(`why${level}`), params: { number, level } })),
  ];
}

function root(block: EntryReader, number: string): readonly ConsistencyFinding[] {
  const found = block.text('root');
  const { answers } = chainOf(block);
  const category = CAUSE_CATEGORIES.find(([, word]) => word === block.text('category'));
  const findings: ConsistencyFinding[] = [];
  if (found === '' && answers.length > 0) findings.push({ code: 'consistency/root-open', clause: CLAUSE, at: block.at('root'), params: { number, answers: answers.length } });
  if (found !== '' && answers.length === 0) findings.push({ code: 'consistency/root-unasked', clause: CLAUSE, at: block.at('root'), params: { number } });
  if (category !== undefined && hasBones(block) && block.text(category[0]) === '') findings.push({ code: 'consistency/root-category', clause: CLAUSE, at: block.at('category'), params: { number, category: category[1] } });
  return findings;
}
