/**
 * 同期: the day of the baseline that answers to a day of the current period. Counted in months where both periods begin on
 * the same day of a month, so that whole months stand against whole months whether a February had 28 days or 29;
 * counted in days otherwise.
 */
import { daysInMonth, partsOf, serialOf } from './date';

/** Serial dates from 61 on; 0 where the day lies before 1900. */
export function sameStretchEnd(baselineStart: number, currentStart: number, end: number): number {
  const [from, to, of] = [partsOf(baselineStart), partsOf(currentStart), partsOf(end)];
  if (from.day !== to.day) return baselineStart + (end - currentStart);
  const month = of.year * 12 + of.month - 1 - ((to.year - from.year) * 12 + to.month - from.month);
  const year = Math.floor(month / 12);
  if (year < 1900 || year > 9999) return 0;
  const last = daysInMonth(year, (month % 12) + 1);
  const isLast = of.day === daysInMonth(of.year, of.month);
  return serialOf(year, (month % 12) + 1, isLast ? last : Math.min(of.day, last));
}
