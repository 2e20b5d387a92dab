/** What keeps a step of clause 6 from being done, besides blank cells. */

/** The step whose figures rest on the raw rows. */
export const DATA_STAGE = '7.6';

/**
 * Warnings that keep a step from being done, since the standard asks for what is missing; '' for the step of the sheet in
 * which they stand. Errors always do, in the step of their sheet.
 */
export const GATING_WARNINGS: Readonly<Record<string, string>> = {
  'consistency/eligibility-open': '',
  'consistency/size-figure-missing': '',
  'consistency/size-code-needed': '',
  'consistency/gap-unlinked': '',
  'consistency/cause-repeats': '',
  'consistency/says-nothing': '',
  // Said in 附录D, mended in the plan.
  'consistency/problem-unanswered': '7.4',
  'consistency/plan-baseline-missing': '',
  'consistency/plan-resources': '',
  'consistency/group-head': '',
  'consistency/training-level': '',
  'consistency/kind-missing': '',
  'consistency/kind-evidence': '',
  'consistency/record-missing': '',
  'consistency/finding-open': '',
};

/** Errors that count for the step which their parameter `stage` names. */
export const OF_NAMED_STAGE: ReadonlySet<string> = new Set(['consistency/sign-broken', 'consistency/sign-lost']);

/** Issues that count for the step of the sheet which their parameter `form` names, not of the one in which they stand. */
export const OF_NAMED_SHEET: ReadonlySet<string> = new Set(['consistency/finding-open']);
