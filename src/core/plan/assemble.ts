/** 7.4, 7.5, 7.8: content -> content with the plan, the progress and the list of records assembled, and what was done. */
import { resultRow } from '../check/consistency/targets';
import { sameValue } from '../merge/same-value';
import type { WorkbookContent } from '../model/content';
import { assembleCauses, CAUSES } from './causes';
import { assembleCase } from './case';
import { createDraft, MEMORY, type Draft } from './draft';
import { summaryFacts } from './draft-facts';
import type { LineContext } from './draft-line';
import { forget } from './line-memory';
import { assembleLines, linesNow } from './lines';
import { offersOf, takeUp } from './offers';
import { assemblePage } from './page';
import type { PlanInput } from './plan-input';
import type { Offer, PlanOutcome } from './plan-outcome';
import { numberKey } from '../check/consistency/problems';
import { PEOPLES } from './proposal';
import { readProblems } from './problems';
import { adoptedChanges, assembleProgress, noteOpinions } from './progress';
import { assembleRecords } from './records';
import { assembleResults } from './results';
import { implementationTime } from './schedule';

export interface Assembly extends PlanOutcome {
  readonly entries: WorkbookContent['entries'];
  /** Offers that were taken up, and those for which 附录D has no free row. */
  readonly taken: readonly Offer[];
  readonly noRoom: readonly Offer[];
}

export interface AssemblyOptions {
  /** Keys of metrics whose offers people take up. */
  readonly takeUp?: readonly string[];
  /** Numbers of lines whose proposals people accept as their own; `all` for every proposal. */
  readonly accept?: readonly string[] | 'all';
}

/** Forms that are assembled, and the one that keeps the proposals. */
export const PLAN_FORMS = ['D', 'causes', 'E', 'implementation', 'results', 'F', 'records', MEMORY] as const;

/** The content must have 附录E. Throws `TooManyLines`. */
export function assemblePlan(input: PlanInput, { takeUp: wanted = [], accept }: AssemblyOptions = {}): Assembly {
  const draft = createDraft(input.content.entries, input.fields, input.renew === true);
  if (accept !== undefined) acceptProposals(draft, accept, { ...input, renew: false });
  const chosen = new Set(input.content.chosen);
  if (chosen.has(CAUSES) && chosen.has('D')) assembleCauses(draft, input.words);
  const typedTargets = targetsTyped(draft, input);
  const open = offersOf(readProblems(createDraft(input.content.entries, input.fields, false), input), typedTargets, input);
  const [taken, noRoom]: [Offer[], Offer[]] = [[], []];
  for (const offer of open.filter(({ metric }) => wanted.includes(metric))) (takeUp(draft, offer) ? taken : noRoom).push(offer);

  const problems = readProblems(draft, input);
  const context: LineContext = {
    input, typedTargets,
    people: { workPlan: draft.facts('workPlan'), implementation: draft.facts('implementation'), home: draft.facts('home'), staff: input.raw.staff },
    time: implementationTime(draft.facts('workPlan')),
    changes: adoptedChanges(draft),
  };
  assembleLines(draft, problems, context);
  assemblePage(draft, problems, context);
  const numbers = linesNow(draft, context).map(({ number }) => number);
  const planned = new Set([...numbers.map(numberKey), ...problems.map(({ key }) => key)]);
  forget(draft, (key) => planned.has(key));
  if (chosen.has('implementation')) {
    assembleProgress(draft, numbers);
    noteOpinions(draft);
  }
  const summary = summaryFacts(draft, input);
  if (chosen.has('results')) assembleResults(draft, summary, input);
  if (chosen.has('F')) assembleCase(draft, summary, input);
  if (chosen.has('records')) assembleRecords(draft, chosen, input.words);
  return { entries: draft.entries(), cells: draft.cells(), notes: draft.notes(), offers: open.filter((offer) => !taken.includes(offer)), lines: numbers, taken, noRoom };
}

/** Targets of 成效总结, by metric key. */
function targetsTyped(draft: Draft, { metrics }: PlanInput): ReadonlyMap<string, number> {
  const results = draft.facts('results');
  return new Map(metrics.flatMap((metric): [string, number][] => {
    const target = results.number(`${resultRow(metric)}.target`);
    return target === null ? [] : [[metric.key, target]];
  }));
}

/**
 * What people accept is theirs: nothing of it is kept as a proposal, and no later run changes it. Dismissals stay, and so do the
 * numbers by which lines are found. What is kept where, a run shows that is thrown away.
 */
function acceptProposals(draft: Draft, accept: readonly string[] | 'all', input: PlanInput): void {
  const wanted = accept === 'all' ? null : new Set(accept.map(numberKey));
  for (const { form, key, memory, number } of assemblePlan(input).cells) {
    if (/(?:^|\.)number$/u.test(key) || (wanted !== null && (number === '' || !wanted.has(numberKey(number))))) continue;
    const cell = draft.get(form, key);
    if (cell !== null && sameValue(cell, draft.get(MEMORY, memory))) draft.put(MEMORY, memory, PEOPLES);
  }
}
