/**
 * A workbook goes to people and comes back: saved by LibreOffice with a sheet, a comment, a chart and a picture of theirs, or
 * by openpyxl with a note and a chart. `zhisheng import` then puts rows in. All that people added is still there, byte for
 * byte where it is a part of its own, and the workbook checks, measures and recalculates as if it had never been away.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { buildWorkbook } from '../../src/app/build-workbook';
import { measure } from '../../src/app/measure';
import { readContent } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { builtCli, type BuiltCli } from '../support/built-cli';
import { chartCaches, withoutCaches } from '../support/chart-caches';
import { convert, describeWithLibreOffice, editWithBasic } from '../support/libreoffice';
import { sourceOf } from '../support/memory-files';
import { disagreements } from '../support/metric-workbook';
import { describeWithOpenpyxl, openpyxlLoads, runOpenpyxl } from '../support/openpyxl';
import { plainXlsx } from '../support/plain-xlsx';

const PROFILE = { periods: { baseline: ['1996-07-01', '1997-06-30'], current: ['1997-07-01', '1998-06-30'] }, asOf: '1998-05-06', enterprise: { name: '示例泵业有限公司' } };
const MAP = {
  columns: { 订单号: 'OrderID', 客户: 'CustomerID', 承诺交期: 'RequiredDate', 交付日期: 'ShippedDate' },
  constants: { 订货数量: 1 },
  derive: { 交付数量: { copy: '订货数量', when: '交付日期' } },
};

let cli: BuiltCli;
/** The workbook with the first 400 orders, and what a workbook says that got all of them at once. */
let sent: Uint8Array;
let expected: Answers;
const at = (name: string): string => join(cli.folder, name);

beforeAll(async () => {
  cli = await builtCli();
  const [header = '', ...orders] = (await readFile(join(__dirname, '../../sample/northwind_orders.csv'), 'utf8')).trim().split(/\r?\n/);
  await writeFile(at('p.json'), JSON.stringify(PROFILE));
  await writeFile(at('m.json'), JSON.stringify(MAP));
  for (const [name, rows] of [['first', orders.slice(0, 400)], ['rest', orders.slice(400)], ['all', orders]] as const) {
    // oxlint-disable-next-line no-await-in-loop -- three small files
    await writeFile(at(`${name}.csv`), [header, ...rows].join('\n'));
  }
  for (const name of ['sent', 'whole']) {
    // oxlint-disable-next-line no-await-in-loop
    const { exit, err } = await cli.run('new', '--out', `${name}.xlsx`, '--profile', 'p.json', '--sheets', '数据_销售交付,数据_客户,成效总结');
    if (exit !== 0) throw new Error(err);
  }
  await imported('sent.xlsx', 'first.csv');
  await imported('whole.xlsx', 'all.csv');
  sent = await readFile(at('sent.xlsx'));
  expected = await answers('whole.xlsx');
}, 120_000);
afterAll(() => cli.remove());

async function imported(file: string, from: string, ...more: readonly string[]): Promise<Record<string, unknown>> {
  const { exit, out, err } = await cli.run('import', file, '--sheet', '销售交付', '--from', from, '--map', 'm.json', '--json', ...more);
  expect([exit, err]).toEqual([0, '']);
  return JSON.parse(out);
}

interface Answers {
  readonly check: unknown;
  readonly measure: { readonly metrics: readonly Record<string, unknown>[] };
}

/** What check and measure say, but for the file's name. */
async function answers(file: string): Promise<Answers> {
  const said = async (verb: string): Promise<Record<string, unknown>> => ({ ...JSON.parse((await cli.run(verb, file, '--json')).out), file: '' });
  const measured = await said('measure');
  return { check: await said('check'), measure: { ...measured, metrics: Array.isArray(measured['metrics']) ? measured['metrics'] : [] } };
}

/** Parts that hold what people put in: they must be the same bytes afterwards. */
const THEIRS = /^xl\/(?:charts|drawings|media|comments|embeddings|theme)|comments\d*\.xml$|docProps\/custom/;

async function partsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const parts = Object.entries(unzipSync(await readFile(at(file))));
  return new Map(parts.map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]));
}

function untouched(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>, most: readonly RegExp[]): void {
  expect([...before.keys()].filter((path) => !after.has(path) && !path.endsWith('calcChain.xml'))).toEqual([]);
  const theirs = [...before.keys()].filter((path) => THEIRS.test(path));
  for (const kind of most) expect([kind, theirs.some((path) => kind.test(path))]).toEqual([kind, true]);
  // Charts of ours show the new figures, and are otherwise as they came back.
  const text = (parts: ReadonlyMap<string, string>, path: string): string => Buffer.from(parts.get(path) ?? '', 'base64').toString('utf8');
  const isOurs = (path: string): boolean => path.includes('/charts/chart') && chartCaches(text(before, path)).some(({ ref }) => ref.includes('图表数据'));
  expect(theirs.filter((path) => !isOurs(path) && after.get(path) !== before.get(path))).toEqual([]);
  expect(theirs.filter((path) => isOurs(path) && withoutCaches(text(after, path)) !== withoutCaches(text(before, path)))).toEqual([]);
}

/** The rest goes in, and the workbook is as good as new. */
async function comesBack(file: string, kinds: readonly RegExp[]): Promise<void> {
  const before = await partsOf(file);
  const said = await imported(file, 'rest.csv', '--keep-copy');
  expect(said).toMatchObject({ written: true, rows: { before: 400, accepted: 430, rejected: 0 }, left: { cells: [], names: [] }, copy: file.replace('.xlsx', '.备份.xlsx') });
  expect(await partsOf(file.replace('.xlsx', '.备份.xlsx'))).toEqual(before);
  untouched(before, await partsOf(file), kinds);
  expect(await answers(file)).toEqual(expected);
  const current = expected.measure.metrics.find(({ key, period }) => key === 'on-time-delivery-rate' && period === 'current');
  expect(current).toMatchObject({ numerator: 432, denominator: 455 });
}

/** Every generated figure in the file, cached and recalculated by LibreOffice, is that of the rows. */
async function holdsUp(file: string): Promise<void> {
  const bytes = await readFile(at(file));
  const standard = loadStandard();
  const { content } = await readContent(await createXlsxFormat().open(sourceOf(bytes)), standard);
  const spec = buildWorkbook(content, standard, measure(content));
  const [recalculated = new Uint8Array()] = await convert([bytes], 'xlsx:Calc MS Excel 2007 XML', 'xlsx', 240_000);
  expect(disagreements(spec, plainXlsx(recalculated))).toEqual([]);
  const { sheets } = await openpyxlLoads(bytes);
  const cached = sheets.find(({ name }) => name === '指标计算')?.cells ?? [];
  const wrong = spec.sheets.find(({ name }) => name === '指标计算')?.cells.filter(({ row, column, value, formula }) => {
    const found = cached.find((cell) => cell.row === row && cell.column === column)?.value;
    return formula !== undefined && typeof value === 'number' && Math.abs(Number(found) - value) > 1e-12 * Math.abs(value);
  });
  expect(wrong).toEqual([]);
}

describeWithLibreOffice('a workbook that LibreOffice saved', () => {
  const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  test('with a sheet, a comment, a chart and a picture', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhisheng-picture-'));
    try {
      await writeFile(join(folder, 'a.png'), Buffer.from(PIXEL, 'base64'));
      await writeFile(at('lo.xlsx'), await editWithBasic(sent, `
        home = doc.Sheets.getByName("首页")
        home.unprotect("")
        home.Annotations.insertNew(home.getCellRangeByName("B5").CellAddress, "经理：名称以执照为准")
        doc.Sheets.insertNewByName("经理的看板", 1)
        board = doc.Sheets.getByName("经理的看板")
        board.getCellRangeByName("A1").String = "准时交付"
        board.getCellRangeByName("B1").Formula = "=$'指标计算'.E26"
        board.getCellRangeByName("A2").String = "目标"
        board.getCellRangeByName("B2").Value = 0.98
        Dim place As New com.sun.star.awt.Rectangle
        place.X = 4000 : place.Y = 2000 : place.Width = 8000 : place.Height = 6000
        Dim ranges(0) As New com.sun.star.table.CellRangeAddress
        ranges(0) = board.getCellRangeByName("A1:B2").RangeAddress
        board.Charts.addNewByName("看板图", place, ranges(), False, True)
        picture = doc.createInstance("com.sun.star.drawing.GraphicObjectShape")
        Dim media(0) As New com.sun.star.beans.PropertyValue
        media(0).Name = "URL" : media(0).Value = "${pathToFileURL(join(folder, 'a.png')).href}"
        picture.Graphic = CreateUnoService("com.sun.star.graphic.GraphicProvider").queryGraphic(media())
        board.DrawPage.add(picture)
        Dim size As New com.sun.star.awt.Size
        size.Width = 3000 : size.Height = 3000
        picture.setSize(size)
      `));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    await comesBack('lo.xlsx', [/charts\/chart/, /drawings\/drawing/, /media\//, /comments/]);
    const { sheets } = await openpyxlLoads(await readFile(at('lo.xlsx')));
    const board = sheets.find(({ name }) => name === '经理的看板');
    expect(board?.cells.map(({ row, column, formula, value }) => [row, column, formula ?? value])).toEqual([[1, 1, '准时交付'], [1, 2, '指标计算!E26'], [2, 1, '目标'], [2, 2, 0.98]]);
    await holdsUp('lo.xlsx');
  }, 400_000);

  test('with rows inserted above the header of the data, and a remark under a column of their own', async () => {
    await writeFile(at('rows.xlsx'), await editWithBasic(sent, `
      data = doc.Sheets.getByName("数据_销售交付")
      data.Rows.insertByIndex(2, 2)
      data.getCellRangeByName("Z9").String = "业务员：小王"
    `));
    const said = await imported('rows.xlsx', 'rest.csv');
    expect(said).toMatchObject({ written: true, rows: { before: 400, accepted: 430 }, left: { cells: [], names: [] } });
    expect((await answers('rows.xlsx')).measure).toEqual(expected.measure);
    const { sheets } = await openpyxlLoads(await readFile(at('rows.xlsx')));
    const cells = sheets.find(({ name }) => name === '数据_销售交付')?.cells ?? [];
    const found = (row: number, column: number): unknown => cells.find((cell) => cell.row === row && cell.column === column)?.value;
    expect([found(5, 1), found(6, 1), found(835, 1), found(836, 1), found(9, 26)]).toEqual(['订单号*', '10248', '11077', undefined, '业务员：小王']);
    await holdsUp('rows.xlsx');
  }, 400_000);
});

describeWithOpenpyxl('a workbook that openpyxl saved, without cached values', () => {
  test('with a note and a chart', async () => {
    await writeFile(at('py.xlsx'), await runOpenpyxl(`
import io, sys, openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
book = openpyxl.load_workbook(sys.argv[1])
book["首页"]["B5"].comment = Comment("名称以执照为准", "经理")
board = book.create_sheet("经理的看板", 0)
board.append(["月", "投诉"]); board.append(["1月", 3]); board.append(["2月", 5])
chart = BarChart()
chart.add_data(Reference(board, min_col=2, min_row=1, max_row=3), titles_from_data=True)
board.add_chart(chart, "D2")
out = io.BytesIO()
book.save(out)
sys.stdout.buffer.write(out.getvalue())
`, [sent]));
    await comesBack('py.xlsx', [/charts\/chart/, /drawings\/drawing/, /comments/]);
    const { sheets } = await openpyxlLoads(await readFile(at('py.xlsx')));
    expect(sheets[0]?.cells.map(({ value }) => value)).toEqual(['月', '投诉', '1月', 3, '2月', 5]);
    if (process.env['CI'] === 'true') await holdsUp('py.xlsx');
  }, 300_000);
});
