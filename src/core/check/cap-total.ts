/** The last limit: issues of the whole workbook that are listed. What is left out is counted and said; errors are kept before the rest. */
import type { Issue, Severity } from '../issue/issue';
import { checkIssues } from './codes';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** In the order given. Notes of what was not listed stay. Throws `RangeError` unless the limit is a positive whole number. */
export function capTotal(issues: readonly Issue[], limit: number): readonly Issue[] {
  if (!(Number.isSafeInteger(limit) && limit > 0)) throw new RangeError(`${limit} is not a limit`);
  const found = issues.filter((issue) => !isNote(issue));
  if (found.length <= limit) return issues;
  const kept = new Set([...found].sort((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, limit));
  const count = found.length + issues.filter(isNote).reduce((sum, note) => sum + unlisted(note), 0);
  const code = 'check/capped-total';
  return [...issues.filter((issue) => isNote(issue) || kept.has(issue)), { code, severity: checkIssues[code].severity, sheet: '', cell: '', clause: '', params: { count, shown: limit } }];
}

function isNote({ code }: Issue): boolean {
  return code === 'check/capped' || code === 'check/capped-sheet';
}

/** How many issues a note stands for; 0 for any other issue. */
export function unlisted(issue: Issue): number {
  return isNote(issue) ? Number(issue.params['count'] ?? 0) - Number(issue.params['shown'] ?? 0) : 0;
}
