/**
 * The formulas behind a run chart, a block of rows: parameters, then one row per month with data, over 月度数据. The
 * calculator's results are their cached values. Rows beyond the last month repeat it, so that every program draws the
 * same whatever the number of months: a cell that shows nothing would be drawn as zero by some.
 */
import { partsOf } from '../codec/date';
import { absolute, columnLetters } from '../model/address';
import type { CellValue } from '../model/cell';
import type { CellSpec } from '../model/sheet-spec';
import { quoted } from '../metric/formula';
import { FIRST_MONTH_ROW, MONTH_SHEET } from '../metric/sheet/month-sheet';
import { MOST_MONTHS } from '../metric/measure-metrics';
import { D2, LEAST_MONTHS, NO_VARIANCE, type Center } from '../stats/control-limits';
import { ONE_SIDE, SIGNAL_RULES, TREND, VALUE_DIGITS, Z_DIGITS, type SignalRule } from '../stats/signals';
import { RUN_MONTHS, type MonthSeries } from './month-series';
import type { Live } from './sentence';

export const RUN_HEADINGS = ['序号', '月度数据行', '月份', '数值', '中心线', '标准差', '控制下限', '控制上限', '偏离（σ）', '同侧连续', '近五点分区', '同向变化', '异常规则', '提升前', '异常', '异常月份'] as const;
export const RUN_COLUMNS = { number: 1, position: 2, month: 3, value: 4, center: 5, sd: 6, lower: 7, upper: 8, z: 9, side: 10, zones: 11, trend: 12, rules: 13, before: 14, signal: 15, note: 16 } as const;
export type RunColumn = keyof typeof RUN_COLUMNS;

/** Rows of parameters above the months. */
export const RUN_HEAD = 6;
export const RUN_BLOCK = RUN_HEAD + RUN_MONTHS;
/** Months that the title names. */
const MOST_NAMED = 3;

const KIND: Readonly<Record<MonthSeries['kind'], string>> = { p: 'p 图', u: 'u 图', individuals: '单值－移动极差图' };
const NOTHING: CellValue = { error: '#N/A' };

export interface RunPlace {
  /** First row of the block. */
  readonly top: number;
  readonly format: string;
  /** First column on 月度数据. */
  readonly monthColumn: number;
  /** Cell of the verdict, and the words that mean a change. */
  readonly verdict: string;
  readonly changed: readonly string[];
  /** Cells that say whether a rule holds. */
  readonly rules: Readonly<Record<SignalRule, string>>;
  /** Goes behind the months named where there are more. */
  readonly more: string;
}

/** Cells that the title refers to. */
export interface RunPlaces {
  readonly months: string;
  readonly limits: string;
  readonly restarted: string;
  readonly signals: string;
  readonly named: string;
  readonly title: { readonly row: number; readonly column: number };
}

const range = (first: number, column: number): string => `${MONTH_SHEET}!${absolute(first, column)}:${absolute(first + MOST_MONTHS - 1, column)}`;
const whole = (column: number): string => `${MONTH_SHEET}!${absolute(FIRST_MONTH_ROW, column)}:${absolute(FIRST_MONTH_ROW + 2 * MOST_MONTHS - 1, column)}`;

export function runPlaces({ top }: Pick<RunPlace, 'top'>): RunPlaces {
  return {
    months: `${absolute(top + 2, 5)}+${absolute(top + 3, 5)}`, limits: `${absolute(top + RUN_HEAD, RUN_COLUMNS.sd)}:${absolute(top + RUN_BLOCK - 1, RUN_COLUMNS.sd)}`, restarted: absolute(top + 3, 6),
    signals: absolute(top + 2, 8), named: absolute(top + RUN_BLOCK - 1, RUN_COLUMNS.note), title: { row: top + 4, column: 2 },
  };
}

function parameters(series: MonthSeries, { top, monthColumn, verdict, changed, format }: RunPlace): readonly CellSpec[] {
  const label = (row: number, column: number, value: string): CellSpec => ({ row: top + row, column, value, style: 'labelLeft' });
  const phase = (row: number, name: string, first: number, center: Center | null, months: number): readonly CellSpec[] => {
    const [k, n, v] = [0, 1, 2].map((c) => range(first, monthColumn + c));
    const [at, count] = [absolute(top + row, 3), absolute(top + row, 5)];
    const next = `${MONTH_SHEET}!${absolute(first + 1, monthColumn + 2)}:${absolute(first + MOST_MONTHS - 1, monthColumn + 2)}`;
    const last = `${MONTH_SHEET}!${absolute(first, monthColumn + 2)}:${absolute(first + MOST_MONTHS - 2, monthColumn + 2)}`;
    const pairs = (each: string): string => `SUM(IF(ISNUMBER(${last}),IF(ISNUMBER(${next}),${each},0),0))`;
    const individuals = series.kind === 'individuals';
    const enough = individuals ? `IF(${count}>=${LEAST_MONTHS},${pairs('1')},0)>0` : `${count}>=${LEAST_MONTHS}`;
    const variance = series.kind === 'p' ? `${at}*(1-${at})` : at;
    const value = individuals ? `AVERAGE(${v})` : `SUM(${k})/SUM(${n})`;
    const spread = individuals ? `${pairs(`ABS(${next}-${last})`)}/${pairs('1')}/${D2}` : `IF(${variance}>${NO_VARIANCE.toFixed(12)},SQRT(${variance}),0)`;
    return [
      label(row, 1, name), label(row, 2, KIND[series.kind]),
      { row: top + row, column: 3, array: true, formula: `IF(${enough},${value},"")`, value: center?.center ?? '', style: 'computedNumber', format },
      { row: top + row, column: 4, array: true, formula: `IF(ISNUMBER(${at}),${spread},"")`, value: center?.spread ?? '', style: 'computedNumber', format: '0.0000' },
      { row: top + row, column: 5, formula: `COUNT(${v})`, value: months, style: 'computedNumber', format: '0' },
    ];
  };
  const isChanged = changed.map((word) => `${verdict}=${quoted(word)}`).join(',');
  const rules = `${absolute(top + RUN_HEAD, RUN_COLUMNS.rules)}:${absolute(top + RUN_BLOCK - 1, RUN_COLUMNS.rules)}`;
  return [
    ...['期间', '图的种类', '中心线', '离散', '有数据的月数', '重算（1 为是）'].map((value, c): CellSpec => ({ row: top + 1, column: c + 1, value, style: 'header' })),
    { row: top + 1, column: 8, value: '异常月数', style: 'header' },
    ...phase(2, '提升前', FIRST_MONTH_ROW, series.baseline, series.counts.baseline),
    ...phase(3, '提升后', FIRST_MONTH_ROW + MOST_MONTHS, series.current, series.counts.current),
    { row: top + 3, column: 6, formula: `IF(ISNUMBER(${absolute(top + 3, 3)}),IF(OR(${isChanged}),1,0),0)`, value: series.restarted ? 1 : 0, style: 'computedNumber', format: '0' },
    { row: top + 2, column: 8, formula: `SUMPRODUCT(1*(LEN(${rules})>0))`, value: series.months.filter(({ rules: found }) => found.length > 0).length, style: 'computedNumber', format: '0' },
    label(4, 1, '标题'),
  ];
}

/** What a row shows now. `i` from 0. */
export function runValues(series: MonthSeries, i: number, more: string): Readonly<Record<Exclude<RunColumn, 'number'>, CellValue>> {
  const { months } = series;
  const held = months[i];
  const month = held ?? months.at(-1);
  const named = months.slice(0, i + 1).filter(({ rules }) => rules.length > 0).map(({ low }) => monthName(low));
  const signal = month === undefined || month.rules.length === 0 ? 0 : 1;
  return {
    position: month?.position ?? '', month: month?.low ?? series.start, value: month?.value ?? NOTHING, center: month?.center ?? month?.value ?? NOTHING,
    sd: held?.sd ?? '', lower: month?.lower ?? month?.value ?? NOTHING, upper: month?.upper ?? month?.value ?? NOTHING,
    z: held?.z ?? '', side: month?.side ?? 0, zones: month?.zones ?? '', trend: month?.trend ?? 0,
    rules: held?.rules.join('、') ?? '', before: month?.period === 'baseline' ? 1 : 0, signal,
    note: `${named.slice(0, MOST_NAMED).join('、')}${named.length > MOST_NAMED ? more : ''}`,
  };
}

function monthCells(series: MonthSeries, place: RunPlace, i: number): readonly CellSpec[] {
  const { top, monthColumn, format, rules, more } = place;
  const first = top + RUN_HEAD;
  const row = first + i;
  const at = (name: RunColumn, of = row): string => `$${columnLetters(RUN_COLUMNS[name])}${of}`;
  const above = (name: RunColumn, none: string): string => (i === 0 ? none : at(name, row - 1));
  const [known, position] = [runPlaces(place).months, at('position')];
  const beyond = `${at('number')}>${known}`;
  const after = `${position}>${MOST_MONTHS}`;
  const own = `IF(${after},${absolute(top + 3, 6)},0)=1`;
  const values = whole(monthColumn + 2);
  const restart = i === 0 ? '' : `IF(${after},IF(${at('position', row - 1)}<=${MOST_MONTHS},${absolute(top + 3, 6)},0),0)=1`;
  const unlessNew = (name: RunColumn, none: string): string => (i === 0 ? none : `IF(${restart},${none},${at(name, row - 1)})`);
  const parameter = (column: number): string => `IF(${own},${absolute(top + 3, column)},${absolute(top + 2, column)})`;
  const [value, center, sd, z, side, zones, trend] = (['value', 'center', 'sd', 'z', 'side', 'zones', 'trend'] as const).map((name) => at(name));
  const sdFormula = series.kind === 'individuals' ? parameter(4) : `${parameter(4)}/SQRT(N(INDEX(${whole(monthColumn + 1)},${position})))`;
  const [floor, ceiling] = series.kind === 'individuals' ? ['', ''] : ['MAX(0,', series.kind === 'p' ? 'MIN(1,' : ''];
  const limit = (name: 'lower' | 'upper', open: string, sign: string): string =>
    `IF(${position}="",NA(),${i === 0 ? '' : `IF(${beyond},${at(name, row - 1)},`}IF(ISNUMBER(${sd}),${open}${center}${sign}3*${sd}${open === '' ? '' : ')'},${value})${i === 0 ? '' : ')'})`;
  const steps = (previous: string, sign: string): string => `IF(${previous}*${sign}>0,${previous},0)+IF(${sign}>0,1,-1)`;
  const step = `ROUND(${value}-${above('value', '0')},${VALUE_DIGITS})`;
  const held: Readonly<Record<SignalRule, string>> = {
    1: `IF(ISNUMBER(${z}),IF(ABS(${z})>3,1,0),IF(ROUND(${value}-${center},${VALUE_DIGITS})=0,0,1))`,
    2: `IF(ISNUMBER(${z}),${within(`RIGHT(${zones},3)`, zones, 2, 'A', 'E')},0)`,
    3: `IF(ISNUMBER(${z}),${within(zones ?? '', zones, 4, 'AB', 'DE')},0)`,
    4: `IF(ISNUMBER(${z}),IF(ABS(${side})>=${ONE_SIDE},1,0),0)`,
    5: `IF(ABS(${trend})>=${TREND},1,0)`,
  };
  const found = SIGNAL_RULES.map((rule) => `IF(${rules[rule]}=1,IF(${held[rule]}=1,"、${rule}",""),"")`).join('&');
  const month = at('month');
  const signals = `SUM(${absolute(first, RUN_COLUMNS.signal)}:${at('signal')})`;
  const nowNamed = `${above('note', '""')}&IF(${above('note', '""')}="","","、")&YEAR(${month})&"-"&RIGHT("0"&MONTH(${month}),2)`;
  const formulas: Readonly<Record<Exclude<RunColumn, 'number'>, string>> = {
    position: `IF(${beyond},${above('position', '""')},SMALL(IF(ISNUMBER(${values}),ROW(${values})-${FIRST_MONTH_ROW - 1},""),${at('number')}+IF(${known}>${RUN_MONTHS},${known}-${RUN_MONTHS},0)))`,
    month: `IF(${position}="",N(${MONTH_SHEET}!${absolute(FIRST_MONTH_ROW, 2)}),INDEX(${whole(2)},${position}))`,
    value: `IF(${position}="",NA(),INDEX(${values},${position}))`,
    center: `IF(${position}="",NA(),IF(ISNUMBER(${parameter(3)}),${parameter(3)},${value}))`,
    sd: `IF(${beyond},"",IF(ISNUMBER(${parameter(4)}),${sdFormula},""))`,
    lower: limit('lower', floor ?? '', '-'),
    upper: limit('upper', ceiling ?? '', '+'),
    z: `IF(ISNUMBER(${sd}),IF(${sd}>0,ROUND(ROUND(${value}-${center},${VALUE_DIGITS})/${sd},${Z_DIGITS}),""),"")`,
    side: `IF(ISNUMBER(${z}),IF(${z}=0,0,${steps(unlessNew('side', '0'), z ?? '')}),${unlessNew('side', '0')})`,
    zones: `IF(ISNUMBER(${z}),RIGHT(${unlessNew('zones', '""')}&IF(ABS(${z})<=1,"C",IF(${z}>0,IF(${z}>2,"A","B"),IF(${z}<-2,"E","D"))),5),${unlessNew('zones', '""')})`,
    trend: i === 0 ? '0' : `IF(ISNUMBER(${sd}),IF(${restart},0,IF(ISNUMBER(${at('sd', row - 1)}),IF(${step}=0,0,${steps(at('trend', row - 1), step)}),0)),${at('trend', row - 1)})`,
    rules: `IF(ISNUMBER(${sd}),MID(${found},2,9),"")`,
    before: `IF(${position}="",0,IF(${after},0,1))`,
    signal: `IF(${beyond},${above('signal', '0')},IF(${at('rules')}="",0,1))`,
    note: `IF(${beyond},${above('note', '""')},IF(${at('rules')}="",${above('note', '""')},IF(${signals}<=${MOST_NAMED},${nowNamed},IF(${signals}=${MOST_NAMED + 1},${above('note', '""')}&${quoted(more)},${above('note', '""')}))))`,
  };
  const shown = runValues(series, i, more);
  const FORMATS: Partial<Readonly<Record<RunColumn, string>>> = { value: format, center: format, lower: format, upper: format, sd: '0.0000', z: '0.00', month: 'yyyy-mm' };
  return [
    { row, column: RUN_COLUMNS.number, value: i + 1, style: 'computedCentre', format: '0' },
    ...RUN_ORDER.map((name): CellSpec => ({
      row, column: RUN_COLUMNS[name], formula: formulas[name], ...(name === 'position' ? { array: true } : {}), value: shown[name],
      style: CENTRED.has(name) ? 'computedCentre' : 'computedNumber', format: FORMATS[name] ?? (CENTRED.has(name) ? 'General' : '0'),
    })),
  ];
}

const RUN_ORDER = ['position', 'month', 'value', 'center', 'sd', 'lower', 'upper', 'z', 'side', 'zones', 'trend', 'rules', 'before', 'signal', 'note'] as const;
const CENTRED: ReadonlySet<RunColumn> = new Set(['position', 'month', 'zones', 'rules', 'note']);

/** 1 where the last of the zones is one of a side's and at least so many of them are; `last` ends with it. */
function within(text: string, last: string | undefined, least: number, ...sides: readonly string[]): string {
  const side = (zones: string): string => {
    const without = Array.from(zones).reduce((rest, zone) => `SUBSTITUTE(${rest},"${zone}","")`, text);
    const isLast = Array.from(zones).map((zone) => `RIGHT(${last},1)="${zone}"`);
    return `AND(${isLast.length === 1 ? isLast[0] : `OR(${isLast.join(',')})`},LEN(${text})-LEN(${without})>=${least})`;
  };
  return `IF(OR(${sides.map(side).join(',')}),1,0)`;
}

/** `title` is the sentence over the chart. */
export function runCells(name: string, series: MonthSeries, place: RunPlace, title: Live): readonly CellSpec[] {
  const { top } = place;
  return [
    { row: top, column: 1, value: name, style: 'section' },
    ...parameters(series, place),
    { ...runPlaces(place).title, formula: title.formula, value: title.value, style: 'blank' },
    ...RUN_HEADINGS.map((value, c): CellSpec => ({ row: top + RUN_HEAD - 1, column: c + 1, value, style: 'header' })),
    ...Array.from({ length: RUN_MONTHS }, (_, i) => monthCells(series, place, i)).flat(),
  ];
}

/** `2024-03`. */
export function monthName(serial: number): string {
  const { year, month } = partsOf(serial);
  return `${year}-${String(month).padStart(2, '0')}`;
}
