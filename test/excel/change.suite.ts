/** A change that fails, at whatever sync, leaves the workbook as it was or as it should be. */
import { beforeAll, expect, test } from '@jest/globals';
import { HostError } from '../../src/app/ports';

import { bookState } from '../support/excel-wire/book-state';
import type { ExcelPage } from '../support/excel-wire/excel-page';
import { failure } from '../support/excel-wire/failure';
import type { Book } from '../support/excel-wire/model';
import { PATCH, smallBook } from '../support/excel-wire/small-book';
import { NO_COUNTS, type Fault } from '../support/excel-wire/wire-server';
import { blocksOf, cellAt, sheetOf } from '../support/workbook-spec';

export function changeSuite(excel: () => ExcelPage): void {
  let before: unknown;
  let intended: unknown;
  let syncs = 0;
  let opening = 0;
  let breaches: readonly string[] = [];
  beforeAll(async () => {
    const { id, wire } = excel().serve(await smallBook(excel()));
    before = bookState(wire.book);
    const live = await excel().open(id);
    opening = wire.counts.syncs;
    wire.counts = { ...NO_COUNTS };
    await live.apply(PATCH);
    syncs = wire.counts.syncs;
    intended = bookState(wire.book);
    breaches = wire.session.breaches;
  });

  test('at whatever sync, whether before it, half-way or after it, leaves the workbook as it was or as it should be', async () => {
    expect([breaches, JSON.stringify(intended) === JSON.stringify(before)]).toEqual([[], false]);
    const seen: string[] = [];
    const between: unknown[] = [];
    for (let at = opening + 1; at <= syncs; at++) {
      for (const when of ['before', 'middle', 'after'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one workbook after the other
        const { id, wire } = excel().serve(await smallBook(excel()));
        // oxlint-disable-next-line no-await-in-loop
        const live = await excel().open(id);
        const fault: Fault = { from: wire.counts.syncs + at, when, code: 'GeneralException' };
        wire.fault = fault;
        let said = 'done';
        try {
          // oxlint-disable-next-line no-await-in-loop
          await live.apply(PATCH);
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
          said = error.code;
        }
        const now = JSON.stringify(bookState(wire.book));
        const is = now === JSON.stringify(before) ? 'as it was' : now === JSON.stringify(intended) ? 'as intended' : 'between';
        seen.push(`${said}: ${is}`);
        if (is === 'between') between.push([at, when, said, bookState(wire.book), before]);
        expect([at, when, wire.session.breaches]).toEqual([at, when, []]);
      }
    }
    expect(between).toEqual([]);
    expect(new Set(seen)).toEqual(new Set(['excel/failed: as it was', 'done: as intended']));
    expect(seen.length).toBeGreaterThan(15);
  }, 120_000);

  test('and cannot be taken back either is said, and put right when the workbook is opened next: as it was, or as it should be', async () => {
    const seen = new Set<string>();
    const between: unknown[] = [];
    for (let at = opening + 1; at <= syncs; at++) {
      // oxlint-disable-next-line no-await-in-loop -- one workbook after the other
      const { id, wire } = excel().serve(await smallBook(excel()));
      // oxlint-disable-next-line no-await-in-loop
      const live = await excel().open(id);
      wire.fault = { from: wire.counts.syncs + at, until: Infinity, when: 'middle', code: 'GeneralException' };
      // oxlint-disable-next-line no-await-in-loop
      const said = await failure(live.apply(PATCH));
      wire.fault = null;
      // oxlint-disable-next-line no-await-in-loop
      await excel().open(id);
      const now = JSON.stringify(bookState(wire.book));
      const is = now === JSON.stringify(before) ? 'as it was' : now === JSON.stringify(intended) ? 'as intended' : 'between';
      seen.add(`${said.code}: ${is}`);
      if (is === 'between') between.push([at, said.code, bookState(wire.book), before]);
      expect([at, wire.session.breaches]).toEqual([at, []]);
    }
    expect(between).toEqual([]);
    expect(seen).toEqual(new Set(['excel/failed: as it was', 'excel/half-done: as it was', 'excel/half-done: as intended']));
  }, 120_000);

  test.each<[string, (book: Book) => void, Fault | null, string]>([
    ['a cell is being edited', (book) => { book.cellEditing = true; }, null, 'excel/editing-cell'],
    ['the workbook is open for reading only', (book) => { book.readOnly = true; }, null, 'excel/read-only'],
    ['the sheet has a password', (book) => { for (const sheet of book.sheets) sheet.protection = { on: true, password: true, options: {} }; }, null, 'excel/protected'],
    ['another workbook is active', () => undefined, { from: 1, until: Infinity, when: 'before', code: 'InactiveWorkbook' }, 'excel/other-workbook'],
    ['Excel is busy', () => undefined, { from: 1, until: Infinity, when: 'before', code: 'HostIsBusy' }, 'excel/busy'],
    ['the request is too large', () => undefined, { from: 1, until: Infinity, when: 'before', code: 'RequestPayloadSizeLimitExceeded' }, 'excel/too-much'],
    ['the host gives up', () => undefined, { from: 1, until: Infinity, when: 'before', code: 'RequestAborted' }, 'excel/stopped'],
    ['the call is not known', () => undefined, { from: 1, until: Infinity, when: 'before', code: 'ApiNotFound' }, 'excel/too-old'],
  ])('because %s says so', async (_why, change, fault, code) => {
    const { id, wire } = excel().serve(await smallBook(excel()));
    const live = await excel().open(id);
    change(wire.book);
    wire.fault = fault === null ? null : { ...fault, from: wire.counts.syncs + 1 };
    const was = bookState(wire.book);
    expect((await failure(live.apply({ sheets: [{ sheet: '表', cells: [{ row: 3, column: 2, value: 1 }] }] }))).code).toBe(code);
    expect(bookState(wire.book)).toEqual(was);
  });

  test('a sheet that was deleted meanwhile', async () => {
    const { id, wire } = excel().serve(await smallBook(excel()));
    const live = await excel().open(id);
    wire.book.sheets = wire.book.sheets.filter(({ name }) => name !== '旧表');
    expect((await failure(live.apply({ sheets: [{ sheet: '旧表', cells: [{ row: 1, column: 1, value: 1 }] }] }))).code).toBe('xlsx/sheet-missing');
  });

  test('formulas over arrays are not written where this Excel would compute them wrong; the length of a table is left where it cannot be set', async () => {
    const { id, wire } = excel().serve(await smallBook(excel()));
    const spec = sheetOf('新', { cells: [cellAt(1, 1, 1, { formula: 'SUM(LEN(表!A1:A3))', array: true })] });
    expect((await failure((await excel().open(id, '1.11')).apply({ add: [{ spec }] }))).code).toBe('excel/too-old');
    const list = { headerRow: 1, columns: { no: 1 }, append: blocksOf(['no'], 5, [['004']]) };
    expect(await (await excel().open(id, '1.12')).apply({ sheets: [{ sheet: '数据', list }] })).toEqual([{ what: 'table-length', sheet: '数据' }]);
    expect(wire.book.sheets.find(({ name }) => name === '数据')?.cells.get(5)?.get(1)?.value).toBe('004');
  });
}
