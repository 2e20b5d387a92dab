/** A workbook as the rules across sheets see it: forms, measured metrics, and what the rows say. */
import type { WorkbookContent } from '../../model/content';
import type { FieldPlace } from '../../model/form';
import type { MetricChange, MetricResult, Verdict } from '../../model/metric-result';
import type { PeriodKey, Periods } from '../../model/period';
import { createFormFacts, type FormFacts } from './form-facts';
import { NO_RAW_FACTS, type RawFacts } from './raw-facts';

export interface ConsistencyInput {
  readonly content: Pick<WorkbookContent, 'chosen' | 'entries' | 'periods'>;
  /** Form key -> its fields. */
  readonly fields: Readonly<Record<string, readonly FieldPlace[]>>;
  /** Every metric by its default definition, in both periods. */
  readonly results: readonly MetricResult[];
  /** What became of each metric. */
  readonly changes?: readonly Pick<MetricChange, 'key' | 'verdict'>[];
  readonly raw?: RawFacts;
  /** Tabs of the file, where there is one. */
  readonly sheetNames?: readonly string[];
}

export interface WorkbookFacts {
  readonly periods: Periods | null;
  readonly results: readonly MetricResult[];
  readonly raw: RawFacts;
  /** Tabs of the file; null where they are not known. */
  readonly sheetNames: readonly string[] | null;
  /** Null where the form was not chosen. */
  form(key: string): FormFacts | null;
  /** Null where nothing is known of the change. */
  verdict(metricKey: string): Verdict | null;
  /** Null where the metric was not measured, or could not be. */
  value(metricKey: string, period: PeriodKey): number | null;
  /** The metric that people mean by its name as the lists print it. */
  named(name: string): MetricResult | null;
}

export function createWorkbookFacts({ content, fields, results, changes = [], raw = NO_RAW_FACTS, sheetNames }: ConsistencyInput): WorkbookFacts {
  const chosen = new Set(content.chosen);
  const forms = new Map(
    Object.entries(fields)
      .filter(([key]) => chosen.has(key))
      .map(([key, places]) => [key, createFormFacts(places, content.entries[key] ?? {})]),
  );
  return {
    periods: content.periods,
    results,
    raw,
    sheetNames: sheetNames ?? null,
    form: (key) => forms.get(key) ?? null,
    verdict: (metric) => changes.find(({ key }) => key === metric)?.verdict ?? null,
    value: (key, period) => results.find((result) => result.key === key && result.period === period && result.status === 'ok')?.value ?? null,
    named: (name) => results.find((result) => result.name === name) ?? null,
  };
}
