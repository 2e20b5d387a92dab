/** Which numbers may be read as serial dates. */
import { MAX_SERIAL, serialOf } from './date';

/** A number without a date format counts as a serial date from 1930 to 2099 only: 2024 alone is a year, not 1905-07-16. */
const FROM = serialOf(1930, 1, 1);
const TO = serialOf(2099, 12, 31);

/** A serial that some day has; 60 is the 29 February 1900 that never was. */
export function isSerial(serial: number): boolean {
  return serial >= 1 && serial < MAX_SERIAL + 1 && Math.floor(serial) !== 60;
}

export function isPlausibleSerial(serial: number): boolean {
  return serial >= FROM && serial < TO + 1;
}
