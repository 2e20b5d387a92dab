/** The problems of 附录D by number, and whether the plan has come so far that it must answer them. */
import { bareText } from './text-figures';
import type { EntryReader } from './form-facts';
import type { WorkbookFacts } from './workbook-facts';

/** P1, p-1 and Ｐ１ are one number. */
export function numberKey(number: string): string {
  return bareText(number);
}

/** The first of each number. */
export function problemsByNumber(workbook: WorkbookFacts): ReadonlyMap<string, EntryReader> {
  const problems = new Map<string, EntryReader>();
  for (const row of workbook.form('D')?.rows('problems') ?? []) {
    const key = numberKey(row.text('number'));
    if (key !== '' && !problems.has(key)) problems.set(key, row);
  }
  return problems;
}

/** A plan counts as written once it has a line, or its first page says how the problems are solved or that the enterprise agreed. */
export function planWritten(workbook: WorkbookFacts): boolean {
  const plan = workbook.form('E');
  return plan !== null && (plan.rows('lines').length > 0 || plan.filled('methods') || plan.filled('confirmation'));
}

/** Two typed texts mean the same when one holds the other, punctuation aside. */
export function tellsSame(a: string, b: string): boolean {
  const [x, y] = [bareText(a), bareText(b)];
  return x === y || (Math.min(x.length, y.length) >= 4 && (x.includes(y) || y.includes(x)));
}
