/** Arithmetic of months on serial dates, as DATE, MONTH and DAY of a spreadsheet do it. A serial that is no date gives 0. */
import { FIRST_DATE, LAST_DATE, daysInMonth, partsOf, serialOf } from '../codec/date';

function shifted(serial: number, months: number, day: (year: number, month: number, day: number) => number): number {
  if (!(serial >= FIRST_DATE && serial < LAST_DATE + 1) || !Number.isFinite(months)) return 0;
  const { year, month, day: of } = partsOf(serial);
  const total = year * 12 + (month - 1) + Math.trunc(months);
  const toYear = Math.floor(total / 12);
  if (toYear < 1900 || toYear > 9999) return 0;
  const toMonth = total - toYear * 12 + 1;
  return serialOf(toYear, toMonth, day(toYear, toMonth, of));
}

/** The same day of the month so many months later, at most the month's last day; the time of day is dropped. */
export function addMonthsTo(serial: number, months: number): number {
  return shifted(serial, months, (year, month, day) => Math.min(day, daysInMonth(year, month)));
}

export function monthEndOf(serial: number): number {
  return shifted(serial, 0, daysInMonth);
}

/** The months of a window, the first and the last cut to it. Empty when the window is. */
export function monthsOf(low: number, high: number): readonly { readonly low: number; readonly high: number }[] {
  const months: { low: number; high: number }[] = [];
  for (let start = low; start <= high && start > 0; ) {
    const end = monthEndOf(start);
    months.push({ low: start, high: Math.min(end, high) });
    start = end + 1;
  }
  return months;
}
