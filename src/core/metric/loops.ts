/**
 * The operations of the algebra over whole columns: one plain loop each, so that every one is compiled to the arithmetic
 * of the machine. The same, for single numbers, is in `scalar`.
 */
import { BLANK, BOOLEAN, NUMBER, TEXT, type Column } from '../model/block';
import { FIRST_DATE, LAST_DATE } from '../codec/date';
import { KEY_LENGTH, type CellTest } from './algebra';
import { addMonthsTo } from './months';

type NumLoop = (out: Float64Array, a: Float64Array, b: Float64Array, length: number) => void;
type BoolLoop = (out: Uint8Array, a: Float64Array, b: Float64Array, length: number) => void;
type CellLoop = (out: Uint8Array, column: Column, length: number) => void;

export const NUM_LOOPS: Readonly<Record<'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max' | 'power' | 'addMonths', NumLoop>> = {
  add: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = (a[i] ?? 0) + (b[i] ?? 0);
  },
  subtract: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = (a[i] ?? 0) - (b[i] ?? 0);
  },
  multiply: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = (a[i] ?? 0) * (b[i] ?? 0);
  },
  divide: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = (a[i] ?? 0) / (b[i] ?? 0);
  },
  min: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = ((a[i] ?? 0) < (b[i] ?? 0) ? a[i] : b[i]) ?? 0;
  },
  max: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = ((a[i] ?? 0) > (b[i] ?? 0) ? a[i] : b[i]) ?? 0;
  },
  power: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = (a[i] ?? 0) ** (b[i] ?? 0);
  },
  addMonths: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = addMonthsTo(a[i] ?? 0, b[i] ?? 0);
  },
};

export const COMPARING_LOOPS: Readonly<Record<'less' | 'lessOrEqual' | 'equal', BoolLoop>> = {
  less: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = (a[i] ?? 0) < (b[i] ?? 0) ? 1 : 0;
  },
  lessOrEqual: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = (a[i] ?? 0) <= (b[i] ?? 0) ? 1 : 0;
  },
  equal: (out, a, b, length) => {
    for (let i = 0; i < length; i++) out[i] = (a[i] ?? 0) === (b[i] ?? 0) ? 1 : 0;
  },
};

/** True for cells of these kinds. */
function ofKind(...kinds: readonly number[]): CellLoop {
  const fits = Uint8Array.from([0, 1, 2, 3, 4], (kind) => (kinds.includes(kind) ? 1 : 0));
  return (out, { kind }, length) => {
    for (let i = 0; i < length; i++) out[i] = fits[kind[i] ?? 0] ?? 0;
  };
}

/** A day on which all spreadsheets agree. */
const inDates = (value: number): boolean => value >= FIRST_DATE && value < LAST_DATE + 1;

export const CELL_LOOPS: Readonly<Record<CellTest, CellLoop>> = {
  isNumber: ofKind(NUMBER),
  isBlank: ofKind(BLANK),
  isFilled: ofKind(NUMBER, TEXT, BOOLEAN),
  isNumberOrBlank: ofKind(NUMBER, BLANK),
  isDate: (out, { kind, number }, length) => {
    for (let i = 0; i < length; i++) out[i] = kind[i] === NUMBER && inDates(number[i] ?? 0) ? 1 : 0;
  },
  isDateOrBlank: (out, { kind, number }, length) => {
    for (let i = 0; i < length; i++) out[i] = kind[i] === BLANK || (kind[i] === NUMBER && inDates(number[i] ?? 0)) ? 1 : 0;
  },
  isKey: (out, column, length) => {
    CELL_LOOPS.isFilled(out, column, length);
    for (let i = 0; i < length; i++) if ((column.text[i] ?? '').length > KEY_LENGTH) out[i] = 0;
  },
};

/** Texts that are remembered: a column of choices holds few. */
const REMEMBERED = 100;

/** True for texts that are one of these; case does not count. */
export function isAnyOf(texts: readonly string[]): CellLoop {
  const wanted = new Set(texts.map((text) => text.toLowerCase()));
  const known = new Map<string, boolean>();
  const fits = (text: string): boolean => {
    const answer = known.get(text) ?? wanted.has(text.toLowerCase());
    if (known.size < REMEMBERED) known.set(text, answer);
    return answer;
  };
  return (out, { kind, text }, length) => {
    for (let i = 0; i < length; i++) out[i] = kind[i] === TEXT && fits(text[i] ?? '') ? 1 : 0;
  };
}
