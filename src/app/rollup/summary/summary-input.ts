/** What the summary workbook is made of, and how it names things. */
import { METRICS } from '../../../core/metric/metrics';
import type { MetricDef } from '../../../core/metric/metric-def';
import { divisionOf } from '../../../core/reference/industry';
import type { Definition } from '../../../core/rollup/definition';
import type { AsideFacts } from '../../../core/rollup/facts';
import type { Finding } from '../../../core/rollup/findings';
import type { Tables } from '../../../core/rollup/tables';
import { basisLabel } from '../../../core/text/labels';
import { MIXED_BASIS } from '../../../core/text/rollup-sheet-text';

export interface SummaryInput {
  readonly tables: Tables;
  readonly findings: readonly Finding[];
  readonly aside: readonly AsideFacts[];
  /** ISO 8601. */
  readonly at: string;
  readonly found: number;
  readonly passed: number;
}

const BY_KEY = new Map(METRICS.map((def) => [def.key, def]));

/** Throws RangeError for a metric that this version of the program does not know: facts of another version are not read. */
export function metricOf(key: string): MetricDef {
  const def = BY_KEY.get(key);
  if (def === undefined) throw new RangeError(`no metric ${key}`);
  return def;
}

/** Place among all metrics. */
export function metricOrder(key: string): number {
  return METRICS.findIndex((def) => def.key === key);
}

/** `34 通用设备制造业`. */
export function divisionName(code: string): string {
  const division = divisionOf(code);
  return division === undefined ? code : `${code} ${division.name}`;
}

export function basisWord(basis: Definition['basis']): string {
  return basis === 'mixed' ? MIXED_BASIS : basisLabel(basis, 'zh');
}

/** Number formats of a value and of a difference of the metric. */
export function formatsOf({ unit, unitText }: Pick<MetricDef, 'unit' | 'unitText'>): { readonly value: string; readonly difference: string } {
  const percent = unit === 'ratio' && unitText === undefined;
  const digits = percent ? '0.0%' : unit === 'count' ? '#,##0' : '#,##0.0';
  return { value: digits, difference: `+${digits};-${digits};${digits}` };
}
