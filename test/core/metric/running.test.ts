import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { NO_VALUE, RunningCount, RunningExtreme, RunningSum, RunningVariance, type Running } from '../../../src/core/metric/running';

const figures: Readonly<Record<string, () => Running>> = {
  count: () => new RunningCount(), sum: () => new RunningSum(), variance: () => new RunningVariance(),
  min: () => new RunningExtreme('min'), max: () => new RunningExtreme('max'),
};
const rowsOf = fc.array(fc.record({ value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), meets: fc.boolean(), listed: fc.boolean() }), { maxLength: 40 });

function added(running: Running, values: readonly number[]): number {
  for (const value of values) running.add(value);
  return running.value;
}

describe.each(Object.keys(figures))('%s', (kind) => {
  it('takes the listed rows that meet the condition as if they were added one by one, in any pieces', () => {
    fc.assert(fc.property(rowsOf, fc.nat(40), (rows, cut) => {
      const values = Float64Array.from(rows, ({ value }) => value);
      const meets = Uint8Array.from(rows, (row) => (row.meets ? 1 : 0));
      const listed = Int32Array.from(rows.flatMap((row, i) => (row.listed ? [i] : [])));
      const [taken, one] = [figures[kind]?.(), figures[kind]?.()];
      const middle = Math.min(cut, listed.length);
      taken?.take(values, meets, listed, 0, middle);
      taken?.take(values, meets, listed, middle, listed.length);
      expect(taken?.value).toBe(one === undefined ? undefined : added(one, rows.flatMap((row) => (row.listed && row.meets ? [row.value] : []))));
    }));
  });
});

describe('running figures', () => {
  it('sum without losing small values beside large ones', () => {
    expect(added(new RunningSum(), [1e100, 1, -1e100, 1])).toBe(2);
    expect(added(new RunningSum(), Array.from({ length: 1000 }, () => 0.1))).toBe(100);
  });

  it('give the variance of numbers far from 0: NIST NumAcc4, standard deviation 0.1', () => {
    const values = [10_000_000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 10_000_000.1 : 10_000_000.3))];
    expect(Math.sqrt(added(new RunningVariance(), values))).toBeCloseTo(0.1, 8);
    expect(added(new RunningVariance(), [5])).toBe(0);
  });

  it('say so where there was no value', () => {
    expect([new RunningExtreme('min').value, new RunningExtreme('max').value]).toEqual([NO_VALUE, -NO_VALUE]);
    expect([added(new RunningExtreme('min'), [3, -2, 7]), added(new RunningExtreme('max'), [3, -2, 7])]).toEqual([-2, 7]);
  });
});
