/** What drafted texts of 成效总结 and 附录F are made of: figures and problems as the workbook has them, no sentences. */
import type { MetricLabel } from './computed-cells';
import type { MetricChange, MetricResult } from './metric-result';
import type { Periods } from './period';

/** What became of a metric; as much of it as is known. */
export type DraftChange = Pick<MetricChange, 'key' | 'verdict'> & Partial<MetricChange> & { readonly reason?: string | null; readonly tested?: boolean };

/** A metric that has a figure now. */
export interface DraftFigure {
  readonly metric: MetricLabel;
  /** Null where it has none, or compares the periods itself. */
  readonly before: MetricResult | null;
  readonly after: MetricResult;
  readonly change: DraftChange;
}

/** A problem of 附录D with the line of the plan that answers it; '' and null for what is not there. */
export interface DraftProblem {
  readonly number: string;
  readonly problem: string;
  readonly cause: string;
  readonly method: string;
  readonly tools: string;
  readonly owner: string;
  /** ISO. */
  readonly start: string;
  readonly end: string;
  readonly target: number | null;
  readonly figure: DraftFigure | null;
}

export interface SummaryFacts {
  readonly periods: Periods;
  /** Every metric that has a figure now. */
  readonly figures: readonly DraftFigure[];
  /** The five kinds of 7.6, null where one has no figure. */
  readonly kinds: readonly (DraftFigure | null)[];
  readonly problems: readonly DraftProblem[];
}

export interface CaseFactsToDraft extends SummaryFacts {
  readonly enterprise: string;
  readonly city: string;
  readonly industry: string;
  /** 小型, 微型; '' while it cannot be told. */
  readonly size: string;
  readonly employees: number | null;
  readonly products: readonly string[];
  /** What the survey found of the market. */
  readonly market: string;
  readonly agency: string;
  /** Of 7.5.2 to 7.5.5; '' and null for what is not there. */
  readonly group: { readonly day: number | null; readonly post: string };
  readonly briefed: number | null;
  readonly aware: number | null;
  readonly trained: { readonly leaders: number | null; readonly system: number | null; readonly staff: number | null };
  /** Raw-data sheets that have rows, and all their rows. */
  readonly sheets: number;
  readonly rows: number;
  /** An analysis that goes furthest, for an example. */
  readonly asked: { readonly problem: string; readonly answers: readonly string[] } | null;
  /** Opinions of 7.5.6, and what those that were adopted changed. */
  readonly opinions: number;
  readonly adopted: readonly string[];
  readonly attachments: readonly string[];
}

/** A sentence of a draft. 0 stays; of the others the greatest rank is left out first where a part grows too long. */
export interface RankedSentence {
  readonly text: string;
  readonly rank: number;
}

export type CaseParts<T> = Readonly<Record<'intro' | 'problems' | 'results' | 'highlights' | 'lessons', T>>;
