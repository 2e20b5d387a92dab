/** The one thing that only a gate says; all else that is missing comes with the code of its rule. */
import type { Severity } from '../../issue/issue';

interface Declared {
  readonly severity: Severity;
  readonly params: readonly string[];
}

export const stageIssues = {
  /** Errors in the rows of a raw-data sheet, which the figures of the step rest on. */
  'stage/data-errors': { severity: 'error', params: ['count'] },
} as const satisfies Readonly<Record<string, Declared>>;
