import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { numberOf, readDecimal } from '../../../../src/host/xlsx/read/number-bytes';

const bytes = (text: string): readonly [Uint8Array, number, number] => {
  const all = new TextEncoder().encode(`>${text}<`);
  return [all, 1, all.length - 1];
};
/** NaN where it is left to `numberOf`. */
function shortDecimal(...[all, start, end]: readonly [Uint8Array, number, number]): number {
  const out = new Float64Array(1);
  return readDecimal(all, start, end, out) ? out[0] ?? 0 : NaN;
}
const digits = (min: number, max: number): fc.Arbitrary<string> => fc.string({ unit: fc.integer({ min: 0, max: 9 }).map(String), minLength: min, maxLength: max });

describe('readDecimal', () => {
  it('is what Number gives, for every decimal of at most 17 digits, and NaN for all else', () => {
    const decimal = fc.tuple(fc.constantFrom('', '', '-', '+'), digits(0, 14), fc.constantFrom('', '.'), digits(0, 14), fc.constantFrom('', '', '', '', 'e3', 'E-7', 'x', ' '));
    fc.assert(fc.property(decimal, (parts) => {
      const text = parts.join('');
      const found = /^-?(?=.*\d)(\d*)\.?(\d*)$/.exec(text);
      const count = `${found?.[1] ?? ''}${found?.[2] ?? ''}`.replace(/^0+/, '').length;
      const read = shortDecimal(...bytes(text));
      // Sixteen digits and more may lie in the middle of two doubles. Object.is: -0 is not 0.
      const right = found === null || count > 17 ? Number.isNaN(read) : Object.is(read, Number(text)) || (count > 15 && Number.isNaN(read));
      expect(right).toBe(true);
    }), { numRuns: 5000 });
  });

  it('rounds as Number does wherever the point stands, up to 17 digits', () => {
    let undecided = 0;
    fc.assert(fc.property(digits(13, 17), fc.integer({ min: 0, max: 22 }), (text, decimals) => {
      const padded = text.padStart(decimals + 1, '0');
      const written = decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
      const read = shortDecimal(...bytes(written));
      if (Number.isNaN(read)) undecided++;
      expect([NaN, Number(written)]).toContainEqual(read);
    }), { numRuns: 20_000 });
    expect(undecided).toBeLessThan(500);
  });

  it('reads doubles as programs write them, and leaves the middle between two doubles to Number', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 10_000_000 }), (n, cents) => {
      const value = n * (cents / 100);
      expect(shortDecimal(...bytes(String(value)))).toBe(value);
    }), { numRuns: 5000 });
    // 2^53 + 1.
    expect(shortDecimal(...bytes('9007199254740993'))).toBeNaN();
  });
});

describe('numberOf', () => {
  it('reads back every double however it is written', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      for (const text of [String(value), value.toExponential(), value.toExponential(16), ` ${value.toPrecision(17)}\n`]) expect(numberOf(text)).toBe(Number(text));
    }));
  });

  it.each(['0x10', '0b1', '1e999', 'Infinity', 'NaN', 'INF', '1,5', '1 2', '1_000', '-', '.', '一'])('refuses %s', (text) => {
    expect(numberOf(text)).toBeNaN();
    expect(shortDecimal(...bytes(text))).toBeNaN();
  });

  it('gives null for nothing', () => {
    expect([numberOf(''), numberOf(' \n')]).toEqual([null, null]);
  });
});
