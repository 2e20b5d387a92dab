/**
 * Content from what was typed: periods and 汇总填报 are read out of the forms, so that the three cannot disagree.
 */
import { HOME_KEY } from '../core/form/form-context';
import type { CellValue } from '../core/model/cell';
import type { Summary, WorkbookContent } from '../core/model/content';
import type { PeriodKey, Periods } from '../core/model/period';
import { FIRST_DATE, LAST_DATE } from '../core/codec/date';

export const SUMMARY_KEY = 'summary';

type Typed = Pick<WorkbookContent, 'chosen' | 'entries' | 'rows' | 'side'>;
type Entries = WorkbookContent['entries'][string];

export function makeContent({ chosen, entries, rows, side }: Typed): WorkbookContent {
  return { chosen, entries, rows, side, periods: periodsIn(entries[HOME_KEY] ?? {}), summaries: summariesIn(entries[SUMMARY_KEY] ?? {}) };
}

/** Null unless all five dates are there and the periods run forward, one after the other. */
export function periodsIn(home: Entries): Periods | null {
  const baseline = { start: day(home['periods.baseline.start']), end: day(home['periods.baseline.end']) };
  const current = { start: day(home['periods.current.start']), end: day(home['periods.current.end']) };
  const asOf = day(home['asOf']);
  if (asOf === null || baseline.start === null || baseline.end === null || current.start === null || current.end === null) return null;
  if (baseline.start > baseline.end || baseline.end >= current.start || current.start > current.end) return null;
  return { baseline: { start: baseline.start, end: baseline.end }, current: { start: current.start, end: current.end }, asOf };
}

const SUMMARY_FIELD = /^metrics\.(.+)\.(baseline|current)\.(numerator|denominator|evidence)$/;

/** 汇总填报 by metric and period; those with nothing in them are left out. */
export function summariesIn(entries: Entries): WorkbookContent['summaries'] {
  const summaries: Record<string, Partial<Record<PeriodKey, Summary>>> = {};
  for (const [key, value] of Object.entries(entries)) {
    const match = SUMMARY_FIELD.exec(key);
    const [, metric, periodName, part] = match ?? [];
    if (metric === undefined || part === undefined || value === null || value === '') continue;
    const period: PeriodKey = periodName === 'baseline' ? 'baseline' : 'current';
    const known = summaries[metric]?.[period] ?? { numerator: null, denominator: null, evidence: '' };
    summaries[metric] = { ...summaries[metric], [period]: { ...known, [part]: part === 'evidence' ? evidence(value) : figure(value) } };
  }
  return summaries;
}

function day(value: CellValue | undefined): number | null {
  return typeof value === 'number' && value >= FIRST_DATE && value < LAST_DATE + 1 ? Math.floor(value) : null;
}

function figure(value: CellValue): number | null {
  return typeof value === 'number' ? value : null;
}

function evidence(value: CellValue): string {
  return typeof value === 'object' ? '' : String(value);
}
