/** Evaluates an expression over the parts of a metric or of a group: single numbers instead of columns (those are in `loops`). */
import type { Bool, Num } from './algebra';

export type Parts = ReadonlyMap<string, number>;

const ARITHMETIC: Readonly<Record<'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max' | 'power', (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  min: (a, b) => (a < b ? a : b),
  max: (a, b) => (a > b ? a : b),
  power: (a, b) => a ** b,
};

/** Not finite where the sheet would show an error, e.g. after a division by zero. */
export function numberOf(expression: Num, parts: Parts): number {
  const e = expression;
  switch (e.op) {
    case 'number': return e.value;
    case 'part': {
      const value = parts.get(e.name);
      if (value === undefined) throw new RangeError(`no part ${e.name}`);
      return value;
    }
    case 'choose': return holds(e.when, parts) ? numberOf(e.yes, parts) : numberOf(e.no, parts);
    case 'add': case 'subtract': case 'multiply': case 'divide': case 'min': case 'max': case 'power':
      return ARITHMETIC[e.op](numberOf(e.a, parts), numberOf(e.b, parts));
    default: throw new RangeError(`${e.op} needs rows`);
  }
}

export function holds(condition: Bool, parts: Parts): boolean {
  const c = condition;
  switch (c.op) {
    case 'always': return true;
    case 'not': return !holds(c.a, parts);
    case 'and': return c.all.every((each) => holds(each, parts));
    case 'or': return c.all.some((each) => holds(each, parts));
    case 'less': return numberOf(c.a, parts) < numberOf(c.b, parts);
    case 'lessOrEqual': return numberOf(c.a, parts) <= numberOf(c.b, parts);
    case 'equal': return numberOf(c.a, parts) === numberOf(c.b, parts);
    default: throw new RangeError(`${c.op} needs rows`);
  }
}
