/** What the tables and pictures of the case of annex F are made of, gathered from the sheets of a workbook; no sentences. */
import type { MetricChange, MetricResult } from './metric-result';

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

/** A problem of 附录D with the line of 附录E that answers it; '' for what is not written. */
export interface CaseProblem {
  readonly number: string;
  readonly problem: string;
  readonly cause: string;
  /** The line's; while there is none, the opinion of the diagnosis. */
  readonly method: string;
  readonly tools: string;
  /** The metric that the line, or else the diagnosis, names, where it has a figure after. */
  readonly figure: CaseFigure | null;
}
