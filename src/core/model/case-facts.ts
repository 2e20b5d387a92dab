/** What the case of annex F is written from, gathered from the sheets of a workbook; no sentences. */
import type { MetricChange, MetricResult } from './metric-result';
import type { Periods } from './period';

/** A metric before and after. */
export interface CaseFigure {
  readonly key: string;
  /** Item of table A.1 or kind of 7.6. */
  readonly item: string;
  readonly name: string;
  /** Unit as printed where the metric has one of its own. */
  readonly unitText?: string;
  /** Null for a metric that compares the periods itself. */
  readonly before: MetricResult | null;
  readonly after: MetricResult;
  readonly change: MetricChange;
}

/** A problem of 附录D with the line of 附录E that answers it; '' and null for what is not written. */
export interface CaseProblem {
  readonly number: string;
  readonly problem: string;
  readonly cause: string;
  readonly opinion: string;
  readonly method: string;
  readonly tools: string;
  readonly owner: string;
  /** Serial dates. */
  readonly start: number | null;
  readonly end: number | null;
  /** The metric that the line, or else the diagnosis, names, where it has a figure after. */
  readonly figure: CaseFigure | null;
  /** Unrounded, in the unit of the metric. */
  readonly target: number | null;
  readonly evidence: string;
}

export interface CaseTraining {
  readonly level: string;
  readonly people: number | null;
  readonly content: string;
}

/** What was found while carrying out the plan, and how the plan was changed (7.5.6). */
export interface CaseOpinion {
  readonly problem: string;
  readonly opinion: string;
  readonly change: string;
  readonly done: boolean;
}

export interface CaseFacts {
  readonly enterprise: {
    readonly name: string;
    readonly city: string;
    readonly industry: string;
    readonly industryCode: string;
    readonly employees: number | null;
    /** 万元. */
    readonly revenue: number | null;
    /** Products by income of the current period, most first. */
    readonly products: readonly string[];
    /** What the survey found of the market (A.1 2.2). */
    readonly market: string;
  };
  readonly agency: string;
  readonly periods: Periods | null;
  readonly problems: readonly CaseProblem[];
  /** Every metric with a figure after, in the order of the standard. */
  readonly figures: readonly CaseFigure[];
  /** Head and members of the working group. */
  readonly group: { readonly head: string; readonly post: string; readonly members: string };
  readonly awareness: { readonly people: number | null; readonly hours: number | null };
  readonly trainings: readonly CaseTraining[];
  readonly opinions: readonly CaseOpinion[];
  readonly idea: string;
}
