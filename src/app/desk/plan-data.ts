/** What crosses between the pane and the desk about the plan: how it stands, and what assembling it would do. */
import type { CellPlace } from '../../core/check/consistency/cell-place';
import type { LineField } from '../../core/plan/line-memory';
import type { Offer, PlanNote } from '../../core/plan/plan-outcome';
import type { ProgressState } from '../../core/model/progress-state';

export interface PlanText {
  /** Key of the field in 附录E. */
  readonly key: string;
  readonly label: string;
  readonly at: CellPlace;
  /** As it would be typed, and as it is read. */
  readonly text: string;
  readonly shown: string;
  readonly proposed: boolean;
  readonly why: string;
  /** Of a list; others may be typed where it is open. */
  readonly choices: readonly string[];
  readonly open: boolean;
}

export interface PlanLineReport {
  readonly number: string;
  readonly fields: Readonly<Record<Exclude<LineField, 'number'>, PlanText>>;
  readonly baseline: string;
  readonly state: ProgressState | null;
}

export interface PlanReport {
  readonly sheet: string;
  readonly lines: readonly PlanLineReport[];
  readonly page: readonly PlanText[];
  /** Cells that still hold a proposal. */
  readonly proposals: number;
  /** What assembling would do now. */
  readonly pending: {
    /** Cells that would be filled, and proposals that would be replaced. */
    readonly proposed: number;
    readonly updated: number;
    /** What people have to decide, or should know. */
    readonly notes: readonly PlanNote[];
    /** Metrics that got worse, or miss their target, and that no problem covers. */
    readonly offers: readonly Offer[];
  };
}

export interface AssembleRequest {
  /** Keys of metrics whose offers become problems of 附录D. */
  readonly takeUp: readonly string[];
}
