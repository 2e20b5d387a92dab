import { isoOf, serialOf } from '../../../src/core/codec/date';
import { sameStretchEnd } from '../../../src/core/codec/same-stretch';

const serial = (iso: string): number => {
  const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
  return serialOf(y, m, d);
};

test.each([
  ['2023-01-01', '2024-01-01', '2024-03-31', '2023-03-31', 'whole months against whole months over a leap day'],
  ['2024-01-01', '2025-01-01', '2025-03-31', '2024-03-31', 'and the other way round'],
  ['2023-01-01', '2024-01-01', '2024-02-29', '2023-02-28', 'the last day answers to the last day'],
  ['2024-01-01', '2025-01-01', '2025-02-28', '2024-02-29', 'also of a shorter month'],
  ['2023-01-01', '2024-01-01', '2024-02-28', '2023-02-28', 'a day of the month to the same day'],
  ['2023-01-01', '2024-01-01', '2024-10-17', '2023-10-17', 'late in the year'],
  ['2023-07-01', '2024-01-01', '2024-04-30', '2023-10-31', 'half years'],
  ['2023-09-01', '2024-03-01', '2024-08-30', '2024-02-29', 'no day later than the month has'],
  ['2023-02-10', '2024-02-10', '2024-03-09', '2023-03-09', 'periods from the middle of a month'],
  ['2023-01-15', '2024-01-01', '2024-01-31', '2023-02-14', 'days where the periods begin on different days of a month'],
])('from %s and %s, %s answers to %s: %s', (baseline, current, end, expected) => {
  // 30 August 2024 is not the last of its month, 29 February is what February has for a 30th.
  expect(isoOf(sameStretchEnd(serial(baseline), serial(current), serial(end)))).toBe(expected);
});

test('a day before 1900 is none', () => {
  expect(sameStretchEnd(serial('1900-03-01'), serial('2024-03-01'), serial('2020-01-01'))).toBe(0);
});
