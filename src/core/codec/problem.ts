/**
 * What can be wrong in one cell, with the parameters that its sentence needs. Callers add `column` (the header) and, on
 * import, `row` (the row of the source). `value` is always the text as it was found. All are errors.
 */
export const cellProblems = {
  /** Blank, and the column is required. */
  'cell/required': [],
  /** Not of the column's kind; `kind` is a `ValueKind`. */
  'cell/kind': ['value', 'kind'],
  /** The cell holds a spreadsheet error such as `#N/A`. */
  'cell/error': ['value'],
  /** Not among the choices; `choices` joined with 、. */
  'cell/choice': ['value', 'choices'],
  /** Outside the inclusive bounds; `bound` is `min` or `max`, `limit` its value. */
  'cell/range': ['value', 'bound', 'limit'],
  /** A count that is not a whole number. */
  'cell/not-whole': ['value'],
  /** Two readings, e.g. `1,5`: fifteen tenths or a misplaced thousands separator. */
  'cell/number-ambiguous': ['value'],
  /** 03-06-2011: day or month first cannot be told from the cell alone; `dmy` and `mdy` are the two readings, ISO. */
  'cell/date-order': ['value', 'dmy', 'mdy'],
  /** The date contradicts the order that the column has; `order` is `ymd`, `dmy` or `mdy`. */
  'cell/date-order-contradiction': ['value', 'order'],
  /** A two-digit year: the century is not guessed. */
  'cell/year-short': ['value'],
  /** 2023-02-30, 1900-02-29, month 13, hour 25. */
  'cell/no-such-date': ['value'],
  /** A long code that a spreadsheet turned into a number: its last digits are gone (9.13205E+17). */
  'cell/code-lost': ['value'],
  /** Not a 统一社会信用代码; `reason` is `length`, `alphabet` or `check`. */
  'cell/uscc': ['value', 'reason'],
  /** Not a division of GB/T 4754-2017. */
  'cell/industry': ['value'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CellProblemCode = keyof typeof cellProblems;

export interface Problem {
  readonly code: CellProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}
