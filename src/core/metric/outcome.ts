/** From the parts of a metric to its status and value. The sheet's status cell asks the same questions in the same order. */
import type { Summary } from '../model/content';
import type { Basis, MetricStatus, RowCounts } from '../model/metric-result';
import type { MetricDef } from './metric-def';
import { holds, numberOf, type Parts } from './scalar';

export interface Outcome {
  readonly status: MetricStatus;
  readonly reason: string | null;
  readonly basis: Basis;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

/** True for counts and products, which have no denominator of their own. */
export function hasDenominator(def: MetricDef): boolean {
  return def.denominator !== undefined && def.denominator.op !== 'number';
}

export const NOT_MEASURED: Outcome = { status: 'no-data', reason: 'periods-missing', basis: 'rows', numerator: null, denominator: null, value: null };

/** Rows stand above 汇总填报: a summary counts only where no row falls into the period. */
export function outcomeOf(def: MetricDef, parts: Parts, counts: RowCounts, tooManyGroups: boolean, summary: Summary | undefined): Outcome {
  if (counts.used + counts.notDue === 0) {
    if (def.summary && summary !== undefined && summary.numerator !== null) return ofSummary(def, summary, summary.numerator);
    return { ...NOT_MEASURED, reason: 'no-rows' };
  }
  if (counts.used === 0) return { ...NOT_MEASURED, status: 'not-applicable', reason: 'not-due' };
  if (tooManyGroups) return { ...NOT_MEASURED, status: 'not-applicable', reason: 'too-many-groups' };
  const numerator = finite(numberOf(def.numerator, parts));
  const denominator = hasDenominator(def) && def.denominator !== undefined ? finite(numberOf(def.denominator, parts)) : null;
  const failed = (status: MetricStatus, reason: string): Outcome => ({ status, reason, basis: 'rows', numerator, denominator, value: null });
  const guard = def.guards?.find(({ when }) => holds(when, parts));
  if (guard !== undefined) return failed(guard.status, guard.reason);
  if (hasDenominator(def) && (denominator === null || denominator === 0)) return failed('not-applicable', 'zero-denominator');
  const value = finite(def.value === undefined ? (numerator ?? Number.NaN) / (denominator ?? 1) : numberOf(def.value, parts));
  if (value === null) return failed('not-applicable', 'zero-denominator');
  return { status: 'ok', reason: null, basis: 'rows', numerator, denominator, value };
}

function ofSummary(def: MetricDef, summary: Summary, numerator: number): Outcome {
  const denominator = hasDenominator(def) ? summary.denominator : null;
  const outcome = { basis: 'summary', numerator, denominator } as const;
  const failed = (reason: string): Outcome => ({ ...outcome, status: 'not-applicable', reason, value: null });
  if (!hasDenominator(def)) return { ...outcome, status: 'ok', reason: null, value: numerator };
  if (denominator === null) return failed('invalid-summary');
  if (denominator === 0) return failed(def.family === 'time' ? 'no-failure' : 'zero-denominator');
  if (def.family === 'proportion' && (numerator < 0 || numerator > denominator)) return failed('invalid-summary');
  return { ...outcome, status: 'ok', reason: null, value: numerator / denominator };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
