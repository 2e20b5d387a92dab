/** What the two kinds of charts look like: bars of before and after with the target, and the months with their control limits. */
import type { MetricDef } from '../metric/metric-def';
import type { ChartPoints, ChartSeries, ChartSpec } from '../model/chart-spec';

const BEFORE = '8C8C8C';
const AFTER = '1F5E6B';
const LIMIT = '8C8C8C';
const SIGNAL = 'C55A11';
/** More months than this are not all named. */
const EVERY_MONTH = 12;

type Texts = Pick<ChartSpec, 'title' | 'description' | 'ref'>;

/** Number formats of axis and labels. A metric that cannot be below 0 begins there. */
interface Scale {
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
  /** Null without a target. */
  readonly target: ChartPoints | null;
  /** The first bar is the one before. */
  readonly compared: boolean;
}

export function barChart(name: string, texts: Texts, { categories, values, target, compared }: BarPoints, scale: Scale): ChartSpec {
  const bars: ChartSeries = { kind: 'bar', name: '数值', categories, values, colour: compared ? BEFORE : AFTER, ...(compared ? { pointColours: [null, AFTER] } : {}), labels: 'all', labelFormat: scale.label };
  const line: readonly ChartSeries[] = target === null ? [] : [{ kind: 'line', name: '目标', categories, values: target, colour: LIMIT, dashed: true }];
  return { name, ...texts, series: [bars, ...line], ...(target === null ? {} : { legend: true }), valueAxis: { format: scale.axis, ...(scale.min === undefined ? {} : { min: scale.min }), ...(scale.max === undefined ? {} : { max: scale.max }) } };
}

export interface RunPoints {
  readonly categories: ChartPoints;
  readonly baseline: ChartPoints;
  readonly current: ChartPoints;
  readonly center: ChartPoints;
  readonly lower: ChartPoints;
  readonly upper: ChartPoints;
  readonly signal: ChartPoints;
}

export function runChart(name: string, texts: Texts, points: RunPoints, scale: Scale): ChartSpec {
  const line = (called: string, values: ChartPoints, more: Partial<ChartSeries>): ChartSeries => ({ kind: 'line', name: called, categories: points.categories, values, colour: LIMIT, ...more });
  const drawn = (values: ChartPoints): boolean => values.values.some((value) => typeof value === 'number');
  const limits = drawn(points.upper);
  return {
    name, ...texts, legend: true,
    ...(points.categories.values.length > EVERY_MONTH ? { categoryAxis: { every: 3 } } : {}),
    series: [
      ...(limits ? [line('中心线', points.center, { colour: 'BFBFBF' }), line('控制下限', points.lower, { dashed: true }), line('控制上限', points.upper, { dashed: true })] : []),
      line('提升前', points.baseline, { colour: BEFORE, markers: true }),
      line('提升后', points.current, { colour: AFTER, markers: true }),
      ...(limits ? [line('异常信号', points.signal, { colour: SIGNAL, pointsOnly: true })] : []),
    ],
    valueAxis: { format: scale.axis, ...(scale.max === undefined ? {} : { max: scale.max }) },
  };
}
