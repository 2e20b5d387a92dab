/** What assembling did, and what it leaves to people: data, no sentences. */
import type { CellValue } from '../model/cell';
import type { CellPlace } from '../check/consistency/cell-place';
import type { Act } from './proposal';

/** Where the program proposes. */
export type PlanForm = 'D' | 'causes' | 'E' | 'implementation' | 'results' | 'F' | 'records';

export interface CellOutcome {
  readonly form: PlanForm;
  /** Key of the field. */
  readonly key: string;
  /** Field of 建议 that keeps the proposal. */
  readonly memory: string;
  readonly at: CellPlace;
  readonly label: string;
  /** Number of the problem; '' for cells of no line. */
  readonly number: string;
  readonly act: Act;
  readonly was: CellValue;
  readonly now: CellValue;
}

/** What people have to decide, or should know. Parameters as in the sentences. */
export interface PlanNote {
  readonly code: PlanNoteCode;
  /** Null for the workbook as a whole. */
  readonly at: CellPlace | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export type PlanNoteCode =
  | 'plan/no-problems'
  | 'plan/number-missing'
  | 'plan/number-twice'
  | 'plan/cause-missing'
  | 'plan/metric-open'
  | 'plan/target-open'
  | 'plan/baseline-open'
  | 'plan/owner-open'
  | 'plan/dates-open'
  | 'plan/line-left'
  | 'plan/line-dismissed'
  | 'plan/opinion-open'
  | 'plan/time-open'
  | 'plan/confirmation-open'
  | 'plan/result-open'
  | 'plan/record-where'
  | 'plan/record-who';

/** A metric that no problem covers though it got worse with evidence or misses its target. */
export interface Offer {
  readonly metric: string;
  readonly name: string;
  readonly because: 'worsened' | 'missed';
  readonly item: string;
  /** Drafted wording of the problem. */
  readonly problem: string;
}

export interface PlanOutcome {
  /** Every cell that the assembly is about, with what became of it, form by form. */
  readonly cells: readonly CellOutcome[];
  readonly notes: readonly PlanNote[];
  readonly offers: readonly Offer[];
  /** Numbers of the lines of the plan, in their order. */
  readonly lines: readonly string[];
}
