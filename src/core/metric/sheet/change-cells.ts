/** The formulas of a metric's change: difference, its interval, p and verdict. */
import { columnLetters } from '../../model/address';
import type { CellValue } from '../../model/cell';
import type { Change } from '../change-of';
import { quoted } from '../formula';
import { newcombeFormula, normalLimitFormula, normalTestFormula, poissonTestFormula, proportionTestFormula, type ProportionCells } from '../inference-formula';
import type { MetricDef } from '../metric-def';
import { hasDenominator } from '../outcome';
import { CHANGE_COLUMNS } from './metric-columns';
import { periodCell, type FormulaCell } from './period-cells';
import { PERIODS_COMPARABLE } from './scope';
import type { SheetWords } from './words';

/** `empty`: neither period has data. */
export function changeCells(def: MetricDef, change: Change, empty: boolean, row: number, words: SheetWords): readonly FormulaCell[] {
  const of = (column: keyof typeof CHANGE_COLUMNS): string => `$${columnLetters(CHANGE_COLUMNS[column])}${row}`;
  const [before, after] = [periodCell('baseline', row), periodCell('current', row)];
  const difference = of('difference');
  const whenCompared = (formula: string): string => `IF(${difference}="","",${formula})`;
  const cell = (column: keyof typeof CHANGE_COLUMNS, formula: string, value: CellValue, array = false): FormulaCell =>
    ({ column: CHANGE_COLUMNS[column], formula, array, value: value ?? '' });
  const live = isLive(def);
  const a = proportion(before);
  const b = proportion(after);
  const [low, high] = LIMITS[def.family] && live ? [change.interval?.low ?? '', change.interval?.high ?? ''] : ['', ''];
  return [
    cell('difference', differenceFormula(def, of, before, after), change.difference),
    cell('low', live ? whenCompared(limit(def, '-', a, b, difference, before, after)) : '""', low),
    cell('high', live ? whenCompared(limit(def, '+', a, b, difference, before, after)) : '""', high),
    cell('p', live ? whenCompared(test(def, a, b, difference, before, after)) : '""', live ? (change.test?.p ?? '') : '', true),
    cell('verdict', verdictFormula(def, live, difference, of('p'), [before('status'), after('status')], words), verdictWord(def, change, empty, words)),
  ];
}

/** Families whose test the sheet does itself. */
const LIVE: Readonly<Record<MetricDef['family'], boolean>> = {
  proportion: true, countRate: true, time: true, ratioOfTotals: true, yield: true, score: false, beforeAfter: false, census: false,
};
const LIMITS: Readonly<Record<MetricDef['family'], boolean>> = {
  proportion: true, countRate: false, time: false, ratioOfTotals: true, yield: true, score: false, beforeAfter: false, census: false,
};

type At = ReturnType<typeof periodCell>;

function proportion(at: At): ProportionCells {
  return { k: at('numerator'), n: at('denominator'), low: at('low'), high: at('high') };
}

function differenceFormula(def: MetricDef, of: (column: keyof typeof CHANGE_COLUMNS) => string, before: At, after: At): string {
  const dated = def.populations.every(({ window }) => window !== 'all');
  const guarded = (formula: string): string => (dated ? `IF(${PERIODS_COMPARABLE}=1,${formula},"")` : formula);
  if (def.scope === 'comparison') {
    const value = def.neutral === undefined ? of('current') : `${of('current')}-${def.neutral}`;
    return guarded(`IF(ISNUMBER(${of('current')}),${value},"")`);
  }
  return guarded(`IF(AND(ISNUMBER(${of('baseline')}),ISNUMBER(${of('current')}),${before('basis')}=${after('basis')}),${of('current')}-${of('baseline')},"")`);
}

function limit(def: MetricDef, side: '-' | '+', a: ProportionCells, b: ProportionCells, difference: string, before: At, after: At): string {
  if (def.family === 'proportion') return `IF(COUNT(${a.low},${b.low})=2,${newcombeFormula(a, b, side)},"")`;
  if (!LIMITS[def.family]) return '""';
  const error = `SQRT(${before('error')}^2+${after('error')}^2)`;
  return `IF(COUNT(${before('error')},${after('error')})=2,IF(${error}>0,${normalLimitFormula(difference, error, side)},""),"")`;
}

function test(def: MetricDef, a: ProportionCells, b: ProportionCells, difference: string, before: At, after: At): string {
  switch (def.family) {
    case 'proportion': return `IF(COUNT(${a.low},${b.low})=2,${proportionTestFormula(a, b)},"")`;
    case 'time': return `IF(AND(${a.k}>0,${b.k}>0),${poissonTestFormula(a.n, a.k, b.n, b.k)},"")`;
    case 'countRate': {
      const exposure = (cells: ProportionCells): string => (hasDenominator(def) ? cells.n : '1');
      return `IF(COUNT(${a.low},${b.low})=2,${poissonTestFormula(a.k, exposure(a), b.k, exposure(b))},"")`;
    }
    default: {
      const errors = `${before('error')}^2+${after('error')}^2`;
      return `IF(COUNT(${before('error')},${after('error')})=2,IF(${errors}>0,${normalTestFormula(difference, before('error'), after('error'))},""),"")`;
    }
  }
}

function verdictFormula(def: MetricDef, live: boolean, difference: string, p: string, statuses: readonly string[], words: SheetWords): string {
  const without = (status: string): string => `LEFT(${status},${words.noData.length})=${quoted(words.noData)}`;
  const empty = `AND(${(def.scope === 'comparison' ? statuses.slice(1) : statuses).map(without).join(',')})`;
  const better = def.better === 'higher' ? '>' : '<';
  const [improved, worsened, none, refused] = (['improved', 'worsened', 'no-evidence', 'not-comparable'] as const).map((verdict) => quoted(words.verdict(verdict)));
  const bySign = `IF(${difference}=0,${none},IF(${difference}${better}0,${improved},${worsened}))`;
  const judged = live ? `IF(ISNUMBER(${p}),IF(${p}<0.05,${bySign},${none}),${none})` : def.family === 'census' ? bySign : quoted(words.byProgram);
  return `IF(${difference}="",IF(${empty},${quoted(words.noData)},${refused}),${judged})`;
}

/** The sheet does the metric's test itself. */
const isLive = (def: MetricDef): boolean => LIVE[def.family] && def.scope === 'period';

/** What stands as the verdict. */
export function verdictWord(def: MetricDef, change: Pick<Change, 'verdict'>, empty: boolean, words: SheetWords): string {
  if (empty) return words.noData;
  return isLive(def) || def.family === 'census' || change.verdict === 'not-comparable' ? words.verdict(change.verdict) : words.byProgram;
}
