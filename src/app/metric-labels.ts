/** How forms name the metrics: what is above and below the line, taken from the definition, which says it once: `A ÷ B；notes`. */
import type { MetricDef } from '../core/metric/metric-def';
import { METRICS } from '../core/metric/metrics';
import { hasDenominator } from '../core/metric/outcome';
import type { MetricLabel } from '../core/model/computed-cells';

export const metricLabels: readonly MetricLabel[] = METRICS.map(labelOf);

function labelOf(def: MetricDef): MetricLabel {
  const { key, item, name, unit, better, unitText } = def;
  const [formula = ''] = def.definition.split('；');
  const [numerator = '', denominator = ''] = formula.split(' ÷ ');
  return { key, item, name, unit, better, numerator, denominator: hasDenominator(def) ? denominator : '', ...(unitText === undefined ? {} : { unitText }) };
}
