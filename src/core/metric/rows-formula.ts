/** Formulas over the rows of a population: which rows count, and the aggregates over them. */
import { always, type Bool, type Num } from './algebra';
import { conditionFormula, literal, monthEndFormula, numberFormula, type FormulaScope } from './formula';
import type { Aggregate, Population } from './metric-def';
import { NO_VALUE } from './running';

/** `inner` where the row is used, `otherwise` elsewhere. Conditions are nested, so that an error behind a failed one never counts. */
export function usedRows(population: Population, scope: FormulaScope, inner: string, otherwise: string): string {
  return nested([...belonging(population, scope), ...dueIn(population, scope), ...(population.window === 'all' ? [] : [`${due(population, scope)}<${scope.bound('asOf')}+1`])], inner, otherwise);
}

/** Scope of what stands behind the row's conditions: what `valid` proves to be numbers is taken as it is. */
export function withinValid(population: Population, scope: FormulaScope): FormulaScope {
  return { ...scope, proven: provenNumbers(population.valid) };
}

function provenNumbers(condition: Bool): ReadonlySet<string> {
  if (condition.op === 'and') return new Set(condition.all.flatMap((each) => [...provenNumbers(each)]));
  return new Set(condition.op === 'isNumber' || condition.op === 'isDate' ? [condition.column] : []);
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
  const within = withinValid(population, scope);
  if (once?.keep === 'latestOfMonth') {
    if (kind !== 'count' || group !== undefined) throw new RangeError('of the latest rows only a count over all is known');
    return latestCount(once.text, population, within, conditionFormula(where, within));
  }
  const value = kind === 'count' ? '1' : numberFormula(of ?? { op: 'number', value: 1 }, within);
  const conditions = [...(group === undefined ? [] : [group.condition]), ...meets(where, within), ...(once === undefined ? [] : [`${firstPlace(once.text, population, within)}=${placeOf(scope.column(once.text))}`])];
  const [name, otherwise] = FUNCTIONS[kind];
  const array = usedRows(population, scope, nested(conditions, value, otherwise), otherwise);
  return kind === 'variance' ? `IFERROR(${name}(${array}),0)` : `${name}(${array})`;
}

/** Sum over the used rows of the squared distance of y from v times x. */
export function squaredResiduals(population: Population, scope: FormulaScope, x: Num, y: Num, v: string): string {
  const within = withinValid(population, scope);
  return `SUM(${usedRows(population, scope, `(${numberFormula(y, within)}-${v}*${numberFormula(x, within)})^2`, '0')})`;
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
  return numberFormula(population.due ?? { op: 'number', value: 0 }, withinValid(population, scope));
}

function dueIn(population: Population, scope: FormulaScope): readonly string[] {
  if (population.window === 'all') return [];
  const day = due(population, scope);
  return [`${day}>=${scope.bound('low')}`, `${day}<${scope.bound('high')}+1`];
}

function filled(columns: readonly string[], scope: FormulaScope): string {
  return `(IFERROR(${columns.map((key) => `LEN(${scope.column(key)})`).join('+')},1)>0)`;
}

/** Key of a row as MATCH compares it: month of the due day and text. */
function keyFormula(text: string, population: Population, scope: FormulaScope): string {
  const x = scope.column(text);
  // Joining two arrays, LibreOffice 7 leaves errors out, so that what stands below them moves up.
  return `IFERROR(${monthEndFormula(due(population, scope))},0)&"|"&${literal(`IF(ISERROR(${x}),"",${x})`)}`;
}

/** Place of the first used row with the key of each row. */
function firstPlace(text: string, population: Population, scope: FormulaScope): string {
  const key = keyFormula(text, population, scope);
  return `MATCH(${key},${usedRows(population, scope, key, '""')},0)`;
}

const placeOf = (x: string): string => `(ROW(${x})-MIN(ROW(${x}))+1)`;

/**
 * Counts the latest row of each key and month that meets the condition. Each row becomes one number: place of its key,
 * day, place, and whether it meets the condition; in the sorted list the last of a key is the one before another key.
 */
function latestCount(text: string, population: Population, scope: FormulaScope, condition: string): string {
  const place = placeOf(scope.column(text));
  const packed = `((${firstPlace(text, population, scope)}*100+DAY(${due(population, scope)}))*1000000+${place})*10+IF(${condition},1,0)`;
  const rows = usedRows(population, scope, packed, '""');
  const nth = (k: string): string => `IFERROR(SMALL(${rows},${k}),0)`;
  const [row, next] = [nth(place), nth(`${place}+1`)];
  const keyOf = (x: string): string => `INT(${x}/1E+9)`;
  return `SUM(IF(${keyOf(row)}<>${keyOf(next)},${row}-INT(${row}/10)*10,0))`;
}
