/** Runs every rule across sheets over one workbook. */
import type { Issue } from '../../issue/issue';
import { CHECK_LIMITS, type CheckLimits } from '../collector';
import { checkIssues } from '../codes';
import { consistencyIssues } from './codes';
import { consistencyRules } from './consistency-rules';
import { createWorkbookFacts, type ConsistencyInput } from './workbook-facts';

/** In the order of the rules. More of one code in one sheet than `perRule` are counted and said, not listed. */
export function checkConsistency(input: ConsistencyInput, { perRule }: Pick<CheckLimits, 'perRule'> = CHECK_LIMITS): readonly Issue[] {
  if (!(Number.isSafeInteger(perRule) && perRule > 0)) throw new RangeError(`${perRule} is not a limit`);
  const workbook = createWorkbookFacts(input);
  const counts = new Map<string, { readonly first: Issue; count: number }>();
  const listed: Issue[] = [];
  for (const { code, clause, at, params } of consistencyRules.flatMap((rule) => rule.find(workbook))) {
    const issue: Issue = { code, severity: consistencyIssues[code].severity, sheet: at.sheet, cell: at.cell, clause, params };
    const key = `${code} ${at.sheet}`;
    const tally = counts.get(key) ?? { first: issue, count: 0 };
    counts.set(key, tally);
    if (tally.count++ < perRule) listed.push(issue);
  }
  const notes = [...counts.values()]
    .filter(({ count }) => count > perRule)
    .map(({ first: { code, sheet, clause }, count }): Issue => ({
      code: 'check/capped', severity: checkIssues['check/capped'].severity, sheet, cell: '', clause, params: { column: sheet, rule: code, count, shown: perRule },
    }));
  return [...listed, ...notes];
}
