/** Formulas over the rows of a population: which rows count, and the aggregates over them. */
import { always, type Bool, type Num } from './algebra';
import { conditionFormula, literal, monthEndFormula, numberFormula, type FormulaScope } from './formula';
import type { Aggregate, Population } from './metric-def';
import { NO_VALUE } from './running';

/** `inner` where the row is used, `otherwise` elsewhere. Conditions are nested, so that an error behind a failed one never counts. */
export function usedRows(population: Population, scope: FormulaScope, inner: string, otherwise: string): string {
  return nested([...belonging(population, scope), ...dueIn(population, scope), ...(population.window === 'all' ? [] : [`${due(population, scope)}<${scope.bound('asOf')}+1`])], inner, otherwise);
}

/** Rows in scope and valid, of whatever period. */
export function validRows(population: Population, scope: FormulaScope, inner: string, otherwise: string): string {
  return nested(belonging(population, scope), inner, otherwise);
}

export function usedCount(population: Population, scope: FormulaScope): string {
  return `SUM(${usedRows(population, scope, '1', '0')})`;
}

export function notDueCount(population: Population, scope: FormulaScope): string {
  if (population.window === 'all') return '0';
  const known = `IF(${due(population, scope)}<${scope.bound('asOf')}+1,0,1)`;
  return `SUM(${nested([...belonging(population, scope), ...dueIn(population, scope)], known, '0')})`;
}

export function invalidCount(population: Population, columns: readonly string[], scope: FormulaScope): string {
  const conditions = [filled(columns, scope), ...(population.scope === undefined ? [] : [conditionFormula(population.scope, scope)])];
  return `SUM(${nested(conditions, `IF(${conditionFormula(population.valid, scope)},0,1)`, '0')})`;
}

/** Rows that hold anything in the columns, an error value included. */
export function filledCount(columns: readonly string[], scope: FormulaScope): string {
  return `SUM(IF(${filled(columns, scope)},1,0))`;
}

export interface InGroup {
  /** Condition that a row belongs to the group of the table's row. */
  readonly condition: string;
}

export function aggregateFormula(aggregate: Aggregate, population: Population, scope: FormulaScope, group?: InGroup): string {
  const { kind, of, where = always, once } = aggregate;
  const value = kind === 'count' ? '1' : numberFormula(of ?? { op: 'number', value: 1 }, scope);
  const conditions = [...(group === undefined ? [] : [group.condition]), ...meets(where, scope), ...(once === undefined ? [] : [onceCondition(once, population, scope)])];
  const [name, otherwise] = FUNCTIONS[kind];
  const array = usedRows(population, scope, nested(conditions, value, otherwise), otherwise);
  return kind === 'variance' ? `IFERROR(${name}(${array}),0)` : `${name}(${array})`;
}

/** Sum over the used rows of the squared distance of y from v times x. */
export function squaredResiduals(population: Population, scope: FormulaScope, x: Num, y: Num, v: string): string {
  return `SUM(${usedRows(population, scope, `(${numberFormula(y, scope)}-${v}*${numberFormula(x, scope)})^2`, '0')})`;
}

/** Text cells in an array are passed over by VAR; 0 and FALSE would not be everywhere. */
const FUNCTIONS: Readonly<Record<Aggregate['kind'], readonly [string, string]>> = {
  count: ['SUM', '0'],
  sum: ['SUM', '0'],
  min: ['MIN', String(NO_VALUE).toUpperCase()],
  max: ['MAX', String(-NO_VALUE).toUpperCase()],
  variance: ['VAR', '""'],
};

function nested(conditions: readonly string[], inner: string, otherwise: string): string {
  return conditions.reduceRight((text, condition) => `IF(${condition},${text},${otherwise})`, inner);
}

function meets(where: Bool, scope: FormulaScope): readonly string[] {
  return where.op === 'always' ? [] : [conditionFormula(where, scope)];
}

function belonging(population: Population, scope: FormulaScope): readonly string[] {
  return [...(population.scope === undefined ? [] : [conditionFormula(population.scope, scope)]), conditionFormula(population.valid, scope)];
}

function due(population: Population, scope: FormulaScope): string {
  return numberFormula(population.due ?? { op: 'number', value: 0 }, scope);
}

function dueIn(population: Population, scope: FormulaScope): readonly string[] {
  if (population.window === 'all') return [];
  const day = due(population, scope);
  return [`${day}>=${scope.bound('low')}`, `${day}<${scope.bound('high')}+1`];
}

function filled(columns: readonly string[], scope: FormulaScope): string {
  return `(IFERROR(${columns.map((key) => `LEN(${scope.column(key)})`).join('+')},1)>0)`;
}

/**
 * First of its key and month: MATCH finds the row itself. Latest: no used row of the same key and month has a later day,
 * or the same day further down; found by counting in the sorted list of (key, day, row) packed into one number.
 */
function onceCondition({ text, keep }: NonNullable<Aggregate['once']>, population: Population, scope: FormulaScope): string {
  const x = scope.column(text);
  const day = due(population, scope);
  const key = `${monthEndFormula(day)}&"|"&${literal(x)}`;
  const place = `(ROW(${x})-MIN(ROW(${x}))+1)`;
  const first = `MATCH(${key},${usedRows(population, scope, key, '""')},0)`;
  if (keep === 'first') return `${first}=${place}`;
  const packed = `((${first}*100+DAY(${day}))*1000000+${place})`;
  const sorted = `IFERROR(SMALL(${usedRows(population, scope, packed, '""')},${place}),9E+15)`;
  return `MATCH((${first}*100+99)*1000000,${sorted},1)=MATCH(${packed},${sorted},1)`;
}
