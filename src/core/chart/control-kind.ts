/** Which control chart a metric's months ask for: proportions p, counts over an exposure u, all others individuals with moving ranges. */
import type { MetricDef } from '../metric/metric-def';
import type { ControlKind } from '../stats/control-limits';

export function controlKindOf({ family }: Pick<MetricDef, 'family'>): ControlKind {
  return family === 'proportion' ? 'p' : family === 'countRate' ? 'u' : 'individuals';
}
