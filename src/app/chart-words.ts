/** The sentences of the charts from what was measured. */
import { monthName } from '../core/chart/run-cells';
import type { ChartWords } from '../core/chart/chart-words';
import { partsOf } from '../core/codec/date';
import type { MetricDef } from '../core/metric/metric-def';
import type { Period, Periods } from '../core/model/period';
import { changeTitle, chartDescription, periodWords, runDescription, runTitle } from '../core/text/chart-text';
import type { Measurement } from './measure';

export function chartWords({ results, changes }: Pick<Measurement, 'results' | 'changes'>, periods: Periods | null): ChartWords {
  const words = periodWords(periods, calendarYear, 'zh');
  const resultOf = (def: MetricDef, period: 'baseline' | 'current'): Measurement['results'][number] | null => results.find((result) => result.key === def.key && result.period === period) ?? null;
  return {
    changeTitle(def) {
      const current = resultOf(def, 'current');
      if (current === null) return def.name;
      return changeTitle({ change: changes.find(({ key }) => key === def.key), baseline: resultOf(def, 'baseline'), current, name: def.name, ...(def.unitText === undefined ? {} : { unitText: def.unitText }) }, words, 'zh');
    },
    runTitle: (def, { months, restarted }) => runTitle({
      name: def.name, restarted, limits: months.some(({ upper }) => upper !== null),
      signals: months.filter(({ rules }) => rules.length > 0).map(({ low }) => monthName(low)),
    }, 'zh'),
    changeDescription: (def) => chartDescription(def.name, 'zh'),
    runDescription: (def) => runDescription(def.name, 'zh'),
  };
}

function calendarYear({ start, end }: Period): number | null {
  const [from, to] = [partsOf(start), partsOf(end)];
  return from.year === to.year && from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31 ? from.year : null;
}
