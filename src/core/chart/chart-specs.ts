/** What the kinds of charts look like: bars of before and after with the target, months with their control limits, Pareto, pairs of bars. */
import type { MetricDef } from '../metric/metric-def';
import type { ChartPoints, ChartSeries, ChartSpec } from '../model/chart-spec';

export const BEFORE = '8C8C8C';
export const AFTER = '1F5E6B';
export const LIMIT = '8C8C8C';
const CENTER = 'BFBFBF';
const SHADE = 'F2F2F2';
const SIGNAL = 'F4B183';
/** Seen on the bars too. */
const TARGET = 'C55A11';
/** Months between two that are named. */
const EVERY = 3;

export type Texts = Pick<ChartSpec, 'title' | 'titleRef' | 'description' | 'ref'>;

/** Number formats of axis and labels. A metric that cannot be below 0 begins there. */
export interface Scale {
  readonly axis: string;
  readonly label: string;
  readonly min?: number;
  readonly max?: number;
}

export function scaleOf({ unit, unitText, family, scope, better }: Pick<MetricDef, 'unit' | 'unitText' | 'family' | 'scope' | 'better'>, digits: number): Scale {
  const percent = unit === 'ratio' && unitText === undefined;
  const decimals = digits > 0 ? `.${'0'.repeat(digits)}` : '';
  const share = family === 'proportion' || family === 'yield';
  return {
    axis: percent ? '0%' : unit === 'count' ? '0' : '0.0',
    label: percent ? `0${decimals}%` : `#,##0${decimals}`,
    ...(scope === 'period' ? { min: 0 } : {}),
    // A share of what goes wrong is small: the whole would hide it.
    ...(share && better === 'higher' ? { max: 1 } : {}),
  };
}

export interface BarPoints {
  readonly categories: ChartPoints;
  readonly values: ChartPoints;
  /** Null without a line for it. */
  readonly target: ChartPoints | null;
  readonly targetName: string;
}

/** Two bars, the second in the accent colour. A figure that is not there is a bar without height, hence no label for nothing. */
export function barChart(name: string, texts: Texts, { categories, values, target, targetName }: BarPoints, scale: Scale): ChartSpec {
  const label = `${scale.label};-${scale.label};;`;
  const bars: ChartSeries = { kind: 'bar', name: '实际', categories, values, colour: BEFORE, pointColours: [null, AFTER], labels: 'all', labelFormat: label };
  const line: readonly ChartSeries[] = target === null ? [] : [{ kind: 'line', name: targetName, categories, values: target, colour: TARGET, dashed: true }];
  const typed = target?.values.some((value) => typeof value === 'number') ?? false;
  return { name, ...texts, ...(typed ? { legend: true } : {}), series: [bars, ...line], valueAxis: axisOf(scale, scale.axis) };
}

export interface PairPoints {
  readonly categories: ChartPoints;
  readonly before: ChartPoints;
  readonly after: ChartPoints;
}

/** Where the axis of rates ends: at the next fifth. */
const FIFTH = 0.2;

/** Rates of both periods beside each other, from nothing. */
export function pairChart(name: string, texts: Texts, { categories, before, after }: PairPoints, names: { readonly before: string; readonly after: string }): ChartSpec {
  const bars = (called: string, values: ChartPoints, colour: string): ChartSeries => ({ kind: 'bar', name: called, categories, values, colour, labels: 'all', labelFormat: '0.0%' });
  const most = [...before.values, ...after.values].reduce<number>((largest, value) => (typeof value === 'number' ? Math.max(largest, value) : largest), 0);
  return {
    name, ...texts, legend: true, series: [bars(names.before, before, BEFORE), bars(names.after, after, AFTER)],
    valueAxis: { format: '0%', min: 0, max: Math.max(1, Math.ceil(most / FIFTH - 1e-9)) * FIFTH },
  };
}

export interface RunPoints {
  /** First days of months. */
  readonly categories: ChartPoints;
  readonly value: ChartPoints;
  readonly center: ChartPoints;
  readonly lower: ChartPoints;
  readonly upper: ChartPoints;
  /** 1 in months of the period before. */
  readonly before: ChartPoints;
  /** 1 in months with a signal. */
  readonly signal: ChartPoints;
}

export interface RunNames {
  readonly before: string;
  readonly signal: string;
  readonly center: string;
  readonly limits: readonly [lower: string, upper: string];
  readonly value: string;
}

export function runChart(name: string, texts: Texts, points: RunPoints, names: RunNames, scale: Scale): ChartSpec {
  const { categories } = points;
  const line = (called: string, values: ChartPoints, more: Partial<ChartSeries>): ChartSeries => ({ kind: 'line', name: called, categories, values, colour: LIMIT, ...more });
  const band = (called: string, values: ChartPoints, colour: string): ChartSeries => ({ kind: 'band', name: called, categories, values, colour });
  const fine = scale.axis === '0%' && isFine([points.value, points.lower, points.upper]);
  return {
    name, ...texts, legend: true,
    categoryAxis: { format: 'yyyy-mm', months: true, every: EVERY },
    series: [
      band(names.before, points.before, SHADE),
      band(names.signal, points.signal, SIGNAL),
      line(names.center, points.center, { colour: CENTER }),
      line(names.limits[0], points.lower, { dashed: true }),
      line(names.limits[1], points.upper, { dashed: true }),
      line(names.value, points.value, { colour: AFTER, markers: true }),
    ],
    // A line may begin above nothing: what is between the limits is what is looked at.
    valueAxis: { format: fine ? '0.0%' : scale.axis, ...(scale.max === undefined ? {} : { max: scale.max }) },
  };
}

const GRID_LINES = 5;

function axisOf({ min, max }: Scale, format: string): NonNullable<ChartSpec['valueAxis']> {
  return { format, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Grid lines less than 1 % apart need a decimal. Where the axis begins is the program's that shows it: new months may go beyond what is drawn now. */
function isFine(drawn: readonly ChartPoints[]): boolean {
  const numbers = drawn.flatMap(({ values }) => values.filter((value) => typeof value === 'number'));
  return numbers.length > 0 && Math.max(...numbers) - Math.min(...numbers) < GRID_LINES * 0.01;
}

export interface ParetoPoints {
  readonly categories: ChartPoints;
  readonly before: ChartPoints;
  readonly after: ChartPoints;
  /** Cumulative share. */
  readonly together: ChartPoints;
}

export function paretoChart(name: string, texts: Texts, points: ParetoPoints, names: { readonly before: string; readonly after: string; readonly together: string }): ChartSpec {
  const { categories } = points;
  return {
    name, ...texts, legend: true,
    series: [
      { kind: 'bar', name: names.before, categories, values: points.before, colour: BEFORE },
      { kind: 'bar', name: names.after, categories, values: points.after, colour: AFTER },
      { kind: 'line', name: names.together, categories, values: points.together, colour: 'C55A11', markers: true, secondary: true },
    ],
    valueAxis: { format: '#,##0', min: 0 },
    secondaryAxis: { format: '0%', min: 0, max: 1 },
  };
}
