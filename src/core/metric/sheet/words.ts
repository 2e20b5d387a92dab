/** The words that the metric sheets show; they come from the text table of the language. */
import type { Basis, Better, MetricStatus, Verdict } from '../../model/metric-result';
import type { PeriodKey } from '../../model/period';

export interface SheetWords {
  readonly ok: string;
  /** A status other than ok with its reason; different for every reason. */
  status(status: MetricStatus, reason: string): string;
  basis(basis: Basis): string;
  verdict(verdict: Verdict): string;
  better(better: Better): string;
  period(period: PeriodKey): string;
  /** In place of a verdict where neither period has data. */
  readonly noData: string;
  /** Where a verdict needs a test that only the program can do. */
  readonly byProgram: string;
  /** Fewer than 30. */
  readonly fewRows: string;
}
