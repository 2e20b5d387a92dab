/** A use case that fails at whatever sync leaves the workbook as it was or as it should be, and says what happened. */
import { expect, test } from '@jest/globals';
import { createLiveDesk } from '../../src/app/desk/live-desk';
import type { LiveDesk } from '../../src/app/desk/live-methods';
import { HostError } from '../../src/app/ports';
import { loadStandard } from '../../src/app/standard';
import { serialOfIso } from '../../src/core/codec/date';
import { paneErrorText } from '../../src/core/text/pane/error-texts';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import { blobSource } from '../../src/host/web/blob-source';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { bookState } from '../support/excel-wire/book-state';
import type { ExcelPage } from '../support/excel-wire/excel-page';
import { cloneBook, createBook, enter, type Book } from '../support/excel-wire/model';

const standard = loadStandard();
const day = (iso: string): number => serialOfIso(iso) ?? 0;
const host = { xlsx: createXlsxFormat(), delimited: { decode: (bytes: Uint8Array) => decodeCsv(bytes) }, source: blobSource };
const CSV = ['订单号,行号,客户,产品,订货数量,承诺交期,交付日期,交付数量,按期交付数量', 'D1,1,甲,泵,10,2024-03-06,2024-03-05,10,10', 'D2,1,乙,泵,5,2024-04-06,2024-04-09,5,0'].join('\n');
const SHEETS = '销售交付,D,E';

const create = (desk: LiveDesk): Promise<unknown> => desk.create({
  name: '', sheets: SHEETS, profile: { enterprise: { name: '试验泵业' }, periods: { baseline: [day('2023-01-01'), day('2023-12-31')], current: [day('2024-01-01'), day('2024-12-31')] }, asOf: day('2024-12-31') },
});
const imported = (replace: boolean) => (desk: LiveDesk): Promise<unknown> => desk.importRows({
  sheet: 'deliveries', source: { name: '订单.csv', file: new Blob([CSV]) }, sourceId: '1', fromSheet: null, map: { columns: {}, constants: {}, choices: {}, derive: {} }, dateOrder: null, replace, corrections: [], language: 'zh',
});
const problem = standard.fields['D']?.find(({ label, kind }) => kind === 'text' && label.includes('问题'))?.key ?? '';

interface UseCase {
  readonly name: string;
  readonly from: 'blank' | 'made' | 'spoiled';
  readonly run: (desk: LiveDesk) => Promise<unknown>;
}

const USE_CASES: readonly UseCase[] = [
  { name: 'generating', from: 'blank', run: create },
  { name: 'filling in a form', from: 'made', run: (desk) => desk.edit({ form: 'home', entries: { 'enterprise.name': '新名', 'enterprise.employees': '86' } }) },
  { name: 'importing', from: 'made', run: imported(false) },
  { name: 'importing in place of rows', from: 'spoiled', run: imported(true) },
  { name: 'assembling the plan', from: 'spoiled', run: (desk) => desk.assemble({ takeUp: [] }) },
  { name: 'restoring', from: 'spoiled', run: (desk) => desk.restore(null) },
];

export function faultsSuite(page: () => ExcelPage): void {
  const deskOf = async (book: Book): Promise<{ readonly desk: LiveDesk; readonly wire: ReturnType<ExcelPage['serve']>['wire']; readonly id: string }> => {
    const { id, wire } = page().serve(book);
    const desk = createLiveDesk({ ...host, open: () => page().open(id) }, standard);
    await desk.state(null);
    return { desk, wire, id };
  };
  const bases = new Map<UseCase['from'], Book>();
  /** The blank sheet of a new workbook goes once all is made, in a change of its own. */
  const stateOf = (book: Book): string => JSON.stringify(bookState({ ...book, sheets: book.sheets.filter(({ name }) => name !== 'Sheet1') }));
  /** A workbook to begin with; formulas give nothing, which no use case here reads. */
  async function base(from: UseCase['from']): Promise<Book> {
    if (bases.size === 0) {
      bases.set('blank', createBook(() => ''));
      const { desk, wire } = await deskOf(createBook(() => ''));
      await create(desk);
      bases.set('made', cloneBook(wire.book));
      await desk.edit({ form: 'D', entries: { [problem]: '气孔多' } });
      await imported(false)(desk);
      const sheet = wire.book.sheets.find(({ name }) => name === '指标计算');
      const [row, cells] = [...sheet?.cells ?? []].find(([, columns]) => [...columns.values()].some(({ formula }) => formula !== undefined)) ?? [];
      const [column] = [...cells ?? []].find(([, { formula }]) => formula !== undefined) ?? [];
      if (sheet === undefined || row === undefined || column === undefined) throw new Error('no formula to spoil');
      enter(wire.book, sheet, row, column, 99);
      bases.set('spoiled', cloneBook(wire.book));
    }
    const book = bases.get(from);
    if (book === undefined) throw new Error(from);
    return cloneBook(book);
  }

  test.each(USE_CASES)('$name', async ({ from, run }) => {
    const clean = await deskOf(await base(from));
    const before = stateOf(clean.wire.book);
    clean.wire.writes.length = 0;
    const opening = clean.wire.counts.syncs;
    await run(clean.desk);
    const intended = stateOf(clean.wire.book);
    expect([clean.wire.session.breaches, intended === before]).toEqual([[], false]);
    const writes = clean.wire.writes.map((at) => at - opening);
    expect(writes.length).toBeGreaterThan(0);
    const between: unknown[] = [];
    for (const [index, at] of writes.entries()) {
      const when = index % 2 === 0 ? 'middle' : 'after';
      // oxlint-disable-next-line no-await-in-loop -- one workbook after the other
      const { desk, wire, id } = await deskOf(await base(from));
      wire.fault = { from: wire.counts.syncs + at, when, code: 'GeneralException' };
      let said = 'done';
      try {
        // oxlint-disable-next-line no-await-in-loop
        await run(desk);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        said = paneErrorText(error.code, error.params, '', 'zh').message;
        expect(error.code).toMatch(/^excel\//);
      }
      wire.fault = null;
      const now = stateOf(wire.book);
      if (now !== before && now !== intended) between.push([at, when, said, id]);
      expect([at, when, wire.session.breaches]).toEqual([at, when, []]);
    }
    expect(between).toEqual([]);
  }, 120_000);
}
