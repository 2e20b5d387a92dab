/**
 * What the forms show of the metric sheets. The forms know neither where a metric is computed nor how: they ask for a
 * cell and get a formula together with the value it has now.
 */
import type { CellValue } from './cell';
import type { Better, MetricUnit } from './metric-result';

export type ComputedPart = 'baseline' | 'current' | 'difference' | 'verdict' | 'target';

/** What can be looked up of a metric by its name. `unit` is what its figures are counted in, % for rates; `direction` is 1 where more is better, -1 where less is, 0 for a name that is none. */
export type NamedPart = 'baseline' | 'current' | 'verdict' | 'unit' | 'direction';

export interface ComputedCell {
  /** Formula without its leading `=`, valid on any sheet. */
  readonly formula: string;
  /** The cached result. */
  readonly value: CellValue;
  readonly format?: string;
}

export interface ComputedCells {
  /** Null when the workbook does not compute this part of this metric. */
  cell(metricKey: string, part: ComputedPart): ComputedCell | null;
  /** The same of the metric whose name stands in a cell (`reference`, now `name`); '' for a name that is none. Null when nothing is computed. */
  named(reference: string, name: CellValue, part: NamedPart): ComputedCell | null;
}

/** How forms name a metric. */
export interface MetricLabel {
  readonly key: string;
  /** Item of table A.1 or kind of 7.6, e.g. `6.6`, `7.6a`. */
  readonly item: string;
  readonly name: string;
  readonly unit: MetricUnit;
  readonly better: Better;
  /** What the figure is counted in, where it is not the unit's own word, e.g. 比值, 起. */
  readonly unitText?: string;
  /** What is counted above and below the line, in words; '' for the denominator of counts and means without one. */
  readonly numerator: string;
  readonly denominator: string;
}
