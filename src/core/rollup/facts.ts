/**
 * What the roll-up keeps of one workbook: figures and states, never a row of its data, never the name of a person. One line of
 * NDJSON each; the same workbook gives the same facts, whoever reads it and however often.
 */
import type { Basis, MetricStatus, MetricUnit, Verdict } from '../model/metric-result';
import type { StageState } from '../check/stage/stage-status';

/** Raised whenever the shape or the meaning of a fact changes: older facts are then made anew. */
export const FACTS_VERSION = 2;

/** One file as the roll-up found it. */
interface Line {
  readonly facts: number;
  /** As it was listed: what people see. */
  readonly file: string;
  /** Tells this state of the file from a later one. */
  readonly version: string;
}

export interface Figure {
  readonly status: MetricStatus;
  readonly basis: Basis;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

export interface MetricFact {
  readonly key: string;
  /** Version of the definition that the figures were computed by, and the one that the workbook names; null where it names none. */
  readonly version: number;
  readonly written: number | null;
  readonly unit: MetricUnit;
  /** Null for metrics that are themselves a comparison. */
  readonly baseline: Figure | null;
  readonly current: Figure;
  readonly difference: number | null;
  readonly verdict: Verdict;
}

export interface StageFact {
  readonly key: string;
  readonly state: StageState;
  /** Cells that the step requires, and those that are filled. */
  readonly total: number;
  readonly done: number;
}

export type SealState = 'none' | 'holds' | 'changed' | 'broken';

/** Who signs, in the order of the sheet. */
export const SIGNERS = ['agency', 'enterprise'] as const;
export type Signer = (typeof SIGNERS)[number];

export interface CaseFact {
  /** Characters of F.2 a) to e). */
  readonly length: number;
  /** Part of F.2 -> digests of its text as it is, and of its text without names, digits and punctuation; parts too short to tell are left out. */
  readonly parts: Readonly<Record<string, { readonly exact: string; readonly gist: string }>>;
}

export interface BookFacts extends Line {
  readonly kind: 'book';
  /** Id of the workbook, the same in all of its copies; '' where it has none. */
  readonly workbook: string;
  readonly enterprise: string;
  readonly uscc: string;
  readonly usccRight: boolean;
  /** GB/T 4754 division, two digits; '' where none is given. */
  readonly division: string;
  /** Key of `cityOf`; '' where neither the code nor the entry tells. */
  readonly city: string;
  readonly size: string;
  readonly agency: string;
  /** First and last day, ISO 8601; null while 首页 lacks them. */
  readonly baseline: readonly [string, string] | null;
  readonly current: readonly [string, string] | null;
  readonly asOf: string | null;
  readonly stages: readonly StageFact[];
  readonly errors: number;
  readonly warnings: number;
  /** Requirements of 5.1 to 5.3. */
  readonly requirements: { readonly met: number; readonly notMet: number; readonly open: number };
  /** Records of 7.8: formed, listed; and of the five that 7.8.2 a) to e) names. */
  readonly records: { readonly formed: number; readonly listed: number; readonly named: number };
  /** Who signed every step that the workbook has, so that it still holds, and the last day where days are written. */
  readonly signed: Readonly<Partial<Record<Signer, string>>>;
  /** Steps that were edited after somebody signed them, by clause number. */
  readonly editedSteps: readonly string[];
  /** Findings of the review that nobody closed. */
  readonly openFindings: number;
  /** Sealed sheets that are not as they were, or what else was edited after signing. */
  readonly seal: { readonly state: SealState; readonly at: string; readonly changes: number };
  readonly case: CaseFact;
  /** Metrics of which something is known. */
  readonly metrics: readonly MetricFact[];
}

/** A file that cannot be rolled up, with its reason. */
export interface AsideFacts extends Line {
  readonly kind: 'aside';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Facts = BookFacts | AsideFacts;

export function isBook(facts: Facts): facts is BookFacts {
  return facts.kind === 'book';
}
