/**
 * The charts of a workbook in people's hands: other readers find them linked to their cells; restyled, renamed or deleted they
 * stay as people left them when rows are imported and the plan is assembled, and what they keep of their cells follows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { bytesSource } from '../../src/app/bytes-source';
import { measure } from '../../src/app/measure';
import { readContent } from '../../src/app/read-content';
import { readGrid } from '../../src/app/read-grid';
import { resultSheets } from '../../src/app/results-charts';
import { loadStandard } from '../../src/app/standard';
import { CHART_DATA_SHEET } from '../../src/core/chart/chart-sheets';
import type { SheetGrid } from '../../src/core/merge/sheet-grid';
import { areaOf } from '../../src/core/model/area';
import type { ChartSpec } from '../../src/core/model/chart-spec';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { chartCaches, withoutCaches } from '../support/chart-caches';
import { memoryHost, type MemoryHost } from '../support/cli-host';
import { packageFaults } from '../support/excel-rules-package';
import { describeWithOpenpyxl, runOpenpyxl } from '../support/openpyxl';

const FILE = '企业.xlsx';
const PROFILE = { periods: { baseline: ['1996-07-01', '1997-06-30'], current: ['1997-07-01', '1998-06-30'] }, asOf: '1998-05-06', enterprise: { name: '示例泵业有限公司' } };
const MAP = {
  columns: { 订单号: 'OrderID', 客户: 'CustomerID', 承诺交期: 'RequiredDate', 交付日期: 'ShippedDate' },
  constants: { 订货数量: 1 },
  derive: { 交付数量: { copy: '订货数量', when: '交付日期' } },
};
const COMPLAINTS = ['编号,受理日期,顾客,等级,承诺期限,关闭日期', 'T1,1996-09-02,甲,重大,1996-09-30,1996-09-20', 'T2,1996-10-02,乙,一般,1996-10-30,', 'T3,1997-09-02,甲,一般,1997-09-30,1997-09-20'];

const xlsx = createXlsxFormat();
const standard = loadStandard();
const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
const chartPaths = (parts: Readonly<Record<string, string>>): readonly string[] => Object.keys(parts).filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path)).sort();
const drawingPath = (parts: Readonly<Record<string, string>>): string => Object.keys(parts).find((path) => /^xl\/drawings\/drawing\d+\.xml$/.test(path) && (parts[path] ?? '').includes('逐月')) ?? '';

let host: MemoryHost;
let sent: Uint8Array;
const held = (): Uint8Array => host.files.get(FILE) ?? new Uint8Array();

async function ran(...argv: readonly string[]): Promise<void> {
  const { exit, err } = await host.run(...argv);
  if (exit !== 0) throw new Error(`${argv.join(' ')}: ${err}`);
}

const imported = async (from: string): Promise<void> => ran('import', FILE, '--sheet', '销售交付', '--from', from, '--map', 'm.json');

beforeAll(async () => {
  host = memoryHost();
  const [header = '', ...orders] = readFileSync(join(__dirname, '../../sample/northwind_orders.csv'), 'utf8').trim().split(/\r?\n/);
  host.put('p.json', JSON.stringify(PROFILE));
  host.put('m.json', JSON.stringify(MAP));
  host.put('first.csv', [header, ...orders.slice(0, 400)].join('\n'));
  host.put('rest.csv', [header, ...orders.slice(400)].join('\n'));
  host.put('complaints.csv', COMPLAINTS.join('\n'));
  await ran('new', '--out', FILE, '--profile', 'p.json', '--sheets', '数据_销售交付,数据_投诉,汇总填报,附录D 问题诊断表,附录E 提升方案,成效总结,附录F 提升案例');
  await imported('first.csv');
  await ran('import', FILE, '--sheet', '投诉', '--from', 'complaints.csv');
  sent = held();
}, 120_000);

/** The chart of that name among the parts: its path, and its frame in the drawing. */
function chartOf(parts: Readonly<Record<string, string>>, name: string): { readonly path: string; readonly frame: string; readonly link: string } {
  const drawing = drawingPath(parts);
  const frame = [...(parts[drawing] ?? '').matchAll(/<xdr:twoCellAnchor.*?<\/xdr:twoCellAnchor>/gs)].map(([whole]) => whole).find((whole) => whole.includes(`name="${name}"`)) ?? '';
  const id = /r:id="(\w+)"/.exec(frame)?.[1] ?? '';
  const links = parts[drawing.replace('drawings/', 'drawings/_rels/').concat('.rels')] ?? '';
  const link = [...links.matchAll(/<Relationship [^>]*>/g)].map(([whole]) => whole).find((whole) => whole.includes(`Id="${id}"`)) ?? '';
  return { path: `xl/charts/${/charts\/(chart\d+\.xml)/.exec(link)?.[1] ?? ''}`, frame, link };
}

/** What people do in Excel: one chart gets another colour, its own title and loses a line, another goes to another place, one goes away. */
function touched(bytes: Uint8Array): Uint8Array {
  const parts = { ...partsOf(bytes) };
  const drawing = drawingPath(parts);
  const restyled = chartOf(parts, '逐月 6.6').path;
  parts[restyled] = (parts[restyled] ?? '').replace(/<c:title>.*?<\/c:title>/s, '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>给董事会的图</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>')
    .replaceAll('1F5E6B', 'C00000').replace(/<c:ser>(?:(?!<\/c:ser>).)*控制下限.*?<\/c:ser>/s, '');
  const { frame: moved } = chartOf(parts, '排列 顾客投诉');
  const deleted = chartOf(parts, '逐月 7.3');
  parts[drawing] = (parts[drawing] ?? '').replace(moved, moved.replace(/<xdr:row>\d+/g, (row) => `<xdr:row>${Number(row.slice(9)) + 100}`)).replace(deleted.frame, '');
  const links = drawing.replace('drawings/', 'drawings/_rels/').concat('.rels');
  parts[links] = (parts[links] ?? '').replace(deleted.link, '');
  parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '').replace(new RegExp(`<Override[^>]*${deleted.path}[^>]*/>`), '');
  delete parts[deleted.path];
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** What the cells of a reference hold in the file. */
function cellsOf(grid: SheetGrid, ref: string): readonly unknown[] {
  const { top = 1, left = 1, bottom = 0, right = 0 } = areaOf(ref.slice(ref.indexOf('!') + 1)) ?? {};
  const values: unknown[] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) {
    const value = grid.get(row)?.get(column)?.value ?? null;
    values.push(typeof value === 'object' || value === '' ? null : value);
  }
  return values;
}

/** Every chart keeps what its cells hold. */
async function followsItsCells(bytes: Uint8Array): Promise<number> {
  const parts = partsOf(bytes);
  const grid = await readGrid(await xlsx.open(bytesSource(bytes)), CHART_DATA_SHEET, Infinity);
  const kept = chartPaths(parts).flatMap((path) => chartCaches(parts[path] ?? '').map((cache) => ({ path, ...cache })));
  // A cell of text among numbers is none of them.
  const shown = (values: readonly unknown[], like: readonly unknown[]): readonly unknown[] => (like.some((value) => typeof value === 'number') ? values.map((value) => (typeof value === 'number' ? value : null)) : values);
  expect(kept.filter(({ ref, values }) => JSON.stringify(shown(cellsOf(grid, ref), values)) !== JSON.stringify(values))).toEqual([]);
  return kept.length;
}

test('charts that people restyled, moved or deleted stay so; what they show is what the imported rows give', async () => {
  expect(await followsItsCells(sent)).toBeGreaterThan(40);
  const theirs = touched(sent);
  expect(packageFaults(theirs)).toEqual([]);
  host.files.set(FILE, theirs);
  const before = partsOf(theirs);
  await imported('rest.csv');
  for (const step of ['import', 'plan'] as const) {
    if (step === 'plan') {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await ran('plan', FILE);
    }
    const after = partsOf(held());
    expect(packageFaults(held())).toEqual([]);
    expect(chartPaths(after)).toEqual(chartPaths(before));
    expect(after[drawingPath(after)]).toBe(before[drawingPath(before)]);
    for (const path of chartPaths(before)) expect([step, path, withoutCaches(after[path] ?? '')]).toEqual([step, path, withoutCaches(before[path] ?? '')]);
    // oxlint-disable-next-line no-await-in-loop
    expect(await followsItsCells(held())).toBeGreaterThan(40);
  }
  const { path } = chartOf(before, '逐月 6.6');
  const valuesOf = (parts: Readonly<Record<string, string>>): readonly unknown[] => chartCaches(parts[path] ?? '').at(-1)?.values ?? [];
  expect(valuesOf(partsOf(held()))).not.toEqual(valuesOf(before));
  expect(partsOf(held())[path]).toContain('给董事会的图');
  const once = held();
  await ran('plan', FILE);
  expect(Buffer.compare(held(), once)).toBe(0);
}, 120_000);

describeWithOpenpyxl('openpyxl', () => {
  const READ = String.raw`
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1])["图表"]
ref = lambda part: None if part is None else (part.numRef or part.strRef).f if hasattr(part, "numRef") and (part.numRef or part.strRef) else part.strRef.f if part.strRef else None
out = []
for chart in sheet._charts:
    anchor = chart.anchor
    parts = [chart] + [c for c in chart._charts if c is not chart]
    out.append({
        "title": chart.title.tx.strRef.f,
        "place": [anchor._from.row + 1, anchor._from.col + 1, anchor.to.row, anchor.to.col],
        "series": sorted([s.order, type(p).__name__, s.tx.v, ref(s.cat), s.val.numRef.f] for p in parts for s in p.series),
    })
json.dump(out, sys.stdout, ensure_ascii=False)
`;
  const drawn = ({ titleRef = '', ref, series }: ChartSpec): unknown => {
    const { top = 0, left = 0, bottom = 0, right = 0 } = areaOf(ref) ?? {};
    return { title: titleRef, place: [top, left, bottom, right], series: series.map(({ kind, name, categories, values }, i) => [i, kind === 'line' ? 'LineChart' : 'BarChart', name, categories.ref, values.ref]) };
  };

  test('finds every chart in its place, of its kind, each series under its name and linked to its cells', async () => {
    const { content } = await readContent(await xlsx.open(bytesSource(sent)), standard);
    const { charts = [] } = resultSheets(content, standard, measure(content)).charts;
    expect(charts.length).toBeGreaterThanOrEqual(9);
    const read: unknown = JSON.parse((await runOpenpyxl(READ, [sent])).toString('utf8'));
    expect(read).toEqual(charts.map(drawn));
  }, 60_000);
});
