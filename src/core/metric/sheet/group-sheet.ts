/**
 * 指标分组: the table behind each metric that is computed by group (process step, product, survey item, month). Groups are
 * listed by formulas from the rows themselves; a group beyond the table's last row is counted and stops the metric.
 */
import { sideColumnName } from '../../form/names';
import { absolute, address, columnLetters } from '../../model/address';
import type { CellValue } from '../../model/cell';
import type { PeriodKey } from '../../model/period';
import type { RawSheetDef } from '../../model/raw-sheet';
import type { CellSpec } from '../../model/sheet-spec';
import { always } from '../algebra';
import { conditionFormula, literal, numberFormula } from '../formula';
import type { Measured } from '../measure-metrics';
import type { Grouping, Population, Total } from '../metric-def';
import { aggregateFormula, validRows } from '../rows-formula';
import { holds } from '../scalar';
import { boundNames, partScope, PERIODS_VALID, rowScope, type BoundNames } from './scope';
import type { SheetWords } from './words';

export const GROUP_SHEET = '指标分组';

/** Cells of a group table that the metric refers to, as absolute references with the sheet's name. */
export interface GroupPlaces {
  readonly totals: Readonly<Record<string, string>>;
  /** 1 when there are more groups than rows in the table. */
  readonly overflow: string;
  /** The cells of the keys, and of each part, as ranges with the sheet's name. */
  readonly keys: string;
  readonly parts: Readonly<Record<string, string>>;
}

export interface GroupBlock {
  readonly cells: readonly CellSpec[];
  readonly places: GroupPlaces;
  /** First free row below. */
  readonly nextRow: number;
}

interface ColumnPlan {
  readonly name: string;
  readonly heading: string;
  readonly formula: (row: number) => string;
  readonly array: boolean;
  readonly format: string;
}

/** The table of one metric in one period, from row `top` down. */
export function groupBlock(measured: Measured, sheet: RawSheetDef, words: SheetWords, top: number): GroupBlock {
  const { def, period, table } = measured;
  const { grouping } = def;
  const population = def.populations[0];
  if (grouping === undefined || population === undefined) throw new RangeError(`${def.key} has no groups`);
  const first = top + 2;
  const last = first + grouping.limit - 1;
  const columns = columnPlans(grouping, population, period, sheet, first);
  const letter = (name: string): string => columnLetters(columns.findIndex((column) => column.name === name) + 1);
  const values = (name: string): string => `$${letter(name)}$${first}:$${letter(name)}$${last}`;
  const title = def.scope === 'comparison' ? def.name : `${def.name} · ${words.period(period)}`;
  const cells: CellSpec[] = [{ row: top, column: 1, value: `${def.item} ${title}${def.variant === undefined ? '' : `（${def.variant.label}）`}`, style: 'section' }];
  columns.forEach(({ heading }, c) => cells.push({ row: top + 1, column: c + 1, value: heading, style: 'header' }));
  for (let row = first; row <= last; row++) {
    const shown = table?.rows[row - first];
    columns.forEach(({ name, formula, array, format }, c) => {
      const value: CellValue = shown === undefined ? '' : cached(name, shown.key, shown.values, grouping);
      cells.push({ row, column: c + 1, formula: formula(row), array, value, style: c === 0 ? 'computed' : 'computedNumber', format });
    });
  }
  let row = last + 1;
  const totals: Record<string, string> = {};
  const put = (label: string, formula: string, array: boolean, value: CellValue): string => {
    cells.push({ row, column: 1, value: label, style: 'labelLeft' }, { row, column: 2, formula, array, value, style: 'computedNumber' });
    return `${GROUP_SHEET}!${absolute(row++, 2)}`;
  };
  for (const [name, total] of Object.entries(grouping.totals)) {
    totals[name] = put(`${TOTAL_WORD[total.kind]}：${labelOf(grouping, name)}`, totalFormula(name, total, values), true, table?.totals.get(name) ?? 0);
  }
  // Totals over rows that belong to no group too.
  for (const [name, aggregate] of Object.entries(def.parts)) {
    const whole = def.populations[aggregate.from ?? 0];
    if (aggregate.period === undefined || whole === undefined) continue;
    totals[name] = put(`${TOTAL_WORD.sum}：${labelOf(grouping, name)}`, whenValid(aggregateFormula(aggregate, whole, rowScope(sheet, boundNames(whole.window, aggregate.period))), '0'), true, measured.parts.get(name) ?? 0);
  }
  const overflow = put('分组是否超出本表（1 为超出）', whenValid(overflowFormula(grouping, population, period, sheet, values), '0'), true, measured.tooManyGroups ? 1 : 0);
  const onSheet = (name: string): string => `${GROUP_SHEET}!${values(name)}`;
  return { cells, places: { totals, overflow, keys: onSheet('key'), parts: Object.fromEntries(Object.keys(grouping.parts).map((name) => [name, onSheet(name)])) }, nextRow: row + 1 };
}

/** Nothing is listed while the periods are missing. */
const whenValid = (formula: string, otherwise: string): string => `IF(${PERIODS_VALID}=1,${formula},${otherwise})`;

const FLAG = /^flag:(.*)$/;
const TOTAL_WORD: Readonly<Record<Total['kind'], string>> = { sum: '合计', product: '连乘', count: '个数' };

function labelOf(grouping: Grouping, name: string): string {
  const label = grouping.labels[name];
  if (label === undefined) throw new RangeError(`no heading for ${name}`);
  return label;
}

function cached(name: string, key: string | number, values: ReadonlyMap<string, number>, grouping: Grouping): CellValue {
  if (name === 'key') return key;
  if (name === 'until') return typeof key === 'number' ? key + (values.get('days') ?? 1) - 1 : '';
  const flag = FLAG.exec(name)?.[1];
  if (flag !== undefined) return holds(grouping.totals[flag]?.where ?? always, values) ? 1 : 0;
  return values.get(name) ?? '';
}

function columnPlans(grouping: Grouping, population: Population, period: PeriodKey, sheet: RawSheetDef, first: number): readonly ColumnPlan[] {
  const months = grouping.by.kind === 'months';
  const plans: ColumnPlan[] = [];
  const at = (name: string, row: number): string => `$${columnLetters(plans.findIndex((plan) => plan.name === name) + 1)}${row}`;
  const unlessBlank = (row: number, formula: string): string => `IF(${at('key', row)}="","",${formula})`;
  plans.push({ name: 'key', heading: grouping.heading, array: true, format: months ? 'yyyy-mm-dd' : 'General', formula: (row) => (row === first ? whenValid(keyFormula(grouping, population, period, sheet, row, first), '""') : keyFormula(grouping, population, period, sheet, row, first)) });
  if (months) {
    const { high } = boundNames(population.window, period);
    plans.push({ name: 'until', heading: '止', array: false, format: 'yyyy-mm-dd', formula: (row) => unlessBlank(row, `MIN(${high},DATE(YEAR($A${row}),MONTH($A${row})+1,0))`) });
    plans.push({ name: 'days', heading: '天数', array: false, format: '0', formula: (row) => unlessBlank(row, `$B${row}-$A${row}+1`) });
  }
  if (grouping.weights !== undefined) {
    const [keys, weights] = [sideColumnName(sheet, grouping.weights.key), sideColumnName(sheet, grouping.weights.weight)];
    const found = `INDEX(${weights},MATCH(${literal('$A#')},${literal(keys)},0))`;
    plans.push({
      name: 'weight', heading: labelOf(grouping, 'weight'), array: true, format: '0.00##',
      formula: (row) => unlessBlank(row, `IF(COUNT(${weights})=0,1,IFERROR(IF(ISNUMBER(${found}),${found},-1),-1))`.replaceAll('$A#', `$A${row}`)),
    });
  }
  for (const [name, aggregate] of Object.entries(grouping.parts)) {
    plans.push({
      name, heading: labelOf(grouping, name), array: true, format: '#,##0.####',
      formula: (row) => {
        const bounds: BoundNames = months
          ? { low: `$A${row}`, high: `$B${row}`, asOf: boundNames(population.window, period).asOf }
          : boundNames(population.window, aggregate.period ?? period);
        return unlessBlank(row, aggregateFormula(aggregate, population, rowScope(sheet, bounds), groupCondition(grouping, sheet, row)));
      },
    });
  }
  const parts = (row: number) => partScope((name) => at(name, row));
  for (const [name, expression] of Object.entries(grouping.derived)) {
    plans.push({ name, heading: labelOf(grouping, name), array: false, format: '0.0000', formula: (row) => unlessBlank(row, numberFormula(expression, parts(row))) });
  }
  for (const [name, { where }] of Object.entries(grouping.totals)) {
    if (where === undefined) continue;
    plans.push({ name: `flag:${name}`, heading: labelOf(grouping, name), array: false, format: '0', formula: (row) => unlessBlank(row, `IF(${conditionFormula(where, parts(row))},1,0)`) });
  }
  return plans;
}

function keyFormula(grouping: Grouping, population: Population, period: PeriodKey, sheet: RawSheetDef, row: number, first: number): string {
  const above = address(row - 1, 1);
  const start = row === first;
  if (grouping.by.kind === 'months') {
    const { low, high } = boundNames(population.window, period);
    return start ? `IF(${high}>=${low},${low},"")` : `IF(N($B${row - 1})=0,"",IF($B${row - 1}<${high},$B${row - 1}+1,""))`;
  }
  const scope = rowScope(sheet, boundNames(population.window, period));
  const x = scope.column(grouping.by.column);
  if (grouping.by.kind === 'number') {
    const next = start ? x : `IF(${x}>$${above},${x},"")`;
    const smallest = `IFERROR(SMALL(${validRows(population, scope, next, '""')},1),"")`;
    return start ? smallest : `IF($${above}="","",${smallest})`;
  }
  // The heading row above the first group is a text too; nothing is looked up there. One cell alone is compared with,
  // since not every spreadsheet looks up in a single value.
  const listed = literal(`$A$${first}:$${above}`);
  const unlisted = start ? '1' : row === first + 1 ? `IF(${x}&""=$A$${first},0,1)` : `IF(ISNA(MATCH(${literal(`${x}&""`)},${listed},0)),1,0)`;
  const found = `IFERROR(INDEX(${x},MATCH(1,${validRows(population, scope, unlisted, '0')},0))&"","")`;
  return start ? found : `IF($${above}="","",${found})`;
}

function groupCondition(grouping: Grouping, sheet: RawSheetDef, row: number): { readonly condition: string } | undefined {
  if (grouping.by.kind === 'months') return undefined;
  const x = rowScope(sheet, boundNames('period', 'current')).column(grouping.by.column);
  return { condition: grouping.by.kind === 'number' ? `IF(ISNUMBER(${x}),${x},0)=$A${row}` : `IF(ISERROR(${x}),FALSE,${x}&""=$A${row})` };
}

function totalFormula(name: string, { kind, of = '', where }: Total, values: (name: string) => string): string {
  if (kind === 'count') return where === undefined ? `SUM(IF(${values('key')}="",0,1))` : `SUM(${values(`flag:${name}`)})`;
  return `${kind === 'sum' ? 'SUM' : 'PRODUCT'}(${values(of)})`;
}

function overflowFormula(grouping: Grouping, population: Population, period: PeriodKey, sheet: RawSheetDef, values: (name: string) => string): string {
  if (grouping.by.kind === 'months') {
    const { high } = boundNames(population.window, period);
    return `IF(COUNT(${values('until')})=0,0,IF(MAX(${values('until')})<${high},1,0))`;
  }
  const scope = rowScope(sheet, boundNames(population.window, period));
  const x = scope.column(grouping.by.column);
  const [sought, listed] = grouping.by.kind === 'number' ? [x, values('key')] : [literal(`${x}&""`), literal(values('key'))];
  return `IF(SUM(${validRows(population, scope, `IF(ISNA(MATCH(${sought},${listed},0)),1,0)`, '0')})>0,1,0)`;
}
