/**
 * Use case: everything in a workbook that breaks a rule, cell by cell, row by row and between the sheets, and how far each
 * step of clause 6 has come. What reading it brought up (changed headers, damage) comes first in each sheet, then its cells and
 * rows from the top.
 */
import { capTotal } from '../core/check/cap-total';
import { checkFields } from '../core/check/check-fields';
import { checkPeriods, type DateEntry, type PeriodEntries } from '../core/check/check-periods';
import { checkRows } from '../core/check/check-rows';
import { checkSide } from '../core/check/check-side';
import { CHECK_LIMITS, type CheckLimits } from '../core/check/collector';
import { checkConsistency } from '../core/check/consistency/check-consistency';
import { readRawFacts } from '../core/check/consistency/raw-facts';
import { stageStatus, type StageStatus } from '../core/check/stage/stage-status';
import type { Issue } from '../core/issue/issue';
import { address } from '../core/model/address';
import type { WorkbookContent } from '../core/model/content';
import type { FieldPlace } from '../core/model/form';
import type { FormDef } from '../core/model/form-def';
import type { MetricResult } from '../core/model/metric-result';
import type { RawSheetDef } from '../core/model/raw-sheet';

export interface CheckInput {
  readonly content: WorkbookContent;
  readonly readIssues: readonly Issue[];
  /** Every metric of this content by its default definition, in both periods: whoever shows the figures has them already. */
  readonly results: readonly MetricResult[];
  /** Raw-data sheet key -> column key -> column of the sheet, where they do not stand in the order of the template. */
  readonly places?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface CheckedStandard {
  readonly rawSheets: readonly RawSheetDef[];
  /** Form key -> its fields. */
  readonly fields: Readonly<Record<string, readonly FieldPlace[]>>;
  readonly library: { readonly forms: readonly Pick<FormDef, 'key' | 'sheet' | 'stage'>[] };
}

export interface WorkbookLimits extends CheckLimits {
  /** Issues of the whole workbook that are listed. */
  readonly total: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = { ...CHECK_LIMITS, total: 5000 };

export interface WorkbookCheck {
  /** Forms first, in the order of the standard, then raw-data sheets; in each by row, issues of the whole sheet first. */
  readonly issues: readonly Issue[];
  readonly stages: readonly StageStatus[];
}

/** Defined names of the five dates on 首页. */
const DATE_NAMES = {
  baselineStart: '提升前_开始',
  baselineEnd: '提升前_结束',
  currentStart: '提升后_开始',
  currentEnd: '提升后_结束',
  asOf: '数据截止日',
} as const satisfies Readonly<Record<keyof PeriodEntries, string>>;

/** Throws `RangeError` for a limit that is none. */
export function checkWorkbook(input: CheckInput, standard: CheckedStandard, limits: WorkbookLimits = WORKBOOK_LIMITS): WorkbookCheck {
  const { content } = input;
  const { rawSheets, fields, library } = standard;
  const sheets = [...Object.values(fields).flatMap((formFields) => formFields[0]?.sheet ?? []), ...rawSheets.map(({ sheet }) => sheet)];
  const issues = sorted([...input.readIssues, ...withinSheets(input, standard, limits), ...betweenSheets(input, standard, limits)], sheets);
  // The steps count everything, listed or not.
  return { issues: capTotal(issues, limits.total), stages: stageStatus({ content, forms: library.forms, fields, rawSheets, issues }) };
}

function withinSheets({ content, readIssues, places = {} }: CheckInput, { rawSheets, fields }: CheckedStandard, limits: WorkbookLimits): readonly Issue[] {
  const chosen = new Set(content.chosen);
  const issues: Issue[] = [];
  for (const [form, formFields] of Object.entries(fields)) {
    if (chosen.has(form)) issues.push(...checkForm(formFields, content.entries[form] ?? {}));
  }
  for (const def of rawSheets) {
    if (!chosen.has(def.key)) continue;
    const found = places[def.key];
    const options = { limits, absent: absentColumns(def, readIssues), ...(found === undefined ? {} : { places: found }) };
    issues.push(...checkRows(def, content.rows[def.key] ?? [], options), ...checkSide(def, content.side[def.key] ?? []));
  }
  return issues;
}

function betweenSheets({ content, results, places = {} }: CheckInput, { rawSheets, fields }: CheckedStandard, limits: WorkbookLimits): readonly Issue[] {
  const chosen = new Set(content.chosen);
  const raw = readRawFacts(rawSheets.filter(({ key }) => chosen.has(key)), content.rows, content.periods?.asOf ?? null, places);
  return checkConsistency({ content, fields, results, raw }, limits);
}

type Entries = WorkbookContent['entries'][string];

function checkForm(fields: readonly FieldPlace[], entries: Entries): readonly Issue[] {
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

/** Columns that the reader did not find: one issue says so, not one per cell. */
function absentColumns(def: RawSheetDef, readIssues: readonly Issue[]): ReadonlySet<string> {
  const headers = new Set(readIssues.filter(({ code, sheet }) => code === 'header/missing' && sheet === def.sheet).map(({ params }) => params['column']));
  return new Set(def.columns.filter(({ header }) => headers.has(header)).map(({ key }) => key));
}

/** Sheets in the given order, others after them; in a sheet by row, then in the order in which they came. */
function sorted(issues: readonly Issue[], sheets: readonly string[]): readonly Issue[] {
  const order = new Map(sheets.map((sheet, i) => [sheet, i]));
  const sheetOf = ({ sheet }: Issue): number => order.get(sheet) ?? sheets.length;
  const placed = issues.map((issue, i) => ({ issue, i, sheet: sheetOf(issue), row: rowOf(issue) }));
  placed.sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.i - b.i);
  return placed.map(({ issue }) => issue);
}

/** What was not listed is said at the end of the sheet, what concerns the whole sheet at its beginning. */
function rowOf({ cell, code }: Issue): number {
  if (cell === '') return code.startsWith('check/') ? Infinity : 0;
  return Number(/\d+$/.exec(cell)?.[0] ?? 0);
}
