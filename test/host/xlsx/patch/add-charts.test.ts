/** Charts put into sheets of others: beside what is drawn there, replaced by name, and drawn by programs that are not ours. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import type { ChartSpec } from '../../../../src/core/model/chart-spec';
import { writeWorkbook } from '../../../../src/host/xlsx/write/workbook';
import { packageFaults } from '../../../support/excel-rules-package';
import { convertToPdf, describeWithLibreOffice } from '../../../support/libreoffice';
import { describeWithOpenpyxl, runOpenpyxl } from '../../../support/openpyxl';
import { cellAt, sheetOf, workbookOf } from '../../../support/workbook-spec';
import { changes, parts, patched, sorted } from './patched';

const MONTHS = ['一月', '二月', '三月'];
const points = (column: string, values: readonly (string | number | null)[]): { ref: string; values: readonly (string | number | null)[] } => ({ ref: `数据!$${column}$1:$${column}$3`, values });
const chart = (name: string, more: Partial<ChartSpec> = {}): ChartSpec => ({
  name, title: `${name} 的标题`, description: '给看不见的人', ref: 'D2:J15', legend: true,
  series: [
    { kind: 'bar', name: '件数', categories: points('A', MONTHS), values: points('B', [3, 4, 5]), colour: 'A6A6A6', labels: 'all' },
    { kind: 'line', name: '累计', categories: points('A', MONTHS), values: points('C', [0.25, null, 1]), colour: '1F5E6B', markers: true, secondary: true },
  ],
  ...more,
});
let base = new Uint8Array();
beforeAll(async () => {
  const cells = MONTHS.flatMap((month, i) => [cellAt(i + 1, 1, month), cellAt(i + 1, 2, i + 3), cellAt(i + 1, 3, (i + 1) / 3)]);
  const table = { name: '表1', ref: 'A5:B6', headers: ['甲', '乙'] };
  base = Uint8Array.from(await writeWorkbook(workbookOf([sheetOf('数据', { cells: [...cells, cellAt(5, 1, '甲', { note: '注' }), cellAt(5, 2, '乙')], table }), sheetOf('旁')])));
});
const withCharts = async (bytes: Uint8Array, ...charts: ChartSpec[]): Promise<Uint8Array> => patched(bytes, { sheets: [{ sheet: '数据', charts }] });
const frames = (xml: string | undefined): readonly (readonly string[])[] => [...(xml ?? '').matchAll(/cNvPr id="(\d+)" name="([^"]*)" descr="([^"]*)"/g)].map((each) => each.slice(1));

describe('a chart', () => {
  it('comes with its drawing, its rows passing by untouched', async () => {
    const done = await withCharts(base, chart('图 <1>', { description: '"说"' }));
    expect(packageFaults(done)).toEqual([]);
    expect(changes(base, done)).toEqual({
      changed: ['[Content_Types].xml', 'xl/worksheets/_rels/sheet1.xml.rels', 'xl/worksheets/sheet1.xml'], gone: [],
      added: ['xl/drawings/drawing1.xml', 'xl/charts/chart1.xml', 'xl/drawings/_rels/drawing1.xml.rels'],
    });
    expect(parts(done)['xl/worksheets/sheet1.xml']?.replace(/<drawing r:id="\w+"\/>/, '')).toBe(parts(base)['xl/worksheets/sheet1.xml']);
    expect(parts(done)['xl/drawings/drawing1.xml']).toContain('<xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row>');
    expect(frames(parts(done)['xl/drawings/drawing1.xml'])).toEqual([['2', '图 &lt;1&gt;', '&quot;说&quot;']]);
  });

  it('of the same name takes the old one\'s place, number and part', async () => {
    const two = await withCharts(base, chart('甲'), chart('乙'));
    const styled = zipSync({ ...unzipSync(two), 'xl/charts/style1.xml': strToU8('<cs:chartStyle xmlns:cs="c"/>'), 'xl/charts/_rels/chart1.xml.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/chartStyle" Target="style1.xml"/></Relationships>') });
    const done = await withCharts(styled, chart('甲', { title: '新的', ref: 'A1:B2' }));
    expect(frames(parts(done)['xl/drawings/drawing1.xml']).map(([id, name]) => [id, name])).toEqual([['2', '甲'], ['3', '乙']]);
    expect(changes(styled, done)).toEqual({ changed: expect.arrayContaining(['xl/drawings/drawing1.xml', 'xl/charts/chart1.xml']), gone: ['xl/charts/style1.xml'], added: [] });
    expect(parts(done)['xl/charts/chart1.xml']).toContain('新的');
    expect(parts(done)['xl/charts/chart2.xml']).toBe(parts(two)['xl/charts/chart2.xml']);
    expect(packageFaults(done)).toEqual([]);
  });

  it('comes with a new workbook and with a sheet that is added', async () => {
    const sheet = sheetOf('数据', { cells: [cellAt(1, 1, '一月', { note: '注' }), cellAt(1, 2, 3)], charts: [chart('甲'), chart('乙')] });
    const written = Uint8Array.from(await writeWorkbook(workbookOf([sheetOf('首'), sheet])));
    const added = await patched(await withCharts(base, chart('原')), { add: [{ spec: { ...sheet, name: '新' }, before: '数据' }] });
    for (const [bytes, path, part] of [[written, 'xl/drawings/drawing1.xml', 'xl/worksheets/sheet2.xml'], [added, 'xl/drawings/drawing2.xml', 'xl/worksheets/sheet3.xml']] as const) {
      expect(packageFaults(bytes).filter((fault) => !fault.includes('sharedStrings'))).toEqual([]);
      expect(frames(parts(bytes)[path]).map(([id, name]) => [id, name])).toEqual([['2', '甲'], ['3', '乙']]);
      expect(parts(bytes)[part]).toMatch(/<drawing r:id="\w+"\/>/);
    }
    expect(written).toEqual(Uint8Array.from(await writeWorkbook(workbookOf([sheetOf('首'), sheet]))));
  });

  it('gives points a colour of their own, labels a format', async () => {
    const [bars] = chart('甲').series;
    if (bars === undefined) throw new Error('no series');
    const done = await withCharts(base, chart('甲', { series: [{ ...bars, pointColours: [null, '1F5E6B'], labelFormat: '0.0' }] }));
    const part = parts(done)['xl/charts/chart1.xml'] ?? '';
    expect(part.match(/<c:dPt>.*?<\/c:dPt>/g)).toEqual(['<c:dPt><c:idx val="1"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="1F5E6B"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:dPt>']);
    expect(part).toContain('<c:dLbls><c:numFmt formatCode="0.0" sourceLinked="0"/>');
  });

  it('goes with its sheet', async () => {
    const done = await patched(await withCharts(base, chart('甲')), { remove: ['数据'] });
    expect(Object.keys(parts(done)).filter((path) => /chart|drawing|table|comments/.test(path))).toEqual([]);
  });

  it('stays when its sheet is replaced', async () => {
    const before = await withCharts(base, chart('甲'));
    const done = await patched(before, { replace: [sheetOf('数据', { cells: [cellAt(1, 1, '新')] })] });
    expect(parts(done)['xl/worksheets/sheet1.xml']).toMatch(/<drawing r:id="\w+"\/><\/worksheet>$/);
    expect(parts(done)['xl/charts/chart1.xml']).toBe(parts(before)['xl/charts/chart1.xml']);
    expect(packageFaults(done).filter((fault) => !fault.includes('sharedStrings'))).toEqual([]);
  });
});

describeWithOpenpyxl('openpyxl', () => {
  it('reads our charts beside its own, in a drawing of its own', async () => {
    const own = new Uint8Array(await runOpenpyxl(`
import openpyxl, sys, io
from openpyxl.chart import PieChart, Reference
wb = openpyxl.Workbook(); ws = wb.active; ws.title = "数据"
for r in [["一月", 1], ["二月", 2]]: ws.append(r)
ch = PieChart(); ch.add_data(Reference(ws, min_col=2, min_row=1, max_row=2)); ws.add_chart(ch, "F2")
out = io.BytesIO(); wb.save(out); sys.stdout.buffer.write(out.getvalue())
`));
    const done = await withCharts(own, chart('甲'), chart('乙', { series: chart('乙').series.slice(1) }));
    expect(sorted(changes(own, done).changed)).toEqual(['[Content_Types].xml', 'xl/drawings/_rels/drawing1.xml.rels', 'xl/drawings/drawing1.xml']);
    const said = await runOpenpyxl(`
import openpyxl, sys, json
def cached(plot):
    cache = plot.ser[0].val.numRef.numCache
    return [float(point.v) for point in cache.pt] if cache else None
print(json.dumps([[(type(plot).__name__, cached(plot)) for plot in chart._charts] for chart in openpyxl.load_workbook(sys.argv[1])["数据"]._charts]))
`, [done]);
    expect(JSON.parse(said.toString('utf8'))).toEqual([[['PieChart', null]], [['BarChart', [3, 4, 5]], ['LineChart', [0.25, 1]]], [['LineChart', [0.25, 1]]]]);
  });
});

describeWithLibreOffice('LibreOffice', () => {
  it('draws titles, categories, labels, axes and legend', async () => {
    const done = await withCharts(base, chart('甲', { categoryAxis: { title: '月份' }, valueAxis: { title: '件', min: 0, max: 8 }, secondaryAxis: { format: '0%', min: 0, max: 1 } }));
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await convertToPdf(done) }).toString('utf8').replaceAll(' ', '');
    for (const drawn of ['甲的标题', '月份', '二月', '件数', '累计', '100%', '8']) expect(text).toContain(drawn);
  });
});
