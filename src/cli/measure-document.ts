/** The document of `zhisheng measure --json`. Other programs rely on its shape: docs/cli.md. */
import type { Measurement } from '../app/measure';
import { isoOf } from '../core/codec/date';
import type { WorkbookContent } from '../core/model/content';
import type { MetricChange, MetricResult } from '../core/model/metric-result';
import type { Period } from '../core/model/period';

type IsoPeriod = readonly [start: string, end: string];

export interface MeasureDocument {
  readonly file: string;
  readonly asOf: string | null;
  readonly periods: { readonly baseline: IsoPeriod; readonly current: IsoPeriod } | null;
  readonly metrics: readonly MetricResult[];
  readonly changes: readonly MetricChange[];
}

export function isoPeriod({ start, end }: Period): IsoPeriod {
  return [isoOf(start), isoOf(end)];
}

export function measureDocument(file: string, { periods }: WorkbookContent, { results, changes }: Measurement): MeasureDocument {
  if (periods === null) return { file, asOf: null, periods: null, metrics: [], changes: [] };
  return {
    file,
    asOf: isoOf(periods.asOf),
    periods: { baseline: isoPeriod(periods.baseline), current: isoPeriod(periods.current) },
    metrics: results,
    changes: changes.map(({ key, difference, interval, test, verdict }) => ({ key, difference, interval, test, verdict })),
  };
}
