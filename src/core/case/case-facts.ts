/** Gathers what the case of annex F tells of: 首页, the diagnosis, the plan, its carrying out, and the metrics. */
import { namedFigures } from './named-figures';
import type { EntryReader, FormFacts } from '../check/consistency/form-facts';
import { numberKey } from '../check/consistency/problems';
import type { WorkbookFacts } from '../check/consistency/workbook-facts';
import { METRICS } from '../metric/metrics';
import type { CaseFacts, CaseFigure, CaseOpinion, CaseProblem, CaseTraining } from '../model/case-facts';
import type { MetricChange } from '../model/metric-result';
import { divisionOf } from '../reference/industry';

/** Levels of 7.5.5, as the rows of 方案实施 are keyed. */
const LEVELS = ['leaders', 'system', 'staff'] as const;
const DONE = '已完成';

/** `changes` are those of `workbook.results`; `products` come from the rows. */
export function caseFacts(workbook: WorkbookFacts, changes: readonly MetricChange[], products: readonly string[]): CaseFacts {
  const home = workbook.form('home');
  const implementation = workbook.form('implementation');
  const code = home?.text('enterprise.industry') ?? '';
  const division = divisionOf(code);
  const figures = caseFigures(workbook, changes);
  return {
    enterprise: {
      name: home?.text('enterprise.name') ?? '',
      city: home?.text('enterprise.city') ?? '',
      industry: division?.name ?? '',
      industryCode: division?.code ?? '',
      employees: home?.number('enterprise.employees') ?? null,
      revenue: home?.number('enterprise.revenue') ?? null,
      products,
      market: workbook.form('A')?.text('content.2-2.finding') ?? '',
    },
    agency: home?.text('agency.name') ?? '',
    periods: workbook.periods,
    problems: caseProblems(workbook, figures),
    figures,
    group: { head: textIn(implementation, 'group.head'), post: textIn(implementation, 'group.post'), members: textIn(implementation, 'group.members') },
    awareness: { people: implementation?.number('awareness.people') ?? null, hours: implementation?.number('awareness.hours') ?? null },
    trainings: trainingsIn(implementation),
    opinions: (implementation?.rows('issues') ?? []).map((row): CaseOpinion => ({ problem: row.text('problem'), opinion: row.text('opinion'), change: row.text('change'), done: row.text('state') === DONE })),
    idea: textIn(workbook.form('E'), 'idea'),
  };
}

function textIn(form: FormFacts | null, key: string): string {
  return form?.text(key) ?? '';
}

function trainingsIn(implementation: FormFacts | null): readonly CaseTraining[] {
  if (implementation === null) return [];
  return LEVELS.map((level): CaseTraining => ({ level, people: implementation.number(`training.${level}.people`), content: implementation.text(`training.${level}.content`) })).filter(({ people, content }) => people !== null || content !== '');
}

/** Every metric that has a figure now. */
function caseFigures({ results }: WorkbookFacts, changes: readonly MetricChange[]): readonly CaseFigure[] {
  return METRICS.flatMap((def): readonly CaseFigure[] => {
    const after = results.find(({ key, period, status }) => key === def.key && period === 'current' && status === 'ok');
    const change = changes.find(({ key }) => key === def.key);
    if (after === undefined || change === undefined) return [];
    const before = results.find(({ key, period }) => key === def.key && period === 'baseline') ?? null;
    return [{ key: def.key, item: def.item, name: def.name, ...(def.unitText === undefined ? {} : { unitText: def.unitText }), before: def.scope === 'comparison' ? null : before, after, change }];
  });
}

/** Problems in the order of 附录D, each with the first line of the plan of its number; then lines whose number 附录D does not have. */
function caseProblems(workbook: WorkbookFacts, figures: readonly CaseFigure[]): readonly CaseProblem[] {
  const lines = workbook.form('E')?.rows('lines') ?? [];
  const diagnosed = workbook.form('D')?.rows('problems') ?? [];
  const keyOf = (row: EntryReader): string => numberKey(row.text('number'));
  const known = new Set(diagnosed.map(keyOf));
  return [
    ...diagnosed.map((row) => caseProblem(row, keyOf(row) === '' ? undefined : lines.find((line) => keyOf(line) === keyOf(row)), figures)),
    ...lines.filter((line) => !known.has(keyOf(line))).map((line) => caseProblem(undefined, line, figures)),
  ].filter(({ problem }) => problem !== '');
}

function caseProblem(row: EntryReader | undefined, line: EntryReader | undefined, figures: readonly CaseFigure[]): CaseProblem {
  const either = (key: string): string => (line?.text(key) ?? '') || (row?.text(key) ?? '');
  return {
    number: either('number'),
    problem: (row?.text('problem') ?? '') || (line?.text('problem') ?? ''),
    cause: (row?.text('cause') ?? '') || (line?.text('cause') ?? ''),
    opinion: row?.text('opinion') ?? '',
    method: line?.text('method') ?? '',
    tools: line?.text('tools') ?? '',
    owner: line?.text('owner') ?? '',
    start: line?.day('start') ?? null,
    end: line?.day('end') ?? null,
    figure: namedFigures(figures, either('metric'))[0] ?? null,
    target: line?.number('target') ?? null,
    evidence: line?.text('evidence') ?? '',
  };
}
