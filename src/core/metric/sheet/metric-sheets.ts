/** 指标计算, 指标分组 and 月度数据: every number a live formula over the raw rows, with the calculator's result as its cached value. */
import { absolute, columnLetters } from '../../model/address';
import type { CellValue } from '../../model/cell';
import type { ComputedCells } from '../../model/computed-cells';
import type { Periods } from '../../model/period';
import type { RawSheetDef } from '../../model/raw-sheet';
import type { CellSpec, NameSpec, SheetSpec } from '../../model/sheet-spec';
import { changeOf } from '../change-of';
import type { Measured } from '../measure-metrics';
import type { MetricDef } from '../metric-def';
import { metricId, METRICS, VARIANTS } from '../metrics';
import { changeCells } from './change-cells';
import { GROUP_SHEET, groupBlock, type GroupPlaces } from './group-sheet';
import { CHANGE_COLUMNS, DEFINITION_COLUMN, FIRST_METRIC_ROW, KEY_COLUMN, periodColumn, VERSION_COLUMN, type PeriodColumn } from './metric-columns';
import { monthColumn, monthlyDefs, MONTH_SHEET, monthSheet, type StatusCell } from './month-sheet';
import { periodCells, type FormulaCell } from './period-cells';
import { windowCells } from './window-cells';
import type { SheetWords } from './words';

export const METRIC_SHEET = '指标计算';

export interface MetricSheetsInput {
  readonly measured: readonly Measured[];
  readonly periods: Periods | null;
  /** Raw-data sheets that the workbook has. A metric whose sheets are missing can still be filled as 汇总填报. */
  readonly sheets: readonly RawSheetDef[];
  readonly withSummary: boolean;
  readonly words: SheetWords;
  /** What is counted for the Pareto charts: its groups are listed below those of the metrics. */
  readonly paretos?: readonly Measured[];
}

export interface MetricSheets {
  readonly sheets: readonly SheetSpec[];
  readonly names: readonly NameSpec[];
  readonly computed: ComputedCells;
  /** Metrics with their rows on 指标计算. */
  readonly rows: ReadonlyMap<MetricDef, number>;
  /** Metrics with their first columns on 月度数据. */
  readonly monthColumns: ReadonlyMap<MetricDef, number>;
  /** Groups of the Pareto charts. */
  readonly paretos: ReadonlyMap<Measured, GroupPlaces>;
}

interface Line {
  readonly def: MetricDef;
  readonly row: number;
  readonly baseline: Measured | null;
  readonly current: Measured;
}

export function metricSheets(input: MetricSheetsInput): MetricSheets {
  const sheets = new Map(input.sheets.map((sheet) => [sheet.key, sheet]));
  const present = (def: MetricDef): boolean => (def.summary && input.withSummary) || def.populations.every(({ sheet }) => sheets.has(sheet));
  const lines = place(METRICS.filter(present), FIRST_METRIC_ROW, input.measured);
  const variantTop = FIRST_METRIC_ROW + lines.length + 1;
  const variants = place(VARIANTS.filter(present), variantTop + 1, input.measured);
  const { sheet: groupSheet, names, places, paretos } = groupSheetOf([...lines, ...variants], sheets, input);
  const computed: FormulaCell[][] = [];
  const cells: CellSpec[] = heading(input.words);
  const statusCell: StatusCell = (def, period) => {
    const row = lines.find((line) => line.def === def)?.row;
    if (row === undefined) throw new RangeError(`${def.key} has no line`);
    return `${METRIC_SHEET}!${absolute(row, periodColumn(period, 'status'))}`;
  };
  if (variants.length > 0) cells.push({ row: variantTop, column: 1, value: '其他口径（对照，不代替上面的指标）', style: 'section' });
  for (const line of [...lines, ...variants]) {
    const formulas = formulasOf(line, sheets, places, input);
    computed.push([...formulas]);
    cells.push(...labels(line, input.words), ...formulas.map((cell): CellSpec => specOf(line, cell)));
  }
  const metricSheet: SheetSpec = {
    name: METRIC_SHEET,
    columns: WIDTHS.map((width, c) => ({ width, hidden: c + 1 === KEY_COLUMN })),
    cells,
    merges: [`A1:${LAST_SHOWN}1`, `A2:${BEFORE_LAST_SHOWN}2`, ...(['baseline', 'current'] as const).map((period) => `${columnLetters(periodColumn(period, 'status'))}3:${columnLetters(periodColumn(period, 'few'))}3`)],
    rowHeights: { 1: 30, 2: 28 },
    conditionalFormats: [
      { ref: verdictRange(variantTop), formula: `LEFT($J${FIRST_METRIC_ROW},1)="▲"`, look: 'improved' },
      { ref: verdictRange(variantTop), formula: `LEFT($J${FIRST_METRIC_ROW},1)="▼"`, look: 'worsened' },
    ],
    freeze: { row: FIRST_METRIC_ROW, column: CHANGE_COLUMNS.baseline },
    protect: true,
    print: { orientation: 'landscape', repeatRows: '1:4', area: `A1:K${variantTop + variants.length}` },
    activeCell: 'A1',
  };
  return {
    sheets: [metricSheet, groupSheet, monthSheet(input.measured, sheets, input.words, statusCell)],
    names,
    computed: computedCells(lines, computed, input.words),
    rows: new Map(lines.map(({ def, row }) => [def, row])),
    monthColumns: new Map(monthlyDefs(input.measured, sheets).map((def, i) => [def, monthColumn(i)])),
    paretos,
  };
}

const LAST_SHOWN = columnLetters(CHANGE_COLUMNS.better);
const BEFORE_LAST_SHOWN = columnLetters(CHANGE_COLUMNS.better - 1);

function place(defs: readonly MetricDef[], top: number, measured: readonly Measured[]): readonly Line[] {
  return defs.map((def, i) => {
    const of = (period: 'baseline' | 'current'): Measured | null => measured.find((m) => m.def === def && m.period === period) ?? null;
    const current = of('current');
    if (current === null) throw new RangeError(`${metricId(def)} was not measured`);
    return { def, row: top + i, baseline: of('baseline'), current };
  });
}

function groupSheetOf(lines: readonly Line[], sheets: ReadonlyMap<string, RawSheetDef>, { periods, words, paretos: counted = [] }: MetricSheetsInput): {
  readonly sheet: SheetSpec;
  readonly names: readonly NameSpec[];
  readonly places: ReadonlyMap<Measured, GroupPlaces>;
  readonly paretos: ReadonlyMap<Measured, GroupPlaces>;
} {
  const windows = windowCells(periods, 4);
  const cells: CellSpec[] = [
    { row: 1, column: 1, value: '指标分组明细', style: 'title' },
    { row: 2, column: 1, value: '按工序、产品、题项、月份分组的计算过程，由数据表实时计算，不用填写', style: 'howTo' },
    { row: 3, column: 1, value: '计算期间', style: 'section' },
    ...windows.cells,
  ];
  const places = new Map<Measured, GroupPlaces>();
  const paretos = new Map<Measured, GroupPlaces>();
  let top = windows.nextRow;
  const put = (measured: Measured, into: Map<Measured, GroupPlaces>): void => {
    const sheet = sheets.get(measured.def.populations[0]?.sheet ?? '');
    if (measured.def.grouping === undefined || sheet === undefined) return;
    const block = groupBlock(measured, sheet, words, top);
    cells.push(...block.cells);
    into.set(measured, block.places);
    top = block.nextRow;
  };
  for (const measured of lines.flatMap(({ baseline, current }) => (baseline === null ? [current] : [baseline, current]))) put(measured, places);
  for (const measured of counted) put(measured, paretos);
  const sheet: SheetSpec = {
    name: GROUP_SHEET,
    merges: ['A1:H1', 'A2:H2'],
    rowHeights: { 1: 30 },
    columns: [{ width: 26 }, ...Array.from({ length: 14 }, () => ({ width: 14 }))],
    cells,
    freeze: { row: 3, column: 2 },
    protect: true,
    print: { orientation: 'landscape' },
    activeCell: 'A1',
  };
  return { sheet, names: windows.names, places, paretos };
}

function formulasOf(line: Line, sheets: ReadonlyMap<string, RawSheetDef>, places: ReadonlyMap<Measured, GroupPlaces>, input: MetricSheetsInput): readonly FormulaCell[] {
  const { baseline, current, def, row } = line;
  const change = changeOf(baseline, current, input.periods);
  const withSummary = input.withSummary;
  const cells = (baseline === null ? [current] : [baseline, current]).flatMap((measured) =>
    periodCells({ measured, row, sheets, groups: places.get(measured) ?? null, withSummary, words: input.words }));
  return [...cells, ...(def.variant === undefined ? changeCells(def, change, [baseline, current].every((each) => each === null || each.outcome.status === 'no-data'), row, input.words) : [])];
}

function heading(words: SheetWords): CellSpec[] {
  const period: Readonly<Record<PeriodColumn, string>> = {
    status: '状态', basis: '依据', numerator: '分子', denominator: '分母', low: '区间下限', high: '区间上限', error: '标准误',
    used: '有效行', notDue: '未到期', outside: '期外', invalid: '无效', few: '样本',
  };
  const change: Readonly<Record<keyof typeof CHANGE_COLUMNS, string>> = {
    item: '条款', name: '指标', unit: '单位', baseline: words.period('baseline'), current: words.period('current'), difference: '变化',
    low: '变化下限', high: '变化上限', p: 'p 值', verdict: '结论', better: '方向',
  };
  const header = (column: number, value: string): CellSpec => ({ row: 4, column, value, style: 'header' });
  return [
    { row: 1, column: 1, value: '指标计算', style: 'title' },
    { row: 2, column: 1, value: '全部由数据表实时计算，不用填写。左边是结果，向右是分子、分母、区间和行数，最右是口径。比率的变化是百分点；区间为 95%（故障间隔时间为 90%）。', style: 'howTo' },
    { row: 2, column: CHANGE_COLUMNS.better, value: '← 首页', style: 'link', link: "'首页'!A1" },
    ...keysOf(change).map((key) => header(CHANGE_COLUMNS[key], change[key])),
    ...(['baseline', 'current'] as const).flatMap((key) => [
      { row: 3, column: periodColumn(key, 'status'), value: `${words.period(key)}计算过程`, style: 'section' } as const,
      ...keysOf(period).map((column) => header(periodColumn(key, column), period[column])),
    ]),
    header(DEFINITION_COLUMN, '口径'), header(VERSION_COLUMN, '口径版本'), header(KEY_COLUMN, '标识'),
  ];
}

/** Keys of a record whose keys are known. */
function keysOf<K extends string>(record: Readonly<Record<K, string>>): readonly K[] {
  return Object.keys(record).filter((key): key is K => Object.hasOwn(record, key));
}

function unitOf({ unitText }: MetricDef): string {
  return unitText ?? '%';
}

/** Where a metric that compares the periods itself has no figure before. */
const NOT_BEFORE = '—';

function labels({ def, row }: Line, words: SheetWords): readonly CellSpec[] {
  const name = def.variant === undefined ? def.name : `${def.name}（${def.variant.label}）`;
  return [
    { row, column: CHANGE_COLUMNS.item, value: def.item, style: 'computedCentre' },
    { row, column: CHANGE_COLUMNS.name, value: name, style: 'labelLeft' },
    { row, column: CHANGE_COLUMNS.unit, value: unitOf(def), style: 'computedCentre' },
    ...(def.scope === 'comparison' ? [{ row, column: CHANGE_COLUMNS.baseline, value: NOT_BEFORE, style: 'computedCentre' } as const] : []),
    { row, column: CHANGE_COLUMNS.better, value: words.better(def.better), style: 'computedCentre' },
    { row, column: DEFINITION_COLUMN, value: def.definition, style: 'text' },
    { row, column: VERSION_COLUMN, value: def.version, style: 'computedCentre' },
    { row, column: KEY_COLUMN, value: metricId(def), style: 'note' },
  ];
}

function specOf({ def, row }: Line, { column, formula, array, value }: FormulaCell): CellSpec {
  const text = TEXT_COLUMNS.has(column);
  return { row, column, formula, array, value, style: text ? 'computedCentre' : 'computedNumber', format: text ? 'General' : formatOf(def, column) };
}

const TEXT_COLUMNS: ReadonlySet<number> = new Set([
  CHANGE_COLUMNS.verdict,
  ...(['baseline', 'current'] as const).flatMap((period) => (['status', 'basis', 'few'] as const).map((column) => periodColumn(period, column))),
]);

/** Number format of a metric's value; differences of percentages are percentage points. */
export function valueFormat(def: MetricDef): string {
  if (def.unitText === '比值') return '0.000';
  return { ratio: '0.00%', hours: '#,##0.0', score: '0.0', count: '0', money: '#,##0.00' }[def.unit];
}

function formatOf(def: MetricDef, column: number): string {
  if (column === CHANGE_COLUMNS.p) return '0.000';
  if (column === CHANGE_COLUMNS.difference) return `+${valueFormat(def)};-${valueFormat(def)};${valueFormat(def)}`;
  for (const period of ['baseline', 'current'] as const) {
    if (column === periodColumn(period, 'numerator') || column === periodColumn(period, 'denominator')) return '#,##0.##';
    if (column === periodColumn(period, 'error')) return '0.0000';
    if ((['used', 'notDue', 'outside', 'invalid'] as const).some((each) => column === periodColumn(period, each))) return '#,##0';
  }
  return valueFormat(def);
}

const WIDTHS: readonly number[] = (() => {
  const widths: number[] = [];
  widths.length = KEY_COLUMN;
  widths.fill(10);
  widths[CHANGE_COLUMNS.item - 1] = 7;
  widths[CHANGE_COLUMNS.name - 1] = 34;
  widths[CHANGE_COLUMNS.unit - 1] = 6;
  widths[CHANGE_COLUMNS.verdict - 1] = 16;
  widths[CHANGE_COLUMNS.better - 1] = 10;
  for (const period of ['baseline', 'current'] as const) widths[periodColumn(period, 'status') - 1] = 24;
  widths[DEFINITION_COLUMN - 1] = 70;
  return widths;
})();

function verdictRange(variantTop: number): string {
  const verdict = columnLetters(CHANGE_COLUMNS.verdict);
  return `${verdict}${FIRST_METRIC_ROW}:${verdict}${variantTop - 1}`;
}

function computedCells(lines: readonly Line[], computed: readonly (readonly FormulaCell[])[], words: SheetWords): ComputedCells {
  const byKey = new Map(lines.map((line, i) => [line.def.key, { line, cells: computed[i] ?? [] }]));
  // From the headers on: a range of one cell is not looked up alike everywhere.
  const range = (column: number): string => `${METRIC_SHEET}!${absolute(FIRST_METRIC_ROW - 1, column)}:${absolute(FIRST_METRIC_ROW + lines.length - 1, column)}`;
  const shownOf = (metricKey: string, column: number): { readonly value: CellValue; readonly row: number; readonly format: string } | null => {
    const known = byKey.get(metricKey);
    const cell = known?.cells.find((each) => each.column === column);
    return known === undefined || cell === undefined ? null : { value: cell.value, row: known.line.row, format: valueFormat(known.line.def) };
  };
  return {
    cell(metricKey, part) {
      const column = part === 'target' ? undefined : CHANGE_COLUMNS[part];
      const shown = column === undefined ? null : shownOf(metricKey, column);
      if (column === undefined || shown === null) return null;
      const { row, value, format } = shown;
      return { formula: `${METRIC_SHEET}!${absolute(row, column)}`, value, ...(part === 'verdict' ? {} : { format }) };
    },
    named(reference, name, part) {
      if (lines.length === 0) return null;
      if (part === 'direction') {
        const direction = `INDEX(${range(CHANGE_COLUMNS.better)},MATCH(${reference},${range(CHANGE_COLUMNS.name)},0))`;
        const better = lines.find((line) => line.def.name === name)?.def.better;
        return { formula: `IFERROR(IF(${direction}="${words.better('higher')}",1,-1),0)`, value: better === undefined ? 0 : better === 'higher' ? 1 : -1 };
      }
      const formula = `IFERROR(INDEX(${range(CHANGE_COLUMNS[part])},MATCH(${reference},${range(CHANGE_COLUMNS.name)},0)),"")`;
      const def = lines.find((line) => line.def.name === name)?.def;
      if (part === 'unit') return { formula, value: def === undefined ? '' : unitOf(def) };
      const shown = def === undefined ? null : shownOf(def.key, CHANGE_COLUMNS[part]);
      // Metrics that compare the periods themselves have none before: their line says so.
      return shown === null ? { formula, value: def === undefined ? '' : NOT_BEFORE } : { formula, value: shown.value, ...(part === 'verdict' ? {} : { format: shown.format }) };
    },
  };
}

export const METRIC_SHEETS = [METRIC_SHEET, GROUP_SHEET, MONTH_SHEET] as const;
