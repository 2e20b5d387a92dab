/** 月度数据: numerator, denominator and value of each ratio by month, the ground of the run charts. */
import type { CellValue } from '../../model/cell';
import type { PeriodKey } from '../../model/period';
import type { RawSheetDef } from '../../model/raw-sheet';
import type { CellSpec, SheetSpec } from '../../model/sheet-spec';
import { columnLetters } from '../../model/address';
import { MOST_MONTHS, type Measured } from '../measure-metrics';
import type { MetricDef } from '../metric-def';
import { quoted } from '../formula';
import { aggregateFormula } from '../rows-formula';
import { AS_OF, endName, PERIODS_VALID, rowScope, startName } from './scope';
import type { SheetWords } from './words';

export const MONTH_SHEET = '月度数据';
export const FIRST_MONTH_ROW = 5;
const FIRST_ROW = FIRST_MONTH_ROW;
const FIRST_COLUMN = 4;

/** Cell that holds the status of a metric in a period; a month has a value only where the period has one. */
export type StatusCell = (def: MetricDef, period: PeriodKey) => string;

/** Metrics with a series, in the order of their columns. */
export function monthlyDefs(measured: readonly Measured[], sheets: ReadonlyMap<string, RawSheetDef>): readonly MetricDef[] {
  return [...new Set(measured.filter(({ def }) => def.monthly && sheets.has(def.populations[0]?.sheet ?? '')).map(({ def }) => def))];
}

/** The column of numerators; denominators and values stand right of it. */
export const monthColumn = (index: number): number => FIRST_COLUMN + 3 * index;

/** `measured` holds both periods of each metric with a monthly series. */
export function monthSheet(measured: readonly Measured[], sheets: ReadonlyMap<string, RawSheetDef>, words: SheetWords, statusCell: StatusCell): SheetSpec {
  const defs = monthlyDefs(measured, sheets);
  const monthly = measured.filter(({ def }) => defs.includes(def));
  const cells: CellSpec[] = [
    { row: 1, column: 1, value: '指标月度数据', style: 'title' },
    { row: 2, column: 1, value: '各比率指标按月的分子、分母和数值，由数据表实时计算，不用填写；月份按到期日归属，首末两月以期间为界', style: 'howTo' },
    ...['期间', '起', '止'].map((value, c): CellSpec => ({ row: FIRST_ROW - 1, column: c + 1, value, style: 'header' })),
  ];
  defs.forEach((def, m) => {
    const column = monthColumn(m);
    cells.push({ row: FIRST_ROW - 2, column, value: `${def.item} ${def.name}`, style: 'section' });
    ['分子', '分母', '数值'].forEach((value, c) => cells.push({ row: FIRST_ROW - 1, column: column + c, value, style: 'header' }));
  });
  (['baseline', 'current'] as const).forEach((period, p) => {
    for (let i = 0; i < MOST_MONTHS; i++) {
      const row = FIRST_ROW + p * MOST_MONTHS + i;
      const any = monthly.find((each) => each.period === period)?.months[i];
      cells.push(
        { row, column: 1, formula: `IF($B${row}="","",${quoted(words.period(period))})`, value: any === undefined ? '' : words.period(period), style: 'computedCentre' },
        { row, column: 2, formula: startFormula(period, row, i), value: any?.low ?? '', style: 'computedCentre', format: 'yyyy-mm-dd' },
        { row, column: 3, formula: `IF($B${row}="","",MIN(${endName(period)},DATE(YEAR($B${row}),MONTH($B${row})+1,0)))`, value: any?.high ?? '', style: 'computedCentre', format: 'yyyy-mm-dd' },
      );
      defs.forEach((def, m) => cells.push(...monthCells(def, monthly.find((each) => each.def === def && each.period === period), sheets, row, monthColumn(m), i, `${statusCell(def, period)}=${quoted(words.ok)}`)));
    }
  });
  return {
    name: MONTH_SHEET,
    columns: [{ width: 9 }, { width: 12 }, { width: 12 }, ...defs.flatMap(() => [{ width: 12 }, { width: 12 }, { width: 10 }])],
    cells,
    rowHeights: { 1: 30 },
    merges: ['A1:L1', 'A2:L2', ...defs.map((_, m) => `${columnLetters(monthColumn(m))}${FIRST_ROW - 2}:${columnLetters(monthColumn(m) + 2)}${FIRST_ROW - 2}`)],
    freeze: { row: FIRST_ROW, column: FIRST_COLUMN },
    protect: true,
    print: { orientation: 'landscape', repeatRows: `1:${FIRST_ROW - 1}` },
    activeCell: 'A1',
  };
}

function startFormula(period: PeriodKey, row: number, index: number): string {
  if (index === 0) return `IF(${PERIODS_VALID}=1,${startName(period)},"")`;
  return `IF(N($C${row - 1})=0,"",IF($C${row - 1}<${endName(period)},$C${row - 1}+1,""))`;
}

function monthCells(def: MetricDef, measured: Measured | undefined, sheets: ReadonlyMap<string, RawSheetDef>, row: number, column: number, index: number, ok: string): readonly CellSpec[] {
  const population = def.populations[0];
  const sheet = sheets.get(population?.sheet ?? '');
  if (population === undefined || sheet === undefined) return [];
  const scope = rowScope(sheet, { low: `$B${row}`, high: `$C${row}`, asOf: AS_OF });
  const month = measured?.months[index];
  const side = (name: 'numerator' | 'denominator', at: number): CellSpec => {
    const aggregate = def.parts[name];
    if (aggregate === undefined) throw new RangeError(`${def.key} has no ${name} by month`);
    return { row, column: at, array: true, formula: `IF($B${row}="","",${aggregateFormula(aggregate, population, scope)})`, value: month?.[name] ?? '', style: 'computedNumber', format: '#,##0.##' };
  };
  const [k, n] = [`$${columnLetters(column)}${row}`, `$${columnLetters(column + 1)}${row}`];
  const value: CellValue = month === undefined || month.denominator === 0 || measured?.outcome.status !== 'ok' ? '' : month.numerator / month.denominator;
  return [
    side('numerator', column),
    side('denominator', column + 1),
    { row, column: column + 2, formula: `IF(${ok},IF(N(${n})=0,"",${k}/${n}),"")`, value, style: 'computedNumber', format: '0.0%' },
  ];
}
