/** Checks one form: its cells, and the periods and the as-of date where it has them. */
import { checkFields } from '../core/check/check-fields';
import { checkPeriods, type DateEntry, type PeriodEntries } from '../core/check/check-periods';
import type { Issue } from '../core/issue/issue';
import { address } from '../core/model/address';
import type { WorkbookContent } from '../core/model/content';
import type { FieldPlace } from '../core/model/form';

/** Defined names of the five dates on 首页. */
const DATE_NAMES = {
  baselineStart: '提升前_开始',
  baselineEnd: '提升前_结束',
  currentStart: '提升后_开始',
  currentEnd: '提升后_结束',
  asOf: '数据截止日',
} as const satisfies Readonly<Record<keyof PeriodEntries, string>>;

type Entries = WorkbookContent['entries'][string];

export function checkForm(fields: readonly FieldPlace[], entries: Entries): readonly Issue[] {
  const issues = checkFields(fields, entries);
  const periods = periodEntries(fields, entries);
  if (periods === null) return issues;
  // A missing date is said once, with what it is needed for.
  const dates = new Set(Object.values(periods).map(({ cell }) => cell));
  return [...issues.filter(({ code, cell }) => !(code === 'cell/required' && dates.has(cell))), ...checkPeriods(periods)];
}

/** Null for forms without the dates. */
function periodEntries(fields: readonly FieldPlace[], entries: Entries): PeriodEntries | null {
  const named = (name: string): DateEntry | null => {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) return null;
    return { sheet: field.sheet, cell: address(field.row, field.column), clause: field.clause, label: field.label, value: entries[field.key] ?? null };
  };
  const [baselineStart, baselineEnd, currentStart, currentEnd, asOf] = [
    named(DATE_NAMES.baselineStart), named(DATE_NAMES.baselineEnd), named(DATE_NAMES.currentStart), named(DATE_NAMES.currentEnd), named(DATE_NAMES.asOf),
  ];
  if (!baselineStart || !baselineEnd || !currentStart || !currentEnd || !asOf) return null;
  return { baselineStart, baselineEnd, currentStart, currentEnd, asOf };
}
