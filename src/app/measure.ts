/** Use case: every metric of a workbook in both periods, the changes between them, and the variants worth showing. */
import { HOME_KEY } from '../core/form/form-context';
import { changeOf, type Change } from '../core/metric/change-of';
import { intervalOf } from '../core/metric/interval-of';
import { measureMetrics, type Measured } from '../core/metric/measure-metrics';
import type { MetricDef } from '../core/metric/metric-def';
import { METRICS, VARIANTS } from '../core/metric/metrics';
import { PARETOS } from '../core/metric/paretos';
import type { WorkbookContent } from '../core/model/content';
import type { MetricResult } from '../core/model/metric-result';
import { SUMMARY_KEY } from './make-content';

export interface VariantResult extends MetricResult {
  /** Id of the variant, e.g. `average-of-ends`, and its name in the field. */
  readonly variant: string;
  readonly label: string;
}

export interface Measurement {
  readonly results: readonly MetricResult[];
  /** One per metric, in the order of the metrics. */
  readonly changes: readonly Change[];
  readonly variants: readonly VariantResult[];
  /** All that the metric sheets are built from. */
  readonly measured: readonly Measured[];
  /** What the Pareto charts count; empty where only the metrics were wanted. */
  readonly paretos: readonly Measured[];
}

/** What `measure` measures. */
export const MEASURED: readonly MetricDef[] = [...METRICS, ...VARIANTS];

/** Forms with entries that figures depend on. */
export const MEASURED_FORMS: ReadonlySet<string> = new Set([HOME_KEY, SUMMARY_KEY]);

export function measure(content: WorkbookContent): Measurement {
  const all = measureMetrics([...MEASURED, ...PARETOS.map(({ def }) => def)], content);
  const metrics = new Set(MEASURED);
  return { ...measurementOf(all.filter(({ def }) => metrics.has(def)), content.periods), paretos: all.filter(({ def }) => !metrics.has(def)) };
}

/** From the figures of `MEASURED`. */
export function measurementOf(measured: readonly Measured[], periods: WorkbookContent['periods']): Measurement {
  const of = (def: MetricDef, period: 'baseline' | 'current'): Measured | undefined => measured.find((m) => m.def === def && m.period === period);
  return {
    measured,
    paretos: [],
    results: measured.filter(({ def }) => def.variant === undefined).map(resultOf),
    changes: METRICS.flatMap((def) => {
      const current = of(def, 'current');
      return current === undefined ? [] : [changeOf(of(def, 'baseline') ?? null, current, periods)];
    }),
    variants: measured.flatMap((m) => (m.def.variant === undefined ? [] : [{ ...resultOf(m), variant: m.def.variant.id, label: m.def.variant.label }])),
  };
}

export function resultOf(measured: Measured): MetricResult {
  const { def, period, outcome, rows } = measured;
  return {
    key: def.key, item: def.item, name: def.name, version: def.version, period,
    status: outcome.status, reason: outcome.reason, basis: outcome.basis,
    numerator: outcome.numerator, denominator: outcome.denominator, value: outcome.value,
    unit: def.unit, better: def.better,
    interval: intervalOf(measured),
    rows,
  };
}
