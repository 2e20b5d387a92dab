/** Dates that a cell writes as ISO 8601 (ISO/IEC 29500-1, 18.18.11, type `d`). */

/** Days from 1899-12-30, day 0 of the serials, to 1970-01-01. */
const EPOCH = 25_569;

/** Serial of the 1900 system, of a time alone its part of a day; null when it is none. */
export function isoSerial(text: string): number | null {
  const found = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text);
  if (found === null) return null;
  const [, year, month = '', day = '', hour, minute = '0', second = '0'] = found;
  if (year === undefined && hour === undefined) return null;
  const time = (Number(hour ?? 0) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  if (year === undefined) return time;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // 30 February is no date.
  if (date.getUTCMonth() !== Number(month) - 1) return null;
  return date.getTime() / 86_400_000 + EPOCH + time;
}
