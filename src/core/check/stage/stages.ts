/**
 * The steps of clause 6 as the chapters of clause 7 count them. Each builds on the one before; records (7.8) are kept all along
 * and wait for nothing.
 */
export interface StageDef {
  /** Clause number, the `stage` of the forms. */
  readonly key: string;
  /** The step must be done before this one is worked on. */
  readonly after: string | null;
  /** Fields of 首页 that the step needs: beginnings of their keys. */
  readonly home: readonly string[];
}

export const STAGES: readonly StageDef[] = [
  // 7.1.1 the enterprise, 7.1.2 the personnel matched to it
  { key: '7.1', after: null, home: ['enterprise.', 'agency.'] },
  { key: '7.2', after: '7.1', home: [] },
  { key: '7.3', after: '7.2', home: [] },
  { key: '7.4', after: '7.3', home: [] },
  { key: '7.5', after: '7.4', home: [] },
  // The periods that are compared, and the raw rows.
  { key: '7.6', after: '7.5', home: ['periods.', 'asOf'] },
  { key: '7.7', after: '7.6', home: [] },
  { key: '7.8', after: null, home: [] },
];

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
};
