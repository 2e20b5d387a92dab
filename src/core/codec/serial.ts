/** Which numbers may be read as serial dates. */
import { isoOf, isoTimeOf, MAX_SERIAL, serialOf } from './date';

/**
 * A number without a date format counts as a serial date from 1930 to 2099 only: 2024 alone is a year, not 1905-07-16. So does
 * 9999-12-31, which says "for ever" in many systems.
 */
export const FIRST_PLAUSIBLE = serialOf(1930, 1, 1);
export const LAST_PLAUSIBLE = serialOf(2099, 12, 31);

/** A serial that some day has; 60 is the 29 February 1900 that never was. */
export function isSerial(serial: number): boolean {
  return serial >= 1 && serial < MAX_SERIAL + 1 && Math.floor(serial) !== 60;
}

/** A number that is shown as a date: the day, with the time where there is one; the number itself where no day has it (-1, 1E+300, a time alone). */
export function serialText(serial: number): string {
  if (!isSerial(serial)) return String(serial);
  return Number.isInteger(serial) ? isoOf(serial) : isoTimeOf(serial);
}

export function isPlausibleSerial(serial: number): boolean {
  return (serial >= FIRST_PLAUSIBLE && serial < LAST_PLAUSIBLE + 1) || Math.floor(serial) === MAX_SERIAL;
}
