/** 7.6: the evidence of every metric and the summing up of 成效总结, drafted from what was measured. They say no more than the data carry. */
import { resultRow } from '../check/consistency/targets';
import { isFilled } from '../model/filled';
import type { SummaryFacts } from '../model/draft-facts';
import { MEMORY, type Draft } from './draft';
import { figureOf } from './draft-facts';
import type { PlanInput } from './plan-input';

const FORM = 'results';

export function assembleResults(draft: Draft, summary: SummaryFacts | null, input: PlanInput): void {
  for (const metric of input.metrics) {
    const key = `${resultRow(metric)}.evidence`;
    if (!draft.has(FORM, key)) continue;
    const figure = figureOf(metric, input);
    draft.settle({ form: FORM, key, memory: `results.${metric.key}.evidence`, proposal: figure === null ? null : input.words.evidenceOf(figure, input.data?.sources.get(metric.key) ?? '') });
  }
  const memory = 'cells.results.summary';
  const { act } = draft.settle({ form: FORM, key: 'summary', memory: `${memory}.value`, proposal: summary === null || !isCompared(summary) ? null : input.words.summary(summary) });
  if (act === 'proposed' || act === 'updated') draft.put(MEMORY, `${memory}.why`, input.words.pageWhy('summary'));
  for (const field of ['author', 'date'] as const) if (isFilled(draft.get(FORM, 'summary')) && !isFilled(draft.get(FORM, field))) draft.note({ code: 'plan/result-open', params: { what: draft.facts(FORM).label(field) }, form: FORM, key: field });
}

/** Something is known before and after. */
export function isCompared({ figures }: SummaryFacts): boolean {
  return figures.some(({ change }) => change.verdict !== 'not-comparable');
}
