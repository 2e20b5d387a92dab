/** What the writer makes, as openpyxl, LibreOffice and our own reader see it. */
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { HostError, type ReadableWorkbook } from '../../../../src/app/ports';
import type { CellValue, SheetRow } from '../../../../src/core/model/cell';
import type { SheetSpec, WorkbookSpec } from '../../../../src/core/model/sheet-spec';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { openWorkbook } from '../../../../src/host/xlsx/read/workbook';
import { writeWorkbook } from '../../../../src/host/xlsx/write/workbook';
import { VERSION } from '../../../../src/host/xlsx/write/document-properties';
import { describeWithLibreOffice, recalculate, typeInto } from '../../../support/libreoffice';
import { describeWithOpenpyxl, openpyxlLoads } from '../../../support/openpyxl';
import { at, plainXlsx } from '../../../support/plain-xlsx';
import { blocksOf, cellAt, sheetOf, workbookOf } from '../../../support/workbook-spec';
import { version } from '../../../../package.json';

const DATA = '数据_销售 交付';
const KEYS = ['order', 'day', 'quantity'];
const LAST = `SUMPRODUCT(MAX(('${DATA}'!$A$4:$C$1000<>"")*ROW('${DATA}'!$A$4:$C$1000)))`;

const data = (rows: readonly (readonly CellValue[])[]): SheetSpec => sheetOf(DATA, {
  columns: [{ width: 14, style: 'input', format: '@' }, { width: 12, style: 'inputCentre', format: 'yyyy-mm-dd' }, { width: 10, style: 'inputNumber' }],
  cells: [
    cellAt(1, 1, '销售交付', { style: 'title' }), ...['订单号*', '日期*', '数量*'].map((text, c) => cellAt(3, c + 1, text, { style: 'header' })),
    cellAt(4, 6, '题项'), cellAt(5, 6, 0.5), cellAt(5, 2, null, { style: 'input' }), cellAt(40, 6, '末'),
  ],
  table: { name: '表_交付', ref: 'A3:C4', headers: ['订单号*', '日期*', '数量*'] },
  freeze: { row: 4, column: 2 },
  protect: true,
  print: { orientation: 'landscape', repeatRows: '1:3' },
  activeCell: 'A4',
  validations: [
    { ref: 'B4:B1048576', rule: { type: 'date', min: 36_526 }, allowBlank: true, severity: 'stop', prompt: '日期', promptTitle: '填', error: '不对' },
    { ref: 'A4:A9 A11', rule: { type: 'list', source: '清单' }, allowBlank: true, severity: 'warning' },
  ],
  conditionalFormats: [{ ref: 'A4:C100', formula: 'AND($A4="",$B4<>"")', look: 'missing' }],
  rawRows: { firstRow: 4, keys: KEYS, blocks: blocksOf(KEYS, 4, rows, 2) },
});

const form = sheetOf('首页', {
  protect: true,
  merges: ['A1:C1', 'A5:B6'],
  cells: [
    cellAt(1, 1, '标题', { style: 'title' }), cellAt(2, 1, '看', { style: 'link', link: `'${DATA}'!A4` }),
    cellAt(3, 1, 99, { formula: 'SUM(区)', style: 'computedNumber', format: '0.00%' }), cellAt(3, 2, '', { formula: '""', style: 'computed' }),
    cellAt(3, 3, true, { formula: '1=1', style: 'computed' }), cellAt(4, 1, { error: '#N/A' }, { formula: 'NA()', style: 'computed' }),
    cellAt(4, 2, 2, { formula: 'SUM(IF(区>0,1,0))', array: true, style: 'computed' }), cellAt(4, 3, 0, { formula: 'NORM.S.INV(0.5)', style: 'computed' }),
    cellAt(5, 1, '=cmd|x', { note: '填写说明 <b>' }), cellAt(7, 1, ' a\u0002b_x0041_&<>"\r\n'),
  ],
  rowHeights: { 1: 30 },
  print: { orientation: 'portrait', area: 'A1:C10' },
});
const hidden = sheetOf('清单', { state: 'veryHidden', cells: [cellAt(1, 1, '甲'), cellAt(2, 1, '乙')] });
const ROWS: readonly (readonly CellValue[])[] = [['00123', 45_292, 3], ['=1+1 & <x> \u0001 _x0041_ ', null, 0.1], [null, null, null], [true, { error: '#N/A' }, -1e21]];

const spec = (rows = ROWS): WorkbookSpec => workbookOf([form, data(rows), hidden], {
  names: [
    { name: '清单', refersTo: '清单!$A$1:$A$2' },
    { name: '末行', refersTo: `MAX(4,${LAST})` },
    { name: '区', refersTo: `'${DATA}'!$C$4:INDEX('${DATA}'!$C:$C,末行)` },
  ],
});

async function rowsOf(workbook: ReadableWorkbook, sheet: string): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of workbook.rows(sheet)) rows.push(row);
  return rows;
}

/** Every cell of a sheet as our reader sees it, `A1`-less: row -> column -> value. */
async function values(bytes: Uint8Array, sheet: string): Promise<CellValue[][]> {
  const grid: CellValue[][] = [];
  for (const { row, cells } of await rowsOf(await openWorkbook(bytesSource(bytes)), sheet)) {
    for (const [column, { value }] of cells) (grid[row - 1] ??= [])[column - 1] = value;
  }
  return grid;
}

function part(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
}

describe('writeWorkbook', () => {
  it('gives equal bytes for equal specs, whenever', async () => {
    const first = await writeWorkbook(spec());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(Buffer.compare(first, await writeWorkbook(spec()))).toBe(0);
  });

  it('says who made it', async () => {
    const bytes = await writeWorkbook(spec());
    expect((await openWorkbook(bytesSource(bytes))).application).toBe('质升');
    expect(VERSION).toBe(version);
    expect(part(bytes, 'docProps/app.xml')).toMatch(/<AppVersion>\d\d\.\d{4}<\/AppVersion>/);
    expect(part(bytes, 'docProps/core.xml')).toContain('<dc:creator>质升</dc:creator>');
    expect(part(bytes, 'docProps/core.xml')).not.toContain('dcterms');
  });

  it('keeps cached values of every kind and the looks of what is below', async () => {
    const workbook = await openWorkbook(bytesSource(await writeWorkbook(spec())));
    const rows = new Map((await rowsOf(workbook, '首页')).map(({ row, cells }) => [row, cells]));
    expect(rows.get(3)?.get(1)).toEqual({ value: 99, formula: 'SUM(区)' });
    expect(rows.get(3)?.get(2)).toEqual({ value: '', formula: '""' });
    expect(rows.get(4)?.get(1)).toEqual({ value: { error: '#N/A' }, formula: 'NA()' });
    expect(rows.get(4)?.get(3)).toEqual({ value: 0, formula: 'NORM.S.INV(0.5)' });
    expect(rows.get(7)?.get(1)?.value).toBe(' a\u0002b_x0041_&<>"\r\n');
  });

  it('puts raw rows among cells laid out beside them', async () => {
    const grid = await values(await writeWorkbook(spec()), DATA);
    expect(grid[3]).toEqual(['00123', 45_292, 3, undefined, undefined, '题项']);
    expect(grid[4]?.[0]).toBe('=1+1 & <x> \u0001 _x0041_ ');
    expect(grid[4]?.[5]).toBe(0.5);
    expect(grid[5]).toBeUndefined();
    expect(grid[6]).toEqual([true, { error: '#N/A' }, -1e21]);
    expect(grid[39]?.[5]).toBe('末');
  });

  it('extends the table and the used range to the last raw row', async () => {
    const bytes = await writeWorkbook(spec());
    expect(part(bytes, 'xl/tables/table1.xml').match(/ref="[^"]*"/g)).toEqual(['ref="A3:C7"', 'ref="A3:C7"']);
    expect(part(bytes, 'xl/worksheets/sheet2.xml')).toContain('<dimension ref="A1:F40"/>');
  });

  it('selects the first cell to fill, in the pane that holds it, on the sheet that opens', async () => {
    const bytes = await writeWorkbook(workbookOf([form, data(ROWS)], { active: DATA, names: [] }));
    expect(part(bytes, 'xl/workbook.xml')).toContain('activeTab="1"');
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('tabSelected');
    const view = part(bytes, 'xl/worksheets/sheet2.xml');
    expect(view).toContain('tabSelected="1"');
    expect(view).toContain('<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomLeft" state="frozen"/>');
    expect(view).toContain('<selection pane="bottomLeft" activeCell="A4" sqref="A4"/>');
  });

  it('makes the boxes of notes as high as their text, and signs them', async () => {
    const long = '长'.repeat(140);
    const bytes = await writeWorkbook(workbookOf([sheetOf('表', { cells: [cellAt(1, 1, 1, { note: '短' }), cellAt(9, 2, 1, { note: `${long}\n二` })] })]));
    const anchors = [...part(bytes, 'xl/drawings/vmlDrawing1.vml').matchAll(/<x:Anchor>([^<]*)</g)].map((found) => (found[1] ?? '').split(',').map(Number));
    expect(anchors.map((corner) => (corner[6] ?? 0) - (corner[2] ?? 0))).toEqual([4, 12]);
    expect(part(bytes, 'xl/comments1.xml')).toContain('<author>质升</author>');
  });

  it('ends the look of a column at its header', async () => {
    const xml = part(await writeWorkbook(spec()), 'xl/worksheets/sheet2.xml');
    const styleAt = (cell: string): string | undefined => new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(xml)?.[1];
    const column = /<col min="2" max="2"[^>]* style="(\d+)"/.exec(xml)?.[1];
    expect(column).toBeDefined();
    expect(styleAt('B4')).toBe(column);
    expect(styleAt('B1')).toBeDefined();
    expect(styleAt('B1')).toBe(styleAt('C2'));
    expect(styleAt('B1')).not.toBe(column);
  });

  it('names all borders in a conditional format that adds one, and no empty side that would take one away', async () => {
    const styles = part(await writeWorkbook(spec()), 'xl/styles.xml');
    const side = (name: string, colour: string): string => `<${name} style="thin"><color rgb="FF${colour}"/></${name}>`;
    expect(/<dxfs.*<\/dxfs>/s.exec(styles)?.[0]).toContain(`<dxf><border>${side('left', 'C00000')}${side('right', '000000')}${side('top', '000000')}${side('bottom', '000000')}</border></dxf>`);
  });

  it('doubles & in the footer and counts pages', async () => {
    const bytes = await writeWorkbook({ ...spec(), enterpriseName: 'A&B 泵业' });
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<oddFooter>&amp;LA&amp;&amp;B 泵业&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>');
  });

  it.each([
    ['a cell', workbookOf([sheetOf('表', { cells: [cellAt(2, 3, 'x'.repeat(32_768))] })]), { sheet: '表', cell: 'C2' }],
    ['a raw row', workbookOf([sheetOf('表', { rawRows: { firstRow: 4, keys: ['a', 'b'], blocks: blocksOf(['a', 'b'], 4, [['x'], [null, 'x'.repeat(32_768)]]) } })]), { sheet: '表', cell: 'B5' }],
  ])('refuses text longer than a cell holds in %s, by place', async (_, wrong, place) => {
    const error: unknown = await writeWorkbook(wrong).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ code: 'xlsx/text-too-long', params: { ...place, length: 32_768 } });
  });

  it.each<[string, WorkbookSpec]>([
    ['a literal list over 255 characters', workbookOf([sheetOf('表', { validations: [{ ref: 'A1', rule: { type: 'list', source: `"${'项,'.repeat(130)}"` }, allowBlank: true, severity: 'stop' }] })])],
    ['a sheet name over 31 characters', workbookOf([sheetOf('表'.repeat(32))])],
    ['two sheets of one name', workbookOf([sheetOf('Data'), sheetOf('data')])],
    ['a name that reads as a cell', workbookOf([sheetOf('表')], { names: [{ name: 'AB12', refersTo: '表!$A$1' }] })],
    ['a cell given twice', workbookOf([sheetOf('表', { cells: [cellAt(1, 1, 1), cellAt(1, 1, 2)] })])],
    ['opening with a hidden sheet', workbookOf([hidden, sheetOf('表')])],
  ])('refuses %s', async (_, wrong) => {
    await expect(writeWorkbook(wrong)).rejects.toThrow(RangeError);
  });

  it('gives back any rows that it was given', async () => {
    const value = fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0), fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), fc.boolean());
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 8 }), async (rows) => {
      const bytes = await writeWorkbook(workbookOf([sheetOf('表', {
        cells: rows.flatMap((row, r) => row.map((one, c) => cellAt(r + 1, c + 1, one))),
      }), sheetOf('数据', { rawRows: { firstRow: 1, keys: KEYS, blocks: blocksOf(KEYS, 1, rows) } })]));
      const expected = rows.map((row) => row.map((one) => one ?? undefined));
      for (const sheet of ['表', '数据']) {
        const grid = await values(bytes, sheet);
        expected.forEach((row, r) => expect(row.map((_, c) => grid[r]?.[c])).toEqual(row.map((one) => (Object.is(one, -0) ? 0 : one))));
      }
    }), { numRuns: 20 });
  });
});

describeWithOpenpyxl('writeWorkbook, read by openpyxl', () => {
  it('opens, with names, rules, tables, merges, protection and values', async () => {
    const read = await openpyxlLoads(await writeWorkbook(spec()));
    expect(read.creator).toBe('质升');
    expect(read.names).toMatchObject({ 区: `'${DATA}'!$C$4:INDEX('${DATA}'!$C:$C,末行)` });
    expect(read.sheets.map(({ name, state }) => [name, state])).toEqual([['首页', 'visible'], [DATA, 'visible'], ['清单', 'veryHidden']]);
    const [home, rows] = read.sheets;
    expect(home?.merges).toEqual(['A1:C1', 'A5:B6']);
    expect([home?.protected, rows?.protected, read.sheets[2]?.protected]).toEqual([true, true, false]);
    expect(rows?.tables).toEqual([{ name: '表_交付', ref: 'A3:C7' }]);
    expect(rows?.validations).toEqual([{ ref: 'B4:B1048576', type: 'date', formula: '36526' }, { ref: 'A4:A9 A11', type: 'list', formula: '清单' }]);
    const cell = (row: number, column: number): unknown => rows?.cells.find((one) => one.row === row && one.column === column);
    expect(cell(4, 1)).toMatchObject({ value: '00123', format: '@' });
    expect(cell(4, 2)).toMatchObject({ value: 45_292, format: 'yyyy-mm-dd', date: true });
    expect(cell(7, 3)).toMatchObject({ value: -1e21 });
  });
});

describeWithLibreOffice('writeWorkbook, opened by LibreOffice', () => {
  it('calculates names by formula and array formulas over raw rows', async () => {
    const home = (await recalculate(await writeWorkbook(spec([['a', 1, 3], ['b', 2, 0.25], ['c', 3, -1]])))).get('首页');
    expect(home?.[2]).toEqual([2.25, '', true]);
    expect(home?.[3]?.slice(0, 3)).toEqual([{ error: '#N/A' }, 2, 0]);
    expect(at(home, 5, 1)).toBe('=cmd|x');
  });

  it('counts rows that a person types below the table', async () => {
    const bytes = await writeWorkbook(spec([['a', 1, 3]]));
    const saved = await typeInto(bytes, [{ sheet: DATA, row: 5, column: 1, value: 'b' }, { sheet: DATA, row: 6, column: 3, value: 4 }]);
    expect(at(plainXlsx(saved).get('首页'), 3, 1)).toBe(7);
    expect((await values(saved, DATA))[5]?.[2]).toBe(4);
  });
});
