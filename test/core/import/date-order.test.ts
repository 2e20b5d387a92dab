import * as fc from 'fast-check';
import { decideDateOrder, type Example } from '../../../src/core/import/date-order';
import { decideDecimal } from '../../../src/core/import/decimal-mark';

const rows = (...values: readonly string[]): readonly Example[] => values.map((value, i) => ({ row: i + 2, value }));

describe('the order of day and month', () => {
  it('is proven for the whole column by one row', () => {
    expect(decideDateOrder(rows('03-06-2011', '04-06-2011', '25-06-2011'))).toEqual({ decided: 'dmy', proof: { row: 4, value: '25-06-2011' } });
    expect(decideDateOrder(rows('03/06/2011', '06/25/2011'))).toEqual({ decided: 'mdy', proof: { row: 3, value: '06/25/2011' } });
    expect(decideDateOrder(rows('30/02/2011', '31/04/2011', '3/4/2011', '29/02/2012'))).toMatchObject({ decided: 'dmy', proof: { row: 5 } });
  });

  it('needs no proof with the year in front, or where both readings agree', () => {
    expect(decideDateOrder(rows('2011-06-03', '2011/6/4'))).toEqual({ decided: 'ymd', proof: { row: 2, value: '2011-06-03' } });
    expect(decideDateOrder(rows('05-05-2011', '待定', ''))).toEqual({ decided: 'ymd', proof: null });
    expect(decideDateOrder([])).toEqual({ decided: 'ymd', proof: null });
  });

  it('is not guessed: an example with its two readings', () => {
    expect(decideDateOrder(rows('2011-06-03', '03-06-2011', '04-06-2011'))).toEqual({ decided: null, ambiguous: { row: 3, value: '03-06-2011', dmy: '2011-06-03', mdy: '2011-03-06', count: 2 } });
  });

  it('is refused where rows prove opposites', () => {
    expect(decideDateOrder(rows('25-06-2011', '06-26-2011'))).toEqual({ decided: null, contradiction: { dmy: { row: 2, value: '25-06-2011' }, mdy: { row: 3, value: '06-26-2011' } } });
  });

  it('is right whenever it is decided', () => {
    const days = fc.array(fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(days, fc.constantFrom('dmy' as const, 'mdy' as const), (dates, order) => {
        const written = dates.map((date) => {
          const [d, m] = [date.getUTCDate(), date.getUTCMonth() + 1];
          return `${order === 'dmy' ? `${d}/${m}` : `${m}/${d}`}/${date.getUTCFullYear()}`;
        });
        const { decided } = decideDateOrder(rows(...written));
        const tells = dates.some((date) => date.getUTCDate() > 12);
        const open = dates.some((date) => date.getUTCDate() <= 12 && date.getUTCDate() !== date.getUTCMonth() + 1);
        expect(decided).toBe(tells ? order : open ? null : 'ymd');
      }),
    );
  });
});

describe('the decimal mark', () => {
  const read = (texts: readonly string[]) => decideDecimal(texts.map((value, i) => ({ row: i + 2, value })));

  it.each([
    [['3,5', '1.234,56'], ',', 2],
    [['1.234', '0,5'], ',', 3],
    [['1.234', '1.234.567'], ',', 3],
    [['1,234', '1,234,567'], '.', 3],
    [['1,234', '5,678'], '.', null],
    [['1,234.5'], '.', 2],
    [['1.5', '12', '尺寸 12,5'], '.', 2],
    [['12', ''], '.', null],
  ])('of %j is %s, which row %s proves', (texts, mark, row) => {
    const reading = read(texts);
    expect(reading.decided).toBe(mark);
    expect(reading.decided === null ? undefined : (reading.proof?.row ?? null)).toBe(row);
  });

  it.each([
    [['1,234,567', '1,234', '12,50'], { row: 2, value: '1,234,567' }, { row: 4, value: '12,50' }],
    [['3,5', '3.5'], { row: 3, value: '3.5' }, { row: 2, value: '3,5' }],
  ])('of %j is not decided', (texts, point, comma) => expect(read(texts)).toEqual({ decided: null, point, comma }));
});
