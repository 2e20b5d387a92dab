/** Something wrong in what people entered, as data. The sentences are in `core/text`. */
export type Severity = 'error' | 'warning' | 'info';

export interface Issue {
  /** `cell/required`, `cell/kind`, `row/duplicate` ... */
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 reference, or '' for the sheet as a whole. */
  readonly cell: string;
  /** Clause of DB32/T 4918-2024 or item of table A.1. */
  readonly clause: string;
  readonly params: Readonly<Record<string, string | number>>;
}
