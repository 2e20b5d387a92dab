/** The months of one metric with their control limits, as a chart of its own: what the page of a metric shows. */
import { scaleOf } from '../../core/chart/chart-specs';
import { monthSeries, type SeriesMonth } from '../../core/chart/month-series';
import { monthName } from '../../core/chart/run-cells';
import { runPicture } from '../../core/chart/run-picture';
import type { SignalRule } from '../../core/stats/signals';
import { METRICS } from '../../core/metric/metrics';
import type { Measured } from '../../core/metric/measure-metrics';
import type { ChartPoints, ChartSpec } from '../../core/model/chart-spec';
import type { PeriodKey } from '../../core/model/period';
import { runTitle } from '../../core/text/run-title';
import type { Language } from '../../core/text/cli';
import { chartSeriesName } from '../../core/text/chart-series';
import { InputError } from '../input-error';
import type { Measurement } from '../measure';

/** Fewer months with data make no chart. */
const LEAST_POINTS = 3;

/** Throws `InputError` (`desk/no-metric`: `metric`). */
export function monthChart(metric: string, language: Language, { measured, changes }: Pick<Measurement, 'measured' | 'changes'>, rules: ReadonlySet<SignalRule>): ChartSpec | null {
  const def = METRICS.find(({ key }) => key === metric);
  if (def === undefined) throw new InputError('desk/no-metric', { metric });
  const of = (period: PeriodKey): Measured | null => measured.find((each) => each.def === def && each.period === period) ?? null;
  const [baseline, current] = [of('baseline'), of('current')];
  if (baseline === null || current === null) return null;
  const series = monthSeries(baseline, current, changes.find(({ key }) => key === metric)?.verdict ?? 'not-comparable', rules);
  const { months, restarted } = series;
  if (months.length < LEAST_POINTS) return null;
  const name = language === 'zh' ? def.name : def.nameEn;
  // Months without data are gaps.
  const all = [baseline, current].flatMap(({ period, months: its }) => its.map(({ low }) => ({ low, known: months.find((month) => month.period === period && month.low === low) })));
  const points = (value: (month: SeriesMonth) => number | null): ChartPoints => ({ ref: '', values: all.map(({ known }) => (known === undefined ? null : value(known))) });
  const texts = {
    title: runTitle({ name, restarted, limits: months.some(({ upper }) => upper !== null), signals: months.filter(({ rules: found }) => found.length > 0).map(({ low }) => monthName(low)) }, language),
    // Whoever cannot see it is told the months: the pane has them.
    description: name,
    ref: '',
  };
  const chart = runPicture(metric, texts, {
    categories: { ref: '', values: all.map(({ low }) => monthName(low)) },
    baseline: points(({ period, value }) => (period === 'baseline' ? value : null)),
    current: points(({ period, value }) => (period === 'current' ? value : null)),
    center: points(({ center }) => center),
    lower: points(({ lower }) => lower),
    upper: points(({ upper }) => upper),
    signal: points(({ rules: found, value }) => (found.length === 0 ? null : value)),
  }, scaleOf(def, 1));
  return { ...chart, series: chart.series.map((one) => ({ ...one, name: chartSeriesName(one.name, language) })) };
}
