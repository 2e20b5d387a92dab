/** Issues as the lines of a list: a heading per sheet, the sheet with most errors first, in a sheet errors before others. */
import type { Issue, Severity } from '../../../core/issue/issue';
import type { Language } from '../../../core/text/cli';
import { issuePlace, issueText } from '../../../core/text/issue-text';

export type Line =
  | { readonly kind: 'sheet'; readonly sheet: string; readonly counts: Readonly<Record<Severity, number>> }
  | { readonly kind: 'issue'; readonly issue: Issue };

export interface Filter {
  readonly hidden: ReadonlySet<Severity>;
  /** Found in the place or the message. */
  readonly words: string;
  readonly language: Language;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function groupIssues(issues: readonly Issue[], { hidden, words, language }: Filter): readonly Line[] {
  const wanted = words.trim().toLowerCase();
  const fits = (issue: Issue): boolean =>
    !hidden.has(issue.severity) && (wanted === '' || `${issuePlace(issue, language)} ${issueText(issue, language).message}`.toLowerCase().includes(wanted));
  const sheets = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (!fits(issue)) continue;
    const list = sheets.get(issue.sheet);
    if (list === undefined) sheets.set(issue.sheet, [issue]);
    else list.push(issue);
  }
  const groups = [...sheets].map(([sheet, list]) => ({ sheet, list, counts: countsOf(list) }));
  groups.sort((a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning || b.counts.info - a.counts.info);
  return groups.flatMap(({ sheet, list, counts }): readonly Line[] => [
    { kind: 'sheet', sheet, counts },
    ...[...list].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]).map((issue): Line => ({ kind: 'issue', issue })),
  ]);
}

function countsOf(issues: readonly Issue[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of issues) counts[severity]++;
  return counts;
}
