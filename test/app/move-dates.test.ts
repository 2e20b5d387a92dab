import { moveDates } from '../../src/app/move-dates';

const grid = (...rows: readonly (readonly string[])[]): Parameters<typeof moveDates>[0] => ({ rows: rows.map((cells, i) => ({ row: i + 1, cells })) });

test('28 years of 10,227 days keep weekday, day and month', () => {
  const moved = moveDates(grid(['OrderID', 'OrderDate', 'ShippedDate'], ['10248', '1996-07-04', '1996-07-16'], ['11077', '1998-05-06', '']), {
    columns: ['OrderDate', 'ShippedDate'], order: 'ymd', days: 10_227,
  });
  expect(moved).toEqual([['OrderID', 'OrderDate', 'ShippedDate'], ['10248', '2024-07-04', '2024-07-16'], ['11077', '2026-05-06', '']]);
  expect(new Date('2024-07-04').getUTCDay()).toBe(new Date('1996-07-04').getUTCDay());
});

test('12 years of 4,383 days, day first, only the rows that are asked for', () => {
  const moved = moveDates(grid(['ID', 'Product', 'Due'], ['1', '722', '03-06-2011'], ['2', '950', '29-02-2012']), { columns: ['Due'], order: 'dmy', days: 4383 }, (cell) => Number(cell('Product')) >= 950);
  expect(moved).toEqual([['ID', 'Product', 'Due'], ['2', '950', '29-02-2024']]);
});

test('what is no date, or no column, is not passed over', () => {
  expect(() => moveDates(grid(['D'], ['2011-02-30']), { columns: ['D'], order: 'ymd', days: 1 })).toThrow('2011-02-30');
  expect(() => moveDates(grid(['D'], ['2011-02-28']), { columns: ['E'], order: 'ymd', days: 1 })).toThrow('no column');
});
