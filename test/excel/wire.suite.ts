/** So many syncs and bytes go over the wire and no more. */
import { expect, test } from '@jest/globals';
import type { ExcelPage } from '../support/excel-wire/excel-page';
import { failure } from '../support/excel-wire/failure';
import { createBook } from '../support/excel-wire/model';
import { smallBook } from '../support/excel-wire/small-book';
import { NO_COUNTS } from '../support/excel-wire/wire-server';

/** What may go over the wire at once. */
const MOST = 2_000_000;

export function wireSuite(excel: () => ExcelPage): void {
  const ROWS = 1_000_000;

  test('a million rows are read in blocks, only the columns that are wanted', async () => {
    const book = createBook();
    const [sheet] = book.sheets;
    if (sheet !== undefined) sheet.virtual = { rows: ROWS + 1, columns: 10, at: (row, column) => (row === 1 ? `列${column}` : column === 1 ? `单号${row}` : row % 1000) };
    const { id, wire } = excel().serve(book);
    const found = await excel().ask('count', id, '1.15', 'Sheet1', { no: 1, amount: 4 }, 'amount');
    expect(found).toMatchObject({ rows: ROWS, sum: Array.from({ length: ROWS }, (_, i) => (i + 2) % 1000).reduce((a, b) => a + b, 0), done: ROWS });
    // 2 columns of the 10: some 25 bytes a row.
    expect(wire.counts.syncs).toBeLessThanOrEqual(32);
    expect(wire.counts.largestAnswer).toBeLessThan(MOST);
    expect(wire.counts.received).toBeLessThan(40_000_000);
  }, 120_000);

  test('long rows are read in smaller blocks, those that do not go over in halves, and a single one that does not is said', async () => {
    const book = createBook();
    const [sheet] = book.sheets;
    if (sheet !== undefined) sheet.virtual = { rows: 3000, columns: 2, at: (row) => '长'.repeat(row < 1500 ? 10 : 1200) };
    const { id, wire } = excel().serve(book);
    expect(await excel().ask('count', id, '1.15', 'Sheet1', { a: 1, b: 2 }, 'a')).toMatchObject({ rows: 2999 });
    expect(wire.counts.largestAnswer).toBeLessThan(5_000_000);
    wire.answerLimit = 2000;
    expect((await failure(excel().ask('count', id, '1.15', 'Sheet1', { a: 1 }, 'a'))).code).toBe('excel/too-much');
  });

  test('reading stops where it is told to', async () => {
    const book = createBook();
    const [sheet] = book.sheets;
    if (sheet !== undefined) sheet.virtual = { rows: 200_000, columns: 4, at: (row, column) => row * column };
    const { id, wire } = excel().serve(book);
    expect(await excel().ask('stopped', id, '1.15', 'Sheet1', { a: 1 }, 2)).toEqual({ seen: 2, why: 'enough' });
    expect(wire.counts.syncs).toBeLessThanOrEqual(4);
  });

  test('a cell that people may type in: three questions and one change; its sheet stays protected all along', async () => {
    const { id, wire } = excel().serve(await smallBook(excel()));
    const live = await excel().open(id);
    wire.counts = { ...NO_COUNTS };
    await live.apply({ sheets: [{ sheet: '表', cells: [{ row: 2, column: 2, value: '=不是公式' }] }] });
    // The page opens the workbook anew (1); sheets and names, then this sheet (2), its merges and tables; the cell (1); the change (1).
    expect(wire.counts.syncs).toBe(6);
    expect([wire.counts.largestRequest < 4000, wire.counts.largestAnswer < 4000]).toEqual([true, true]);
    expect(wire.session.breaches).toEqual([]);
    expect(wire.book.sheets.find(({ name }) => name === '表')?.cells.get(2)?.get(2)).toMatchObject({ value: '=不是公式', prefixed: true });
  });

  test('changes are told where they are: our own left out where Excel tells them apart, the whole sheet where rows moved', async () => {
    const { id, wire } = excel().serve(createBook(() => ''));
    await excel().ask('watch', id, '1.15');
    expect([...wire.book.listening].sort()).toEqual(['Added', 'DataChanged', 'Deleted']);
    const worksheetId = wire.book.sheets[0]?.id ?? '';
    const tell = (event: number, message: Readonly<Record<string, unknown>>): Promise<void> => excel().page.evaluate(([type, said]) => {
      const extension: unknown = Reflect.get(window, 'OfficeExtension');
      const trigger: unknown = Reflect.get(Object(extension), '_testTriggerRichApiMessageEvent');
      if (typeof trigger === 'function') trigger({ entries: [{ messageCategory: 65_536, messageType: type, targetId: 'Workbook', message: JSON.stringify(said) }] });
    }, [event, message] as const);
    await tell(10, { changeType: 'RangeEdited', worksheetId, address: 'B2:C3', source: 'Local' });
    await tell(10, { changeType: 'RangeEdited', worksheetId, address: 'D4', source: 'Local', triggerSource: 'ThisLocalAddin' });
    await tell(10, { changeType: 'RowInserted', worksheetId, address: '5:5', source: 'Local' });
    await tell(13, { worksheetId, source: 'Local' });
    await expect(heardBy(4)).resolves.toEqual([{ sheet: 'Sheet1', ref: 'B2:C3' }, { sheet: 'Sheet1', ref: null }, { sheet: '', ref: null }]);

    async function heardBy(tries: number): Promise<unknown> {
      const told = await excel().ask('told');
      if (tries === 0 || (Array.isArray(told) && told.length === 3)) return told;
      await excel().page.waitForTimeout(300);
      return heardBy(tries - 1);
    }
  });
}
