/** `zhisheng demo` as a visitor runs it: what it prints and leaves, and that every number in the workbook holds. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWorkbook } from '../../src/app/build-workbook';
import { measure } from '../../src/app/measure';
import { readContent } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { formulaKey } from '../../src/core/merge/formula-key';
import { address } from '../../src/core/model/address';
import type { SheetRow } from '../../src/core/model/cell';
import type { WorkbookSpec } from '../../src/core/model/sheet-spec';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { builtCli, type BuiltCli, type Spawned } from '../support/built-cli';
import { convert, describeWithLibreOffice } from '../support/libreoffice';
import { disagreements } from '../support/metric-workbook';
import { sourceOf } from '../support/memory-files';
import { describeWithOpenpyxl, runOpenpyxl } from '../support/openpyxl';
import { plainXlsx } from '../support/plain-xlsx';
import { caseTests, type Measured } from './demo-case';

const xlsx = createXlsxFormat();
let cli: BuiltCli;
let demo: Spawned;
/** What `measure --json` says of the example. */
let measured: Measured;
beforeAll(async () => {
  cli = await builtCli();
  demo = await cli.run('demo', '--out', 'shop');
  measured = JSON.parse((await cli.run('measure', 'shop/示例企业.xlsx', '--json')).out);
}, 120_000);
afterAll(() => cli.remove());

const file = (name: string): string => join(cli.folder, 'shop', name);

test('prints the metrics before and after and says where everything is', () => {
  expect([demo.exit, demo.err]).toEqual([0, '']);
  expect(demo.out).toMatch(/^6\.6 +产品\/服务准时交付率 +95\.1% \(293\/308\) +94\.9% \(432\/455\) /m);
  expect(demo.out).toContain('工作簿：shop/示例企业.xlsx');
  expect(demo.out).toMatch(/^ {2}数据_投诉：写入 58 行，拒收 3 行$/m);
  expect(demo.out).toContain('提升案例（Word 文件）：shop/提升案例.docx');
  for (const name of ['示例企业.xlsx', '提升案例.docx', 'commands.txt', 'data/profile.json', 'data/northwind_orders.csv', 'data/deliveries.map.json']) expect([name, existsSync(file(name))]).toEqual([name, true]);
});

test('moves the real rows to the years of the example and changes nothing else in them', async () => {
  const [header, first] = (await readFile(file('data/northwind_orders.csv'), 'utf8')).split('\r\n');
  expect([header, first]).toEqual(['\uFEFFOrderID,CustomerID,OrderDate,RequiredDate,ShippedDate,ShipCountry,Freight', '10248,VINET,2024-07-04,2024-08-01,2024-07-16,France,32.38']);
  const original = await readFile(join(__dirname, '../../sample/northwind_orders.csv'), 'utf8');
  expect(original.split(/\r?\n/)[1]).toBe('10248,VINET,1996-07-04,1996-08-01,1996-07-16,France,32.38');
});

test('every metric has a figure in the current period but the one that the real orders say nothing of; both bases are shown', () => {
  const current = measured.metrics.filter((metric) => metric['period'] === 'current');
  expect(current.filter((metric) => metric['status'] !== 'ok').map((metric) => metric['key'])).toEqual(['customer-return-rate']);
  expect(new Set(current.map((metric) => metric['basis']))).toEqual(new Set(['rows', 'summary']));
});

test('the check finds nothing in the finished example', async () => {
  const { exit, out } = await cli.run('check', 'shop/示例企业.xlsx', '--json');
  const said: { readonly stages: readonly { readonly state: string }[] } = JSON.parse(out);
  expect([exit, said]).toMatchObject([0, { issues: [] }]);
  expect(said.stages.map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => 'done'));
});

test('the case quotes the figures that the rows give, and calls proven only what is', async () => {
  const { metrics, changes } = measured;
  const { content } = await readContent(await xlsx.open(sourceOf(await readFile(file('示例企业.xlsx')))), loadStandard());
  const told = content.entries['F']?.['results'] ?? '';
  const proven = (typeof told === 'string' ? told : '').replaceAll(' ', '').split('均通过统计检验')[0] ?? '';
  for (const key of ['supplier-on-time-delivery-rate', 'key-process-yield', 'rolled-throughput-yield', 'quality-issue-closure-rate', 'third-party-satisfaction']) {
    const [before, after] = ['baseline', 'current'].map((period) => Number(metrics.find((metric) => metric['key'] === key && metric['period'] === period)?.['value']));
    const shown = (value = 0): string => (key === 'third-party-satisfaction' ? `${value.toFixed(1)}分` : `${(100 * value).toFixed(1)}%`);
    expect(proven).toContain(`由${shown(before)}升至${shown(after)}`);
    expect([key, changes.find((change) => change['key'] === key)?.['verdict']]).toEqual([key, 'improved']);
  }
  for (const key of ['on-time-delivery-rate', 'schedule-attainment-rate', 'major-complaint-count']) expect([key, changes.find((change) => change['key'] === key)?.['verdict']]).toEqual([key, 'no-evidence']);
});

test('the printed commands do the same by hand', async () => {
  const commands = (await readFile(file('commands.txt'), 'utf8')).trim().split('\n').map((line) => line.split(' ').slice(2));
  const wanted = ['数据_销售交付', '数据_投诉', '数据_满意度'];
  const steps = commands.filter((argv) => argv[0] === 'new' || wanted.some((sheet) => argv.includes(sheet)));
  expect(steps).toHaveLength(4);
  for (const argv of steps) {
    // oxlint-disable-next-line no-await-in-loop -- each step works on what the one before left
    const { exit, err } = await cli.run(...argv);
    expect([argv[3], exit, err]).toEqual([argv[3], argv.includes('数据_投诉') ? 1 : 0, '']);
  }
  const figures = async (path: string): Promise<unknown> => {
    const { metrics }: Measured = path === 'shop/示例企业.xlsx' ? measured : JSON.parse((await cli.run('measure', path, '--json')).out);
    return metrics.filter(({ key }) => ['on-time-delivery-rate', 'complaint-resolution-rate', 'major-complaint-count'].includes(String(key)));
  };
  expect(await figures('shop/我的企业.xlsx')).toEqual(await figures('shop/示例企业.xlsx'));
  expect(await readFile(file('data/complaints.被拒行.csv'), 'utf8')).toMatch(/TS0059.*\r\nTS0060.*\r\nTS0061/);
}, 120_000);

test('--json gives one document and nothing else', async () => {
  const { exit, out, err } = await cli.run('demo', '--out', 'again', '--json');
  expect([exit, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ workbook: 'again/示例企业.xlsx', check: { warning: 0 }, case: 'again/提升案例.docx', plan: { lines: ['W1', 'W2', 'W4', 'W3'] }, measure: { asOf: '2026-05-06' } });
}, 60_000);

describe('its case as a Word file', () => {
  caseTests(() => cli, () => measured);
});

describeWithLibreOffice('the workbook in LibreOffice', () => {
  test('every formula, recalculated, gives the value that the program cached', async () => {
    const bytes = await readFile(file('示例企业.xlsx'));
    const standard = loadStandard();
    const { content } = await readContent(await xlsx.open(sourceOf(bytes)), standard);
    const spec = buildWorkbook(content, standard, measure(content));
    expect(spec.sheets.flatMap(({ cells }) => cells).filter(({ formula }) => formula !== undefined).length).toBeGreaterThan(2000);
    const [recalculated = new Uint8Array()] = await convert([bytes], 'xlsx:Calc MS Excel 2007 XML', 'xlsx', 400_000);
    expect(disagreements(spec, plainXlsx(recalculated))).toEqual([]);
    expect(await unknownFormulas(recalculated, spec)).toEqual([]);
  }, 420_000);
});

describeWithOpenpyxl('the workbook as openpyxl saves it', () => {
  test('holds formulas that are all known as ours', async () => {
    const bytes = await readFile(file('示例企业.xlsx'));
    const saved = await runOpenpyxl('import io, sys, openpyxl\nout = io.BytesIO()\nopenpyxl.load_workbook(sys.argv[1]).save(out)\nsys.stdout.buffer.write(out.getvalue())', [bytes]);
    const standard = loadStandard();
    const { content } = await readContent(await xlsx.open(sourceOf(bytes)), standard);
    expect(await unknownFormulas(saved, buildWorkbook(content, standard, measure(content)))).toEqual([]);
  }, 120_000);
});

/** Generated formulas that the file of another program does not hold at their place: an import would leave them alone. */
async function unknownFormulas(bytes: Uint8Array, { sheets }: WorkbookSpec): Promise<readonly string[]> {
  const book = await xlsx.open(sourceOf(bytes));
  const unknown: string[] = [];
  for (const { name, cells, rawRows } of sheets) {
    if (rawRows !== undefined) continue;
    const rows = new Map<number, SheetRow>();
    // oxlint-disable-next-line no-await-in-loop -- sheet by sheet
    for await (const row of book.rows(name)) rows.set(row.row, row);
    for (const { row, column, formula } of cells) {
      const found = rows.get(row)?.cells.get(column)?.formula ?? '';
      if (formula !== undefined && formulaKey(found) !== formulaKey(formula)) unknown.push(`${name} ${address(row, column)} ${found}`);
    }
  }
  return unknown;
}
