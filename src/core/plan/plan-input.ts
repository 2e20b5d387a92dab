/** All that a plan is assembled from. */
import type { RawFacts } from '../check/consistency/raw-facts';
import type { WorkbookContent } from '../model/content';
import type { MetricLabel } from '../model/computed-cells';
import type { FieldPlace } from '../model/form';
import type { MetricChange, MetricResult } from '../model/metric-result';
import type { PeriodKey } from '../model/period';
import type { PlanWords } from './plan-words';

export interface PlanInput {
  readonly content: Pick<WorkbookContent, 'chosen' | 'entries' | 'periods'>;
  readonly fields: Readonly<Record<string, readonly FieldPlace[]>>;
  readonly metrics: readonly MetricLabel[];
  readonly results: readonly MetricResult[];
  readonly changes: readonly Pick<MetricChange, 'key' | 'verdict'>[];
  readonly raw: Pick<RawFacts, 'staff'>;
  readonly words: PlanWords;
  /** Blanked cells are proposed anew. */
  readonly renew?: boolean;
}

export function valueOf({ results }: Pick<PlanInput, 'results'>, metric: string, period: PeriodKey): number | null {
  return results.find((result) => result.key === metric && result.period === period && result.status === 'ok')?.value ?? null;
}
