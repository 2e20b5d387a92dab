/**
 * The Excel host over the genuine client: the whole workbook is the same in Excel and in the file, so many syncs and bytes
 * go over the wire and no more, and a change that fails leaves the workbook as it was.
 */
import { addWorkbook } from '../../src/app/add-workbook';
import { HostError } from '../../src/app/ports';
import type { WorkbookPatch } from '../../src/core/model/workbook-patch';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { CHROMIUM } from '../support/chromium';
import { startExcelPage, type ExcelPage } from '../support/excel-wire/excel-page';
import { calculatorOf } from '../support/excel-wire/calculator';
import { cloneBook, createBook, type Book } from '../support/excel-wire/model';
import { saidOf } from '../support/excel-wire/same-workbook';
import { NO_COUNTS, type Fault } from '../support/excel-wire/wire-server';
import { filledWorkbook } from '../support/excel-rules-workbooks';
import { sourceOf } from '../support/memory-files';
import { describeWith } from '../support/tools';
import { blocksOf, cellAt, sheetOf, workbookOf } from '../support/workbook-spec';

/** What may go over the wire at once. */
const MOST = 2_000_000;
const xlsx = createXlsxFormat();

describeWith('Chromium', CHROMIUM !== null, 'Excel', () => {
  let page: ExcelPage;
  beforeAll(async () => { page = await startExcelPage(); });
  afterAll(() => page.close());

  /** What a failed call says. */
  const failure = async (work: Promise<unknown>): Promise<HostError> => {
    try {
      await work;
    } catch (error) {
      if (error instanceof HostError) return error;
      throw error;
    }
    throw new Error('no failure');
  };

  describe('the whole workbook', () => {
    const spec = filledWorkbook(7);
    let id = '';
    let left: unknown;
    beforeAll(async () => {
      ({ id } = page.serve(createBook(calculatorOf(spec))));
      left = await (await page.open(id)).apply(addWorkbook(spec));
    });

    test('goes over in a few requests of bounded size', () => {
      const { counts, session } = page.server.get(id);
      expect(session.breaches).toEqual([]);
      // The npm client has no notes yet.
      expect(left).toEqual(spec.sheets.filter((sheet) => sheet.cells.some(({ note }) => note !== undefined)).map(({ name }) => ({ what: 'notes', sheet: name })));
      const cells = spec.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
      expect(cells).toBeGreaterThan(5000);
      // Opening, the survey, and the content by size.
      expect(counts.syncs).toBeLessThanOrEqual(2 + Math.ceil(counts.sent / 600_000));
      expect(counts.syncs).toBeLessThanOrEqual(24);
      expect(counts.largestRequest).toBeLessThan(MOST);
      expect(counts.largestAnswer).toBeLessThan(MOST);
    });

    test('holds the same cells, formulas, dates, rules, names and formats as the file', async () => {
      const file = await saidOf(await xlsx.open(sourceOf(await xlsx.write(spec))));
      const excel = await saidOf(await page.open(id));
      expect(Object.keys(excel.sheets).filter((name) => name !== 'Sheet1')).toEqual(Object.keys(file.sheets));
      expect(excel.names).toEqual(file.names);
      expect(excel.cells).toEqual(file.cells);
      for (const [name, sheet] of Object.entries(file.sheets)) expect([name, excel.sheets[name]]).toEqual([name, sheet]);
    }, 120_000);
  });

  describe('what goes over the wire', () => {
    const ROWS = 1_000_000;

    test('a million rows are read in blocks, only the columns that are wanted', async () => {
      const book = createBook();
      const [sheet] = book.sheets;
      if (sheet !== undefined) sheet.virtual = { rows: ROWS + 1, columns: 10, at: (row, column) => (row === 1 ? `列${column}` : column === 1 ? `单号${row}` : row % 1000) };
      const { id, wire } = page.serve(book);
      const found = await page.ask('count', id, '1.15', 'Sheet1', { no: 1, amount: 4 }, 'amount');
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
      const { id, wire } = page.serve(book);
      expect(await page.ask('count', id, '1.15', 'Sheet1', { a: 1, b: 2 }, 'a')).toMatchObject({ rows: 2999 });
      expect(wire.counts.largestAnswer).toBeLessThan(5_000_000);
      wire.answerLimit = 2000;
      expect((await failure(page.ask('count', id, '1.15', 'Sheet1', { a: 1 }, 'a'))).code).toBe('excel/too-much');
    });

    test('reading stops where it is told to', async () => {
      const book = createBook();
      const [sheet] = book.sheets;
      if (sheet !== undefined) sheet.virtual = { rows: 200_000, columns: 4, at: (row, column) => row * column };
      const { id, wire } = page.serve(book);
      expect(await page.ask('stopped', id, '1.15', 'Sheet1', { a: 1 }, 2)).toEqual({ seen: 2, why: 'enough' });
      expect(wire.counts.syncs).toBeLessThanOrEqual(4);
    });

    test('a cell that people may type in: three questions and one change; its sheet stays protected all along', async () => {
      const { id, wire } = page.serve(await smallBook());
      const live = await page.open(id);
      wire.counts = { ...NO_COUNTS };
      await live.apply({ sheets: [{ sheet: '表', cells: [{ row: 2, column: 2, value: '=不是公式' }] }] });
      // The page opens the workbook anew (1); sheets and names, then this sheet (2), its merges and tables; the cell (1); the change (1).
      expect(wire.counts.syncs).toBe(6);
      expect([wire.counts.largestRequest < 4000, wire.counts.largestAnswer < 4000]).toEqual([true, true]);
      expect(wire.session.breaches).toEqual([]);
      expect(wire.book.sheets.find(({ name }) => name === '表')?.cells.get(2)?.get(2)).toMatchObject({ value: '=不是公式', prefixed: true });
    });
  });

  const SMALL = workbookOf([
    sheetOf('表', {
      protect: true, cells: [cellAt(1, 1, '标题', { style: 'title' }), cellAt(2, 1, '项', { style: 'label' }), cellAt(2, 2, '旧', { style: 'input' }), cellAt(3, 2, 5, { formula: 'LEN(B2)', style: 'computed' })],
      merges: ['A1:C1'], validations: [{ ref: 'B2', rule: { type: 'textLength', max: 20 }, allowBlank: true, severity: 'stop', errorTitle: '长', error: '太长。' }],
      conditionalFormats: [{ ref: 'B2:B9', formula: 'ISBLANK($B2)', look: 'missing' }],
    }),
    sheetOf('数据', {
      columns: [{ width: 12, style: 'input', format: '@' }, { width: 12, style: 'input', format: 'yyyy-mm-dd' }, { width: 12 }],
      cells: [cellAt(1, 1, '编号', { style: 'header' }), cellAt(1, 2, '日期', { style: 'header' }), cellAt(2, 3, '表外')],
      table: { name: '表_数据', ref: 'A1:B4', headers: ['编号', '日期'] }, rawRows: { firstRow: 2, keys: ['no', 'day'], blocks: blocksOf(['no', 'day'], 2, [['001', 45_000], ['002', 45_001], ['003', 45_002]]) },
    }),
    sheetOf('旧表', { protect: true, cells: [cellAt(1, 1, '算出', { style: 'label' }), cellAt(2, 1, 2, { formula: '1+1', style: 'computed' })] }),
    sheetOf('要删的', { cells: [cellAt(1, 1, 1)], state: 'veryHidden' }),
  ], { names: [{ name: '合计', refersTo: '表!$B$3' }, { name: '要删', refersTo: '表!$B$2' }] });
  const results = (formula: string): number => ({ 'LEN(B2)': 5, '1+1': 2, '2+2': 4, 'LEN(B3)': 6, '表!B3*2': 10 })[formula] ?? 0;

  let made: Book | undefined;
  /** The small workbook, made once by the host itself. */
  async function smallBook(): Promise<Book> {
    if (made === undefined) {
      const { id, wire } = page.serve(createBook(results));
      await (await page.open(id)).apply(addWorkbook(SMALL));
      if (wire.session.breaches.length > 0) throw new Error(wire.session.breaches.join('\n'));
      made = wire.book;
    }
    return cloneBook(made);
  }

  /** Something of everything. */
  const PATCH: WorkbookPatch = {
    remove: ['要删的'],
    replace: [sheetOf('旧表', { protect: true, cells: [cellAt(1, 1, '新算', { style: 'label' }), cellAt(3, 1, 4, { formula: '2+2', style: 'computed' })], merges: ['A1:B1'] })],
    add: [{ spec: sheetOf('新表', { protect: true, cells: [cellAt(1, 1, '新'), cellAt(2, 1, 10, { formula: '表!B3*2', style: 'computed' })] }), before: '数据' }],
    sheets: [
      {
        sheet: '表', cells: [{ row: 2, column: 2, value: '新' }, { row: 3, column: 2, value: 6, formula: 'LEN(B3)' }, { row: 4, column: 2, value: 45_000, date: true, look: { style: 'inputCentre', format: 'yyyy-mm-dd' } }],
        rules: { validations: [{ ref: 'B2:B3', rule: { type: 'any' }, allowBlank: true, severity: 'stop', prompt: '随便' }], conditionalFormats: [{ ref: 'B4:B9', formula: 'ISBLANK($B4)', look: 'missing' }], formats: [{ ref: 'C2:C1048576', format: '0.00' }] },
        charts: [{ name: '图', title: '一句话', description: '', ref: 'E2:H9', series: [{ kind: 'bar', name: '日期', colour: '1F5E6B', categories: { ref: '数据!$A$2:$A$4', values: ['001', '002', '003'] }, values: { ref: '数据!$B$2:$B$4', values: [1, 2, 3] }, labels: 'last' }] }],
      },
      { sheet: '数据', list: { headerRow: 1, columns: { no: 1, day: 2 }, remove: [3], append: blocksOf(['no', 'day'], 4, [['004', 45_003], ['005', null], ['=006', 45_004]]) } },
    ],
    names: [{ name: '合计', refersTo: '表!$B$4' }, { name: '要删', refersTo: null }, { name: '新名', refersTo: '新表!$A$1' }],
    properties: { 质升: '1' },
  };

  /** Everything of a workbook but numbers that are counted on: cells that hold nothing count as none. */
  const state = (book: Book): unknown => JSON.parse(JSON.stringify({
    names: [...book.names].sort((a, b) => (a.name < b.name ? -1 : 1)), properties: [...book.properties],
    sheets: book.sheets.map(({ name, visibility, cells, merges, validations, conditionals, tables, charts, protection }) => ({
      name, visibility, merges, protection: protection.on, tables: tables.map(({ name: table, area }) => [table, area]), charts: charts.map(({ values }) => values.get('name')),
      validations: validations.map(({ areas, rule, prompt }) => JSON.stringify([areas, rule, prompt])).sort(),
      conditionals: conditionals.map(({ areas, formula, format }) => JSON.stringify([areas, formula, [...format]])).sort(),
      cells: [...cells].flatMap(([row, columns]) => [...columns].filter(([, { value, formula }]) => value !== '' || formula !== undefined).map(([column, { value, formula, prefixed }]) => `${String(row).padStart(3, '0')} ${column} ${String(value)} ${formula ?? ''} ${prefixed === true}`)).sort(),
    })),
  }));

  describe('a change that fails', () => {
    let before: unknown;
    let intended: unknown;
    let syncs = 0;
    let opening = 0;
    let breaches: readonly string[] = [];
    beforeAll(async () => {
      const { id, wire } = page.serve(await smallBook());
      before = state(wire.book);
      const live = await page.open(id);
      opening = wire.counts.syncs;
      wire.counts = { ...NO_COUNTS };
      await live.apply(PATCH);
      syncs = wire.counts.syncs;
      intended = state(wire.book);
      breaches = wire.session.breaches;
    });

    test('at whatever sync, whether before it, half-way or after it, leaves the workbook as it was or as it should be', async () => {
      expect([breaches, JSON.stringify(intended) === JSON.stringify(before)]).toEqual([[], false]);
      const seen: string[] = [];
      const between: unknown[] = [];
      for (let at = opening + 1; at <= syncs; at++) {
        for (const when of ['before', 'middle', 'after'] as const) {
          // oxlint-disable-next-line no-await-in-loop -- one workbook after the other
          const { id, wire } = page.serve(await smallBook());
          // oxlint-disable-next-line no-await-in-loop
          const live = await page.open(id);
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
          const now = JSON.stringify(state(wire.book));
          const is = now === JSON.stringify(before) ? 'as it was' : now === JSON.stringify(intended) ? 'as intended' : 'between';
          seen.push(`${said}: ${is}`);
          if (is === 'between') between.push([at, when, said, state(wire.book), before]);
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
        const { id, wire } = page.serve(await smallBook());
        // oxlint-disable-next-line no-await-in-loop
        const live = await page.open(id);
        wire.fault = { from: wire.counts.syncs + at, until: Infinity, when: 'middle', code: 'GeneralException' };
        // oxlint-disable-next-line no-await-in-loop
        const said = await failure(live.apply(PATCH));
        wire.fault = null;
        // oxlint-disable-next-line no-await-in-loop
        await page.open(id);
        const now = JSON.stringify(state(wire.book));
        const is = now === JSON.stringify(before) ? 'as it was' : now === JSON.stringify(intended) ? 'as intended' : 'between';
        seen.add(`${said.code}: ${is}`);
        if (is === 'between') between.push([at, said.code, state(wire.book), before]);
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
      const { id, wire } = page.serve(await smallBook());
      const live = await page.open(id);
      change(wire.book);
      wire.fault = fault === null ? null : { ...fault, from: wire.counts.syncs + 1 };
      const was = state(wire.book);
      expect((await failure(live.apply({ sheets: [{ sheet: '表', cells: [{ row: 3, column: 2, value: 1 }] }] }))).code).toBe(code);
      expect(state(wire.book)).toEqual(was);
    });

    test('a sheet that was deleted meanwhile', async () => {
      const { id, wire } = page.serve(await smallBook());
      const live = await page.open(id);
      wire.book.sheets = wire.book.sheets.filter(({ name }) => name !== '旧表');
      expect((await failure(live.apply({ sheets: [{ sheet: '旧表', cells: [{ row: 1, column: 1, value: 1 }] }] }))).code).toBe('xlsx/sheet-missing');
    });

    test('formulas over arrays are not written where this Excel would compute them wrong; the length of a table is left where it cannot be set', async () => {
      const { id, wire } = page.serve(await smallBook());
      const spec = sheetOf('新', { cells: [cellAt(1, 1, 1, { formula: 'SUM(LEN(表!A1:A3))', array: true })] });
      expect((await failure((await page.open(id, '1.11')).apply({ add: [{ spec }] }))).code).toBe('excel/too-old');
      const list = { headerRow: 1, columns: { no: 1 }, append: blocksOf(['no'], 5, [['004']]) };
      expect(await (await page.open(id, '1.12')).apply({ sheets: [{ sheet: '数据', list }] })).toEqual([{ what: 'table-length', sheet: '数据' }]);
      expect(wire.book.sheets.find(({ name }) => name === '数据')?.cells.get(5)?.get(1)?.value).toBe('004');
    });
  });
});
