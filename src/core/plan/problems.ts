/** The problems of 附录D as the plan answers them, in the order in which they are worth solving. */
import { numberKey } from '../check/consistency/problems';
import type { MetricLabel } from '../model/computed-cells';
import { problemKinds } from '../reference/problem-kinds';
import type { Draft } from './draft';
import { kindOf, type KindFound } from './problem-kind';
import { valueOf, type PlanInput } from './plan-input';

export interface PlanProblem {
  readonly number: string;
  /** For comparing numbers. */
  readonly key: string;
  readonly problem: string;
  readonly cause: string;
  readonly opinion: string;
  /** As 附录D names it; '' for none. */
  readonly metricName: string;
  /** Null for a metric of the enterprise's own, and for none. */
  readonly metric: MetricLabel | null;
  readonly found: KindFound | null;
}

/** The first of each number; what cannot be taken up is noted. */
export function readProblems(draft: Draft, input: PlanInput): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const seen = new Set<string>();
  const begun = draft.facts('D').rows('problems');
  if (begun.length === 0) draft.note({ code: 'plan/no-problems', params: {} });
  for (let i = 0; draft.has('D', `problems[${i}].number`); i++) {
    const prefix = `problems[${i}].`;
    const text = (key: string): string => draft.facts('D').text(prefix + key);
    const [number, problem] = [text('number'), text('problem')];
    if (number === '' && problem === '') continue;
    if (number === '') {
      draft.note({ code: 'plan/number-missing', params: { problem }, form: 'D', key: `${prefix}number` });
      continue;
    }
    const key = numberKey(number);
    if (seen.has(key)) {
      draft.note({ code: 'plan/number-twice', params: { number }, form: 'D', key: `${prefix}number` });
      continue;
    }
    seen.add(key);
    const [cause, metricName] = [text('cause'), text('metric')];
    if (cause === '') draft.note({ code: 'plan/cause-missing', params: { number }, form: 'D', key: `${prefix}cause` });
    const metric = input.metrics.find(({ name }) => name === metricName) ?? null;
    problems.push({ number, key, problem, cause, opinion: text('opinion'), metricName, metric, found: kindOf({ problem, cause, metric: metric?.key ?? null, clause: text('clause') }, problemKinds) });
  }
  return problems;
}

/** How much there is to gain: 4 got worse with evidence, 3 a fifth or more missing, 2 a twentieth or more, 1 less, or not known. */
export function effectOf(metric: string | null, input: Pick<PlanInput, 'results' | 'changes' | 'metrics'>): number {
  if (metric === null) return 1;
  if (input.changes.some(({ key, verdict }) => key === metric && verdict === 'worsened')) return 4;
  const label = input.metrics.find(({ key }) => key === metric);
  const before = valueOf(input, metric, 'baseline');
  if (label === undefined || before === null) return 1;
  const missing = gapOf(before, label);
  return missing >= 0.2 ? 3 : missing >= 0.05 ? 2 : 1;
}

/** Part of the whole way that is missing. */
function gapOf(before: number, { unit, better }: MetricLabel): number {
  if (unit === 'ratio') return better === 'higher' ? 1 - before : before;
  if (unit === 'score') return 1 - before / 100;
  return unit === 'count' && better === 'lower' && before > 0 ? 0.05 : 0;
}

/** Greatest effect first; of equal effect what is done with least effort; else in the order of 附录D. */
export function inOrder(problems: readonly PlanProblem[], input: PlanInput): readonly PlanProblem[] {
  const ranked = problems.map((problem, i) => ({ problem, i, effect: effectOf(problem.metric?.key ?? null, input), effort: problem.found?.kind.effort ?? 2 }));
  ranked.sort((a, b) => b.effect - a.effect || a.effort - b.effort || a.i - b.i);
  return ranked.map(({ problem }) => problem);
}
