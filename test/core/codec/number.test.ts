import * as fc from 'fast-check';
import { decode } from '../../support/decode';

describe('numbers', () => {
  it.each([
    ['12', 12], ['-3.5', -3.5], ['+7', 7], ['0', 0], ['.5', 0.5], ['5.', 5], ['1,234', 1234], ['1,234,567.89', 1_234_567.89],
    ['$1,234.50', 1234.5], ['¥ 88', 88], ['￥1,000', 1000], ['€5', 5], ['-$20', -20], ['$-20', -20], ['RMB 30', 30], ['30 CNY', 30],
    ['(12)', -12], ['($1,200.5)', -1200.5], ['（12）', -12], ['12.50-', -12.5], ['−4', -4], ['12%', 0.12], ['-0.5 %', -0.005], ['１２．５％', 0.125],
    ['１，２３４', 1234], ['1 234,5', 1234.5], ['1\u00a0234\u202f567', 1_234_567], ["1'234.5", 1234.5], ['1.234,5', 1234.5], ['1.234.567', 1_234_567],
    ['1.2E3', 1200], ['1e-3', 0.001], [' \u200b12\ufeff ', 12],
  ])('%s is %d', (text, value) => expect(decode('number', text)).toBe(value));

  it.each(['1,5', '12,34', '0,5', '1234,567', ',5'])('%s has two readings', (text) => expect(decode('number', text)).toBe('cell/number-ambiguous'));

  it.each(['abc', '12元', '3.5万', '1,23,456', '1,2345.6', '12 34', '1.2.3', '--5', '(-5)', '(5', '5)', '1 234 56', '%', '$', '1/2', '2024-05-06', '1e999', '12%%', '∞'])(
    '%s is no number',
    (text) => expect(decode('number', text)).toBe('cell/kind'),
  );

  it('takes percentages only where a column has them', () => {
    expect([decode('number', '12%'), decode('number', '(12%)', { percent: false }), decode('money', '12%'), decode('count', '１２００％')]).toEqual([0.12, 'cell/kind', 'cell/kind', 'cell/kind']);
  });

  it('reads commas as decimals where the column shows that', () => {
    const read = (text: string) => decode('number', text, { decimal: ',' });
    expect([read('1,5'), read('1.234'), read('1.234,56'), read('12'), read('1,234,567')]).toEqual([1.5, 1234, 1234.56, 12, 1_234_567]);
    expect(read('1.5')).toBe('cell/number-ambiguous');
  });

  it('reads back every number as the language and as the spreadsheet write it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decode('number', String(value))).toBe(Number(String(value)));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const value = cents / 100;
        expect(decode('money', value.toLocaleString('en-US', { minimumFractionDigits: 2 }))).toBeCloseTo(value, 6);
      }),
    );
  });

  it('takes number cells as they are, and no dates, truth values or errors', () => {
    expect(decode('number', { value: 1.5 })).toBe(1.5);
    expect(decode('number', { value: '1,234' })).toBe(1234);
    expect(decode('number', { value: 45_292, date: true })).toBe('cell/kind');
    expect(decode('number', { value: true })).toBe('cell/kind');
    expect(decode('number', { value: { error: '#N/A' } })).toBe('cell/error');
    for (const kind of ['number', 'count', 'money'] as const) expect([decode(kind, ''), decode(kind, '  '), decode(kind, { value: null })]).toEqual([null, null, null]);
  });

  it('holds bounds, inclusive, and whole counts', () => {
    expect([0, 1, 1.01, -0.01].map((value) => decode('number', { value }, { min: 0, max: 1 }))).toEqual([0, 1, 'cell/range', 'cell/range']);
    expect(['3', '3.0', '3.5', '-1'].map((text) => decode('count', text))).toEqual([3, 3, 'cell/not-whole', 'cell/range']);
  });
});
