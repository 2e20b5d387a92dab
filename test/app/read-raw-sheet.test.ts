/** Columns by header wherever they stand, rows wherever an editor put them, and what is said when a header is not there. */
import { allBlocks, rawBlocks, readRawPlaces, type RawSheetPlaces } from '../../src/app/read-raw-sheet';
import { loadStandard } from '../../src/app/standard';
import type { ReadableWorkbook } from '../../src/app/ports';
import type { Block } from '../../src/core/model/block';
import { cellOf } from '../../src/core/model/block-builder';
import type { CellValue } from '../../src/core/model/cell';
import type { RawSheetDef } from '../../src/core/model/raw-sheet';
import { memoryWorkbook } from '../support/memory-workbook';
import { cellAt, sheetOf } from '../support/workbook-spec';

function defOf(key: string): RawSheetDef {
  const def = loadStandard().rawSheets.find((one) => one.key === key);
  if (def === undefined) throw new Error(key);
  return def;
}

/** A workbook of one sheet, given as rows of cells from row 1. */
function workbook(sheet: string, rows: readonly (readonly CellValue[])[], names: Readonly<Record<string, string>> = {}): ReadableWorkbook {
  const cells = rows.flatMap((row, i) => row.flatMap((value, c) => (value === null ? [] : [cellAt(i + 1, c + 1, value)])));
  return memoryWorkbook({ sheets: [sheetOf(sheet, { cells })], names: Object.entries(names).map(([name, refersTo]) => ({ name, refersTo })) });
}

const customers = defOf('customers');
const HEADER = ['客户*', '首次成交日期*', '最近成交日期', '流失日期'];

interface RawSheetContent extends RawSheetPlaces {
  readonly blocks: readonly Block[];
}

async function read(rows: readonly (readonly CellValue[])[], names?: Readonly<Record<string, string>>, def = customers): Promise<RawSheetContent> {
  const book = workbook(def.sheet, [['标题'], ['说明'], ...rows], names);
  const places = await readRawPlaces(book, def);
  return { ...places, blocks: await allBlocks(rawBlocks(book, def, places)) };
}

function texts({ blocks }: RawSheetContent, key: string): readonly CellValue[] {
  return blocks.flatMap((block) => Array.from({ length: block.length }, (_, i) => cellOf(block, key, i)));
}

test('reads rows with their row numbers; blank rows between them keep the count', async () => {
  const result = await read([HEADER, ['甲', 45_000], [], [null, null, null], ['乙', 45_001]]);
  expect(result.blocks.map(({ firstRow, length }) => [firstRow, length])).toEqual([[4, 4]]);
  expect(texts(result, 'customer')).toEqual(['甲', null, null, '乙']);
  expect(texts(result, 'firstDeal')).toEqual([45_000, null, null, 45_001]);
  expect(result.issues).toEqual([]);
});

test('finds columns by header without star, with full-width brackets, in another order', async () => {
  const result = await read([['流失日期', '备注', ' 客户 ', '首次成交日期（必填）', '最近成交日期'], [null, 'x', '甲', 45_000, 45_100]]);
  expect(result.columns).toEqual({ customer: 3, firstDeal: 4, lastDeal: 5, lostDate: 1 });
  expect([texts(result, 'customer'), texts(result, 'lastDeal')]).toEqual([['甲'], [45_100]]);
  expect(result.issues).toEqual([]);
});

test('keeps texts, errors and booleans as they are; an empty text is blank', async () => {
  const result = await read([HEADER, ['', '2024/5/1', { error: '#N/A' }, true]]);
  expect(['customer', 'firstDeal', 'lastDeal', 'lostDate'].map((key) => texts(result, key)[0])).toEqual([null, '2024/5/1', { error: '#N/A' }, true]);
});

test('a header that is missing is an issue, and its column is blank', async () => {
  const result = await read([['客户', '首次成交', '最近成交日期', '流失日期'], ['甲', 45_000]]);
  expect(result.issues).toEqual([expect.objectContaining({ code: 'header/missing', severity: 'error', sheet: '数据_客户', cell: '', params: { column: '首次成交日期' } })]);
  expect(texts(result, 'firstDeal')).toEqual([null]);
});

test('an empty sheet lacks every header', async () => {
  expect((await read([])).issues.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'header/missing'));
});

test('of a header that stands twice the one that formulas read is read, else the first', async () => {
  const rows = [[...HEADER, '客户'], ['甲', 45_000, null, null, '乙']];
  const [issue] = (await read(rows)).issues;
  expect(issue).toMatchObject({ code: 'header/twice', cell: 'E3', params: { column: '客户', used: 'A3' } });
  expect(texts(await read(rows), 'customer')).toEqual(['甲']);
  const named = await read(rows, { 客户_客户: '数据_客户!$E$4:INDEX(数据_客户!$E:$E,末行_客户)' });
  expect(texts(named, 'customer')).toEqual(['乙']);
  expect(named.issues[0]).toMatchObject({ code: 'header/twice', cell: 'A3', params: { used: 'E3' } });
});

test('a column that formulas look for elsewhere is an issue', async () => {
  const [issue] = (await read([['首次成交日期', '客户', '最近成交日期', '流失日期']], { 客户_客户: "'数据_客户'!$A$4:INDEX(数据_客户!$A:$A,9)" })).issues;
  expect(issue).toMatchObject({ code: 'header/moved', cell: 'B3', params: { column: '客户', formulas: 'A3' } });
});

test('without names, the header is the row among the first ones that holds most of it', async () => {
  const result = await read([['客户情况'], ['制表', '客户'], HEADER, ['甲', 45_000]]);
  expect([result.headerRow, result.blocks[0]?.firstRow, result.issues]).toEqual([5, 6, []]);
});

test('a column that was not found is absent from the blocks, and only the columns found are read', async () => {
  const result = await read([['客户', '备注'], ['甲', 'x'], [null, '只有备注']]);
  expect(result.blocks.map(({ length, columns }) => [length, Object.keys(columns)])).toEqual([[1, ['customer']]]);
});

test('rows that were inserted above the header are followed by the names', async () => {
  const result = await read([['多出的一行'], HEADER, ['甲', 45_000]], { 客户_客户: 'INDEX(数据_客户!$A:$A,MAX(ROW(数据_客户!$A$4))+1):INDEX(数据_客户!$A:$A,末行_客户)' });
  expect(result.blocks[0]?.firstRow).toBe(5);
  expect(texts(result, 'customer')).toEqual(['甲']);
});

describe('the small table beside the rows', () => {
  const survey = defOf('satisfaction');
  const header = [...survey.columns.map((column) => column.header), null, '题项', '权重'];
  const blank = survey.columns.map(() => null);

  test('is read, also beside rows that have nothing else, and its headers are not taken for those of the rows', async () => {
    const result = await read([header, [...blank, null, '质量', 0.6], [...blank, null, '服务', 0.4]], {}, survey);
    expect(result.side).toEqual([{ item: '质量', weight: 0.6 }, { item: '服务', weight: 0.4 }]);
    expect([result.blocks, result.issues]).toEqual([[], []]);
  });

  test('is followed where a column was inserted before it', async () => {
    const moved = [...survey.columns.map((column) => column.header), '备注', null, '题项', '权重'];
    const at = String.fromCharCode(65 + moved.length - 2);
    const next = String.fromCharCode(65 + moved.length - 1);
    const result = await read([moved, [...blank, 'x', null, '质量', 1]], { 满意度_题项权重_题项: `数据_满意度!$${at}$4:$${at}$23`, 满意度_题项权重_权重: `数据_满意度!$${next}$4:$${next}$23` }, survey);
    expect(result.side).toEqual([{ item: '质量', weight: 1 }]);
    expect(result.issues).toEqual([]);
  });
});
