/**
 * The table behind a Pareto chart: kinds by falling count of the period before (or after, where there was nothing before),
 * over the groups on 指标分组. The bar behind the kinds gathers what is not listed and rows that name no kind.
 */
import { absolute, columnLetters } from '../model/address';
import type { CellSpec } from '../model/sheet-spec';
import type { ChartPoints, ChartSpec } from '../model/chart-spec';
import { quoted } from '../metric/formula';
import type { Measured } from '../metric/measure-metrics';
import type { ParetoDef } from '../metric/paretos';
import type { GroupPlaces } from '../metric/sheet/group-sheet';
import { paretoChart } from './chart-specs';
import type { ChartWords } from './chart-words';
import { choose, constant, fixedText, sentence, type Live, type When } from './sentence';

export const PARETO_HEADINGS = ['名次', '所在行', '类别', '提升前', '提升后', '排序数量', '占比', '累计占比'] as const;
const C = { rank: 1, line: 2, kind: 3, before: 4, after: 5, ranked: 6, share: 7, together: 8 } as const;
/** Name, totals and title, headings. */
const HEAD = 4;
export const paretoRows = ({ bars }: ParetoDef): number => HEAD + bars;
/** Kinds that the title adds up. */
const FIRST_FEW = 3;
/** What keeps equal counts apart: the earlier group is the larger by this. */
const TIE = 1e-7;
/** Decimals of quantities; what is behind them is rounding. */
const DIGITS = 6;

export interface ParetoInput {
  readonly pareto: ParetoDef;
  readonly measured: Measured;
  readonly places: GroupPlaces;
  readonly top: number;
}

interface Bar {
  readonly kind: string;
  /** Place among the groups, from 1; null for the rest. */
  readonly line: number | null;
  readonly before: number;
  readonly after: number;
}

interface Ranking {
  readonly totals: { readonly before: number; readonly after: number };
  readonly by: 'before' | 'after';
  readonly bars: readonly Bar[];
}

const rounded = (value: number): number => Number(value.toFixed(DIGITS));

export function ranking({ pareto, measured }: Pick<ParetoInput, 'pareto' | 'measured'>, rest: string): Ranking {
  const totals = { before: measured.parts.get('before') ?? 0, after: measured.parts.get('after') ?? 0 };
  const by = totals.before > 0 ? 'before' : 'after';
  const groups = (measured.table?.rows ?? []).map(({ key, values }, i): Bar => ({ kind: String(key), line: i + 1, before: values.get('before') ?? 0, after: values.get('after') ?? 0 }));
  const kinds = groups.filter((group) => group[by] > 0).sort((a, b) => b[by] - a[by] || (a.line ?? 0) - (b.line ?? 0)).slice(0, pareto.bars - 1);
  const left = (of: 'before' | 'after'): number => rounded(totals[of] - kinds.reduce((sum, kind) => sum + kind[of], 0));
  const last: Bar = { kind: rest, line: null, before: left('before'), after: left('after') };
  return { totals, by, bars: last.before > 0 || last.after > 0 ? [...kinds, last] : kinds };
}

export function paretoCells(input: ParetoInput, words: ChartWords): readonly CellSpec[] {
  const { pareto, places, top } = input;
  const { totals, by, bars } = ranking(input, words.rest);
  const first = top + HEAD;
  const total = { before: absolute(top + 1, 4), after: absolute(top + 1, 5) };
  const [sorted, listed] = [absolute(top + 1, 6), absolute(top + 1, 8)];
  const kinds = bars.filter(({ line }) => line !== null).length;
  const isBefore = `${total.before}>0`;
  const [before = '', after = ''] = [places.parts['before'], places.parts['after']];
  const title = paretoTitle(input, words);
  const counted = (range: string): string => `SUM(IF(ISNUMBER(${range}),IF(${range}>0,1,0),0))`;
  const rows = Array.from({ length: pareto.bars }, (_, i): readonly CellSpec[] => {
    const row = first + i;
    const at = (column: number): string => `$${columnLetters(column)}${row}`;
    const bar = bars[i];
    const above = (column: number): string => (i === 0 ? '0' : `SUM(${absolute(first, column)}:$${columnLetters(column)}${row - 1})`);
    const isKind = `${at(C.rank)}<=${listed}`;
    const isRest = `${at(C.rank)}=${listed}+1`;
    const value = (range: string, column: number, whole: string): string => `IF(${isKind},INDEX(${range},${at(C.line)}),IF(${isRest},ROUND(${whole}-${above(column)},${DIGITS}),0))`;
    const key = `IF(ISNUMBER(${before}),IF(${isBefore},${before},${after})-ROW(${before})*${TIE.toFixed(7)},"")`;
    const share = bar === undefined || totals[by] === 0 ? 0 : bar[by] / totals[by];
    const number = (column: number, formula: string, shown: number, format: string): CellSpec => ({ row, column, formula, value: shown, style: 'computedNumber', format });
    return [
      { row, column: C.rank, value: i + 1, style: 'computedCentre', format: '0' },
      { row, column: C.line, array: true, formula: `IF(${isKind},MATCH(LARGE(${key},${at(C.rank)}),${key},0),"")`, value: bar?.line ?? '', style: 'computedCentre', format: '0' },
      { row, column: C.kind, formula: `IF(${isKind},INDEX(${places.keys},${at(C.line)})&"",IF(${at(C.before)}+${at(C.after)}>0,${quoted(words.rest)},""))`, value: bar?.kind ?? '', style: 'computed' },
      number(C.before, value(before, C.before, total.before), bar?.before ?? 0, '#,##0.##'),
      number(C.after, value(after, C.after, total.after), bar?.after ?? 0, '#,##0.##'),
      number(C.ranked, `IF(${isBefore},${at(C.before)},${at(C.after)})`, bar?.[by] ?? 0, '#,##0.##'),
      number(C.share, `IF(${sorted}>0,${at(C.ranked)}/${sorted},0)`, share, '0.0%'),
      number(C.together, `IF(${sorted}>0,SUM(${absolute(first, C.ranked)}:${at(C.ranked)})/${sorted},0)`, totals[by] === 0 ? 0 : bars.slice(0, i + 1).reduce((sum, each) => sum + each[by], 0) / totals[by], '0.0%'),
    ];
  }).flat();
  return [
    { row: top, column: 1, value: `${pareto.name}排列图`, style: 'section' },
    { row: top + 1, column: 3, value: '合计', style: 'labelLeft' },
    { row: top + 1, column: 4, formula: places.totals['before'] ?? '0', value: totals.before, style: 'computedNumber', format: '#,##0.##' },
    { row: top + 1, column: 5, formula: places.totals['after'] ?? '0', value: totals.after, style: 'computedNumber', format: '#,##0.##' },
    { row: top + 1, column: 6, formula: `IF(${isBefore},${total.before},${total.after})`, value: totals[by], style: 'computedNumber', format: '#,##0.##' },
    { row: top + 1, column: 7, value: '列出的类数', style: 'labelLeft' },
    { row: top + 1, column: 8, array: true, formula: `MIN(${pareto.bars - 1},IF(${isBefore},${counted(before)},${counted(after)}))`, value: kinds, style: 'computedNumber', format: '0' },
    { row: top + 2, column: 1, value: '标题', style: 'labelLeft' },
    { row: top + 2, column: 2, formula: title.formula, value: title.value, style: 'blank' },
    ...PARETO_HEADINGS.map((value, c): CellSpec => ({ row: first - 1, column: c + 1, value, style: 'header' })),
    ...rows,
  ];
}

function paretoTitle(input: ParetoInput, words: ChartWords): Live {
  const { pareto, top } = input;
  const { totals, by, bars } = ranking(input, words.rest);
  const first = top + HEAD;
  const [sorted, listed] = [absolute(top + 1, 6), absolute(top + 1, 8)];
  const kinds = bars.filter(({ line }) => line !== null).length;
  const share = (count: number): number => (totals[by] === 0 ? 0 : bars.slice(0, count).reduce((sum, bar) => sum + bar[by], 0) / totals[by]);
  const percent = (cell: string, value: number): Live => ({ formula: `FIXED(100*${cell},1,TRUE)&"%"`, value: `${fixedText(100 * value, 1)}%` });
  const blanks = {
    name: constant(pareto.name), count: constant(String(FIRST_FEW)),
    period: choose([[{ formula: `${absolute(top + 1, 4)}>0`, holds: by === 'before' }, constant(words.before)]], constant(words.after)),
    first: { formula: absolute(first, C.kind), value: bars[0]?.kind ?? '' },
    share: percent(absolute(first, C.share), share(1)), together: percent(absolute(first + FIRST_FEW - 1, C.together), share(FIRST_FEW)),
  };
  const none: When = { formula: `${sorted}<=0`, holds: totals[by] <= 0 };
  const one: When = { formula: `${absolute(first, C.share)}>=1`, holds: share(1) >= 1 };
  const few: When = { formula: `${listed}<=${FIRST_FEW}`, holds: kinds <= FIRST_FEW };
  return choose([[none, sentence(words.noData, blanks)], [one, sentence(words.paretoOne, blanks)], [few, sentence(words.paretoMixed, blanks)]], sentence(words.pareto, blanks));
}

export function paretoSpec(input: ParetoInput, sheet: string, words: ChartWords): ChartSpec {
  const { pareto, top } = input;
  const { bars, totals, by } = ranking(input, words.rest);
  const [first, last] = [top + HEAD, top + HEAD + pareto.bars - 1];
  let sum = 0;
  const together = bars.map((bar) => (totals[by] === 0 ? 0 : (sum += bar[by]) / totals[by]));
  const fill = Array.from({ length: pareto.bars }, (_, i) => i);
  const points = (column: number, value: (i: number) => string | number | null): ChartPoints => ({ ref: `${sheet}!${absolute(first, column)}:${absolute(last, column)}`, values: fill.map(value) });
  const title = paretoTitle(input, words);
  return paretoChart(`排列 ${pareto.name}`, { title: title.value, titleRef: `${sheet}!${absolute(top + 2, 2)}`, description: words.paretoDescription(pareto.name), ref: '' }, {
    categories: points(C.kind, (i) => bars[i]?.kind ?? null),
    before: points(C.before, (i) => bars[i]?.before ?? 0),
    after: points(C.after, (i) => bars[i]?.after ?? 0),
    together: points(C.together, (i) => together[i] ?? together.at(-1) ?? 0),
  }, words);
}
