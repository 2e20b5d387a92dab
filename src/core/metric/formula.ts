/**
 * Writes expressions as Excel formulas over defined names, for evaluation as array formulas. Functions of Excel 2010 and
 * before only; none is volatile. Each text follows the same rule as `vector.ts`, cell by cell, and is free of errors
 * whatever a cell holds, save for dates, which `valid` guards.
 */
import { FIRST_DATE, LAST_DATE } from '../codec/date';
import { KEY_LENGTH, type Bool, type BoundName, type CellTest, type Num } from './algebra';

/** What the names in an expression stand for in the workbook. */
export interface FormulaScope {
  /** Defined name of a raw column. */
  column(key: string): string;
  /** Columns known to hold numbers in every row that still counts: they need no guard. */
  readonly proven?: ReadonlySet<string>;
  bound(name: BoundName): string;
  /** A cell or a formula that gives the part. */
  part(name: string): string;
}

const DATE_RANGE = (x: string): string => `(${x}>=${FIRST_DATE})*(${x}<${LAST_DATE + 1})`;
const IS_BLANK = (x: string): string => `(IFERROR(LEN(${x}),1)=0)`;

const CELL_TESTS: Readonly<Record<CellTest, (x: string) => string>> = {
  isNumber: (x) => `ISNUMBER(${x})`,
  isDate: (x) => `IF(ISNUMBER(${x}),${DATE_RANGE(x)},0)`,
  isBlank: IS_BLANK,
  isFilled: (x) => `(IFERROR(LEN(${x}),0)>0)`,
  isKey: (x) => `(IFERROR(LEN(${x}),0)>0)*(IFERROR(LEN(${x}),0)<=${KEY_LENGTH})`,
  isNumberOrBlank: (x) => `IF(ISNUMBER(${x}),1,${IS_BLANK(x)})`,
  isDateOrBlank: (x) => `IF(ISNUMBER(${x}),${DATE_RANGE(x)},${IS_BLANK(x)})`,
};

/** A text as a formula writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * A text without the signs that MATCH takes as wildcards, to be used on both sides of it. Escaping them is no way out:
 * some spreadsheets know wildcards in ranges only, others in arrays too.
 */
export function literal(text: string): string {
  return `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${text},"~","_w1_"),"*","_w2_"),"?","_w3_")`;
}

/** Digits of a number that spreadsheets read in a formula; more are cut off. */
const MOST_DIGITS = 15;

/** A number as a formula writes it. */
export function numeral(value: number): string {
  const text = String(Number(value.toPrecision(MOST_DIGITS))).toUpperCase();
  return value < 0 ? `(${text})` : text;
}

export function numberFormula(e: Num, scope: FormulaScope): string {
  const of = (each: Num): string => numberFormula(each, scope);
  switch (e.op) {
    case 'number': return numeral(e.value);
    case 'bound': return scope.bound(e.name);
    case 'part': return scope.part(e.name);
    case 'cell': {
      const x = scope.column(e.column);
      return scope.proven?.has(e.column) === true ? x : `IF(ISNUMBER(${x}),${x},0)`;
    }
    case 'choose': return `IF(${conditionFormula(e.when, scope)},${of(e.yes)},${of(e.no)})`;
    case 'add': return `(${of(e.a)}+${of(e.b)})`;
    case 'subtract': return `(${of(e.a)}-${of(e.b)})`;
    case 'multiply': return `(${of(e.a)}*${of(e.b)})`;
    case 'divide': return `(${of(e.a)}/${of(e.b)})`;
    case 'power': return `(${of(e.a)}^${of(e.b)})`;
    case 'min': return `IF(${of(e.a)}<${of(e.b)},${of(e.a)},${of(e.b)})`;
    case 'max': return `IF(${of(e.a)}>${of(e.b)},${of(e.a)},${of(e.b)})`;
    case 'addMonths': return addMonthsFormula(of(e.date), of(e.months));
    case 'monthEnd': return monthEndFormula(of(e.date));
  }
}

/** EDATE does not take arrays; DATE does, and runs over into the next month, which is cut back to the month's last day. */
export function addMonthsFormula(date: string, months: string): string {
  const same = `DATE(YEAR(${date}),MONTH(${date})+${months},DAY(${date}))`;
  const last = `DATE(YEAR(${date}),MONTH(${date})+${months}+1,0)`;
  return `IF(${same}<${last},${same},${last})`;
}

export function monthEndFormula(date: string): string {
  return `DATE(YEAR(${date}),MONTH(${date})+1,0)`;
}

/** Gives TRUE, FALSE, 1 or 0; to be used in IF or multiplied. */
export function conditionFormula(c: Bool, scope: FormulaScope): string {
  const of = (each: Bool): string => conditionFormula(each, scope);
  const compare = (operator: string, a: Num, b: Num): string => `(${numberFormula(a, scope)}${operator}${numberFormula(b, scope)})`;
  switch (c.op) {
    case 'always': return '1';
    case 'not': return `(1-(${of(c.a)}))`;
    case 'and': return c.all.map(of).join('*');
    case 'or': return `((${c.all.map(of).join(')+(')})>0)`;
    case 'less': return compare('<', c.a, c.b);
    case 'lessOrEqual': return compare('<=', c.a, c.b);
    case 'equal': return compare('=', c.a, c.b);
    case 'isAny': {
      const x = scope.column(c.column);
      return `IF(ISTEXT(${x}),${c.texts.map((text) => `(${x}=${quoted(text)})`).join('+')},0)`;
    }
    default: return CELL_TESTS[c.op](scope.column(c.column));
  }
}
