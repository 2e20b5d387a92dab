/** The sentences of charts; they come from the text tables. */
import type { MetricDef } from '../metric/metric-def';
import type { MonthSeries } from './month-series';

export interface ChartWords {
  /** What became of the metric, with its figures. */
  changeTitle(def: MetricDef): string;
  /** What the months show. */
  runTitle(def: MetricDef, series: MonthSeries): string;
  /** For people who cannot see the chart. */
  changeDescription(def: MetricDef): string;
  runDescription(def: MetricDef, series: MonthSeries): string;
}
