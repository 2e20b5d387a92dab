import * as fc from 'fast-check';
import { shown, type DateOrder } from '../../../src/core/codec/codec';
import { isoOf, isoTimeOf } from '../../../src/core/codec/date';
import type { SheetCell } from '../../../src/core/model/cell';
import { decode } from '../../support/decode';

function iso(cell: SheetCell | string, dateOrder?: DateOrder): string {
  const value = decode('date', cell, dateOrder === undefined ? {} : { dateOrder });
  return typeof value === 'number' ? isoOf(value) : shown(value);
}

describe('days', () => {
  it.each([
    '2024-05-06', '2024/5/6', '2024.5.6', '2024.05.06', '2024年5月6日', '2024 年 05 月 06 日', '20240506', '2024-05-06 13:45', '2024-05-06T13:45:00', '2024/5/6 1:45:10 PM',
    '2024/5/6 下午 1:45', '2024年5月6日13:45', '2024-05-06T00:00:00+08:00', '2024-05-06 13:45:00.000', '２０２４－０５－０６', '6-May-2024', 'May 6, 2024', '06 May 2024', '45418', '45418.5', '2024/5/6 星期一', '2024年5月6日 周一 13:45',
  ])('%s is the sixth of May', (text) => expect(iso(text)).toBe('2024-05-06'));

  it.each([
    ['2023-02-29', 'cell/no-such-date'], ['1900-02-29', 'cell/no-such-date'], ['2024-13-01', 'cell/no-such-date'], ['31/31/2024', 'cell/no-such-date'],
    ['2024-05-06 25:00', 'cell/no-such-date'], ['24-5-6', 'cell/year-short'], ['03/06/11', 'cell/year-short'], ['24年5月6日', 'cell/year-short'], ['6-May-24', 'cell/year-short'],
    ['2024', 'cell/kind'], ['202405', 'cell/kind'], ['2024-05', 'cell/kind'], ['2024-05/06', 'cell/kind'], ['5月6日', 'cell/kind'], ['待定', 'cell/kind'], ['2024-05-06T16:00:00Z', 'cell/kind'],
  ])('%s is refused: %s', (text, code) => expect(iso(text)).toBe(code));

  it('with the year last needs an order, unless both readings are one day', () => {
    expect(iso('03-06-2011')).toBe('cell/date-order');
    expect([iso('03-06-2011', 'dmy'), iso('03-06-2011', 'mdy')]).toEqual(['2011-06-03', '2011-03-06']);
    expect(iso('05/05/2011')).toBe('2011-05-05');
    expect([iso('25.06.2011', 'dmy'), iso('25.06.2011', 'mdy'), iso('03-06-2011', 'ymd')]).toEqual(['2011-06-25', 'cell/date-order-contradiction', 'cell/date-order-contradiction']);
    expect(iso('25-06-2011')).toBe('cell/date-order'); // alone it proves nothing for its column
    expect(iso('2011-06-25', 'mdy')).toBe('2011-06-25');
  });

  it('as cells: date cells are days, bare numbers only where no year is meant', () => {
    expect(iso({ value: 45_418, date: true })).toBe('2024-05-06');
    expect(iso({ value: 45_418.75, date: true })).toBe('2024-05-06');
    expect(iso({ value: 45_418 })).toBe('2024-05-06');
    expect(iso({ value: 20_240_506 })).toBe('2024-05-06');
    expect([iso({ value: 2024 }), iso({ value: 12 }), iso({ value: true })]).toEqual(['cell/kind', 'cell/kind', 'cell/kind']);
    expect([iso({ value: 60, date: true }), iso({ value: { error: '#REF!' } })]).toEqual(['cell/no-such-date', 'cell/error']);
    expect(decode('date', ' ')).toBeNull();
  });

  it('survive every way of writing them', () => {
    const day = fc.date({ min: new Date('1931-01-01'), max: new Date('2099-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10);
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        for (const written of [text, `${y}/${m}/${d}`, `${y}年${m}月${d}日`, text.replaceAll('-', '')]) expect(iso(written)).toBe(text);
        expect([iso(`${d}/${m}/${y}`, 'dmy'), iso(`${m}-${d}-${y}`, 'mdy')]).toEqual([text, text]);
      }),
    );
  });
});

describe('days with the time', () => {
  it.each([
    ['2024-05-06 13:45', '2024-05-06 13:45'], ['2024/5/6 1:45:10 PM', '2024-05-06 13:45:10'], ['2024/5/6 12:05 AM', '2024-05-06 00:05'], ['2024/5/6 上午 9:30', '2024-05-06 09:30'],
    ['2024/5/6 下午 12:30', '2024-05-06 12:30'], ['2024-05-06', '2024-05-06 00:00'],
  ])('%s is %s', (text, expected) => {
    const value = decode('datetime', text);
    expect(typeof value === 'number' ? isoTimeOf(value) : value).toBe(expected);
  });

  it('keep the fraction of a date cell', () => expect(decode('datetime', { value: 45_418.25, date: true })).toBe(45_418.25));
});

describe('months', () => {
  it.each(['2024-05', '2024/5', '2024年5月', '2024年05月份', '202405', '2024.05', '2024.5', '5/2024', '05-2024', 'May 2024', '2024-May', '2024-05-06', '2024年5月6日', '45418'])('%s is May', (text) => {
    expect(decode('month', text)).toBe(45_413);
  });

  it('of a cell', () => {
    expect([decode('month', { value: 202_405 }), decode('month', { value: 45_418, date: true }), decode('month', { value: '2024-05' })]).toEqual([45_413, 45_413, 45_413]);
    expect([decode('month', { value: 2024.1 }), decode('month', { value: 5 }), decode('month', { value: null })]).toEqual(['cell/kind', 'cell/kind', null]);
  });

  it.each([
    ['2024-13', 'cell/no-such-date'], ['2024.1', 'cell/kind'], ['May-24', 'cell/kind'], ['5月', 'cell/kind'], ['2024', 'cell/kind'], ['03-06-2011', 'cell/date-order'],
  ])('%s is refused: %s', (text, code) => expect(decode('month', text)).toBe(code));
});
