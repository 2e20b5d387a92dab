/** Rates before and after as bars side by side: what the problems were measured by, or else what else is compared. */
import type { CaseFigure } from '../model/case-facts';
import type { ChartPoints, ChartSpec } from '../model/chart-spec';
import { pairChart } from '../chart/chart-specs';

export interface CaseChartWords {
  readonly title: string;
  readonly description: string;
  readonly before: string;
  readonly after: string;
}

/** More would leave no room for the names under the bars. */
const MOST = 4;

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

/** Under its bars: names longer than this are broken into lines of one length, else every second one would be left out. */
const LINE = 8;

function inLines(name: string): string {
  const characters = Array.from(name);
  const length = Math.ceil(characters.length / Math.ceil(characters.length / LINE));
  return characters.map((character, i) => (i > 0 && i % length === 0 ? `\n${character}` : character)).join('');
}

export function caseChart(figures: readonly CaseFigure[], { title, description, before, after }: CaseChartWords): ChartSpec {
  const points = (values: ChartPoints['values']): ChartPoints => ({ ref: '', values });
  return pairChart('case', { title, description, ref: '' }, {
    categories: points(figures.map(({ name }) => inLines(name))),
    before: points(figures.map((figure) => figure.before?.value ?? null)), after: points(figures.map((figure) => figure.after.value)),
  }, { before, after });
}
