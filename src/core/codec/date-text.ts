/**
 * Dates as people and exports write them, taken apart without guessing: a year of four digits in front tells the order,
 * a year at the end leaves day and month open, a year of two digits is refused.
 */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Fraction of the day. */
  readonly time: number;
}

export type DateReading =
  | { readonly kind: 'date'; readonly date: WrittenDate }
  /** Year last: `first` and `second` are day and month in an order that the text does not tell. */
  | { readonly kind: 'open'; readonly first: number; readonly second: number; readonly year: number; readonly time: number }
  | { readonly kind: 'year-short' }
  | { readonly kind: 'no-time' }
  | { readonly kind: 'none' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = /(?:[T\s]+|(?<=日))(?:(上午|下午|[ap]\.?m\.?)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap]\.?m\.?))?(?:\s*[+-]\d{2}:?\d{2})?$/i;
const YEAR_FIRST = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/;
const CHINESE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})$/;
const SHORT = /^(\d{1,2})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/;
const NAMED = /^(\d{1,2})[-\s/.]*([a-z]{3,9})[-\s/.,]*(\d{4}|\d{2})$|^([a-z]{3,9})[\s.]*(\d{1,2})\s*,?\s*(\d{4})$/i;

/** `text` is folded to plain characters. Whether the day exists is not looked at here. */
export function readDate(text: string): DateReading {
  const clock = CLOCK.exec(text);
  const time = clock === null ? 0 : timeOf(clock);
  if (time === null) return { kind: 'no-time' };
  const day = (clock === null ? text : text.slice(0, clock.index)).replace(/\s*(?:星期|周)[一二三四五六日天]$/u, '');
  const first = YEAR_FIRST.exec(day);
  if (first !== null) return date(first[1], first[3], first[4], time);
  const plain = CHINESE.exec(day) ?? COMPACT.exec(day);
  if (plain !== null) return date(plain[1], plain[2], plain[3], time);
  const last = YEAR_LAST.exec(day);
  if (last !== null) return { kind: 'open', first: Number(last[1]), second: Number(last[3]), year: Number(last[4]), time };
  if (SHORT.test(day)) return { kind: 'year-short' };
  return named(day, time);
}

/** 5-Jun-2024, Jun 5, 2024. */
function named(day: string, time: number): DateReading {
  const match = NAMED.exec(day);
  if (match === null) return { kind: 'none' };
  const name = (match[2] ?? match[4] ?? '').toLowerCase();
  const month = monthNamed(name);
  if (month === 0) return { kind: 'none' };
  const year = match[3] ?? match[6] ?? '';
  return year.length === 2 ? { kind: 'year-short' } : date(year, String(month), match[1] ?? match[5], time);
}

const FULL = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** 1 to 12 for an English month name or its first three letters, otherwise 0. */
export function monthNamed(name: string): number {
  const lower = name.toLowerCase();
  return (lower === 'sept' ? 8 : MONTHS.indexOf(lower) >= 0 ? MONTHS.indexOf(lower) : FULL.indexOf(lower)) + 1;
}

function date(year: string | undefined, month: string | undefined, day: string | undefined, time: number): DateReading {
  return { kind: 'date', date: { year: Number(year), month: Number(month), day: Number(day), time } };
}

/** Fraction of the day; null when there is no such time. 24:00 is not a time of the day. */
function timeOf(clock: RegExpExecArray): number | null {
  const half = (clock[1] ?? clock[5] ?? '').toLowerCase();
  let hour = Number(clock[2]);
  const [minute, second] = [Number(clock[3]), Number(clock[4] ?? 0)];
  if (half !== '') {
    if (hour > 12 && half !== '下午' && half !== '上午') return null;
    const afternoon = half === '下午' || half.startsWith('p');
    if (afternoon && hour < 12) hour += 12;
    else if (!afternoon && hour === 12) hour = 0;
  }
  return hour > 23 || minute > 59 || second > 59 ? null : (hour * 3600 + minute * 60 + second) / 86_400;
}
