/** Real rows of other years as rows of today: all dates of a table moved by the same number of days, the rest as it is. */
import { isDate, isoOf, partsOf, serialOf } from '../core/codec/date';
import type { SourceGrid, SourceValue } from '../core/model/source-table';

export interface DateMove {
  /** Headers of the date columns. */
  readonly columns: readonly string[];
  readonly order: 'ymd' | 'dmy';
  readonly days: number;
}

/** The table's texts, header first, with the dates moved and written as they were (`1996-07-04`, `03-06-2011`). Throws `RangeError` for what is no such date. */
export function moveDates({ rows }: SourceGrid, move: DateMove, keep: (cell: (header: string) => string) => boolean = () => true): readonly (readonly string[])[] {
  const [first, ...rest] = rows;
  const header = (first?.cells ?? []).map(text);
  const moved = new Set(move.columns.map((column) => header.indexOf(column)));
  if (moved.has(-1)) throw new RangeError(`no column among ${move.columns.join(', ')} in ${header.join(', ')}`);
  const kept = rest.map(({ cells }) => cells.map(text)).filter((cells) => keep((name) => cells[header.indexOf(name)] ?? ''));
  return [header, ...kept.map((cells) => cells.map((cell, index) => (moved.has(index) && cell !== '' ? moveDate(cell, move) : cell)))];
}

function moveDate(date: string, { order, days }: DateMove): string {
  const [a = 0, month = 0, c = 0] = date.split('-').map(Number);
  const [year, day] = order === 'ymd' ? [a, c] : [c, a];
  if (!isDate(year, month, day)) throw new RangeError(`no such date: ${date}`);
  const serial = serialOf(year, month, day) + days;
  if (order === 'ymd') return isoOf(serial);
  const parts = partsOf(serial);
  return `${String(parts.day).padStart(2, '0')}-${String(parts.month).padStart(2, '0')}-${parts.year}`;
}

function text(cell: SourceValue): string {
  return typeof cell === 'string' ? cell : '';
}
