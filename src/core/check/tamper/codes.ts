/**
 * What people's editors do to a generated sheet: severity and the parameters that the sentences need. `column` is a header
 * or a label, `range` the cells that are meant where they are more than one. An error changes or loses a figure; a
 * warning opens the door to one; an info is said so that nobody wonders.
 */
import type { Severity } from '../../issue/issue';

interface Declared {
  readonly severity: Severity;
  readonly params: readonly string[];
}

export const tamperIssues = {
  /** A value stands where a formula was generated; `value` is the first of the range. */
  'formula/overwritten': { severity: 'error', params: ['range', 'value'] },
  /** Another formula stands there; `formula` is the first of the range. */
  'formula/changed': { severity: 'error', params: ['range', 'formula'] },
  /** Nothing stands there. */
  'formula/deleted': { severity: 'error', params: ['range'] },
  /** The formula lost what it refers to (#REF!): cells, columns or a sheet were deleted. */
  'formula/broken': { severity: 'error', params: ['range'] },
  /** The formula is as generated, but shows an error. */
  'formula/error': { severity: 'error', params: ['range', 'value'] },
  /** A defined name that formulas use is gone or refers to nothing. */
  'name/lost': { severity: 'error', params: ['name'] },
  /** A generated sheet is there under another name. */
  'sheet/renamed': { severity: 'error', params: ['found'] },
  /** A column of somebody's own among the columns of a raw-data sheet. */
  'column/inserted': { severity: 'info', params: ['column'] },
  /** Rows below the table's last row. */
  'rows/outside-table': { severity: 'info', params: ['range', 'rows'] },
  /** Rows with entries that are hidden, by hand or by a filter. */
  'rows/hidden': { severity: 'info', params: ['range', 'rows'] },
  'rows/filtered': { severity: 'info', params: ['range', 'rows'] },
  /** A column with entries that is hidden. */
  'column/hidden': { severity: 'info', params: ['column'] },
  /** Merged cells among raw rows: only the first one keeps its value. */
  'merge/data': { severity: 'error', params: ['range'] },
  /** Merged cells that hide a cell to fill. */
  'merge/form': { severity: 'error', params: ['range', 'column'] },
  /** A cell rule is gone, or another stands in its place. */
  'rule/missing': { severity: 'warning', params: ['column', 'range'] },
  'rule/changed': { severity: 'warning', params: ['column', 'range'] },
  /** Only the hint that is shown on selecting the cell is gone. */
  'rule/prompt': { severity: 'info', params: ['column', 'range'] },
  /** The mark of missing entries is gone. */
  'rule/mark': { severity: 'warning', params: ['range'] },
  /** Cells of a code that are no longer text: long codes typed there lose digits. `format` is the first one found. */
  'format/code': { severity: 'warning', params: ['column', 'range', 'format'] },
  /** Cells of a date that show plain numbers. */
  'format/date': { severity: 'warning', params: ['column', 'range', 'format'] },
} as const satisfies Readonly<Record<string, Declared>>;

export type TamperCode = keyof typeof tamperIssues;

export function isTamperCode(code: string): code is TamperCode {
  return Object.hasOwn(tamperIssues, code);
}
