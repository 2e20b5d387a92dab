/** Where targets of metrics are typed: the lines of 附录E and the rows of 成效总结. */
import type { MetricResult } from '../../model/metric-result';
import type { EntryReader } from './form-facts';
import type { WorkbookFacts } from './workbook-facts';

export interface TypedTarget {
  readonly form: 'E' | 'results';
  readonly metric: MetricResult;
  readonly reader: EntryReader;
  /** Key of the target, then of other figures of the metric that are typed beside it. */
  readonly keys: readonly [target: string, ...others: string[]];
  readonly clause: string;
}

const KIND = /^7\.6([a-e])$/;

/** Field keys of a metric in 成效总结: the five kinds have rows of their own. */
export function resultRow({ item, key }: Pick<MetricResult, 'item' | 'key'>): string {
  const kind = KIND.exec(item)?.[1];
  return kind === undefined ? `metrics.${key}` : `kinds.${kind}`;
}

/** One per line of the plan whose metric is known, and one per metric in 成效总结. */
export function targetsOf(workbook: WorkbookFacts): readonly TypedTarget[] {
  const lines = (workbook.form('E')?.rows('lines') ?? []).flatMap((reader): readonly TypedTarget[] => {
    const metric = workbook.named(reader.text('metric'));
    return metric === null ? [] : [{ form: 'E', metric, reader, keys: ['target', 'baseline'], clause: '7.4 e' }];
  });
  const results = workbook.form('results');
  if (results === null) return lines;
  const metrics = workbook.results.filter(({ period }) => period === 'current');
  return [...lines, ...metrics.map((metric): TypedTarget => ({ form: 'results', metric, reader: results, keys: [`${resultRow(metric)}.target`], clause: '7.6' }))];
}
