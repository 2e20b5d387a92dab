/** Checks the periods and the as-of date on 首页: clause 7.6 compares before and after, which needs two periods that allow it. */
import { isoOf } from '../codec/date';
import type { Issue } from '../issue/issue';
import type { CellValue } from '../model/cell';
import type { Period } from '../model/period';
import { checkIssues, type CheckIssueCode } from './codes';

/** Days by which the lengths may differ: a leap year against another. The same slack decides whether metrics are compared. */
const LENGTH_SLACK = 1;

/** A date cell of 首页. */
export interface DateEntry {
  readonly sheet: string;
  readonly cell: string;
  readonly clause: string;
  readonly label: string;
  readonly value: CellValue;
}

export interface PeriodEntries {
  readonly baselineStart: DateEntry;
  readonly baselineEnd: DateEntry;
  readonly currentStart: DateEntry;
  readonly currentEnd: DateEntry;
  readonly asOf: DateEntry;
}

/** Values that are no dates are the matter of `checkFields`; here they only keep a comparison from being made. */
export function checkPeriods(entries: PeriodEntries): readonly Issue[] {
  const { baselineStart, baselineEnd, currentStart, currentEnd, asOf } = entries;
  const issues: Issue[] = [];
  const raise = (code: CheckIssueCode, at: DateEntry, params: Issue['params']): void => {
    issues.push({ code, severity: checkIssues[code].severity, sheet: at.sheet, cell: at.cell, clause: at.clause, params });
  };
  for (const entry of [baselineStart, baselineEnd, currentStart, currentEnd, asOf]) {
    if (entry.value === null || entry.value === '') raise('period/missing', entry, { column: entry.label });
  }
  const baseline = periodOf(baselineStart, baselineEnd);
  const current = periodOf(currentStart, currentEnd);
  const known = dayOf(asOf);
  for (const [key, period, end] of [['baseline', baseline, baselineEnd], ['current', current, currentEnd]] as const) {
    if (period !== null && period.end < period.start) raise('period/reversed', end, { period: key, start: isoOf(period.start), end: isoOf(period.end) });
  }
  if (baseline !== null && current !== null && baseline.start <= baseline.end && current.start <= current.end) {
    if (baseline.end >= current.start) raise('period/overlap', currentStart, { baselineEnd: isoOf(baseline.end), currentStart: isoOf(current.start) });
    else if (Math.abs(days(baseline) - days(current)) > LENGTH_SLACK) raise('period/length', currentEnd, { baselineDays: days(baseline), currentDays: days(current) });
  }
  if (known !== null && baseline !== null && known < baseline.end) raise('period/as-of-early', asOf, { asOf: isoOf(known), baselineEnd: isoOf(baseline.end) });
  else if (known !== null && current !== null && known < current.start) raise('period/as-of-before-current', asOf, { asOf: isoOf(known), currentStart: isoOf(current.start) });
  return issues;
}

function dayOf({ value }: DateEntry): number | null {
  return typeof value === 'number' && value >= 61 && value < 2_958_466 ? Math.floor(value) : null;
}

function periodOf(start: DateEntry, end: DateEntry): Period | null {
  const [from, to] = [dayOf(start), dayOf(end)];
  return from === null || to === null ? null : { start: from, end: to };
}

function days({ start, end }: Period): number {
  return end - start + 1;
}
