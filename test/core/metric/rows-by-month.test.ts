import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { serialOf } from '../../../src/core/codec/date';
import { monthsOf } from '../../../src/core/metric/months';
import { RowsByMonth } from '../../../src/core/metric/rows-by-month';

const START = serialOf(2023, 2, 10);
const END = serialOf(2024, 8, 9);
const months = monthsOf(START, END);

function sorted(byMonth: RowsByMonth, rows: readonly number[], dues: readonly number[]): readonly (readonly number[])[] {
  byMonth.sort(Int32Array.from(rows), rows.length, Float64Array.from(dues));
  return months.map((_, month) => [...byMonth.rows.subarray(byMonth.start(month), byMonth.end(month))]);
}

describe('RowsByMonth', () => {
  const due = fc.oneof(fc.integer({ min: START - 40, max: END + 40 }), fc.double({ min: START - 1, max: END + 2, noNaN: true }), fc.constantFrom(0, Number.NaN, START, END, END + 0.999));

  it('gives each month its rows in the order of the block, block after block', () => {
    const byMonth = new RowsByMonth(months);
    fc.assert(fc.property(fc.array(fc.tuple(due, fc.boolean()), { maxLength: 60 }), (block) => {
      const dues = block.map(([day]) => day);
      const rows = block.flatMap(([, used], i) => (used ? [i] : []));
      expect(sorted(byMonth, rows, dues)).toEqual(months.map(({ low, high }) => rows.filter((row) => (dues[row] ?? 0) >= low && (dues[row] ?? 0) < high + 1)));
    }));
  });

  it('has nothing to give without months', () => {
    const none = new RowsByMonth([]);
    none.sort(Int32Array.of(0, 1), 2, Float64Array.of(START, END));
    expect(none.end(0)).toBe(0);
  });
});
