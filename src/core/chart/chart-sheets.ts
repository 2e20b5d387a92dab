/**
 * 图表 and 图表数据 (7.6): charts of before and after and of the months. Every number that a chart shows is a formula on
 * 图表数据 over 指标计算 and 月度数据.
 */
import { METRIC_SHEET, valueFormat } from '../metric/sheet/metric-sheets';
import type { Measured } from '../metric/measure-metrics';
import type { MetricDef } from '../metric/metric-def';
import { CHANGE_COLUMNS } from '../metric/sheet/metric-columns';
import { FIRST_MONTH_ROW, MONTH_SHEET } from '../metric/sheet/month-sheet';
import { MOST_MONTHS } from '../metric/measure-metrics';
import { absolute } from '../model/address';
import type { CellValue } from '../model/cell';
import type { ChartPoints, ChartSpec } from '../model/chart-spec';
import type { MetricChange, Verdict } from '../model/metric-result';
import type { CellSpec, SheetSpec } from '../model/sheet-spec';
import { barChart, runChart, scaleOf } from './chart-specs';
import type { ChartWords } from './chart-words';
import { monthSeries, type MonthSeries } from './month-series';
import { axisCells, RUN_COLUMNS, RUN_HEADINGS, runCells } from './run-cells';
import { placeCharts } from './place-charts';

export const CHART_SHEET = '图表';
export const CHART_DATA_SHEET = '图表数据';

/** A target that was typed: its cell, and what it holds. */
export interface Target {
  readonly ref: string;
  readonly value: CellValue;
}

export interface ChartSheetsInput {
  readonly measured: readonly Measured[];
  readonly changes: readonly MetricChange[];
  /** Metrics with their rows on 指标计算, and with their first columns on 月度数据. */
  readonly rows: ReadonlyMap<MetricDef, number>;
  readonly monthColumns: ReadonlyMap<MetricDef, number>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly words: ChartWords;
  /** The word of a verdict on 指标计算. */
  readonly verdict: (verdict: Verdict) => string;
}

/** Keys of the five kinds of 7.6. */
const KINDS: ReadonlySet<string> = new Set(['revenue-growth-rate', 'cost-reduction-rate', 'product-pass-rate', 'plan-completion-rate', 'third-party-satisfaction']);
const FIRST_ROW = 5;
const FIRST_BLOCK = 5;
const LEAST_ROWS = 24;
/** Fewer months with data make no run chart. */
const LEAST_POINTS = 3;
const NOTHING: CellValue = { error: '#N/A' };

interface Line {
  readonly def: MetricDef;
  readonly row: number;
  readonly baseline: Measured | null;
  readonly current: Measured;
  readonly change: MetricChange | undefined;
}

export function chartSheets(input: ChartSheetsInput): readonly [charts: SheetSpec, data: SheetSpec] {
  const lines = [...input.rows.keys()].flatMap((def, i): readonly Line[] => {
    const of = (period: 'baseline' | 'current'): Measured | null => input.measured.find((each) => each.def === def && each.period === period) ?? null;
    const current = of('current');
    return current === null ? [] : [{ def, row: FIRST_ROW + i, baseline: of('baseline'), current, change: input.changes.find(({ key }) => key === def.key) }];
  });
  const comparison = lines.flatMap((line) => comparisonCells(line, input));
  const runs = runBlocks(lines, FIRST_ROW + input.rows.size + 1, input);
  const cells: readonly CellSpec[] = [
    { row: 1, column: 1, value: '图表数据', style: 'title' },
    { row: 2, column: 1, value: '图表所用的数都在这里，由指标计算和月度数据实时得出，不用填写。没有数据处为 #N/A，图上留空。控制限按提升前各月计算并固定；改善或变差有充分证据时，提升后另算。', style: 'howTo' },
    { row: 3, column: 1, value: '前后对比', style: 'section' },
    ...['条款', '指标', '提升前', '提升后', '目标', '目标'].map((value, c): CellSpec => ({ row: FIRST_ROW - 1, column: c + 1, value, style: 'header' })),
    ...comparison,
    ...runs.cells,
  ];
  const bars = lines.flatMap((line) => barOf(line, input));
  const data: SheetSpec = {
    name: CHART_DATA_SHEET,
    columns: [{ width: 10 }, { width: 34 }, ...Array.from({ length: 2 + runs.columns }, () => ({ width: 12 }))],
    cells,
    merges: ['A1:J1', 'A2:J2'],
    rowHeights: { 1: 30, 2: 28 },
    freeze: { row: 3, column: 3 },
    protect: true,
    print: { orientation: 'landscape' },
    activeCell: 'A1',
  };
  return [placeCharts(CHART_SHEET, bars, runs.charts), data];
}

const number = (value: number | null | undefined): CellValue => value ?? NOTHING;
const shown = (values: readonly (number | null)[], ref: string): ChartPoints => ({ ref, values });

function comparisonCells({ def, row, baseline, current }: Line, { rows, targets }: ChartSheetsInput): readonly CellSpec[] {
  const source = rows.get(def) ?? 0;
  const format = valueFormat(def);
  const orNothing = (cell: string): string => `IF(ISNUMBER(${cell}),${cell},NA())`;
  const target = targets.get(def.key);
  const typed = typeof target?.value === 'number' ? target.value : null;
  const cell = (column: number, formula: string, value: number | null | undefined): CellSpec => ({ row, column, formula, value: number(value), style: 'computedNumber', format });
  return [
    { row, column: 1, value: def.item, style: 'computedCentre' },
    { row, column: 2, value: def.name, style: 'labelLeft' },
    cell(3, orNothing(`${METRIC_SHEET}!${absolute(source, CHANGE_COLUMNS.baseline)}`), baseline?.outcome.status === 'ok' ? baseline.outcome.value : null),
    cell(4, orNothing(`${METRIC_SHEET}!${absolute(source, CHANGE_COLUMNS.current)}`), current.outcome.status === 'ok' ? current.outcome.value : null),
    ...[5, 6].map((column) => cell(column, target === undefined ? 'NA()' : orNothing(target.ref), typed)),
  ];
}

/** Bars of the five kinds, and of metrics that a target was set for. */
function barOf({ def, row, baseline, current }: Line, { targets, words }: ChartSheetsInput): readonly ChartSpec[] {
  const target = targets.get(def.key);
  const typed = typeof target?.value === 'number' ? target.value : null;
  if (!KINDS.has(def.key) && typed === null) return [];
  const [before, after] = [baseline, current].map((each) => (each?.outcome.status === 'ok' ? each.outcome.value : null));
  if (after === null || after === undefined || (baseline !== null && (before === null || before === undefined))) return [];
  const from = baseline === null ? 4 : 3;
  const range = (of: number, left: number): string => `${CHART_DATA_SHEET}!${absolute(of, left)}:${absolute(of, left + 4 - from)}`;
  const categories = { ref: range(FIRST_ROW - 1, from), values: baseline === null ? ['提升后'] : ['提升前', '提升后'] };
  const values = shown(baseline === null ? [after] : [before ?? null, after], range(row, from));
  const goal = typed === null ? null : shown(baseline === null ? [typed] : [typed, typed], range(row, 5));
  return [barChart(`对比 ${def.item}`, { title: words.changeTitle(def), description: words.changeDescription(def), ref: '' }, { categories, values, target: goal, compared: baseline !== null }, scaleOf(def, def.unit === 'count' ? 0 : 1))];
}

function runBlocks(lines: readonly Line[], top: number, { rows, monthColumns, words, verdict }: ChartSheetsInput): { readonly cells: readonly CellSpec[]; readonly charts: readonly ChartSpec[]; readonly columns: number } {
  const monthly = lines.flatMap(({ def, baseline, current, change }) => {
    const column = monthColumns.get(def);
    return column === undefined || baseline === null ? [] : [{ def, column, series: monthSeries(baseline, current, change?.verdict ?? 'not-comparable') }];
  });
  const longest = monthly.map(({ series }) => series.months).reduce<MonthSeries['months']>((most, months) => (months.length > most.length ? months : most), []);
  const before = longest.filter(({ period }) => period === 'baseline').length;
  const count = Math.max(LEAST_ROWS, longest.length);
  const first = top + 6;
  const counts = [0, 1].map((p) => `${MONTH_SHEET}!${absolute(FIRST_MONTH_ROW + p * MOST_MONTHS, 2)}:${absolute(FIRST_MONTH_ROW + (p + 1) * MOST_MONTHS - 1, 2)}`);
  const cells: CellSpec[] = [
    { row: top, column: 1, value: '逐月', style: 'section' },
    ...['提升前月数', '提升后月数'].flatMap((label, p): readonly CellSpec[] => [
      { row: top + 1 + p, column: 1, value: label, style: 'labelLeft' },
      { row: top + 1 + p, column: 2, formula: `COUNT(${counts[p] ?? ''})`, value: p === 0 ? before : longest.length - before, style: 'computedNumber', format: '0' },
    ]),
    { row: top + 3, column: 1, value: '规则 1', style: 'labelLeft' }, { row: top + 3, column: 2, value: '1 点超出 3σ 控制限（西方电气规则 1）', style: 'text' },
    { row: top + 4, column: 1, value: '规则 4', style: 'labelLeft' }, { row: top + 4, column: 2, value: '连续 8 点在中心线同侧（西方电气规则 4）', style: 'text' },
    ...['序号', '月度数据行', '月份'].map((value, c): CellSpec => ({ row: first - 1, column: c + 1, value, style: 'header' })),
    ...axisCells(first, count, [absolute(top + 1, 2), absolute(top + 2, 2)], longest, before),
  ];
  const charts: ChartSpec[] = [];
  monthly.forEach(({ def, column: monthColumn, series }, i) => {
    const column = FIRST_BLOCK + i * (RUN_HEADINGS.length + 1);
    cells.push(...runCells(`${def.item} ${def.name}`, series, {
      column, top, first, rows: count, monthColumn, format: valueFormat(def),
      verdict: `${METRIC_SHEET}!${absolute(rows.get(def) ?? 0, CHANGE_COLUMNS.verdict)}`, changed: [verdict('improved'), verdict('worsened')],
    }));
    if (series.months.filter(({ value }) => value !== null).length < LEAST_POINTS) return;
    const points = (name: keyof typeof RUN_COLUMNS, of: (month: MonthSeries['months'][number]) => number | null): ChartPoints => ({
      ref: `${CHART_DATA_SHEET}!${absolute(first, column + RUN_COLUMNS[name])}:${absolute(first + series.months.length - 1, column + RUN_COLUMNS[name])}`,
      values: series.months.map((month) => of(month)),
    });
    const months = cells.filter((cell) => cell.column === 3 && cell.row >= first).slice(0, series.months.length).map(({ value }) => (typeof value === 'string' ? value : ''));
    charts.push(runChart(`逐月 ${def.item}`, { title: words.runTitle(def, series), description: words.runDescription(def, series), ref: '' }, {
      categories: { ref: `${CHART_DATA_SHEET}!${absolute(first, 3)}:${absolute(first + series.months.length - 1, 3)}`, values: months },
      baseline: points('baseline', ({ period, value }) => (period === 'baseline' ? value : null)),
      current: points('current', ({ period, value }) => (period === 'current' ? value : null)),
      center: points('center', ({ center }) => center),
      lower: points('lower', ({ lower }) => lower),
      upper: points('upper', ({ upper }) => upper),
      signal: points('signal', ({ rules, value }) => (rules.length === 0 ? null : value)),
    }, scaleOf(def, 1)));
  });
  return { cells, charts, columns: FIRST_BLOCK + monthly.length * (RUN_HEADINGS.length + 1) };
}
