/** The months of one metric with their control limits, as a chart of its own: what the page of a metric shows. */
import { runChart, scaleOf } from '../../core/chart/chart-specs';
import { monthSeries, type SeriesMonth } from '../../core/chart/month-series';
import { monthName } from '../../core/chart/run-cells';
import { METRICS } from '../../core/metric/metrics';
import type { Measured } from '../../core/metric/measure-metrics';
import type { ChartPoints, ChartSpec } from '../../core/model/chart-spec';
import type { PeriodKey } from '../../core/model/period';
import { runTitle } from '../../core/text/chart-text';
import type { Language } from '../../core/text/cli';
import { chartSeriesName } from '../../core/text/chart-series';
import { InputError } from '../input-error';
import type { Measurement } from '../measure';

/** Fewer months with data make no chart. */
const LEAST_POINTS = 3;

/** Throws `InputError` (`desk/no-metric`: `metric`). */
export function monthChart(metric: string, language: Language, { measured, changes }: Pick<Measurement, 'measured' | 'changes'>): ChartSpec | null {
  const def = METRICS.find(({ key }) => key === metric);
  if (def === undefined) throw new InputError('desk/no-metric', { metric });
  const of = (period: PeriodKey): Measured | null => measured.find((each) => each.def === def && each.period === period) ?? null;
  const [baseline, current] = [of('baseline'), of('current')];
  if (baseline === null || current === null) return null;
  const series = monthSeries(baseline, current, changes.find(({ key }) => key === metric)?.verdict ?? 'not-comparable');
  const { months, restarted } = series;
  if (months.filter(({ value }) => value !== null).length < LEAST_POINTS) return null;
  const name = language === 'zh' ? def.name : def.nameEn;
  const points = (value: (month: SeriesMonth) => string | number | null): ChartPoints => ({ ref: '', values: months.map((month) => value(month)) });
  const texts = {
    title: runTitle({ name, restarted, limits: months.some(({ upper }) => upper !== null), signals: months.filter(({ rules }) => rules.length > 0).map(({ low }) => monthName(low)) }, language),
    // Whoever cannot see it is told the months: the pane has them.
    description: name,
    ref: '',
  };
  const chart = runChart(metric, texts, {
    categories: points(({ low }) => monthName(low)),
    baseline: points(({ period, value }) => (period === 'baseline' ? value : null)),
    current: points(({ period, value }) => (period === 'current' ? value : null)),
    center: points(({ center }) => center),
    lower: points(({ lower }) => lower),
    upper: points(({ upper }) => upper),
    signal: points(({ rules, value }) => (rules.length === 0 ? null : value)),
  }, scaleOf(def, 1));
  return { ...chart, series: chart.series.map((one) => ({ ...one, name: chartSeriesName(one.name, language) })) };
}
