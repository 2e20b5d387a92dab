/** Dates of a line lie within the time of 7.5, whatever the effort. */
import * as fc from 'fast-check';
import { isoOf, serialOf } from '../../../src/core/codec/date';
import { lineTime } from '../../../src/core/plan/schedule';

const TIME = { start: serialOf(2025, 9, 1), end: serialOf(2026, 4, 30) };

test.each([[1, '2025-12-31'], [2, '2026-03-31'], [3, '2026-04-30']] as const)('effort %d ends on %s', (effort, end) => {
  const { start, end: day } = lineTime(TIME, effort);
  expect([isoOf(start), isoOf(day)]).toEqual(['2025-09-01', end]);
});

test('never outside', () => {
  const day = fc.integer({ min: serialOf(2020, 1, 1), max: serialOf(2030, 12, 31) });
  fc.assert(fc.property(day, fc.integer({ min: 0, max: 900 }), fc.constantFrom(1 as const, 2 as const, 3 as const), (start, length, effort) => {
    const time = lineTime({ start, end: start + length }, effort);
    expect(time.start).toBe(start);
    expect(time.end).toBeGreaterThanOrEqual(start);
    expect(time.end).toBeLessThanOrEqual(start + length);
  }));
});
