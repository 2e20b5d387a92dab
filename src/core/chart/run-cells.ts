/** The formulas behind a run chart: a column each, one row per month, over 月度数据. The calculator's results are their cached values. */
import { partsOf } from '../codec/date';
import { absolute, columnLetters } from '../model/address';
import type { CellValue } from '../model/cell';
import type { CellSpec } from '../model/sheet-spec';
import { quoted } from '../metric/formula';
import { FIRST_MONTH_ROW, MONTH_SHEET } from '../metric/sheet/month-sheet';
import { MOST_MONTHS } from '../metric/measure-metrics';
import { D2, LEAST_MONTHS, NO_VARIANCE, type Center } from '../stats/control-limits';
import { ONE_SIDE, VALUE_DIGITS, Z_DIGITS } from '../stats/signals';
import type { MonthSeries, SeriesMonth } from './month-series';

export const RUN_HEADINGS = ['提升前', '提升后', '中心线', '标准差', '控制下限', '控制上限', '偏离（σ）', '同侧连续', '信号规则', '信号'] as const;
export const RUN_COLUMNS = { baseline: 0, current: 1, center: 2, sd: 3, lower: 4, upper: 5, z: 6, side: 7, rules: 8, signal: 9 } as const;

const KIND: Readonly<Record<MonthSeries['kind'], string>> = { p: 'p 图', u: 'u 图', individuals: '单值－移动极差图' };
const NOTHING: CellValue = { error: '#N/A' };

export interface RunPlace {
  /** First column of the block, and its first row: name, then four rows of parameters. */
  readonly column: number;
  readonly top: number;
  /** First row of the months. */
  readonly first: number;
  readonly rows: number;
  readonly format: string;
  /** First column on 月度数据. */
  readonly monthColumn: number;
  /** Cell of the verdict, and the words that mean a change. */
  readonly verdict: string;
  readonly changed: readonly string[];
}

const range = (first: number, column: number): string => `${MONTH_SHEET}!${absolute(first, column)}:${absolute(first + MOST_MONTHS - 1, column)}`;
const whole = (column: number): string => `${MONTH_SHEET}!${absolute(FIRST_MONTH_ROW, column)}:${absolute(FIRST_MONTH_ROW + 2 * MOST_MONTHS - 1, column)}`;

function parameters(series: MonthSeries, place: RunPlace): readonly CellSpec[] {
  const { column, top, monthColumn, verdict, changed, format } = place;
  const label = (row: number, c: number, value: string): CellSpec => ({ row: top + row, column: column + c, value, style: 'labelLeft' });
  const phase = (row: number, name: string, first: number, center: Center | null): readonly CellSpec[] => {
    const [k, n, v] = [0, 1, 2].map((c) => range(first, monthColumn + c));
    const [at, months] = [absolute(top + row, column + 1), absolute(top + row, column + 3)];
    const next = `${MONTH_SHEET}!${absolute(first + 1, monthColumn + 2)}:${absolute(first + MOST_MONTHS - 1, monthColumn + 2)}`;
    const last = `${MONTH_SHEET}!${absolute(first, monthColumn + 2)}:${absolute(first + MOST_MONTHS - 2, monthColumn + 2)}`;
    const pairs = (each: string): string => `SUM(IF(ISNUMBER(${last}),IF(ISNUMBER(${next}),${each},0),0))`;
    const individuals = series.kind === 'individuals';
    const enough = individuals ? `IF(${months}>=${LEAST_MONTHS},${pairs('1')},0)>0` : `${months}>=${LEAST_MONTHS}`;
    const variance = series.kind === 'p' ? `${at}*(1-${at})` : at;
    const value = individuals ? `AVERAGE(${v})` : `SUM(${k})/SUM(${n})`;
    const spread = individuals ? `${pairs(`ABS(${next}-${last})`)}/${pairs('1')}/${D2}` : `IF(${variance}>${NO_VARIANCE.toFixed(12)},SQRT(${variance}),0)`;
    return [
      label(row, 0, name),
      { row: top + row, column: column + 1, array: true, formula: `IF(${enough},${value},"")`, value: center?.center ?? '', style: 'computedNumber', format },
      { row: top + row, column: column + 2, array: true, formula: `IF(ISNUMBER(${at}),${spread},"")`, value: center?.spread ?? '', style: 'computedNumber', format: '0.0000' },
      { row: top + row, column: column + 3, formula: `COUNT(${v})`, value: series.months.filter(({ period, value: known }) => known !== null && (period === 'baseline') === (row === 2)).length, style: 'computedNumber', format: '0' },
    ];
  };
  const isChanged = changed.map((word) => `${verdict}=${quoted(word)}`).join(',');
  return [
    label(1, 0, KIND[series.kind]), label(1, 1, '中心线'), label(1, 2, '离散'), label(1, 3, '有数据的月数'), label(1, 4, '重算控制限（1 为是）'),
    ...phase(2, '提升前', FIRST_MONTH_ROW, series.baseline),
    ...phase(3, '提升后', FIRST_MONTH_ROW + MOST_MONTHS, series.current),
    { row: top + 3, column: column + 4, formula: `IF(ISNUMBER(${absolute(top + 3, column + 1)}),IF(OR(${isChanged}),1,0),0)`, value: series.restarted ? 1 : 0, style: 'computedNumber', format: '0' },
  ];
}

function monthCells(series: MonthSeries, place: RunPlace, i: number): readonly CellSpec[] {
  const { column, top, first, monthColumn, format } = place;
  const row = first + i;
  const month: SeriesMonth | undefined = series.months[i];
  const at = (name: keyof typeof RUN_COLUMNS, of = row): string => `$${columnLetters(column + RUN_COLUMNS[name])}${of}`;
  const position = `$B${row}`;
  const blank = `${position}=""`;
  const after = `${position}>${MOST_MONTHS}`;
  const own = `IF(${after},${absolute(top + 3, column + 4)},0)=1`;
  const value = `INDEX(${whole(monthColumn + 2)},${position})`;
  const size = `N(INDEX(${whole(monthColumn + 1)},${position}))`;
  const parameter = (c: number): string => `IF(${own},${absolute(top + 3, column + c)},${absolute(top + 2, column + c)})`;
  const [center, sd, z, side] = [at('center'), at('sd'), at('z'), at('side')];
  const known = `IF(ISNUMBER(${at('baseline')}),${at('baseline')},${at('current')})`;
  const before = i === 0 ? '0' : `IF(IF(${position}=${MOST_MONTHS + 1},${absolute(top + 3, column + 4)},0)=1,0,${at('side', row - 1)})`;
  const sdFormula = series.kind === 'individuals' ? parameter(2) : `${parameter(2)}/SQRT(${size})`;
  const [floor, ceiling] = series.kind === 'individuals' ? ['', ''] : ['MAX(0,', series.kind === 'p' ? 'MIN(1,' : ''];
  const close = (open: string): string => (open === '' ? '' : ')');
  const beyond = `IF(ISNUMBER(${z}),IF(ABS(${z})>3,1,0),IF(ISNUMBER(${sd}),IF(ISNUMBER(${known}),IF(ROUND(${known}-${center},${VALUE_DIGITS})=0,0,1),0),0))`;
  const eight = `IF(ISNUMBER(${z}),IF(ABS(${side})>=${ONE_SIDE},1,0),0)`;
  const number = (shown: number | null | undefined): CellValue => shown ?? NOTHING;
  const rules = month?.rules ?? [];
  const cells: readonly (readonly [keyof typeof RUN_COLUMNS, string, CellValue, string])[] = [
    ['baseline', `IF(${blank},NA(),IF(${after},NA(),IF(ISNUMBER(${value}),${value},NA())))`, month?.period === 'baseline' ? number(month.value) : NOTHING, format],
    ['current', `IF(${blank},NA(),IF(${after},IF(ISNUMBER(${value}),${value},NA()),NA()))`, month?.period === 'current' ? number(month.value) : NOTHING, format],
    ['center', `IF(${blank},NA(),IF(ISNUMBER(${parameter(1)}),${parameter(1)},NA()))`, number(month?.center), format],
    ['sd', `IF(${blank},"",IF(ISNUMBER(${parameter(2)}),IF(ISNUMBER(${known}),${sdFormula},""),""))`, month?.sd ?? '', '0.0000'],
    ['lower', `IF(ISNUMBER(${sd}),${floor}${center}-3*${sd}${close(floor)},NA())`, number(month?.lower), format],
    ['upper', `IF(ISNUMBER(${sd}),${ceiling}${center}+3*${sd}${close(ceiling)},NA())`, number(month?.upper), format],
    ['z', `IF(ISNUMBER(${sd}),IF(${sd}>0,ROUND(ROUND(${known}-${center},${VALUE_DIGITS})/${sd},${Z_DIGITS}),""),"")`, month?.z ?? '', '0.00'],
    ['side', `IF(${blank},"",IF(ISNUMBER(${z}),IF(${z}=0,0,IF(${before}*${z}>0,${before},0)+IF(${z}>0,1,-1)),${before}))`, month?.side ?? '', '0'],
    ['rules', `IF(${blank},"",IF(${beyond}=1,IF(${eight}=1,"1、4","1"),IF(${eight}=1,"4","")))`, rules.join('、'), '@'],
    ['signal', `IF(${at('rules')}="",NA(),${known})`, rules.length === 0 ? NOTHING : number(month?.value), format],
  ];
  return cells.map(([name, formula, cached, shown]): CellSpec => ({ row, column: column + RUN_COLUMNS[name], formula, value: cached, style: name === 'rules' ? 'computedCentre' : 'computedNumber', format: shown === '@' ? 'General' : shown }));
}

export function runCells(name: string, series: MonthSeries, place: RunPlace): readonly CellSpec[] {
  const { column, top, first, rows } = place;
  return [
    { row: top, column, value: name, style: 'section' },
    ...parameters(series, place),
    ...RUN_HEADINGS.map((value, c): CellSpec => ({ row: first - 1, column: column + c, value, style: 'header' })),
    ...Array.from({ length: rows }, (_, i) => monthCells(series, place, i)).flat(),
  ];
}

/** The months themselves: number, row on 月度数据, name. `counts` are the cells with the months of each period. */
export function axisCells(first: number, rows: number, counts: readonly [string, string], months: MonthSeries['months'], before: number): readonly CellSpec[] {
  const starts = whole(2);
  return Array.from({ length: rows }, (_, i): readonly CellSpec[] => {
    const row = first + i;
    const position = `$B${row}`;
    const month = months[i];
    const start = `INDEX(${starts},${position})`;
    return [
      { row, column: 1, value: i + 1, style: 'computedCentre', format: '0' },
      { row, column: 2, formula: `IF($A${row}<=${counts[0]},$A${row},IF($A${row}-${counts[0]}<=${counts[1]},$A${row}-${counts[0]}+${MOST_MONTHS},""))`, value: month === undefined ? '' : i < before ? i + 1 : i - before + 1 + MOST_MONTHS, style: 'computedCentre', format: '0' },
      { row, column: 3, formula: `IF(${position}="","",YEAR(${start})&"-"&RIGHT("0"&MONTH(${start}),2))`, value: month === undefined ? '' : monthName(month.low), style: 'computedCentre' },
    ];
  }).flat();
}


/** `2024-03`. */
export function monthName(serial: number): string {
  const { year, month } = partsOf(serial);
  return `${year}-${String(month).padStart(2, '0')}`;
}
