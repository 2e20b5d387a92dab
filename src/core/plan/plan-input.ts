/** All that a plan is assembled from. */
import type { RawFacts } from '../check/consistency/raw-facts';
import type { WorkbookContent } from '../model/content';
import type { MetricLabel } from '../model/computed-cells';
import type { FieldPlace } from '../model/form';
import type { DraftChange } from '../model/draft-facts';
import type { MetricResult } from '../model/metric-result';
import type { PeriodKey } from '../model/period';
import type { PlanWords } from './plan-words';

export interface RawContents {
  /** Products of the enterprise, main ones first. */
  readonly products: readonly string[];
  /** Raw-data sheets that have rows, and all their rows. */
  readonly sheets: number;
  readonly rows: number;
  /** Metric key -> names of the sheets that it is computed from. */
  readonly sources: ReadonlyMap<string, string>;
}

export interface PlanInput {
  readonly content: Pick<WorkbookContent, 'chosen' | 'entries' | 'periods'>;
  readonly fields: Readonly<Record<string, readonly FieldPlace[]>>;
  readonly metrics: readonly MetricLabel[];
  readonly results: readonly MetricResult[];
  readonly changes: readonly DraftChange[];
  readonly raw: Pick<RawFacts, 'staff'>;
  /** What the raw-data sheets hold; texts are drafted without it, but say less. */
  readonly data?: RawContents;
  readonly words: PlanWords;
  /** Blanked cells are proposed anew. */
  readonly renew?: boolean;
}

export function valueOf({ results }: Pick<PlanInput, 'results'>, metric: string, period: PeriodKey): number | null {
  return results.find((result) => result.key === metric && result.period === period && result.status === 'ok')?.value ?? null;
}
