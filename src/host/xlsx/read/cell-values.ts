/** The values that a tape's cells hold. */
import { HostError } from '../../../app/ports';
import { address } from '../../../core/model/address';
import type { CellValue } from '../../../core/model/cell';
import { SHIFT_1904 } from '../../../core/model/date-system';
import type { Temporal } from './number-formats';
import { numberOf, readDecimal } from './number-bytes';
import { DECIMAL, ERROR_NAME, NOTHING, PLAIN, READ, SHARED, TRUTH, type RowTape } from './row-tape';
import type { SharedStrings } from './string-table';
import { utf8 } from './xml-text';


export interface ValueContext {
  readonly part: string;
  /** By index of a cell's style. Not needed, and empty, where nobody asks for dates of the 1900 system. */
  readonly formats: readonly Temporal[];
  readonly date1904: boolean;
  readonly readText: (b: Uint8Array, start: number, end: number) => string | null;
}

export function damagedCell(context: ValueContext, tape: RowTape, index: number): HostError {
  return new HostError('xlsx/damaged', { part: context.part, cell: address(tape.row, tape.column(index)) });
}

/** A number as the cell shows it: dates of the 1904 system count from 1900 from here on. */
export function dated(context: ValueContext, style: number, value: number): number {
  return context.date1904 && context.formats[style] === 'date' ? value + SHIFT_1904 : value;
}

const short = new Float64Array(1);

/** Null for nothing but blanks. Throws HostError `xlsx/damaged`. */
export function numberAt(context: ValueContext, tape: RowTape, b: Uint8Array, index: number): number | null {
  const start = tape.startOf(index);
  const end = tape.endOf(index);
  if (readDecimal(b, start, end, short)) return dated(context, tape.style(index), short[0] ?? 0);
  const value = numberOf(utf8(b, start, end) ?? 'NaN');
  if (Number.isNaN(value)) throw damagedCell(context, tape, index);
  return value === null ? null : dated(context, tape.style(index), value);
}

/** Throws HostError `xlsx/damaged`. */
export function textAt(context: ValueContext, tape: RowTape, b: Uint8Array, index: number): string {
  const text = context.readText(b, tape.startOf(index), tape.endOf(index));
  if (text === null) throw damagedCell(context, tape, index);
  return text;
}

/** Throws HostError `xlsx/damaged`. */
export function sharedAt(context: ValueContext, tape: RowTape, strings: SharedStrings, index: number, shared: number): string {
  const text = strings.get(shared);
  if (text === undefined) throw damagedCell(context, tape, index);
  return text;
}

/** The index of a shared string that the cell asks for, -1 when it asks for none. */
export function sharedIndex(tape: RowTape, index: number): number {
  if (tape.kind(index) === SHARED) return tape.startOf(index);
  const value = tape.oddCell(index)?.value;
  return typeof value === 'object' && value !== null && 'shared' in value ? value.shared : -1;
}

/** Any cell's value. Throws HostError `xlsx/damaged`. */
export function valueAt(context: ValueContext, tape: RowTape, b: Uint8Array, index: number, strings: SharedStrings): CellValue {
  switch (tape.kind(index)) {
    case DECIMAL:
      return numberAt(context, tape, b, index);
    case SHARED:
      return sharedAt(context, tape, strings, index, tape.startOf(index));
    case PLAIN:
      return textAt(context, tape, b, index);
    case ERROR_NAME:
      return { error: textAt(context, tape, b, index) };
    case TRUTH:
      return tape.startOf(index) === 1;
    case READ: {
      const odd = tape.oddCell(index);
      const value = odd?.value ?? null;
      if (typeof value === 'object' && value !== null && 'shared' in value) return sharedAt(context, tape, strings, index, value.shared);
      return typeof value === 'number' && odd?.date !== true ? dated(context, odd?.style ?? 0, value) : value;
    }
    case NOTHING:
    default:
      return null;
  }
}
