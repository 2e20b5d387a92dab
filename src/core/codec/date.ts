/**
 * Serial dates of the 1900 date system: 1 = 1900-01-01, 61 = 1900-03-01. The system counts a 29 February 1900 that never
 * was (60); it is not accepted as a date here. The fraction of a serial is the time of day.
 */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 9999-12-31, the last date a spreadsheet knows. */
export const MAX_SERIAL = 2_958_465;

/** First and last day that measuring takes for a date, 1900-03-01 to 2999-12-31: where all spreadsheets count days alike. */
export const FIRST_DATE = 61;
export const LAST_DATE = 401_768;

const DAY_MS = 86_400_000;
/** Day number of 1899-12-30 counted from 1970-01-01: serials from 61 on are days since then. */
const EPOCH_DAYS = -25_569;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** True for a day of the Gregorian calendar from 1900-01-01 to 9999-12-31. */
export function isDate(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day) &&
    year >= 1900 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** Throws `RangeError` when there is no such day; ask `isDate` first about what people typed. */
export function serialOf(year: number, month: number, day: number): number {
  if (!isDate(year, month, day)) throw new RangeError(`no such date: ${year}-${month}-${day}`);
  const days = Date.UTC(year, month - 1, day) / DAY_MS - EPOCH_DAYS;
  return days < 61 ? days - 1 : days;
}

/** The day of a serial; the time of day is left out. Throws `RangeError` outside 1 to `MAX_SERIAL` and for 60. */
export function partsOf(serial: number): DateParts {
  const day = Math.floor(serial);
  if (!(day >= 1 && day <= MAX_SERIAL) || day === 60) throw new RangeError(`no such serial date: ${serial}`);
  const date = new Date(((day < 60 ? day + 1 : day) + EPOCH_DAYS) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2024-05-06`; the time of day is left out. */
export function isoOf(serial: number): string {
  const { year, month, day } = partsOf(serial);
  return `${year}-${two(month)}-${two(day)}`;
}

/** `2024-05-06 13:45`, with seconds when there are any. Rounded to the second, but not into a day that there is not. Throws as `partsOf` does. */
export function isoTimeOf(serial: number): string {
  const rounded = Math.round(serial * 86_400);
  const day = Math.floor(rounded / 86_400);
  const seconds = day > MAX_SERIAL || day === 60 ? Math.floor(serial) * 86_400 + 86_399 : rounded;
  const ofDay = ((seconds % 86_400) + 86_400) % 86_400;
  const clock = `${two(Math.floor(ofDay / 3600))}:${two(Math.floor(ofDay / 60) % 60)}`;
  const rest = ofDay % 60;
  return `${isoOf(Math.floor(seconds / 86_400))} ${clock}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** The serial of `2024-05-06`, or null when the text is not of that form or there is no such day. */
export function serialOfIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDate(year, month, day) ? serialOf(year, month, day) : null;
}

/** First day of the serial's month. */
export function monthStart(serial: number): number {
  const { year, month } = partsOf(serial);
  return serialOf(year, month, 1);
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
