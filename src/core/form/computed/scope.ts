/** What a computed cell may look at, and what it gives. */
import { isCellError, type CellValue } from '../../model/cell';
import type { ComputedCells, MetricLabel } from '../../model/computed-cells';
import type { FormReference } from '../../model/form-def';
import type { CountFormulas } from './required-count';

/** Formula (absent for a constant), the value it has now, and how to show it. */
export interface Computation {
  readonly formula?: string;
  readonly value: CellValue;
  readonly format?: string;
  /** What the program says of the file as it writes it; see `CellSpec`. */
  readonly stamp?: true;
}

export interface FieldRef {
  /** Absolute reference, with the sheet's name when it is another sheet's. */
  readonly ref: string;
  readonly value: CellValue;
}

export interface StageCount {
  /** Cells that the stage requires now, and those of them that are filled. */
  readonly total: number;
  readonly filled: number;
  /** The same as formulas; '' where there is nothing to count. */
  readonly formulas: CountFormulas;
  /** Where 首页 shows the counts of this stage. */
  readonly cells: { readonly total: string; readonly filled: string };
  /** What the last check said; '' when there was none. */
  readonly gate: string;
}

export interface ComputeScope {
  /** A field of the form by its key as the rule gives it: within the row or block first, then in the form. */
  field(key: string): FieldRef;
  fieldOf(form: string, key: string): FieldRef | null;
  /** What stands before the keys of fields in the row or block, e.g. `lines[2].`. */
  readonly prefix: string;
  /** What was typed in a field of 首页. */
  home(key: string): CellValue;
  stage(): StageCount;
  /** What the last check said of the signatures of the row's step; '' without any. */
  signoff(): string;
  /** Label of the row's metric. */
  readonly metric: MetricLabel | null;
  readonly cells: ComputedCells;
  readonly reference: FormReference;
  /** What the last check said, in one line. */
  readonly lastCheck: string;
}

export const NOTHING: Computation = { value: null };

/** A text as a formula writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** What the cell counts as in N(): numbers as they are, TRUE as 1, all else 0. */
export function numberOf(value: CellValue): number {
  if (typeof value === 'number') return value;
  return value === true ? 1 : 0;
}

/** What the cell is as text in a formula; null for errors, which a formula passes on. */
export function textOf(value: CellValue): string {
  if (value === null || isCellError(value)) return '';
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
