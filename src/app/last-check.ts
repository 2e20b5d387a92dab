/** What a check found, in the words that 首页 shows until the next one. */
import type { Issue, Severity } from '../core/issue/issue';
import type { LastCheck } from '../core/model/last-check';
import { lastCheckLine, stageState } from '../core/text/stage-texts';
import { signatureLine } from '../core/text/review-texts';
import type { WorkbookCheck } from './compose-check';

export function countOf(issues: readonly Issue[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number => issues.filter((issue) => issue.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

export function lastCheckOf({ issues, stages, signatures = [] }: WorkbookCheck): LastCheck {
  const signed = [...new Set(signatures.map(({ stage }) => stage))];
  return {
    ...(signed.length === 0 ? {} : { signoffs: Object.fromEntries(signed.map((key) => [key, signatureLine(signatures.filter(({ stage }) => stage === key), 'zh')])) }),
    summary: lastCheckLine(countOf(issues)),
    stages: Object.fromEntries(stages.map((stage) => [stage.key, stageState(stage, 'zh')])),
  };
}
