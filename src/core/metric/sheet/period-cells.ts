/** The formulas of one metric in one period: status, basis, numerator, denominator, value, interval, rows. */
import { sideColumnName, summaryName } from '../../form/names';
import { columnLetters } from '../../model/address';
import type { CellValue } from '../../model/cell';
import { SMALL_SAMPLE } from '../../model/metric-result';
import type { PeriodKey } from '../../model/period';
import type { RawSheetDef } from '../../model/raw-sheet';
import { columnsOf } from '../columns-of';
import { conditionFormula, numberFormula, quoted } from '../formula';
import { poissonLimitFormula, normalLimitFormula, timeLimitFormula, wilsonFormula } from '../inference-formula';
import { intervalOf } from '../interval-of';
import type { Measured } from '../measure-metrics';
import type { MetricDef, Population } from '../metric-def';
import { hasDenominator } from '../outcome';
import { aggregateFormula, filledCount, invalidCount, notDueCount, squaredResiduals, usedCount } from '../rows-formula';
import { standardErrorOf } from '../standard-error';
import type { GroupPlaces } from './group-sheet';
import { periodColumn, valueColumn, type PeriodColumn } from './metric-columns';
import { boundNames, partScope, PERIODS_VALID, rowScope } from './scope';
import type { SheetWords } from './words';

export interface FormulaCell {
  readonly column: number;
  readonly formula: string;
  readonly array: boolean;
  readonly value: CellValue;
}

export interface PeriodContext {
  readonly measured: Measured;
  readonly row: number;
  readonly sheets: ReadonlyMap<string, RawSheetDef>;
  readonly groups: GroupPlaces | null;
  /** Whether the workbook has 汇总填报. */
  readonly withSummary: boolean;
  readonly words: SheetWords;
}

export function periodCells(context: PeriodContext): readonly FormulaCell[] {
  const { measured, row, words } = context;
  const { def, period, outcome, rows } = measured;
  const at = (column: PeriodColumn): string => `$${columnLetters(periodColumn(period, column))}${row}`;
  const value = `$${columnLetters(valueColumn(period))}${row}`;
  const whenOk = (formula: string): string => `IF(${at('status')}=${quoted(words.ok)},${formula},"")`;
  const cell = (column: PeriodColumn, formula: string, result: CellValue, array = false): FormulaCell =>
    ({ column: periodColumn(period, column), formula, array, value: result ?? '' });
  // The spread of a score lies between questionnaires; only the program groups by them.
  const interval = def.family === 'score' ? null : intervalOf(measured);
  const error = standardErrorOf(measured);
  return [
    { column: valueColumn(period), formula: whenOk(valueFormula(context, at)), array: false, value: outcome.value ?? '' },
    cell('status', statusFormula(context, at), outcome.status === 'ok' ? words.ok : words.status(outcome.status, outcome.reason ?? ''), true),
    cell('basis', basisFormula(context, at), words.basis(outcome.basis)),
    cell('numerator', sideFormula(context, at, 'numerator'), outcome.numerator, true),
    cell('denominator', hasDenominator(def) ? sideFormula(context, at, 'denominator') : '""', outcome.denominator, true),
    cell('low', limitFormula(context, at, value, '-'), interval?.low ?? ''),
    cell('high', limitFormula(context, at, value, '+'), interval?.high ?? ''),
    cell('error', errorFormula(context, at, value), error ?? '', true),
    ...countFormulas(context, at).map(([column, formula]) => cell(column, formula, rows[column], true)),
    cell('few', fewFormula(context, at), isFew(measured) ? words.fewRows : ''),
  ];
}

type At = (column: PeriodColumn) => string;

/** False when the workbook lacks a raw-data sheet of the metric: then only 汇总填报 can fill it. */
function hasRows({ measured, sheets }: PeriodContext): boolean {
  return measured.def.populations.every(({ sheet }) => sheets.has(sheet));
}

function countFormulas(context: PeriodContext, at: At): readonly (readonly ['used' | 'notDue' | 'outside' | 'invalid', string])[] {
  if (!hasRows(context)) return [['used', '0'], ['notDue', '0'], ['outside', '0'], ['invalid', '0']];
  const { def, period } = context.measured;
  const population = mainOf(def);
  const scope = rowScope(sheetOf(context, population), boundNames(population.window, period));
  const columns = columnsOf(def, 0);
  const whenMeasured = (formula: string): string => `IF(${PERIODS_VALID}=1,${formula},0)`;
  return [
    ['used', whenMeasured(usedCount(population, scope))],
    ['notDue', whenMeasured(notDueCount(population, scope))],
    ['outside', whenMeasured(`${filledCount(columns, scope)}-${at('used')}-${at('notDue')}-${at('invalid')}`)],
    ['invalid', whenMeasured(invalidCount(population, columns, scope))],
  ];
}

function mainOf(def: MetricDef): Population {
  const population = def.populations[0];
  if (population === undefined) throw new RangeError(`${def.key} has no population`);
  return population;
}

function sheetOf({ sheets, measured }: PeriodContext, population: Population): RawSheetDef {
  const sheet = sheets.get(population.sheet);
  if (sheet === undefined) throw new RangeError(`${measured.def.key} needs the sheet ${population.sheet}`);
  return sheet;
}

/** Parts as formulas: totals of groups by reference, sums over rows in place. */
function partFormula(context: PeriodContext, name: string): string {
  const { measured, groups } = context;
  const { def, period } = measured;
  const total = groups?.totals[name];
  if (total !== undefined) return total;
  const weights = def.grouping?.weights;
  if (weights !== undefined && (name === 'weightRows' || name === 'weightSum')) {
    return `${name === 'weightRows' ? 'COUNT' : 'SUM'}(${sideColumnName(sheetOf(context, mainOf(def)), weights.weight)})`;
  }
  const aggregate = def.parts[name];
  const population = def.populations[aggregate?.from ?? 0];
  if (aggregate === undefined || population === undefined) throw new RangeError(`${def.key} has no part ${name}`);
  const bounds = boundNames(population.window, aggregate.period ?? period);
  return aggregateFormula(aggregate, population, rowScope(sheetOf(context, population), bounds));
}

/** In guards and values the numerator and denominator are taken from their cells. */
function cellsScope(context: PeriodContext, at: At): ReturnType<typeof partScope> {
  const { def } = context.measured;
  return partScope((name) => {
    for (const side of ['numerator', 'denominator'] as const) {
      const expression = def[side];
      if (expression?.op === 'part' && expression.name === name) return at(side);
    }
    return partFormula(context, name);
  });
}

function summary({ measured, withSummary }: PeriodContext, part: 'numerator' | 'denominator'): string | null {
  const { def, period } = measured;
  return def.summary && withSummary ? summaryName(def.item, period, part) : null;
}

function sideFormula(context: PeriodContext, at: At, side: 'numerator' | 'denominator'): string {
  const { def } = context.measured;
  const expression = def[side];
  if (expression === undefined) return '""';
  const fromRows = hasRows(context) ? `IFERROR(${numberFormula(expression, partScope((name) => partFormula(context, name)))},"")` : '""';
  const guarded = context.groups === null ? fromRows : `IF(${context.groups.overflow}=1,"",${fromRows})`;
  const typed = summary(context, side);
  const key = summary(context, 'numerator');
  const fromSummary = typed === null || key === null ? '""' : `IF(ISNUMBER(${key}),IF(ISNUMBER(${typed}),${typed},""),"")`;
  return `IF(${PERIODS_VALID}<>1,"",IF(${at('used')}>0,${guarded},IF(${at('notDue')}>0,"",${fromSummary})))`;
}

function valueFormula(context: PeriodContext, at: At): string {
  const { def } = context.measured;
  if (!hasDenominator(def)) return at('numerator');
  if (def.value === undefined || !hasRows(context)) return `${at('numerator')}/${at('denominator')}`;
  return numberFormula(def.value, cellsScope(context, at));
}

function statusFormula(context: PeriodContext, at: At): string {
  const { measured: { def }, words, groups } = context;
  const say = (status: 'not-applicable' | 'no-data', reason: string): string => quoted(words.status(status, reason));
  const scope = cellsScope(context, at);
  const steps: (readonly [string, string])[] = [
    [`${PERIODS_VALID}<>1`, say('no-data', 'periods-missing')],
    [`${at('used')}+${at('notDue')}=0`, summaryStatus(context)],
    [`${at('used')}=0`, say('not-applicable', 'not-due')],
    ...(groups === null ? [] : [[`${groups.overflow}=1`, say('not-applicable', 'too-many-groups')] as const]),
    ...(hasRows(context) ? (def.guards ?? []) : []).map(({ when, status, reason }) => [conditionFormula(when, scope), say(status, reason)] as const),
    ...(hasDenominator(def) ? [[`IF(ISNUMBER(${at('denominator')}),${at('denominator')}=0,TRUE)`, say('not-applicable', 'zero-denominator')] as const] : []),
  ];
  return steps.reduceRight((otherwise, [condition, text]) => `IF(${condition},${text},${otherwise})`, quoted(words.ok));
}

function summaryStatus(context: PeriodContext): string {
  const { measured: { def }, words } = context;
  const none = quoted(words.status('no-data', 'no-rows'));
  const [numerator, denominator] = [summary(context, 'numerator'), summary(context, 'denominator')];
  if (numerator === null || denominator === null) return none;
  const invalid = quoted(words.status('not-applicable', 'invalid-summary'));
  const zero = quoted(words.status('not-applicable', def.family === 'time' ? 'no-failure' : 'zero-denominator'));
  const ok = quoted(words.ok);
  const share = def.family === 'proportion' ? `IF(${numerator}<0,${invalid},IF(${numerator}>${denominator},${invalid},${ok}))` : ok;
  const whole = hasDenominator(def) ? `IF(ISNUMBER(${denominator}),IF(${denominator}=0,${zero},${share}),${invalid})` : ok;
  return `IF(ISNUMBER(${numerator}),${whole},${none})`;
}

function basisFormula(context: PeriodContext, at: At): string {
  const { words } = context;
  const rows = quoted(words.basis('rows'));
  const numerator = summary(context, 'numerator');
  if (numerator === null) return rows;
  return `IF(${PERIODS_VALID}<>1,${rows},IF(${at('used')}+${at('notDue')}>0,${rows},IF(ISNUMBER(${numerator}),${quoted(words.basis('summary'))},${rows})))`;
}

function limitFormula(context: PeriodContext, at: At, value: string, side: '-' | '+'): string {
  const { measured: { def }, words } = context;
  const [k, n] = [at('numerator'), at('denominator')];
  const whenOk = (formula: string): string => `IF(${at('status')}=${quoted(words.ok)},${formula},"")`;
  switch (def.family) {
    case 'proportion': return whenOk(`IF(AND(${n}>0,${k}>=0,${k}<=${n}),${wilsonFormula(k, n, side)},"")`);
    case 'countRate': return whenOk(`IF(AND(${k}>=0,INT(${k})=${k}),${poissonLimitFormula(k, hasDenominator(def) ? n : '1', side)},"")`);
    case 'time': return `IF(OR(${at('status')}=${quoted(words.ok)},${at('status')}=${quoted(words.status('not-applicable', 'no-failure'))}),IF(AND(N(${k})>0,INT(N(${n}))=N(${n})),${timeLimitFormula(k, n, side)},""),"")`;
    case 'ratioOfTotals': return whenOk(`IF(ISNUMBER(${at('error')}),${normalLimitFormula(value, at('error'), side)},"")`);
    case 'yield': {
      const limit = normalLimitFormula(value, at('error'), side);
      return whenOk(`IF(ISNUMBER(${at('error')}),${side === '-' ? `MAX(0,${limit})` : `MIN(1,${limit})`},"")`);
    }
    default: return '""';
  }
}

function errorFormula(context: PeriodContext, at: At, value: string): string {
  const { measured: { def, period }, words } = context;
  const ok = `${at('status')}=${quoted(words.ok)}`;
  const fromRows = `${at('used')}>0`;
  if (!hasRows(context)) return '""';
  if (def.family === 'yield') return `IF(${ok},IF(${fromRows},IF(${partFormula(context, 'few')}=0,${value}*SQRT(${partFormula(context, 'logVariance')}),""),""),"")`;
  if (def.family !== 'ratioOfTotals') return '""';
  const [x, y] = [def.parts['denominator']?.of, def.parts['numerator']?.of];
  if (x === undefined || y === undefined) throw new RangeError(`${def.key}: a quotient of totals needs sums`);
  const population = mainOf(def);
  const squares = squaredResiduals(population, rowScope(sheetOf(context, population), boundNames(population.window, period)), x, y, value);
  return `IF(${ok},IF(${at('used')}>=${SMALL_SAMPLE},SQRT(${squares}*${at('used')}/(${at('used')}-1))/ABS(${at('denominator')}),""),"")`;
}

function fewFormula(context: PeriodContext, at: At): string {
  const { measured: { def }, words } = context;
  const size = sizeColumn(def);
  if (size === null) return '""';
  return `IF(${at('status')}=${quoted(words.ok)},IF(N(${at(size)})<${SMALL_SAMPLE},${quoted(words.fewRows)},""),"")`;
}

/** What the sample size of a metric is: the denominator of a proportion, the rows of others; totals have none. */
function sizeColumn(def: MetricDef): 'denominator' | 'used' | null {
  if (def.family === 'census') return null;
  return def.family === 'proportion' ? 'denominator' : 'used';
}

function isFew({ def, outcome, rows }: Measured): boolean {
  const column = sizeColumn(def);
  if (outcome.status !== 'ok' || column === null) return false;
  return (column === 'denominator' ? (outcome.denominator ?? 0) : rows.used) < SMALL_SAMPLE;
}

/** Exported for the change, which needs the cells of both periods. */
export function periodCell(period: PeriodKey, row: number): At {
  return (column) => `$${columnLetters(periodColumn(period, column))}${row}`;
}
