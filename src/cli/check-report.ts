/** What a check found: as lines for people, and as the document of `--json`. */
import type { Issue, Severity } from '../core/issue/issue';
import { cliText, type Language } from '../core/text/cli';
import { issuePlace, issueText } from '../core/text/issue-text';
import { severityLabel } from '../core/text/labels';

export interface CheckDocument {
  readonly file: string;
  readonly summary: Readonly<Record<Severity, number>>;
  readonly issues: readonly (Issue & { readonly message: string; readonly repair: string })[];
}

export function countOf(issues: readonly Issue[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number => issues.filter((issue) => issue.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

export function checkDocument(file: string, issues: readonly Issue[], language: Language): CheckDocument {
  return { file, summary: countOf(issues), issues: issues.map((issue) => ({ ...issue, ...issueText(issue, language) })) };
}

export function checkLines(file: string, issues: readonly Issue[], language: Language): readonly string[] {
  if (issues.length === 0) return [cliText(language, 'check/clean', { file })];
  return [
    cliText(language, 'check/summary', { file, ...countOf(issues) }),
    ...issues.map((issue) => {
      const { message, repair } = issueText(issue, language);
      return `  [${severityLabel(issue.severity, language)}] ${issuePlace(issue, language)}${language === 'zh' ? '：' : ': '}${message}${language === 'zh' ? '' : ' '}${repair}`;
    }),
  ];
}
