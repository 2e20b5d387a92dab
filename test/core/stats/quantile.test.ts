/** Quartiles against those that spreadsheets give (QUARTILE.INC, type 7): the example of its documentation, and properties. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { quantile, quartiles } from '../../../src/core/stats/quantile';

describe('quartiles', () => {
  it('are those of the documented example of QUARTILE', () => {
    expect(quartiles([1, 2, 4, 7, 8, 9, 10, 12])).toEqual({ low: 3.5, median: 7.5, high: 9.25 });
  });

  it('sort numbers as numbers, and leave what they are given alone', () => {
    const values = [10, 9, -2, 100];
    expect(quartiles(values)).toEqual({ low: 6.25, median: 9.5, high: 32.5 });
    expect(values).toEqual([10, 9, -2, 100]);
  });

  it('lie in order between the least and the greatest, and move with their values', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), fc.integer({ min: -50, max: 50 }), (values, by) => {
      const [one, moved] = [quartiles(values), quartiles(values.map((value) => value + by))];
      expect(one).not.toBeNull();
      if (one === null || moved === null) return;
      expect(Math.min(...values)).toBeLessThanOrEqual(one.low);
      expect(one.low).toBeLessThanOrEqual(one.median);
      expect(one.median).toBeLessThanOrEqual(one.high);
      expect(moved.median).toBeCloseTo(one.median + by, 9);
    }));
  });

  it('are none without values, and a share must be one', () => {
    expect(quartiles([])).toBeNull();
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
  });
});
