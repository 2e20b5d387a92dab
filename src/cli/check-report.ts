/** What a check found: as lines for people, and as the document of `--json`. */
import type { WorkbookCheck } from '../app/compose-check';
import { countOf } from '../app/last-check';
import type { StageStatus } from '../core/check/stage/stage-status';
import type { Issue, Severity } from '../core/issue/issue';
import { cliText, type Language } from '../core/text/cli';
import { issuePlace, issueText } from '../core/text/issue-text';
import { severityLabel } from '../core/text/labels';
import { stageLine, stageName } from '../core/text/stage-texts';

type SaidIssue = Issue & { readonly message: string; readonly repair: string };

export interface CheckDocument {
  readonly file: string;
  readonly summary: Readonly<Record<Severity, number>>;
  /** Steps of clause 6, in their order. */
  readonly stages: readonly (Omit<StageStatus, 'missing'> & { readonly name: string; readonly missing: readonly SaidIssue[] })[];
  readonly issues: readonly SaidIssue[];
}

export function checkDocument(file: string, { issues, stages }: WorkbookCheck, language: Language): CheckDocument {
  const said = (issue: Issue): SaidIssue => ({ ...issue, ...issueText(issue, language) });
  return {
    file,
    summary: countOf(issues),
    stages: stages.map((stage) => ({ ...stage, name: stageName(stage.key, language), missing: stage.missing.map(said) })),
    issues: issues.map(said),
  };
}

/** How much was found in a file. */
export function checkHead(file: string, { issues }: WorkbookCheck, language: Language): string {
  return issues.length === 0 ? cliText(language, 'check/clean', { file }) : cliText(language, 'check/summary', { file, ...countOf(issues) });
}

export function checkLines(file: string, check: WorkbookCheck, language: Language): readonly string[] {
  const { issues, stages } = check;
  return [
    checkHead(file, check, language),
    ...stageLines(stages, language),
    ...issues.map((issue) => {
      const { message, repair } = issueText(issue, language);
      return `  [${severityLabel(issue.severity, language)}] ${issuePlace(issue, language)}${language === 'zh' ? '：' : ': '}${message}${language === 'zh' ? '' : ' '}${repair}`;
    }),
  ];
}

export function stageLines(stages: readonly StageStatus[], language: Language): readonly string[] {
  return stages.map((stage) => `  ${stageLine(stage, language)}`);
}
