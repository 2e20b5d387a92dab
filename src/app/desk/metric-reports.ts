/** Every metric with both figures, the change and the months: what the cards and charts show. */
import type { Change } from '../../core/metric/change-of';
import type { Family } from '../../core/metric/metric-def';
import type { MonthFigures } from '../../core/metric/measure-metrics';
import { METRICS } from '../../core/metric/metrics';
import type { Better, MetricResult, MetricUnit } from '../../core/model/metric-result';
import type { PeriodKey } from '../../core/model/period';
import type { Measurement } from '../measure';
import type { Standard } from '../standard';

export interface MetricReport {
  readonly key: string;
  readonly item: string;
  readonly name: string;
  readonly nameEn: string;
  readonly definition: string;
  readonly version: number;
  readonly unit: MetricUnit;
  readonly unitText: string | null;
  readonly better: Better;
  readonly family: Family;
  /** Name of the sheet with its rows. */
  readonly sheet: string;
  /** Null for metrics that are themselves a comparison. */
  readonly baseline: MetricResult | null;
  readonly current: MetricResult | null;
  readonly change: Change | null;
  /** By month of the period; empty without a monthly series. */
  readonly months: Readonly<Record<PeriodKey, readonly MonthFigures[]>>;
}

/** In the order of the metrics. */
export function metricReports({ measured, results, changes }: Measurement, { rawSheets }: Standard): readonly MetricReport[] {
  return METRICS.map((def): MetricReport => {
    const of = (period: PeriodKey): MetricResult | null => results.find((one) => one.key === def.key && one.period === period) ?? null;
    const months = (period: PeriodKey): readonly MonthFigures[] => measured.find((one) => one.def === def && one.period === period)?.months ?? [];
    const { key, item, name, nameEn, definition, version, unit, better, family } = def;
    return {
      key, item, name, nameEn, definition, version, unit, better, family,
      unitText: def.unitText ?? null,
      sheet: rawSheets.find((sheet) => sheet.key === def.populations[0]?.sheet)?.sheet ?? '',
      baseline: of('baseline'), current: of('current'),
      change: changes.find((one) => one.key === def.key) ?? null,
      months: { baseline: months('baseline'), current: months('current') },
    };
  });
}
