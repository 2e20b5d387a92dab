/**
 * What a sheet says besides the contents of its cells, as it is in a file: merged cells, hidden lines, cell rules, tables,
 * number formats. References are A1 strings, rows and columns are numbers (1 = A).
 */
import type { ValidationSpec } from './sheet-spec';

/** Rows or columns that follow each other, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

export interface FoundValidation {
  /** Where it holds; a paste leaves several pieces. */
  readonly refs: readonly string[];
  /** Null for a rule of a kind that no generated sheet has. */
  readonly rule: ValidationSpec['rule'] | null;
  /** `none`: anything may be typed, whatever the rule says. */
  readonly severity: ValidationSpec['severity'] | 'none';
}

/** A conditional format by formula; those of other kinds are people's own and are not listed. */
export interface FoundConditionalFormat {
  readonly refs: readonly string[];
  /** Written for the first cell of the first reference. */
  readonly formula: string;
}

/** Cells of a column under each other that have one number format. `count` is less than the lines where a host gathered several runs into one. */
export interface FormatRun extends Lines {
  readonly column: number;
  readonly format: string;
  readonly count: number;
}

export interface SheetStructure {
  readonly merges: readonly string[];
  readonly hiddenRows: readonly Lines[];
  readonly hiddenColumns: readonly Lines[];
  /** A filter is set, so that hidden rows may be its work. */
  readonly filtered: boolean;
  readonly validations: readonly FoundValidation[];
  readonly conditionalFormats: readonly FoundConditionalFormat[];
  readonly tables: readonly { readonly name: string; readonly ref: string }[];
  /** Number formats of whole columns, without escapes and quotes; General where there is none. */
  readonly columnFormats: readonly (Lines & { readonly format: string })[];
  /** By column, downwards. Beyond the host's limit one run per column and format gathers the rest. */
  readonly cellFormats: readonly FormatRun[];
}
