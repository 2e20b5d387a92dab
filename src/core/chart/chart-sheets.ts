/**
 * 图表 and 图表数据 (7.6): before and after, months with control limits, Pareto charts. Every number and every title that a
 * chart shows is a formula on 图表数据 over 指标计算, 指标分组 and 月度数据. Which charts there are depends on the sheets that the
 * workbook has, never on what they hold.
 */
import type { Measured } from '../metric/measure-metrics';
import type { MetricDef } from '../metric/metric-def';
import { PARETOS } from '../metric/paretos';
import type { GroupPlaces } from '../metric/sheet/group-sheet';
import { METRIC_SHEET, valueFormat } from '../metric/sheet/metric-sheets';
import { CHANGE_COLUMNS } from '../metric/sheet/metric-columns';
import { endName, PERIODS_VALID, startName } from '../metric/sheet/scope';
import { absolute } from '../model/address';
import type { CellValue } from '../model/cell';
import type { ChartPoints, ChartSpec } from '../model/chart-spec';
import type { MetricChange, Verdict } from '../model/metric-result';
import type { CellSpec, SheetSpec } from '../model/sheet-spec';
import { partsOf } from '../codec/date';
import { changeChart, CHANGE_HEADINGS, changeRow, type ChangeInput, type ChangeWords } from './change-cells';
import { runChart, scaleOf } from './chart-specs';
import type { ChartWords } from './chart-words';
import { monthSeries, RUN_MONTHS, type MonthSeries } from './month-series';
import { paretoCells, paretoRows, paretoSpec, type ParetoInput } from './pareto-cells';
import { placeCharts } from './place-charts';
import { RULE_HEADINGS, ruleCells, rulesInForce, type RuleChoices } from './rule-cells';
import { RUN_BLOCK, RUN_COLUMNS, RUN_HEAD, runCells, runPlaces, runValues, type RunColumn, type RunPlace } from './run-cells';
import { choose, constant, sentence, type Live } from './sentence';
import { SIGNAL_RULES } from '../stats/signals';
import type { PeriodKey, Periods } from '../model/period';
import { quoted } from '../metric/formula';

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
  readonly paretos: ReadonlyMap<Measured, GroupPlaces>;
  readonly periods: Periods | null;
  /** Metrics with their rows on 指标计算, and with their first columns on 月度数据. */
  readonly rows: ReadonlyMap<MetricDef, number>;
  readonly monthColumns: ReadonlyMap<MetricDef, number>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly rules: RuleChoices;
  readonly words: ChartWords;
  /** What stands on 指标计算 as a metric's verdict. */
  readonly shownVerdict: (def: MetricDef) => string;
  readonly verdict: (verdict: Verdict) => string;
  readonly byProgram: string;
}

/** Keys of the five kinds of 7.6. */
const KINDS: ReadonlySet<string> = new Set(['revenue-growth-rate', 'cost-reduction-rate', 'product-pass-rate', 'plan-completion-rate', 'third-party-satisfaction']);
const FIRST_ROW = 5;
const PERIOD_NAMES = { row: 3, column: 12 };

interface Placed {
  readonly cells: readonly CellSpec[];
  readonly charts: readonly ChartSpec[];
  readonly nextRow: number;
}

export function chartSheets(input: ChartSheetsInput): readonly [charts: SheetSpec, data: SheetSpec] {
  const changes = changeBlock(input, FIRST_ROW);
  const rules = ruleCells(changes.nextRow + 2, input.rules, input.words.rules);
  const paretos = paretoBlocks(input, changes.nextRow + 2 + SIGNAL_RULES.length + 1);
  const runs = runBlocks(input, paretos.nextRow, rules.places);
  const header = (row: number, headings: readonly string[]): readonly CellSpec[] => headings.map((value, c): CellSpec => ({ row, column: c + 1, value, style: 'header' }));
  const cells: readonly CellSpec[] = [
    { row: 1, column: 1, value: '图表数据', style: 'title' },
    { row: 2, column: 1, value: '图表所用的数和标题都在这里，由指标计算、指标分组和月度数据实时得出，不用填写。控制限按提升前各月计算并固定；变化有充分证据时，提升后另算。没有数据处为 #N/A，图上不画。', style: 'howTo' },
    { row: 3, column: 1, value: '五类指标提升前后', style: 'section' },
    ...header(FIRST_ROW - 1, CHANGE_HEADINGS), ...changes.cells,
    { row: changes.nextRow, column: 1, value: '异常判定规则（在成效总结末尾选择）', style: 'section' },
    ...header(changes.nextRow + 1, RULE_HEADINGS), ...rules.cells,
    ...paretos.cells, ...runs.cells,
  ];
  const columns = [10, 12, 22, 12, 12, 12, 12, 12, 10, 10, 12, 10, 14, 10, 10, 30];
  const last = runs.nextRow - 1;
  const data: SheetSpec = {
    name: CHART_DATA_SHEET,
    columns: columns.map((width) => ({ width })),
    cells,
    merges: ['A1:J1', 'A2:J2'],
    rowHeights: { 1: 30, 2: 28 },
    conditionalFormats: [{ ref: `D${FIRST_ROW}:H${last}`, formula: `ISNA(D${FIRST_ROW})`, look: 'muted' }],
    freeze: { row: 3, column: 1 },
    protect: true,
    print: { orientation: 'landscape', area: `A1:P${last}` },
    activeCell: 'A1',
  };
  return [placeCharts(CHART_SHEET, changes.charts, paretos.charts, runs.charts), data];
}

const valueOf = (measured: Measured | undefined): number | null => (measured?.outcome.status === 'ok' ? measured.outcome.value : null);

function changeBlock(input: ChartSheetsInput, top: number): Placed {
  const words: ChangeWords = { chart: input.words, verdict: input.verdict, byProgram: input.byProgram, ...periodNames(input) };
  const kinds = [...input.rows].filter(([{ key }]) => KINDS.has(key)).map(([def, source], i): ChangeInput => {
    const of = (period: 'baseline' | 'current'): Measured | undefined => input.measured.find((each) => each.def === def && each.period === period);
    const target = input.targets.get(def.key);
    return {
      def, source, row: top + i, before: valueOf(of('baseline')), after: valueOf(of('current')), verdict: input.shownVerdict(def),
      target: target === undefined ? null : { ref: target.ref, value: typeof target.value === 'number' ? target.value : null },
    };
  });
  const cells = kinds.flatMap((kind) => changeRow(kind, words));
  const names = [words.beforeWord, words.afterWord].map(({ value }, i): CellSpec => ({ ...PERIOD_NAMES, column: PERIOD_NAMES.column + i, formula: periodName(i === 0 ? 'baseline' : 'current', input.words).formula, value, style: 'computedCentre' }));
  return {
    cells: [{ row: PERIOD_NAMES.row, column: PERIOD_NAMES.column - 1, value: '期间称呼', style: 'labelLeft' }, ...names, ...cells],
    charts: kinds.map((kind) => changeChart(kind, cells, CHART_DATA_SHEET, input.words)),
    nextRow: top + kinds.length + 1,
  };
}

/** The cells that name the periods: `2024 年` where both are whole years, else 提升前 and 提升后. */
function periodNames({ periods, words }: ChartSheetsInput): { readonly beforeWord: Live; readonly afterWord: Live } {
  const years = periods === null ? null : [periods.baseline, periods.current].map(({ start, end }) => {
    const [from, to] = [partsOf(start), partsOf(end)];
    return from.year === to.year && from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31 ? from.year : null;
  });
  const both = years !== null && years.every((year) => year !== null);
  const named = (i: number, word: string): Live => ({ formula: absolute(PERIOD_NAMES.row, PERIOD_NAMES.column + i), value: both ? `${years[i]}${words.year}` : word });
  return { beforeWord: named(0, words.before), afterWord: named(1, words.after) };
}

function periodName(period: PeriodKey, words: ChartWords): { readonly formula: string } {
  const whole = (of: PeriodKey): string => {
    const [start, end] = [startName(of), endName(of)];
    return `MONTH(${start})=1,DAY(${start})=1,MONTH(${end})=12,DAY(${end})=31,YEAR(${start})=YEAR(${end})`;
  };
  const word = quoted(period === 'baseline' ? words.before : words.after);
  return { formula: `IF(${PERIODS_VALID}=1,IF(AND(${whole('baseline')},${whole('current')}),YEAR(${startName(period)})&${quoted(words.year)},${word}),${word})` };
}

function paretoBlocks(input: ChartSheetsInput, top: number): Placed {
  const cells: CellSpec[] = [];
  const charts: ChartSpec[] = [];
  let row = top;
  for (const [measured, places] of input.paretos) {
    const pareto = PARETOS.find(({ def }) => def === measured.def);
    if (pareto === undefined) continue;
    const block: ParetoInput = { pareto, measured, places, top: row };
    cells.push(...paretoCells(block, input.words));
    charts.push(paretoSpec(block, CHART_DATA_SHEET, input.words));
    row += paretoRows(pareto) + 1;
  }
  return { cells, charts, nextRow: row };
}

function runBlocks(input: ChartSheetsInput, top: number, rules: RunPlace['rules']): Placed {
  const { words, measured, rows, monthColumns, changes, verdict } = input;
  const asked = rulesInForce(input.rules);
  const cells: CellSpec[] = [];
  const charts: ChartSpec[] = [];
  let row = top;
  for (const [def, monthColumn] of monthColumns) {
    const [baseline, current] = (['baseline', 'current'] as const).map((period) => measured.find((each) => each.def === def && each.period === period));
    if (baseline === undefined || current === undefined) continue;
    const series = monthSeries(baseline, current, changes.find(({ key }) => key === def.key)?.verdict ?? 'not-comparable', asked);
    const place: RunPlace = {
      top: row, monthColumn, format: valueFormat(def), rules, more: words.more,
      verdict: `${METRIC_SHEET}!${absolute(rows.get(def) ?? 0, CHANGE_COLUMNS.verdict)}`, changed: [verdict('improved'), verdict('worsened')],
    };
    const title = runTitle(def, series, place, words);
    cells.push(...runCells(`${def.item} ${def.name}`, series, place, title));
    charts.push(runSpec(def, series, place, title, words));
    row += RUN_BLOCK + 1;
  }
  return { cells, charts, nextRow: row };
}

function runTitle(def: MetricDef, series: MonthSeries, place: RunPlace, words: ChartWords): Live {
  const at = runPlaces(place);
  const signals = series.months.filter(({ rules }) => rules.length > 0).length;
  const limits = series.months.some(({ sd }) => sd !== null);
  const note = runValues(series, RUN_MONTHS - 1, words.more).note;
  const blanks = { name: constant(def.name), count: { formula: at.signals, value: String(signals) }, months: { formula: at.named, value: typeof note === 'string' ? note : '' } };
  const found = choose([[{ formula: `${at.signals}=0`, holds: signals === 0 }, sentence(words.noSignals, blanks)]], sentence(words.signals, blanks));
  const restarted = choose([[{ formula: `${at.restarted}=1`, holds: series.restarted }, constant(words.restarted)]], constant(''));
  return choose([
    [{ formula: `${at.months}=0`, holds: series.months.length === 0 }, sentence(words.noData, blanks)],
    [{ formula: `COUNT(${at.limits})=0`, holds: !limits }, sentence(words.noLimits, blanks)],
  ], { formula: `${found.formula}&${restarted.formula}`, value: `${found.value}${restarted.value}` });
}

function runSpec(def: MetricDef, series: MonthSeries, place: RunPlace, title: Live, words: ChartWords): ChartSpec {
  const first = place.top + RUN_HEAD;
  const values = Array.from({ length: RUN_MONTHS }, (_, i) => runValues(series, i, words.more));
  const points = (name: Exclude<RunColumn, 'number'>): ChartPoints => ({
    ref: `${CHART_DATA_SHEET}!${absolute(first, RUN_COLUMNS[name])}:${absolute(first + RUN_MONTHS - 1, RUN_COLUMNS[name])}`,
    values: values.map((row) => { const value = row[name]; return typeof value === 'number' ? value : null; }),
  });
  const at = runPlaces(place).title;
  return runChart(`逐月 ${def.item}`, { title: title.value, titleRef: `${CHART_DATA_SHEET}!${absolute(at.row, at.column)}`, description: words.runDescription(def.name), ref: '' }, {
    categories: points('month'), value: points('value'), center: points('center'), lower: points('lower'), upper: points('upper'), before: points('before'), signal: points('signal'),
  }, { before: words.before, signal: words.signal, center: words.center, limits: [words.lower, words.upper], value: words.value }, scaleOf(def, 1));
}
