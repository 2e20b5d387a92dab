/** What a computed cell may look at, and what it gives. */
import { isCellError, type CellValue } from '../../model/cell';
import type { ComputedCells, MetricLabel } from '../../model/computed-cells';
import type { FormReference } from '../../model/form-def';

/** Formula (absent for a constant), the value it has now, and how to show it. */
export interface Computation {
  readonly formula?: string;
  readonly value: CellValue;
  readonly format?: string;
}

export interface FieldRef {
  /** Absolute reference, with the sheet's name when it is another sheet's. */
  readonly ref: string;
  readonly value: CellValue;
}

export interface StageCount {
  /** References to the cells that the stage must fill, adjoining cells as ranges. */
  readonly refs: readonly string[];
  readonly total: number;
  readonly filled: number;
}

export interface ComputeScope {
  /** A field of the form by its key as the rule gives it: within the row or block first, then in the form. */
  field(key: string): FieldRef;
  fieldOf(form: string, key: string): FieldRef | null;
  /** What was typed in a field of 首页. */
  home(key: string): CellValue;
  stage(): StageCount;
  /** Label of the row's metric. */
  readonly metric: MetricLabel | null;
  readonly cells: ComputedCells;
  readonly reference: FormReference;
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
