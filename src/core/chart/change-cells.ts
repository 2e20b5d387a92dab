/**
 * The five kinds of 7.6 before and after, one row each: what the bars show, and the sentence over them. A metric that is
 * itself a comparison stands beside its target.
 */
import { absolute } from '../model/address';
import type { CellValue } from '../model/cell';
import type { ChartSpec } from '../model/chart-spec';
import type { Verdict } from '../model/metric-result';
import type { CellSpec } from '../model/sheet-spec';
import { CHANGE_COLUMNS } from '../metric/sheet/metric-columns';
import { METRIC_SHEET, valueFormat } from '../metric/sheet/metric-sheets';
import type { MetricDef } from '../metric/metric-def';
import { quoted } from '../metric/formula';
import { barChart, scaleOf } from './chart-specs';
import type { ChartWords } from './chart-words';
import { choose, constant, numberText, sentence, type Live, type When } from './sentence';

export const CHANGE_HEADINGS = ['条款', '指标', '左柱', '右柱', '左值', '右值', '目标', '目标', '小数位', '标题'] as const;
const C = { item: 1, name: 2, left: 3, right: 4, low: 5, high: 6, target: 7, digits: 9, title: 10 } as const;

export interface ChangeInput {
  readonly def: MetricDef;
  /** Row on 指标计算, and here. */
  readonly source: number;
  readonly row: number;
  /** Null where the metric has no figure. */
  readonly before: number | null;
  readonly after: number | null;
  /** The word that stands on 指标计算. */
  readonly verdict: string;
  /** Cell of the target, and the number typed there. */
  readonly target: { readonly ref: string; readonly value: number | null } | null;
}

export interface ChangeWords {
  readonly chart: ChartWords;
  /** What stands on 指标计算 in place of a verdict. */
  readonly verdict: (verdict: Verdict) => string;
  readonly byProgram: string;
  /** Names of the periods, as cells. */
  readonly beforeWord: Live;
  readonly afterWord: Live;
}

/** Fewer points of a percentage than this want a second decimal, and so do shares this close to nothing or all. */
const SMALL = 0.005;
const EDGE = 0.01;

const orEmpty = (ref: string): string => `IF(ISNUMBER(${ref}),${ref},"")`;
const metricCell = ({ source }: ChangeInput, part: keyof typeof CHANGE_COLUMNS): string => `${METRIC_SHEET}!${absolute(source, CHANGE_COLUMNS[part])}`;

export function changeRow(input: ChangeInput, words: ChangeWords): readonly CellSpec[] {
  const { def, row, before, after, target } = input;
  const compared = def.scope === 'period';
  const format = valueFormat(def);
  const at = (column: number): string => absolute(row, column);
  const number = (column: number, ref: string, value: number | null): CellSpec => ({ row, column, formula: orEmpty(ref), value: value ?? '', style: 'computedNumber', format });
  const text = (column: number, { formula, value }: Live): CellSpec => ({ row, column, formula, value, style: 'computedCentre' });
  const [low, high] = [at(C.low), at(C.high)];
  const targetCell = (column: number): CellSpec => (target === null ? { row, column, value: null, style: 'computedNumber', format } : number(column, target.ref, target.value));
  return [
    { row, column: C.item, value: def.item, style: 'computedCentre' },
    { row, column: C.name, value: def.name, style: 'labelLeft' },
    text(C.left, compared ? words.beforeWord : constant(words.chart.target)),
    text(C.right, words.afterWord),
    compared ? number(C.low, metricCell(input, 'baseline'), before) : { ...targetCell(C.low) },
    number(C.high, metricCell(input, 'current'), after),
    targetCell(C.target), targetCell(C.target + 1),
    def.unit === 'ratio'
      ? {
          row, column: C.digits, style: 'computedCentre', value: digitsOf(input),
          formula: compared
            ? `IF(COUNT(${low},${high})=2,IF(OR(ABS(${high}-${low})<${SMALL},MIN(${low},${high})<${EDGE},MAX(${low},${high})>${1 - EDGE}),2,1),1)`
            : `IF(ISNUMBER(${high}),IF(ABS(${high})<${EDGE},2,1),1)`,
        }
      : { row, column: C.digits, value: digitsOf(input), style: 'computedCentre' },
    { row, column: C.title, ...title(input, words), style: 'blank' },
  ];
}

function digitsOf({ def, before, after }: ChangeInput): number {
  if (def.unit !== 'ratio') return def.unit === 'count' ? 0 : 1;
  if (def.scope !== 'period') return after !== null && Math.abs(after) < EDGE ? 2 : 1;
  if (before === null || after === null) return 1;
  return Math.abs(after - before) < SMALL || Math.min(before, after) < EDGE || Math.max(before, after) > 1 - EDGE ? 2 : 1;
}

function title(input: ChangeInput, { chart, verdict, byProgram, beforeWord, afterWord }: ChangeWords): Live {
  const { def, row, before, after } = input;
  const at = (column: number): string => absolute(row, column);
  const [low, high] = [at(C.low), at(C.high)];
  const digits = digitsOf(input);
  const ratio = def.unit === 'ratio';
  const figure = (formula: string, value: number | null, unit: string): Live =>
    sentence(`{number}${unit}`, { number: ratio ? numberText(`100*(${formula})`, value === null ? null : 100 * value, digits, at(C.digits)) : numberText(formula, value, digits) });
  const unit = ratio ? '%' : def.unitText === undefined ? '' : ` ${def.unitText}`;
  const blanks = {
    name: constant(def.name), beforeWord, afterWord,
    before: figure(low, before, unit), after: figure(high, after, unit),
    difference: figure(`ABS(${high}-${low})`, before === null || after === null ? null : Math.abs(after - before), ratio ? chart.points : unit),
  };
  const say = (template: string): Live => sentence(template, blanks);
  const none: When = { formula: def.scope === 'period' ? `COUNT(${low},${high})=0` : `COUNT(${high})=0`, holds: (def.scope === 'period' ? before ?? after : after) === null };
  const found = metricCell(input, 'verdict');
  const is = (word: string): When => ({ formula: `${found}=${quoted(word)}`, holds: input.verdict === word });
  if (def.scope !== 'period') return choose([[none, say(chart.noData)]], say(chart.is));
  return choose([
    [none, say(chart.noData)],
    [{ formula: `COUNT(${low},${high})=1`, holds: before === null || after === null }, say(chart.oneSided)],
    [is(verdict('not-comparable')), say(chart.notComparable)],
    [{ formula: `${low}=${high}`, holds: before === after }, say(chart.same)],
    [is(verdict('no-evidence')), say(chart.noEvidence)],
    [is(byProgram), say(chart.byProgram)],
    [{ formula: `${high}>${low}`, holds: (after ?? 0) > (before ?? 0) }, say(chart.rose)],
  ], say(chart.fell));
}

/** `sheet` holds the row. */
export function changeChart(input: ChangeInput, cells: readonly CellSpec[], sheet: string, words: ChartWords): ChartSpec {
  const { def, row } = input;
  const held = (column: number): CellValue => cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
  const points = (from: number): { readonly ref: string; readonly values: readonly (string | number | null)[] } => ({
    ref: `${sheet}!${absolute(row, from)}:${absolute(row, from + 1)}`,
    values: [from, from + 1].map((column) => { const value = held(column); return typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null; }),
  });
  const heading = held(C.title);
  return barChart(`对比 ${def.item}`, {
    title: typeof heading === 'string' ? heading : def.name, titleRef: `${sheet}!${absolute(row, C.title)}`, description: words.changeDescription(def.name), ref: '',
  }, { categories: points(C.left), values: points(C.low), target: def.scope === 'period' && input.target !== null ? points(C.target) : null, targetName: words.target }, scaleOf(def, digitsOf(input)));
}
