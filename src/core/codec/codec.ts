/** What every codec offers: a cell or a text from a file -> the value that is stored, or what is wrong with it. */
import type { CellValue, SheetCell } from '../model/cell';
import type { CellProblemCode, Problem } from './problem';

/** Order of day and month where the year comes last; `ymd` when there are no such dates. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** What a codec needs to know about the column; a `RawColumnDef` and a `FieldPlace` fit. */
export interface CodecContext {
  readonly choices?: readonly string[];
  readonly open?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Decided from the whole column, or said by the user. Without it 03-06-2011 is refused. */
  readonly dateOrder?: DateOrder;
  /** `,` when the whole column shows that it is the decimal mark. */
  readonly decimal?: '.' | ',';
  /** False where `12%` is refused. Whole numbers and money never take it. */
  readonly percent?: boolean;
}

export type Decoded = { readonly value: CellValue } | { readonly problem: Problem };

export type SourceCell = SheetCell | string;

export interface Codec {
  /** A blank gives the value null. */
  readonly decode: (cell: SourceCell, context: CodecContext) => Decoded;
  /** Number format of the column. */
  readonly format: string;
}

export const NOTHING: Decoded = { value: null };

export function problem(code: CellProblemCode, value: CellValue, params: Readonly<Record<string, string | number>> = {}): Decoded {
  return { problem: { code, params: { value: shown(value), ...params } } };
}

/** A value as text, for messages. */
export function shown(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}
