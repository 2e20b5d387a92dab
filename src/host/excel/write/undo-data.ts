/**
 * How a step is taken back, as data, so that it can be kept in the workbook while the change goes on and be done by whoever
 * opens it next. Each may be done where its step was not, or twice; what is about a sheet that is gone is left out.
 */
import type { ConditionalFormatSpec } from '../../../core/model/sheet-spec';
import type { Raw } from '../api';
import type { RawValidation } from './rules';

export type PutEntry = readonly [row: number, column: number, typed: Raw, format: string | null];

export type Undo =
  | { readonly what: 'delete-sheet'; readonly sheet: string }
  | { readonly what: 'put'; readonly sheet: string; readonly cells: readonly PutEntry[] }
  | { readonly what: 'clear'; readonly sheet: string; readonly ref: string }
  | { readonly what: 'protect'; readonly sheet: string; readonly options: Readonly<Record<string, unknown>> }
  | { readonly what: 'unprotect'; readonly sheet: string }
  | { readonly what: 'name'; readonly name: string; readonly refersTo: string | null }
  | { readonly what: 'property'; readonly name: string; readonly value: string | null }
  | { readonly what: 'delete-chart'; readonly sheet: string; readonly name: string }
  /** The whole sheet from its copy; then the formulas, which name the copy now. */
  | { readonly what: 'copy-back'; readonly sheet: string; readonly from: string; readonly formulas: readonly PutEntry[] }
  | { readonly what: 'resize'; readonly sheet: string; readonly table: string; readonly ref: string }
  | { readonly what: 'validations'; readonly sheet: string; readonly ref: string; readonly before: readonly { readonly ref: string; readonly raw: RawValidation }[] }
  | { readonly what: 'conditionals'; readonly sheet: string; readonly spec: ConditionalFormatSpec; readonly before: readonly { readonly formula: string; readonly refs: readonly string[] }[] }
  /** The marks of problems that the sheet had. */
  | { readonly what: 'marks'; readonly sheet: string; readonly refs: readonly string[] }
  | { readonly what: 'looks'; readonly sheet: string; readonly areas: readonly { readonly ref: string; readonly properties: readonly (readonly unknown[])[] }[] }
  /** Heights in points by row. */
  | { readonly what: 'row-heights'; readonly sheet: string; readonly rows: readonly (readonly [row: number, height: number])[] }
  | { readonly what: 'column-format'; readonly sheet: string; readonly column: number; readonly format: string };
