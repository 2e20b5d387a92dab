/** Rates before and after as bars side by side: what the problems were measured by, or else what else is compared. */
import type { CaseFigure } from '../model/case-facts';
import type { ChartPoints, ChartSeries, ChartSpec } from '../model/chart-spec';

export interface CaseChartWords {
  readonly title: string;
  readonly description: string;
  readonly before: string;
  readonly after: string;
}

/** More would leave no room for the names under the bars. */
const MOST = 4;
const BEFORE = 'A6A6A6';
const AFTER = '1F5E6B';
const STEP = 0.2;

/** Rates of both periods, for the chart; none where fewer than two are compared. */
export function chartedFigures(figures: readonly CaseFigure[], problems: ReadonlySet<string>): readonly CaseFigure[] {
  const rates = figures.filter(({ before, after, unitText }) => after.unit === 'ratio' && unitText === undefined && between(before?.value ?? null) && between(after.value));
  const first = rates.filter(({ key }) => problems.has(key));
  const chosen = new Set([...first, ...rates.filter(({ key }) => !problems.has(key))].slice(0, MOST));
  return chosen.size < 2 ? [] : rates.filter((figure) => chosen.has(figure));
}

function between(value: number | null): boolean {
  return value !== null && value >= 0 && value <= 1;
}

/** Under its bars: names longer than this are broken, else every second one would be left out. */
const LINE = 8;

function inLines(name: string): string {
  return name.replaceAll(new RegExp(`(.{${LINE}})(?=.)`, 'gu'), '$1\n');
}

export function caseChart(figures: readonly CaseFigure[], words: CaseChartWords): ChartSpec {
  const categories: ChartPoints = { ref: '', values: figures.map(({ name }) => inLines(name)) };
  const series = (name: string, colour: string, values: readonly (number | null)[]): ChartSeries => ({ kind: 'bar', name, categories, values: { ref: '', values }, colour, labels: 'all', labelFormat: '0.0%' });
  const all = figures.flatMap(({ before, after }) => [before?.value ?? 0, after.value ?? 0]);
  return {
    name: 'case', title: words.title, description: words.description, ref: '',
    series: [series(words.before, BEFORE, figures.map(({ before }) => before?.value ?? null)), series(words.after, AFTER, figures.map(({ after }) => after.value))],
    // Bars begin at zero.
    valueAxis: { format: '0%', min: 0, max: Math.ceil(Math.max(...all) / STEP - 1e-9) * STEP, step: STEP },
    legend: true,
  };
}
