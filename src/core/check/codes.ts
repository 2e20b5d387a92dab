/**
 * Every issue that the checks can raise besides the problems of single cells in `core/codec/problem.ts`: its severity and
 * the parameters that its sentence needs. `column` is a header or a label.
 */
import type { Severity } from '../issue/issue';

interface Declared {
  readonly severity: Severity;
  readonly params: readonly string[];
}

export const checkIssues = {
  /** A number stored as text, which formulas do not count. `number` is the number it stands for. */
  'cell/number-as-text': { severity: 'error', params: ['column', 'value', 'number'] },
  /** A date stored as text. `date` is the date it stands for, ISO. */
  'cell/date-as-text': { severity: 'error', params: ['column', 'value', 'date'] },
  /** A date written as a plain number, e.g. 20240506. `date` is the date it stands for, ISO. */
  'cell/date-as-number': { severity: 'error', params: ['column', 'value', 'date'] },
  /** A month stored as a day other than its first. `value` and `month` are ISO dates. */
  'cell/month-day': { severity: 'error', params: ['column', 'value', 'month'] },
  /** A text or code stored as a number: leading zeros are gone, and it equals no text. */
  'cell/text-as-number': { severity: 'warning', params: ['column', 'value'] },
  /** Means a choice, but is not written like it, so that formulas do not count it. `right` is the choice. */
  'cell/spelling': { severity: 'error', params: ['column', 'value', 'right'] },
  /** Right, but not in the form that is stored: lower case, dashes. `right` is that form. */
  'cell/form': { severity: 'warning', params: ['column', 'value', 'right'] },
  /** Letters, digits or blanks of full width. `right` is the text in half width. */
  'cell/full-width': { severity: 'warning', params: ['column', 'value', 'right'] },
  /** Blanks at the ends, or characters that cannot be seen. `right` is the text without them. */
  'cell/space': { severity: 'warning', params: ['column', 'value', 'right'] },
  /** Looks blank, but holds blanks or invisible characters. */
  'cell/blank-text': { severity: 'error', params: ['column'] },
  /** Longer than the field allows. */
  'cell/length': { severity: 'error', params: ['column', 'length', 'limit'] },
  /** A date before the one that must precede it. */
  'row/order': { severity: 'error', params: ['column', 'value', 'other', 'otherValue'] },
  /** A day without the quantity that must stand beside it. */
  'row/quantity': { severity: 'error', params: ['column', 'other'] },
  /** A number above the one that bounds it. */
  'row/exceeds': { severity: 'error', params: ['column', 'value', 'other', 'otherValue'] },
  /** Parts that do not add up to their whole; `parts` joined with +. */
  'row/sum': { severity: 'warning', params: ['column', 'value', 'parts', 'sum'] },
  /** More came than was ordered, beyond what trade allows; `over` and `limit` are percentages. */
  'row/above-order': { severity: 'warning', params: ['column', 'value', 'other', 'otherValue', 'over', 'limit'] },
  /** A cell is blank that belongs to another one; `value` is what that one says. */
  'row/companion': { severity: 'warning', params: ['column', 'other', 'value'] },
  /** A failure later than the warranty lasts; `end` is its last day. */
  'row/after-warranty': { severity: 'warning', params: ['column', 'value', 'end', 'other', 'otherValue'] },
  /** A score below its scale, or a scale that is none; `low` and `high` bound it. */
  'row/scale': { severity: 'error', params: ['column', 'value', 'low', 'high'] },
  /** Two rows of one thing say different things; `key` is the thing, `first` the other row, `firstValue` what it says. */
  'row/uniform': { severity: 'warning', params: ['column', 'value', 'key', 'first', 'firstValue'] },
  /** A row that says the same as another in every cell. */
  'row/repeated': { severity: 'warning', params: ['first'] },
  /** Two rows with one key. `key` is `column=value` joined with 、, `first` the row where it stood before. */
  'row/duplicate': { severity: 'error', params: ['key', 'first'] },
  /** Two times of employment of one person overlap; `first` is the other row. */
  'row/overlap': { severity: 'error', params: ['key', 'first'] },
  /** Weights of the survey items that do not add up to 1; `sum` is what they give. */
  'side/weights': { severity: 'error', params: ['sum'] },
  /** A survey item that has two weights; `first` is the cell where it stood before. */
  'side/item-twice': { severity: 'error', params: ['item', 'first'] },
  /** A chosen sheet is not in the workbook. */
  'sheet/missing': { severity: 'error', params: [] },
  /** A column's header is not in the header row: it was renamed or deleted. */
  'header/missing': { severity: 'error', params: ['column'] },
  /** A header stands twice; `used` is the cell of the column that is read. */
  'header/twice': { severity: 'error', params: ['column', 'used'] },
  /** A header stands elsewhere than the formulas look; `formulas` is the cell where they look. */
  'header/moved': { severity: 'error', params: ['column', 'formulas'] },
  /** One of the five dates that measuring needs is missing. */
  'period/missing': { severity: 'error', params: ['column'] },
  /** The end of a period before its start. */
  'period/reversed': { severity: 'error', params: ['period', 'start', 'end'] },
  /** The baseline period does not end before the current one begins. */
  'period/overlap': { severity: 'error', params: ['baselineEnd', 'currentStart'] },
  /** Periods of different lengths. */
  'period/length': { severity: 'warning', params: ['baselineDays', 'currentDays'] },
  /** The as-of date lies before the end of the baseline period. */
  'period/as-of-early': { severity: 'error', params: ['asOf', 'baselineEnd'] },
  /** The as-of date lies before the current period begins: nothing to measure after the improvement. */
  'period/as-of-before-current': { severity: 'warning', params: ['asOf', 'currentStart'] },
  /** More issues of one kind than are listed. `rule` is the code. */
  'check/capped': { severity: 'info', params: ['column', 'rule', 'count', 'shown'] },
  /** More issues in one sheet than are listed. */
  'check/capped-sheet': { severity: 'info', params: ['count', 'shown'] },
  /** More issues in the workbook than are listed; those that are left out are the least severe. */
  'check/capped-total': { severity: 'info', params: ['count', 'shown'] },
} as const satisfies Readonly<Record<string, Declared>>;

export type CheckIssueCode = keyof typeof checkIssues;

export function isCheckCode(code: string): code is CheckIssueCode {
  return Object.hasOwn(checkIssues, code);
}
