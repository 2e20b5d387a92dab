/** Months, stored as the serial of their first day. A date stands for its month. */
import { foldText } from './clean';
import { problem, type Codec, type CodecContext, type Decoded, type SourceCell } from './codec';
import { monthStart, serialOf } from './date';
import { dateOf } from './date-cell';
import { monthNamed } from './date-text';

// 2024.1 is what a spreadsheet makes of both 2024.1 and 2024.10: two readings, so it is not among these.
const YEAR_FIRST = /^(\d{4})\s*(?:[-/年]\s*(\d{1,2})\s*月?份?|\.(0[1-9]|1[0-2]|[2-9])|(0[1-9]|1[0-2]))$/;
const YEAR_LAST = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/;
const NAMED = /^([a-z]{3,9})[-\s/.,]*(\d{4})$|^(\d{4})[-\s/.,]*([a-z]{3,9})$/i;

function decode(cell: SourceCell, context: CodecContext): Decoded {
  const text = foldText(monthText(cell));
  const parts = monthOf(text);
  if (parts !== null) {
    const { year, month } = parts;
    return year >= 1900 && month >= 1 && month <= 12 ? { value: serialOf(year, month, 1) } : problem('cell/no-such-date', text);
  }
  const read = dateOf(cell, 'month', context);
  return 'value' in read && typeof read.value === 'number' ? { value: monthStart(read.value) } : read;
}

/** The text of a cell, and of a number such as 202405 that is a month in digits; '' for all else. */
function monthText(cell: SourceCell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell.value === 'string') return cell.value;
  return typeof cell.value === 'number' && cell.date !== true && /^(19|20)\d{4}$/.test(String(cell.value)) ? String(cell.value) : '';
}

function monthOf(text: string): { readonly year: number; readonly month: number } | null {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return { year: Number(first[1]), month: Number(first[2] ?? first[3] ?? first[4]) };
  const last = YEAR_LAST.exec(text);
  if (last !== null) return { year: Number(last[2]), month: Number(last[1]) };
  const named = NAMED.exec(text);
  const month = named === null ? 0 : monthNamed(named[1] ?? named[4] ?? '');
  return named === null || month === 0 ? null : { year: Number(named[2] ?? named[3]), month };
}

export const monthCodec: Codec = { decode, format: 'yyyy-mm' };
