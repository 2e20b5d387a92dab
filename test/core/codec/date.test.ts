import * as fc from 'fast-check';
import { daysInMonth, isDate, isoOf, isoTimeOf, MAX_SERIAL, monthStart, partsOf, serialOf, serialOfIso } from '../../../src/core/codec/date';

describe('serial dates', () => {
  // As every spreadsheet shows them.
  it.each([
    [1, 1900, 1, 1], [59, 1900, 2, 28], [61, 1900, 3, 1], [366, 1900, 12, 31], [25_569, 1970, 1, 1], [36_526, 2000, 1, 1], [36_585, 2000, 2, 29],
    [45_292, 2024, 1, 1], [45_351, 2024, 2, 29], [2_958_465, 9999, 12, 31],
  ])('%d is %d-%d-%d', (serial, year, month, day) => {
    expect(serialOf(year, month, day)).toBe(serial);
    expect(partsOf(serial)).toEqual({ year, month, day });
  });

  it('know the leap years', () => {
    expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28]);
    expect([isDate(2023, 2, 29), isDate(2024, 2, 29), isDate(2024, 4, 31), isDate(2024, 13, 1), isDate(2024, 1, 0), isDate(1899, 12, 31)]).toEqual([false, true, false, false, false, false]);
  });

  it('refuse what no day has', () => {
    expect(() => serialOf(2023, 2, 29)).toThrow(RangeError);
    for (const serial of [0, 60, 60.5, -1, MAX_SERIAL + 1, Number.NaN]) expect(() => partsOf(serial)).toThrow(RangeError);
  });

  it('agree with the calendar of the language on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: MAX_SERIAL }), (serial) => {
        const iso = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
        expect(isoOf(serial)).toBe(iso);
        expect(serialOfIso(iso)).toBe(serial);
        expect(isoOf(monthStart(serial))).toBe(`${iso.slice(0, 7)}-01`);
      }),
    );
  });

  it('show the time of day, rounded to the second', () => {
    expect(isoTimeOf(45_292.5)).toBe('2024-01-01 12:00');
    expect(isoTimeOf(45_292 + 49_505 / 86_400)).toBe('2024-01-01 13:45:05');
    expect(isoTimeOf(45_292 + 0.999_999_9)).toBe('2024-01-02 00:00');
  });

  it('read ISO only', () => expect(['2024-2-1', '2024-02-30', '20240201', ''].map(serialOfIso)).toEqual([null, null, null, null]));
});
