/** Gathers what 成效总结 and 附录F are drafted from: the figures of the metrics, the problems with their lines as they stand, what was done. */
import { numberKey } from '../check/consistency/problems';
import { chainOf } from '../check/consistency/why-chain';
import type { MetricLabel } from '../model/computed-cells';
import type { CaseFactsToDraft, DraftFigure, DraftProblem, SummaryFacts } from '../model/draft-facts';
import type { Periods } from '../model/period';
import { isoOf } from '../codec/date';
import { divisionOf } from '../reference/industry';
import { sizeClass } from '../reference/enterprise-size';
import type { Draft } from './draft';
import type { PlanInput } from './plan-input';

const KINDS = ['7.6a', '7.6b', '7.6c', '7.6d', '7.6e'] as const;
const LEVELS = ['leaders', 'system', 'staff'] as const;
const ADOPTED = new Set(['已采纳', '已完善']);
/** Content of 附录A that tells the market. */
const MARKET = 'content.2-2.finding';

export function figureOf(metric: MetricLabel, { results, changes }: Pick<PlanInput, 'results' | 'changes'>): DraftFigure | null {
  const of = (period: 'baseline' | 'current'): DraftFigure['before'] => results.find((result) => result.key === metric.key && result.period === period && result.status === 'ok' && result.value !== null) ?? null;
  const after = of('current');
  const change = changes.find(({ key }) => key === metric.key);
  return after === null || change === undefined ? null : { metric, before: of('baseline'), after, change };
}

/** Null while the periods are not set. */
export function summaryFacts(draft: Draft, input: PlanInput): SummaryFacts | null {
  const periods: Periods | null = input.content.periods;
  if (periods === null) return null;
  const figures = input.metrics.flatMap((metric) => figureOf(metric, input) ?? []);
  return {
    periods, figures,
    kinds: KINDS.map((item) => figures.find(({ metric }) => metric.item === item) ?? null),
    problems: problemsNow(draft, input),
  };
}

/** In the order of 附录D, each with the line of its number. */
function problemsNow(draft: Draft, input: PlanInput): readonly DraftProblem[] {
  const lines = draft.facts('E').rows('lines');
  return draft.facts('D').rows('problems').filter((row) => row.text('problem') !== '').map((row): DraftProblem => {
    const key = numberKey(row.text('number'));
    const line = key === '' ? undefined : lines.find((one) => numberKey(one.text('number')) === key);
    const metricName = line?.text('metric') || row.text('metric');
    const metric = input.metrics.find(({ name }) => name === metricName);
    const day = (field: string): string => {
      const value = line?.day(field) ?? null;
      return value === null ? '' : isoOf(value);
    };
    return {
      number: row.text('number'), problem: row.text('problem'), cause: row.text('cause'), method: line?.text('method') || row.text('opinion'), tools: line?.text('tools') ?? '',
      owner: line?.text('owner') ?? '', start: day('start'), end: day('end'), target: line?.number('target') ?? null, figure: metric === undefined ? null : figureOf(metric, input),
    };
  });
}

export function caseFacts(draft: Draft, summary: SummaryFacts, input: PlanInput): CaseFactsToDraft {
  const [home, survey, done] = [draft.facts('home'), draft.facts('A'), draft.facts('implementation')];
  const figure = (key: string): number | null => (home.has(key) ? home.number(key) : null);
  const industry = home.text('enterprise.industry');
  const size = sizeClass({ industry: home.text('enterprise.sizeCode') || industry, employees: figure('enterprise.employees'), revenue: figure('enterprise.revenue'), assets: figure('enterprise.assets') });
  const people = (level: (typeof LEVELS)[number]): number | null => done.number(`training.${level}.people`);
  const opinions = done.rows('issues');
  const chains = draft.facts('causes').rows('blocks').map((block) => ({ number: numberKey(block.text('number')), answers: chainOf(block).answers }));
  const deepest = chains.reduce<(typeof chains)[number] | null>((most, one) => (one.answers.length > (most?.answers.length ?? 1) ? one : most), null);
  const of = summary.problems.find(({ number }) => numberKey(number) === deepest?.number);
  return {
    ...summary,
    enterprise: home.text('enterprise.name'), city: home.text('enterprise.city'), industry: divisionOf(industry)?.name ?? '', size: size.size ?? '',
    employees: figure('enterprise.employees'), products: input.data?.products ?? [], market: survey.has(MARKET) ? survey.text(MARKET) : '', agency: home.text('agency.name'),
    group: { day: done.day('group.date'), post: done.text('group.post') },
    briefed: done.number('briefing.people'), aware: done.number('awareness.people'),
    trained: { leaders: people('leaders'), system: people('system'), staff: people('staff') },
    sheets: input.data?.sheets ?? 0, rows: input.data?.rows ?? 0,
    asked: deepest === null || of === undefined ? null : { problem: of.problem, answers: deepest.answers },
    opinions: opinions.length,
    adopted: opinions.filter((row) => ADOPTED.has(row.text('state'))).map((row) => row.text('change') || row.text('opinion')).filter((text) => text !== ''),
    attachments: attachmentsOf(draft),
  };
}

/** Forms that were filled, and the evidence that the carrying out names. */
function attachmentsOf(draft: Draft): readonly string[] {
  const forms = ['D', 'causes', 'E', 'results'].map((key) => draft.facts(key)).filter(({ begun }) => begun).map(({ sheet }) => sheet.replace(/^附录[A-F]\s*/u, ''));
  return forms;
}
