/**
 * The small algebra in which metrics are declared. An expression says one thing once; `vector.ts` evaluates it over
 * blocks of rows and `formula.ts` writes it as the Excel formula. Both follow the same rules, which keep a formula free
 * of errors whatever people paste: a cell that is not a number counts as 0 and must be ruled out by the row's `valid`
 * condition; text is compared without case, as spreadsheets do; blank means an empty cell or empty text.
 */
export type BoundName = 'low' | 'high' | 'asOf';

export type Num =
  | { readonly op: 'number'; readonly value: number }
  /** The cell's number, 0 where it holds none. */
  | { readonly op: 'cell'; readonly column: string }
  /** First and last day of the window that is measured, and the as-of date: serial dates. */
  | { readonly op: 'bound'; readonly name: BoundName }
  /** An aggregate over rows, or a total over groups, by the name it has in the metric. */
  | { readonly op: 'part'; readonly name: string }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max'; readonly a: Num; readonly b: Num }
  | { readonly op: 'power'; readonly a: Num; readonly b: Num }
  | { readonly op: 'choose'; readonly when: Bool; readonly yes: Num; readonly no: Num }
  /** The same day so many months later, the last day of the month where it has no such day (EDATE). */
  | { readonly op: 'addMonths'; readonly date: Num; readonly months: Num }
  | { readonly op: 'monthEnd'; readonly date: Num };

export type CellTest = 'isNumber' | 'isDate' | 'isBlank' | 'isFilled' | 'isKey' | 'isNumberOrBlank' | 'isDateOrBlank';

export type Bool =
  | { readonly op: CellTest; readonly column: string }
  /** The cell's text is one of these. */
  | { readonly op: 'isAny'; readonly column: string; readonly texts: readonly string[] }
  | { readonly op: 'less' | 'lessOrEqual' | 'equal'; readonly a: Num; readonly b: Num }
  | { readonly op: 'and' | 'or'; readonly all: readonly Bool[] }
  | { readonly op: 'not'; readonly a: Bool }
  | { readonly op: 'always' };

/** Longest text that groups rows, in characters; MATCH gives up at 255, escaped wildcards included. */
export const KEY_LENGTH = 120;

export const always: Bool = { op: 'always' };
export const number = (value: number): Num => ({ op: 'number', value });
export const cell = (column: string): Num => ({ op: 'cell', column });
export const part = (name: string): Num => ({ op: 'part', name });
export const bound = (name: BoundName): Num => ({ op: 'bound', name });
export const add = (a: Num, b: Num): Num => ({ op: 'add', a, b });
export const subtract = (a: Num, b: Num): Num => ({ op: 'subtract', a, b });
export const multiply = (a: Num, b: Num): Num => ({ op: 'multiply', a, b });
export const divide = (a: Num, b: Num): Num => ({ op: 'divide', a, b });
export const power = (a: Num, b: Num): Num => ({ op: 'power', a, b });
export const min = (a: Num, b: Num): Num => ({ op: 'min', a, b });
export const max = (a: Num, b: Num): Num => ({ op: 'max', a, b });
export const choose = (when: Bool, yes: Num, no: Num): Num => ({ op: 'choose', when, yes, no });
export const addMonths = (date: Num, months: Num): Num => ({ op: 'addMonths', date, months });
export const monthEnd = (date: Num): Num => ({ op: 'monthEnd', date });

export const isNumber = (column: string): Bool => ({ op: 'isNumber', column });
/** A number that is a day from 1900-03-01 to 2999-12-31: where all spreadsheets count days alike. */
export const isDate = (column: string): Bool => ({ op: 'isDate', column });
export const isBlank = (column: string): Bool => ({ op: 'isBlank', column });
export const isFilled = (column: string): Bool => ({ op: 'isFilled', column });
/** Filled, and short enough (`KEY_LENGTH`) for a spreadsheet to look it up. */
export const isKey = (column: string): Bool => ({ op: 'isKey', column });
export const isNumberOrBlank = (column: string): Bool => ({ op: 'isNumberOrBlank', column });
export const isDateOrBlank = (column: string): Bool => ({ op: 'isDateOrBlank', column });
export const isAny = (column: string, ...texts: readonly string[]): Bool => ({ op: 'isAny', column, texts });
export const less = (a: Num, b: Num): Bool => ({ op: 'less', a, b });
export const lessOrEqual = (a: Num, b: Num): Bool => ({ op: 'lessOrEqual', a, b });
export const equal = (a: Num, b: Num): Bool => ({ op: 'equal', a, b });
export const and = (...all: readonly Bool[]): Bool => ({ op: 'and', all });
export const or = (...all: readonly Bool[]): Bool => ({ op: 'or', all });
export const not = (a: Bool): Bool => ({ op: 'not', a });
