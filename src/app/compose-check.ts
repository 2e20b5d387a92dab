/** What was found in the parts of a workbook, put together: in order, with the steps of clause 6, and no more than is listed. */
import { capTotal } from '../core/check/cap-total';
import { CHECK_LIMITS, type CheckLimits } from '../core/check/collector';
import { stageStatus, type StageInput, type StageStatus } from '../core/check/stage/stage-status';
import type { Issue } from '../core/issue/issue';
import type { SignatureState } from '../core/review/check-signoffs';
import type { FieldPlace } from '../core/model/form';
import type { FormDef } from '../core/model/form-def';
import type { RawSheetDef } from '../core/model/raw-sheet';

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
  /** Signatures of 审核记录, and whether they hold; absent where there is none. */
  readonly signatures?: readonly SignatureState[];
}

/** `found` in any order. Throws `RangeError` for a limit that is none. */
export function composeCheck(found: readonly Issue[], content: StageInput['content'], { rawSheets, fields, library }: CheckedStandard, { total }: WorkbookLimits, signatures: readonly SignatureState[] = []): WorkbookCheck {
  const sheets = [...Object.values(fields).flatMap((formFields) => formFields[0]?.sheet ?? []), ...rawSheets.map(({ sheet }) => sheet)];
  const issues = sorted(found, sheets);
  // The steps count everything, listed or not.
  return { issues: capTotal(issues, total), stages: stageStatus({ content, forms: library.forms, fields, rawSheets, issues }), ...(signatures.length === 0 ? {} : { signatures }) };
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
