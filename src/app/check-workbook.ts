/**
 * Use case: everything in a workbook that breaks a rule, cell by cell, row by row and between the sheets, and how far each
 * step of clause 6 has come. What reading it brought up (changed headers, damage) comes first in each sheet, then its cells and
 * rows from the top.
 */
import { checkRows } from '../core/check/check-rows';
import { checkSide } from '../core/check/check-side';
import { checkConsistency } from '../core/check/consistency/check-consistency';
import { readRawFacts } from '../core/check/consistency/raw-facts';
import type { Issue } from '../core/issue/issue';
import type { WorkbookContent } from '../core/model/content';
import type { MetricChange, MetricResult } from '../core/model/metric-result';
import type { RawSheetDef } from '../core/model/raw-sheet';
import { NO_STATES, signatureStates, signoffIssues, type SignedStates } from '../core/review/check-signoffs';
import { checkForm } from './check-form';
import { composeCheck, WORKBOOK_LIMITS, type CheckedStandard, type WorkbookCheck, type WorkbookLimits } from './compose-check';

export interface CheckInput {
  readonly content: WorkbookContent;
  readonly readIssues: readonly Issue[];
  /** Every metric of this content by its default definition, in both periods: whoever shows the figures has them already. */
  readonly results: readonly MetricResult[];
  /** What became of each metric from one period to the other. */
  readonly changes: readonly Pick<MetricChange, 'key' | 'verdict'>[];
  /** What was signed, by code. */
  readonly signed?: SignedStates;
  /** Tabs of the file, where there is one. */
  readonly sheetNames?: readonly string[];
  /** Raw-data sheet key -> column key -> column of the sheet, where they do not stand in the order of the template. */
  readonly places?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Throws `RangeError` for a limit that is none. */
export function checkWorkbook(input: CheckInput, standard: CheckedStandard, limits: WorkbookLimits = WORKBOOK_LIMITS): WorkbookCheck {
  const signatures = signatureStates(input.content, input.signed ?? NO_STATES, standard);
  return composeCheck([...input.readIssues, ...withinSheets(input, standard, limits), ...betweenSheets(input, standard, limits), ...signoffIssues(signatures, standard)], input.content, standard, limits, signatures);
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

function betweenSheets({ content, results, changes, sheetNames, places = {} }: CheckInput, { rawSheets, fields }: CheckedStandard, limits: WorkbookLimits): readonly Issue[] {
  const chosen = new Set(content.chosen);
  const raw = readRawFacts(rawSheets.filter(({ key }) => chosen.has(key)), content.rows, content.periods?.asOf ?? null, places);
  return checkConsistency({ content, fields, results, changes, raw, ...(sheetNames === undefined ? {} : { sheetNames }) }, limits);
}

/** Columns that the reader did not find: one issue says so, not one per cell. */
export function absentColumns(def: RawSheetDef, readIssues: readonly Issue[]): ReadonlySet<string> {
  const headers = new Set(readIssues.filter(({ code, sheet }) => code === 'header/missing' && sheet === def.sheet).map(({ params }) => params['column']));
  return new Set(def.columns.filter(({ header }) => headers.has(header)).map(({ key }) => key));
}
