/** Evaluates an expression over the parts of a metric or of a group: single numbers instead of columns. */
import type { Bool, Num } from './algebra';
import { ARITHMETIC } from './vector';

export type Parts = ReadonlyMap<string, number>;

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
