/**
 * What every host of workbooks owes to the use cases (`app/ports.ts`), be it a format of files or a spreadsheet program
 * that has one open: one suite, run over each of them. Workbooks are made by the host itself; all that is said of them is
 * said through the port. What differs by nature is in the traits.
 */
import { expect } from '@jest/globals';
import { HostError, type OpenWorkbook, type ReadableWorkbook, type WorkbookFormat } from '../../src/app/ports';
import { address } from '../../src/core/model/address';
import { cellOf } from '../../src/core/model/block-builder';
import type { CellValue, SheetCell } from '../../src/core/model/cell';
import { areasOf } from '../../src/core/model/area';
import type { ConditionalFormatSpec, SheetSpec, ValidationSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import type { CellEdit, ListPatch, WorkbookPatch } from '../../src/core/model/workbook-patch';
import { joined, sourceOf } from '../support/memory-files';
import { blocksOf, cellAt, sheetOf, workbookOf } from '../support/workbook-spec';

const KEYS = ['no', 'day', 'note'];
const ROWS: readonly (readonly CellValue[])[] = [['A1', 45_292, '一'], ['A2', null, null], ['A3', 45_294.5, '三']];

/** A list with a table, formulas that read it, a merged title, a hidden sheet, a name. */
const SPEC: WorkbookSpec = workbookOf(
  [
    sheetOf('首页', {
      cells: [
        cellAt(1, 1, '标题', { style: 'title' }), cellAt(2, 1, 3, { formula: 'COUNTA(数据!$A$3:$A$99)', style: 'computed' }), cellAt(2, 2, '', { formula: 'IF(A2=3,"","x")', style: 'computed' }),
        cellAt(3, 1, 45_292, { format: 'yyyy-mm-dd' }), cellAt(3, 2, true), cellAt(4, 1, ' 空格 & <符号>\n第二行 '), cellAt(5, 1, 6, { formula: 'SUM(LEN(数据!$A$3:$A$5))', array: true, style: 'computed' }), cellAt(6, 1, 0.1 + 0.2),
      ],
      merges: ['A1:C1'],
    }),
    sheetOf('数据', {
      columns: [{ width: 12, style: 'input', format: '@' }, { width: 12, style: 'input', format: 'yyyy-mm-dd' }, { width: 12, style: 'input' }, { width: 12 }],
      cells: [cellAt(1, 1, '说明'), cellAt(2, 1, '编号', { style: 'header' }), cellAt(2, 2, '日期', { style: 'header' }), cellAt(2, 3, '备注', { style: 'header' }), cellAt(3, 5, '表外')],
      table: { name: '表_数据', ref: 'A2:C5', headers: ['编号', '日期', '备注'] },
      rawRows: { firstRow: 3, keys: KEYS, blocks: blocksOf(KEYS, 3, ROWS) },
    }),
    sheetOf("O'Neil 的表", { cells: [cellAt(1, 1, 1)], state: 'hidden' }),
  ],
  { names: [{ name: '合计', refersTo: '首页!$A$2' }, { name: '列表', refersTo: '数据!$A$3:$A$5' }] },
);
const COLUMNS = { no: 1, day: 2, note: 3 };

const RULED_VALIDATIONS: readonly ValidationSpec[] = [
  { ref: 'A3:A1048576', rule: { type: 'any' }, allowBlank: true, severity: 'stop', promptTitle: '编号', prompt: '按文本填' },
  { ref: 'B3:B1048576', rule: { type: 'date', min: 18_264, max: 91_313 }, allowBlank: true, severity: 'stop', errorTitle: '日期', error: '填日期。' },
  { ref: 'C3:C1048576', rule: { type: 'list', source: '列表' }, allowBlank: true, severity: 'warning', errorTitle: '备注', error: '从列表中选。' },
  { ref: 'E3:E9', rule: { type: 'decimal', min: 0 }, allowBlank: true, severity: 'stop', errorTitle: '数', error: '填数。' },
  { ref: 'F3', rule: { type: 'textLength', max: 18 }, allowBlank: true, severity: 'stop', errorTitle: '长', error: '太长。' },
];

/** A list with cell rules, marks, formats of columns and a hidden column. */
const RULED: WorkbookSpec = workbookOf([
  sheetOf('表', {
    columns: [{ width: 12, style: 'input', format: '@' }, { width: 12, style: 'input', format: 'yyyy-mm-dd' }, { width: 12 }, { width: 12, hidden: true }, { width: 12 }, { width: 12 }],
    cells: [
      cellAt(1, 1, '标题', { style: 'title' }), ...['编号', '日期', '备注'].map((text, c) => cellAt(2, c + 1, text, { style: 'header' })),
      cellAt(3, 1, '001', { format: '@' }), cellAt(3, 2, 45_292, { format: 'yyyy-mm-dd' }), cellAt(3, 3, '甲'), cellAt(4, 1, '002', { format: '@' }), cellAt(4, 5, 3),
    ],
    merges: ['A1:C1'], table: { name: '表_表', ref: 'A2:C4', headers: ['编号', '日期', '备注'] },
    validations: RULED_VALIDATIONS, conditionalFormats: [{ ref: 'A3:A1048576', formula: 'ISBLANK($A3)', look: 'missing' }],
  }),
], { names: [{ name: '列表', refersTo: '表!$C$3:$C$4' }] });

type Shown = Readonly<Record<string, SheetCell>>;

/** Everything that the port says of a workbook: sheet -> address -> cell. */
async function cellsOf(book: ReadableWorkbook): Promise<Readonly<Record<string, Shown>>> {
  const sheets: Record<string, Shown> = {};
  for (const sheet of book.sheetNames) {
    const cells: Record<string, SheetCell> = {};
    // oxlint-disable-next-line no-await-in-loop -- sheet by sheet
    for await (const row of book.rows(sheet)) for (const [column, cell] of row.cells) if (!isNothing(cell)) cells[address(row.row, column)] = plain(cell);
    sheets[sheet] = cells;
  }
  return sheets;
}

const isNothing = ({ value, formula }: SheetCell): boolean => formula === undefined && (value === null || value === '');
/** An empty text and no value are the same answer of a formula. */
const plain = ({ value, date, formula }: SheetCell): SheetCell => ({ value: value === '' ? null : value, ...(date === true ? { date } : {}), ...(formula === undefined ? {} : { formula }) });

/** A host as the contract drives it. A book that was patched is not read again. */
export interface ContractHost<B extends ReadableWorkbook> {
  create(spec: WorkbookSpec): Promise<B>;
  patched(book: B, patch: WorkbookPatch): Promise<B>;
  /** The program computes formulas: it keeps no other values beside them than its own. */
  readonly calculates: boolean;
}

/** A format of files: each patch makes another file. */
function hostOf(format: WorkbookFormat): ContractHost<OpenWorkbook> {
  return {
    create: async (spec) => format.open(sourceOf(await format.write(spec))),
    patched: async (book, patch) => format.open(sourceOf(await joined(book.patch(patch)))),
    calculates: false,
  };
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'no failure';
  } catch (error) {
    if (error instanceof HostError) return [error.code, error.params];
    throw error;
  }
}

export function workbookFormatContract(name: string, format: WorkbookFormat): void {
  workbookContract(name, hostOf(format));

  test(`${name}: what is no workbook`, async () => {
    expect(await failure(format.open(sourceOf(new TextEncoder().encode('a,b\n1,2\n'))))).toEqual([expect.stringMatching(/^xlsx\//), expect.anything()]);
  });
}

export function workbookContract<B extends ReadableWorkbook>(name: string, host: ContractHost<B>): void {
  const open = async (spec: WorkbookSpec = SPEC): Promise<B> => host.create(spec);

  describe(`${name}: reading`, () => {
    test('sheets in the order of the tabs, names, and every cell with value, formula and whether it is a date', async () => {
      const book = await open();
      expect(book.sheetNames).toEqual(['首页', '数据', "O'Neil 的表"]);
      expect([...book.names].filter(([key]) => !key.startsWith('_'))).toEqual([['合计', '首页!$A$2'], ['列表', '数据!$A$3:$A$5']]);
      const cells = await cellsOf(book);
      expect(cells['首页']).toEqual({
        A1: { value: '标题' }, A2: { value: 3, formula: 'COUNTA(数据!$A$3:$A$99)' }, B2: { value: null, formula: 'IF(A2=3,"","x")' }, A3: { value: 45_292, date: true },
        B3: { value: true }, A4: { value: ' 空格 & <符号>\n第二行 ' }, A5: { value: 6, formula: 'SUM(LEN(数据!$A$3:$A$5))' }, A6: { value: 0.1 + 0.2 },
      });
      expect(cells['数据']?.['B5']).toEqual({ value: 45_294.5, date: true });
      expect(cells["O'Neil 的表"]).toEqual({ A1: { value: 1 } });
    });

    test('rows from a row on, top to bottom, as often as they are asked for', async () => {
      const book = await open();
      const numbers = async (fromRow?: number): Promise<readonly number[]> => {
        const rows: number[] = [];
        for await (const { row } of book.rows('数据', fromRow === undefined ? {} : { fromRow })) rows.push(row);
        return rows;
      };
      expect([await numbers(), await numbers(4), await numbers(99)]).toEqual([[1, 2, 3, 4, 5], [4, 5], []]);
    });

    test('blocks hold the chosen columns at their rows, blank ones in between', async () => {
      const book = await open(workbookOf([sheetOf('数据', { cells: [cellAt(2, 1, 'x'), cellAt(4, 3, 7), cellAt(5, 2, '不要'), cellAt(9, 1, { error: '#N/A' }), cellAt(9, 3, false)] })]));
      const values: Record<string, CellValue> = {};
      for await (const block of book.blocks('数据', { a: 1, c: 3 }, { fromRow: 3 })) {
        expect(Object.keys(block.columns)).toEqual(['a', 'c']);
        for (let i = 0; i < block.length; i++) for (const key of ['a', 'c']) if (cellOf(block, key, i) !== null) values[`${key}${block.firstRow + i}`] = cellOf(block, key, i);
      }
      expect(values).toEqual({ c4: 7, a9: { error: '#N/A' }, c9: false });
    });

    test('blocks of columns that hold nothing are none', async () => {
      const blocks = [];
      for await (const block of (await open()).blocks('数据', { nothing: 9 })) blocks.push(block);
      expect(blocks).toEqual([]);
    });

    test('reading can be given up half-way, stopped, and followed', async () => {
      const book = await open();
      for await (const { row } of book.rows('数据')) if (row === 2) break;
      const stop = new AbortController();
      stop.abort(new Error('enough'));
      await expect((async () => { for await (const row of book.rows('数据', { signal: stop.signal })) expect(row).toBeDefined(); })()).rejects.toThrow('enough');
      await expect((async () => { for await (const block of book.blocks('数据', COLUMNS, { signal: stop.signal })) expect(block).toBeDefined(); })()).rejects.toThrow('enough');
    });

    test('a sheet that is not there', async () => {
      const book = await open();
      const read = async (rows: AsyncIterable<unknown>): Promise<void> => { for await (const row of rows) expect(row).toBeDefined(); };
      expect(await failure(read(book.rows('无')))).toEqual(['xlsx/sheet-missing', { sheet: '无' }]);
      expect(await failure(read(book.blocks('无', COLUMNS)))).toEqual(['xlsx/sheet-missing', { sheet: '无' }]);
    });

    test('what a sheet says besides its cells', async () => {
      const book = await open(RULED);
      const found = await book.structure('表');
      expect({ ...found, cellFormats: null }).toEqual({
        merges: ['A1:C1'], hiddenRows: [], hiddenColumns: [{ first: 4, last: 4 }], filtered: false, tables: [{ name: '表_表', ref: 'A2:C4' }], cellFormats: null,
        validations: RULED_VALIDATIONS.map(({ ref, rule, severity }) => ({ refs: [ref], rule, severity: rule.type === 'any' ? 'none' : severity })),
        conditionalFormats: [{ refs: ['A3:A1048576'], formula: 'ISBLANK($A3)' }],
        columnFormats: [{ first: 1, last: 1, format: '@' }, { first: 2, last: 2, format: 'yyyy-mm-dd' }],
      });
      const held = found.cellFormats.filter(({ last }) => last > 2);
      expect([held.find(({ column }) => column === 1)?.format, held.find(({ column }) => column === 2)?.format]).toEqual(['@', 'yyyy-mm-dd']);
      expect(await failure(book.structure('无'))).toEqual(['xlsx/sheet-missing', { sheet: '无' }]);
      const stop = new AbortController();
      stop.abort(new Error('enough'));
      await expect(book.structure('表', { signal: stop.signal })).rejects.toThrow('enough');
    });
  });

  describe(`${name}: patching`, () => {
    test('nothing asked for changes nothing', async () => {
      const book = await open();
      const after = await host.patched(book, {});
      expect([after.sheetNames, [...after.names], await cellsOf(after)]).toEqual([book.sheetNames, [...book.names], await cellsOf(book)]);
    });

    /** What the edits make of 首页; everything else must be as it was. */
    async function edited(cells: readonly CellEdit[]): Promise<Shown> {
      const book = await open();
      const [before, after] = [await cellsOf(book), await cellsOf(await host.patched(book, { sheets: [{ sheet: '首页', cells }] }))];
      expect({ ...after, 首页: null }).toEqual({ ...before, 首页: null });
      const touched = new Set(cells.map(({ row, column }) => address(row, column)));
      const rest = (shown: Shown = {}): unknown => Object.entries(shown).filter(([at]) => !touched.has(at));
      expect(rest(after['首页'])).toEqual(rest(before['首页']));
      return Object.fromEntries(Object.entries(after['首页'] ?? {}).filter(([at]) => touched.has(at)));
    }

    test('cells of every kind, new ones too', async () => {
      expect(await edited([
        { row: 1, column: 1, value: '新标题 <&>' }, { row: 4, column: 1, value: null }, { row: 3, column: 2, value: { error: '#N/A' } }, { row: 6, column: 1, value: false },
        { row: 6, column: 4, value: '新格', look: { style: 'input', format: '@' } }, { row: 40, column: 30, value: -1.5e-7 },
      ])).toEqual({ A1: { value: '新标题 <&>' }, B3: { value: { error: '#N/A' } }, A6: { value: false }, D6: { value: '新格' }, AD40: { value: -1.5e-7 } });
    });

    test('dates keep the format of their cell, and are given one where it has none', async () => {
      expect(await edited([{ row: 3, column: 1, value: 45_300 }, { row: 6, column: 1, value: 45_301, date: true }, { row: 7, column: 1, value: 45_302 }]))
        .toEqual({ A3: { value: 45_300, date: true }, A6: { value: 45_301, date: true }, A7: { value: 45_302 } });
    });

    test('formulas with their values; a kept formula only gets a value, and nothing happens where there is none', async () => {
      expect(await edited([
        { row: 2, column: 1, value: 4, keepFormula: true }, { row: 2, column: 2, value: 'x', keepFormula: true }, { row: 3, column: 2, value: 9, keepFormula: true },
        { row: 5, column: 1, value: 7, formula: 'SUM(1,6)' }, { row: 6, column: 2, value: '', formula: 'IF(1=1,"","a & b")', array: true },
      ])).toEqual({
        A2: { value: host.calculates ? 3 : 4, formula: 'COUNTA(数据!$A$3:$A$99)' }, B2: { value: host.calculates ? null : 'x', formula: 'IF(A2=3,"","x")' }, B3: { value: true },
        A5: { value: 7, formula: 'SUM(1,6)' }, B6: { value: null, formula: 'IF(1=1,"","a & b")' },
      });
    });

    /** The rows of 数据 under its header, read back by columns, after a change of the list. */
    async function listed(list: Omit<ListPatch, 'headerRow' | 'columns'>): Promise<{ readonly rows: Readonly<Record<number, readonly CellValue[]>>; readonly beside: SheetCell | undefined }> {
      const after = await host.patched(await open(), { sheets: [{ sheet: '数据', list: { headerRow: 2, columns: COLUMNS, ...list } }] });
      const rows: Record<number, readonly CellValue[]> = {};
      for await (const block of after.blocks('数据', COLUMNS, { fromRow: 3 })) {
        for (let i = 0; i < block.length; i++) if (KEYS.some((key) => cellOf(block, key, i) !== null)) rows[block.firstRow + i] = KEYS.map((key) => cellOf(block, key, i));
      }
      const cells = await cellsOf(after);
      expect(Object.entries(cells['数据'] ?? {}).filter(([at, { date }]) => /^B[3-9]/.test(at) && date !== true)).toEqual([]);
      expect([cells['首页']?.['A1'], cells['数据']?.['A1'], cells['数据']?.['C2']]).toEqual([{ value: '标题' }, { value: '说明' }, { value: '备注' }]);
      return { rows, beside: cells['数据']?.['E3'] };
    }

    const [a1 = [], a2 = [], a3 = []] = ROWS;
    const beside = { value: '表外' };

    test('rows appended under those that are there', async () => {
      const rows: readonly (readonly CellValue[])[] = [['B1', 45_400, 'x'], [null, null, null], ['001', null, '']];
      expect(await listed({ append: blocksOf(KEYS, 6, rows) })).toEqual({ rows: { 3: a1, 4: a2, 5: a3, 6: ['B1', 45_400, 'x'], 8: ['001', null, null] }, beside });
    });

    test('rows taken out; those under them move up, what stands beside stays', async () => {
      expect(await listed({ remove: [3] })).toEqual({ rows: { 3: a2, 4: a3 }, beside });
      expect(await listed({ remove: [4, 5] })).toEqual({ rows: { 3: a1 }, beside });
      expect(await listed({ remove: 'all' })).toEqual({ rows: {}, beside });
    });

    test('rows in the place of others', async () => {
      expect(await listed({ remove: 'all', append: blocksOf(KEYS, 3, [['C1', 45_500, null]]) })).toEqual({ rows: { 3: ['C1', 45_500, null] }, beside });
    });

    test('rows that an editor put below the table are rows of the list too', async () => {
      const typed = await host.patched(await open(), { sheets: [{ sheet: '数据', cells: [{ row: 6, column: 1, value: 'T1' }, { row: 8, column: 3, value: 'T3' }] }] });
      const list = { headerRow: 2, columns: COLUMNS };
      const numbers = async (book: B): Promise<readonly unknown[]> => {
        const rows: unknown[] = [];
        for await (const { row, cells } of book.rows('数据', { fromRow: 3 })) if ([1, 2, 3].some((column) => cells.has(column))) rows.push([row, cells.get(1)?.value ?? cells.get(3)?.value]);
        return rows;
      };
      const longer = await host.patched(typed, { sheets: [{ sheet: '数据', list: { ...list, append: blocksOf(KEYS, 9, [['B1', null, null]]) } }] });
      expect(await numbers(longer)).toEqual([[3, 'A1'], [4, 'A2'], [5, 'A3'], [6, 'T1'], [8, 'T3'], [9, 'B1']]);
      const other = await host.patched(typed, { sheets: [{ sheet: '数据', list: { ...list, remove: [3, 4, 5, 6, 7, 8], append: blocksOf(KEYS, 3, [['B1', null, null]]) } }] });
      expect(await numbers(other)).toEqual([[3, 'B1']]);
    });

    test('more rows than one block', async () => {
      const many = Array.from({ length: 5000 }, (_, i): readonly CellValue[] => [`N${i}`, 45_000 + i, i % 7 === 0 ? null : i]);
      const { rows } = await listed({ remove: 'all', append: blocksOf(KEYS, 3, many, 1024) });
      expect([Object.keys(rows).length, rows[3], rows[5002]]).toEqual([5000, many[0], many[4999]]);
    });

    test('sheets added, replaced and removed, in this order of tabs', async () => {
      const made = (sheet: string, value: CellValue): SheetSpec => sheetOf(sheet, { cells: [cellAt(1, 1, value), cellAt(2, 1, 2, { formula: 'A1+1', style: 'computed' })] });
      const after = await host.patched(await open(), { remove: ["O'Neil 的表"], replace: [made('首页', 10)], add: [{ spec: made('新表', 20), before: '数据' }, { spec: made('末表', 30) }] });
      expect(after.sheetNames).toEqual(['首页', '新表', '数据', '末表']);
      const cells = await cellsOf(after);
      for (const [sheet, value] of [['首页', 10], ['新表', 20], ['末表', 30]] as const) expect(cells[sheet]).toEqual({ A1: { value }, A2: { value: 2, formula: 'A1+1' } });
      expect([after.names.get('合计'), cells['数据']?.['A4']]).toEqual(['首页!$A$2', { value: 'A2' }]);
    });

    test('names set and removed; others stay', async () => {
      const after = await host.patched(await open(), { names: [{ name: '合计', refersTo: null }, { name: '列表', refersTo: '数据!$A$3:$A$9' }, { name: '新名', refersTo: '首页!$A$1' }], properties: { 质升: '1' } });
      expect(Object.fromEntries([...after.names].filter(([key]) => !key.startsWith('_')))).toEqual({ 列表: '数据!$A$3:$A$9', 新名: '首页!$A$1' });
    });

    test('rules take the place of those of their cells; others stay, and so do the cells', async () => {
      const book = await open(RULED);
      const whole: ValidationSpec = { ref: 'B4:C1048576', rule: { type: 'whole', min: 7 }, allowBlank: true, severity: 'stop', errorTitle: '数', error: '七以上。' };
      const mark: ConditionalFormatSpec = { ref: 'A4:A1048576', formula: 'ISBLANK($A4)', look: 'missing' };
      const after = await host.patched(book, { sheets: [{ sheet: '表', rules: { validations: [whole], conditionalFormats: [mark], formats: [{ ref: 'C3:C1048576', format: '@' }, { ref: 'A4', format: 'yyyy-mm-dd' }] } }] });
      const found = await after.structure('表');
      const ruleAt = (row: number, column: number): unknown => {
        const own = found.validations.filter(({ refs }) => areasOf(refs).some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right));
        return own.map(({ rule }) => rule);
      };
      expect([ruleAt(3, 2), ruleAt(4, 2), ruleAt(900, 2), ruleAt(3, 3), ruleAt(4, 3), ruleAt(4, 1)])
        .toEqual([[RULED_VALIDATIONS[1]?.rule], [whole.rule], [whole.rule], [RULED_VALIDATIONS[2]?.rule], [whole.rule], [RULED_VALIDATIONS[0]?.rule]]);
      expect(new Set(found.conditionalFormats.flatMap(({ refs, formula }) => refs.map((ref) => `${ref} ${formula}`)))).toEqual(new Set(['A3 ISBLANK($A3)', 'A4:A1048576 ISBLANK($A4)']));
      expect(found.columnFormats.find(({ first, last }) => first <= 3 && last >= 3)?.format).toBe('@');
      const at = (row: number, column: number): string | undefined => found.cellFormats.find((run) => run.column === column && row >= run.first && row <= run.last)?.format;
      expect([at(3, 1), at(4, 1), at(3, 3)]).toEqual(['@', 'yyyy-mm-dd', '@']);
      const values = async (one: B): Promise<unknown> => Object.entries((await cellsOf(one))['表'] ?? {}).map(([place, { value }]) => [place, value]);
      expect(await values(after)).toEqual(await values(book));
    });

    test('a patch of a patch', async () => {
      const once = await host.patched(await open(), { sheets: [{ sheet: '数据', list: { headerRow: 2, columns: COLUMNS, append: blocksOf(KEYS, 6, [['B1', 1e5, '四']]) } }] });
      const twice = await host.patched(once, { sheets: [{ sheet: '数据', list: { headerRow: 2, columns: COLUMNS, append: blocksOf(KEYS, 7, [['B2', null, '五']]) } }, { sheet: '首页', cells: [{ row: 2, column: 1, value: 5, keepFormula: true }] }] });
      const cells = await cellsOf(twice);
      expect([cells['数据']?.['A6'], cells['数据']?.['C7'], cells['首页']?.['A2']?.value]).toEqual([{ value: 'B1' }, { value: '五' }, host.calculates ? 3 : 5]);
    });

    test.each<[string, WorkbookPatch, string, Readonly<Record<string, unknown>>]>([
      ['a sheet that is not there', { sheets: [{ sheet: '无', cells: [{ row: 1, column: 1, value: 1 }] }] }, 'xlsx/sheet-missing', { sheet: '无' }],
      ['a sheet to replace that is not there', { replace: [sheetOf('无')] }, 'xlsx/sheet-missing', { sheet: '无' }],
      ['a sheet that is there already, in other case', { add: [{ spec: sheetOf("o'neil 的表") }] }, 'xlsx/sheet-exists', { sheet: "o'neil 的表" }],
      ['the last visible sheet', { remove: ['首页', '数据'] }, 'xlsx/last-sheet', { sheet: '数据' }],
      ['a cell under a merged one', { sheets: [{ sheet: '首页', cells: [{ row: 1, column: 2, value: 1 }] }] }, 'xlsx/cell-merged', { sheet: '首页', cell: 'B1', range: 'A1:C1' }],
      ['a text that no cell holds', { sheets: [{ sheet: '首页', cells: [{ row: 6, column: 1, value: 'x'.repeat(40_000) }] }] }, 'xlsx/text-too-long', { sheet: '首页', cell: 'A6', length: 40_000 }],
      ['a number that is none', { sheets: [{ sheet: '首页', cells: [{ row: 6, column: 1, value: NaN }] }] }, 'xlsx/not-finite', { sheet: '首页', cell: 'A6' }],
      ['a formula that is too long', { sheets: [{ sheet: '首页', cells: [{ row: 6, column: 1, value: 1, formula: `1${'+1'.repeat(4100)}` }] }] }, 'xlsx/formula-too-long', { sheet: '首页', cell: 'A6' }],
      ['a name that is none', { names: [{ name: '1 x', refersTo: '首页!$A$1' }] }, 'xlsx/name-invalid', { name: '1 x' }],
      ['a list without a header', { sheets: [{ sheet: '数据', list: { headerRow: 20, columns: COLUMNS, append: blocksOf(KEYS, 21, [['x', null, null]]) } }] }, 'xlsx/no-list', { sheet: '数据', row: 20 }],
      ['rows beyond the end of the sheet', { sheets: [{ sheet: '数据', list: { headerRow: 2, columns: COLUMNS, append: blocksOf(KEYS, 1_048_576, [['x', null, null], ['y', null, null]]) } }] }, 'xlsx/too-many-rows', { sheet: '数据' }],
    ])('%s is refused, and nothing is changed', async (_what, patch, code, params) => {
      const book = await open();
      const before = await cellsOf(book);
      expect(await failure(host.patched(book, patch))).toEqual([code, expect.objectContaining(params)]);
      expect(await cellsOf(book)).toEqual(before);
    });
  });

  test(`${name}: blocks and rows say the same of a column`, async () => {
    const book = await open();
    const byRows: unknown[] = [];
    for await (const { row, cells } of book.rows('数据', { fromRow: 3 })) byRows.push([row, cells.get(1)?.value]);
    const byBlocks: unknown[] = [];
    for await (const block of book.blocks('数据', { no: 1 }, { fromRow: 3 })) for (let i = 0; i < block.length; i++) byBlocks.push([block.firstRow + i, cellOf(block, 'no', i)]);
    expect(byBlocks).toEqual(byRows);
  });
}
