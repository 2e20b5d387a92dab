/** The columns that an expression reads: what decides whether a row holds anything for a metric. */
import type { Bool, Num } from './algebra';
import type { Aggregate, MetricDef } from './metric-def';

function collect(e: Num | Bool, into: Set<string>): void {
  if ('column' in e) into.add(e.column);
  if ('all' in e) for (const each of e.all) collect(each, into);
  if (e.op === 'choose') for (const each of [e.when, e.yes, e.no]) collect(each, into);
  if (e.op === 'addMonths') for (const each of [e.date, e.months]) collect(each, into);
  if (e.op === 'monthEnd') collect(e.date, into);
  if ('a' in e) collect(e.a, into);
  if ('b' in e) collect(e.b, into);
}

/** Column keys that population `index` of the metric looks at, in a stable order. */
export function columnsOf(def: MetricDef, index: number): readonly string[] {
  const columns = new Set<string>();
  const population = def.populations[index];
  if (population === undefined) throw new RangeError(`${def.key} has no population ${index}`);
  for (const e of [population.scope, population.valid, population.due]) if (e !== undefined) collect(e, columns);
  const aggregates: readonly Aggregate[] = [...Object.values(def.parts), ...Object.values(def.grouping?.parts ?? {})];
  for (const { from = 0, of, where, once } of aggregates) {
    if (from !== index) continue;
    for (const e of [of, where]) if (e !== undefined) collect(e, columns);
    if (once !== undefined) columns.add(once.text);
  }
  if (index === 0 && def.grouping?.by.kind !== 'months' && def.grouping !== undefined) columns.add(def.grouping.by.column);
  return [...columns];
}
