/** Gathers what the case of annex F shows: problems with what was done about them, and metrics before and after. */
import type { EntryReader } from '../check/consistency/form-facts';
import { numberKey } from '../check/consistency/problems';
import type { WorkbookFacts } from '../check/consistency/workbook-facts';
import { METRICS } from '../metric/metrics';
import type { CaseFigure, CaseProblem } from '../model/case-facts';
import type { MetricChange } from '../model/metric-result';

/** Every metric that has a figure now, in the order of the standard. `changes` are those of the workbook's results. */
export function caseFigures({ results }: WorkbookFacts, changes: readonly MetricChange[]): readonly CaseFigure[] {
  return METRICS.flatMap((def): readonly CaseFigure[] => {
    const after = results.find(({ key, period, status }) => key === def.key && period === 'current' && status === 'ok');
    const change = changes.find(({ key }) => key === def.key);
    if (after === undefined || change === undefined) return [];
    const before = results.find(({ key, period }) => key === def.key && period === 'baseline') ?? null;
    return [{ key: def.key, item: def.item, name: def.name, ...(def.unitText === undefined ? {} : { unitText: def.unitText }), before: def.scope === 'comparison' ? null : before, after, change }];
  });
}

/** Problems in the order of 附录D, each with the first line of the plan of its number; then lines whose number 附录D does not have. */
export function caseProblems(workbook: WorkbookFacts, figures: readonly CaseFigure[]): readonly CaseProblem[] {
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
  const first = (key: string, ...readers: readonly (EntryReader | undefined)[]): string => readers.map((reader) => reader?.text(key) ?? '').find((text) => text !== '') ?? '';
  const metric = first('metric', line, row);
  return {
    number: first('number', row, line),
    problem: first('problem', row, line),
    cause: first('cause', row, line),
    method: first('method', line) || first('opinion', row),
    tools: first('tools', line),
    figure: figures.find(({ name }) => name === metric) ?? null,
  };
}
