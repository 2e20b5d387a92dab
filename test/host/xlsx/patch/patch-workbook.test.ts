/** Patched workbooks as the rules of Excel, openpyxl and LibreOffice see them; what was not named stays byte for byte. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { SheetSpec } from '../../../../src/core/model/sheet-spec';
import { writeWorkbook } from '../../../../src/host/xlsx/write/workbook';
import { packageFaults } from '../../../support/excel-rules-package';
import { describeWithLibreOffice, recalculate } from '../../../support/libreoffice';
import { describeWithOpenpyxl, openpyxlLoads, runOpenpyxl } from '../../../support/openpyxl';
import { at } from '../../../support/plain-xlsx';
import { blocksOf, cellAt, sheetOf, workbookOf } from '../../../support/workbook-spec';
import { changes, parts, patched, refusal, sorted } from './patched';

const home = sheetOf('首页', {
  cells: [cellAt(1, 1, '标题', { style: 'title', note: '说明' }), cellAt(2, 1, 3, { formula: 'SUM(数据!B2:B3)', style: 'computed' })],
  print: { orientation: 'portrait', repeatRows: '1:1' },
});
const dataOf = (rows: readonly (readonly [string, number])[], more: Partial<SheetSpec> = {}): SheetSpec => sheetOf('数据', {
  columns: [{ width: 12, style: 'input', format: '@' }, { width: 9, style: 'inputNumber' }],
  cells: [cellAt(1, 1, '名', { style: 'header' }), cellAt(1, 2, '数', { style: 'header' })],
  table: { name: '表1', ref: 'A1:B2', headers: ['名', '数'] },
  rawRows: { firstRow: 2, keys: ['a', 'b'], blocks: blocksOf(['a', 'b'], 2, rows) },
  print: { orientation: 'portrait', area: 'A1:B9' },
  ...more,
});
const report = sheetOf('报告 一', {
  cells: [
    cellAt(1, 1, '结果', { style: 'title', note: '自动' }), cellAt(2, 1, 0.5, { style: 'computedNumber', format: '0.0%' }), cellAt(3, 1, ' <空> & '),
    cellAt(4, 1, 6, { formula: 'SUM(数据!B2:B3)*2', style: 'computed' }), cellAt(5, 1, '去', { style: 'link', link: "'首页'!A1" }), cellAt(6, 1, 45_292, { style: 'inputCentre', format: 'yyyy-mm-dd' }),
  ],
  merges: ['A8:B9'],
  validations: [{ ref: 'B2:B9', rule: { type: 'whole', min: 1 }, allowBlank: true, severity: 'stop' }],
  conditionalFormats: [{ ref: 'A1:A9', formula: 'A1=""', look: 'missing' }, { ref: 'B1:B9', formula: 'B1=""', look: 'muted' }],
  table: { name: '表2', ref: 'D1:E2', headers: ['甲', '乙'] },
  print: { orientation: 'landscape', repeatRows: '1:2', area: 'A1:E9' },
});
let base = new Uint8Array();
beforeAll(async () => {
  base = Uint8Array.from(await writeWorkbook(workbookOf([home, dataOf([['a', 1], ['b', 2]])], { names: [{ name: '区', refersTo: '数据!$B$2:$B$3' }] })));
});

/** Shared texts keep their count of uses, which nobody reads, so that the part stays as it is. */
const faults = (bytes: Uint8Array): readonly string[] => packageFaults(bytes).filter((fault) => !/sharedStrings.xml: counts \d+ uses/.test(fault));
/** The package with one part changed. */
function edited(bytes: Uint8Array, path: string, edit: (xml: string) => string, more: Record<string, string> = {}): Uint8Array {
  const all = unzipSync(bytes);
  const xml = new TextDecoder().decode(all[path]);
  if (edit(xml) === xml) throw new Error(`${path}: nothing changed`);
  return zipSync({ ...all, [path]: strToU8(edit(xml)), ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])) });
}

describe('add', () => {
  it('puts a sheet with its table, notes and names where it is asked for, and touches only the lists', async () => {
    const added = await patched(base, { add: [{ spec: report, before: '数据' }], enterpriseName: '示例 & 公司' });
    expect(faults(added)).toEqual([]);
    const { changed, gone } = changes(base, added);
    expect(gone).toEqual([]);
    expect(sorted(changed)).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml']);
    const workbook = (parts(added)['xl/workbook.xml'] ?? '');
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((found) => found[1])).toEqual(['首页', '报告 一', '数据']);
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="2">数据!$A$1:$B$9</definedName>`);
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="1">'报告 一'!$1:$2</definedName>`);
    const sheet = (parts(added)['xl/worksheets/sheet3.xml'] ?? '');
    expect(sheet).toContain('&amp;L示例 &amp;&amp; 公司&amp;C');
    expect(sheet).not.toContain('tabSelected');
  });

  it('keeps hidden ones hidden, and their order', async () => {
    const two = ['一', '二'].map((name) => ({ spec: sheetOf(name, { state: 'veryHidden', cells: [cellAt(1, 1, name)] }), before: '首页' }));
    const added = await patched(base, { add: two });
    expect(faults(added)).toEqual([]);
    expect(parts(added)['xl/workbook.xml']?.match(/<sheet [^>]*>/g)?.map((tag) => / state="(\w+)"/.exec(tag)?.[1])).toEqual(['veryHidden', 'veryHidden', 'visible', 'visible']);
    expect(parts(added)['xl/workbook.xml']).toContain('activeTab="2"');
  });

  it('gives equal looks their one number, however often they come', async () => {
    const once = await patched(base, { add: [{ spec: report }] });
    const twice = await patched(once, { add: [{ spec: { ...report, name: '报告 二', table: { name: '表3', ref: 'D1:E2', headers: ['甲', '乙'] } } }] });
    expect(parts(twice)['xl/styles.xml']).toBe(parts(once)['xl/styles.xml']);
    expect(faults(twice)).toEqual([]);
  });

  it('and remove gives back the parts, the formats apart', async () => {
    const back = await patched(await patched(base, { add: [{ spec: report, before: '首页' }] }), { remove: [report.name] });
    expect(changes(base, back)).toEqual({ changed: ['xl/styles.xml'], gone: [], added: [] });
    expect(faults(back)).toEqual([]);
  });
});

describe('replace', () => {
  it('makes cells and rules anew, keeps place, number and what points to it', async () => {
    const next = dataOf([['c', 5], ['d', 6], ['e', 7]], { protect: true, validations: report.validations ?? [], print: { orientation: 'landscape', repeatRows: '1:1' } });
    const done = await patched(base, { replace: [next] });
    expect(faults(done)).toEqual([]);
    expect(changes(base, done)).toEqual({ changed: expect.arrayContaining(['xl/worksheets/sheet2.xml', 'xl/tables/table1.xml', 'xl/workbook.xml']), gone: [], added: [] });
    expect(parts(done)['xl/worksheets/_rels/sheet2.xml.rels']).toBe(parts(base)['xl/worksheets/_rels/sheet2.xml.rels']);
    expect(parts(done)['xl/tables/table1.xml']).toContain('ref="A1:B4"');
    const workbook = (parts(done)['xl/workbook.xml'] ?? '');
    expect(workbook).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="1">数据!$1:$1</definedName>');
    expect(workbook).not.toContain('数据!$A$1:$B$9');
    expect(workbook).toContain('<definedName name="区">数据!$B$2:$B$3</definedName>');
  });

  it('is idle on a second time', async () => {
    const once = await patched(base, { replace: [home, dataOf([['c', 5]])] });
    expect(changes(once, await patched(once, { replace: [home, dataOf([['c', 5]])] }))).toEqual({ changed: [], gone: [], added: [] });
    expect(faults(once)).toEqual([]);
  });

  it('keeps drawings, views, colour, footer and extensions of its user, and drops rules of cells that are gone', async () => {
    const spark = '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="urn:x14"><x14:sparklineGroups/></ext>';
    const rules = '<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="urn:x14"><x14:conditionalFormattings/></ext>';
    const own = edited(base, 'xl/worksheets/sheet2.xml', (xml) => xml
      .replace('<sheetPr>', '<sheetPr codeName="Sheet9" filterMode="1"><tabColor rgb="FF00FF00"/>').replace('<sheetView ', '<sheetView zoomScale="70" ')
      .replace('<printOptions', '<hyperlinks><hyperlink ref="A1" r:id="rId8"/></hyperlinks><printOptions')
      .replace('</worksheet>', `<extLst>${spark}${rules}</extLst></worksheet>`).replace('<tableParts', '<picture r:id="rId9"/><tableParts').replace('示例泵业有限公司', '我的'),
    {
      'xl/worksheets/_rels/sheet2.xml.rels': (parts(base)['xl/worksheets/_rels/sheet2.xml.rels'] ?? '').replace('</Relationships>', '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/>'
        + '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/image1.png"/></Relationships>'),
      'xl/media/image1.png': 'PNG', '[Content_Types].xml': (parts(base)['[Content_Types].xml'] ?? '').replace('<Default ', '<Default Extension="png" ContentType="image/png"/><Default '),
    });
    const done = await patched(own, { replace: [dataOf([['c', 5]])] });
    expect(faults(done)).toEqual([]);
    const sheet = (parts(done)['xl/worksheets/sheet2.xml'] ?? '');
    for (const kept of ['<sheetPr codeName="Sheet9"><tabColor rgb="FF00FF00"/><pageSetUpPr', 'zoomScale="70"', '<picture r:id="rId9"/><tableParts', `<extLst>${spark}</extLst>`, '我的']) expect(sheet).toContain(kept);
    for (const gone of ['hyperlink', 'conditionalFormattings', 'filterMode']) expect(sheet).not.toContain(gone);
    expect(changes(own, done).gone).toEqual([]);
    expect(parts(done)['xl/worksheets/_rels/sheet2.xml.rels']).not.toContain('rId8');
  });

  it('leaves notes that people wrote where they stand, and replaces ours', async () => {
    const user = '<comment ref="C3" authorId="1"><text><t>请核对</t></text></comment>';
    const comments = Object.keys(parts(base)).find((path) => path.startsWith('xl/comments')) ?? '';
    const vml = Object.keys(parts(base)).find((path) => path.endsWith('.vml')) ?? '';
    const boxes = (parts(base)[vml] ?? '');
    const box = (/<v:shape .*<\/v:shape>/s.exec(boxes)?.[0] ?? '').replace('_s1025', '_s1026').replace('<x:Row>0', '<x:Row>2').replace('<x:Column>0', '<x:Column>2');
    const own = edited(base, comments, (xml) => xml.replace('</authors>', '<author>王工</author></authors>').replace('</commentList>', `${user}</commentList>`), { [vml]: boxes.replace('</xml>', `${box}</xml>`) });
    expect(faults(own)).toEqual([]);
    const moved = { ...home, cells: [cellAt(5, 1, '文', { note: '新的' }), cellAt(3, 3, '有', { note: '不占' })] };
    const done = await patched(own, { replace: [moved] });
    expect(faults(done)).toEqual([]);
    const text = (parts(done)[comments] ?? '');
    expect(text).toContain(user);
    expect([...text.matchAll(/<comment ref="(\w+)"/g)].map((found) => found[1])).toEqual(['C3', 'A5']);
    expect(faults(await patched(done, { replace: [{ ...home, cells: [] }] }))).toEqual([]);
    expect(sorted(changes(base, await patched(base, { replace: [{ ...home, cells: [] }] })).gone)).toEqual(sorted([comments, vml]));
  });

  it('lets a table go whose headings went', async () => {
    const done = await patched(base, { replace: [sheetOf('数据', { cells: [cellAt(1, 1, '名')] })] });
    expect(faults(done)).toEqual([]);
    expect(changes(base, done).gone).toEqual(['xl/tables/table1.xml']);
  });
});

describe('remove', () => {
  it('takes what only the sheet uses, and leaves what points to it', async () => {
    const done = await patched(base, { remove: ['数据'] });
    expect(faults(done)).toEqual([]);
    expect(sorted(changes(base, done).gone)).toEqual(['xl/tables/table1.xml', 'xl/worksheets/_rels/sheet2.xml.rels', 'xl/worksheets/sheet2.xml']);
    const workbook = (parts(done)['xl/workbook.xml'] ?? '');
    expect(workbook).toContain('<definedName name="区">');
    expect(workbook).not.toContain('Print_Area');
  });

  it('is followed by adding, also under the same name', async () => {
    const done = await patched(base, { remove: ['首页', '数据'], add: [{ spec: dataOf([['z', 1]]) }] });
    expect(faults(done)).toEqual([]);
    expect(parts(done)['xl/workbook.xml']).toContain('activeTab="0"');
  });
});

describe('what cannot be', () => {
  it.each<[string, Parameters<typeof patched>[1], unknown]>([
    ['a sheet twice', { add: [{ spec: { ...report, name: '首页' } }] }, ['xlsx/sheet-exists', { sheet: '首页' }]],
    ['two new ones of a name', { add: [{ spec: report }, { spec: report }] }, ['xlsx/sheet-exists', { sheet: '报告 一' }]],
    ['no sheet left', { remove: ['首页', '数据'] }, ['xlsx/last-sheet', { sheet: '数据' }]],
    ['removing nothing', { remove: ['没有'] }, ['xlsx/sheet-missing', { sheet: '没有' }]],
    ['replacing what goes', { remove: ['首页'], replace: [home] }, ['xlsx/sheet-missing', { sheet: '首页' }]],
    ['standing before nothing', { add: [{ spec: report, before: '没有' }] }, ['xlsx/sheet-missing', { sheet: '没有' }]],
    ['a chart on nothing', { sheets: [{ sheet: '没有', charts: [] }] }, ['xlsx/sheet-missing', { sheet: '没有' }]],
    ['a table twice', { add: [{ spec: sheetOf('新', { table: { name: '表1', ref: 'A1:A2', headers: ['x'] }, cells: [cellAt(1, 1, 'x')] }) }] }, ['xlsx/name-invalid', { name: '表1' }]],
    ['a table called as a name', { add: [{ spec: sheetOf('新', { table: { name: '区', ref: 'A1:A2', headers: ['x'] }, cells: [cellAt(1, 1, 'x')] }) }] }, ['xlsx/name-invalid', { name: '区' }]],
    ['a name called as a table', { names: [{ name: '表1', refersTo: '1' }] }, ['xlsx/name-invalid', { name: '表1' }]],
    ['a name like a cell', { names: [{ name: 'AB12', refersTo: '1' }] }, ['xlsx/name-invalid', { name: 'AB12' }]],
  ])('is refused before the first byte: %s', async (_, patch, wanted) => {
    expect(await refusal(base, patch)).toEqual(wanted);
  });

  it('is said of signed files', async () => {
    expect(await refusal(zipSync({ ...unzipSync(base), '_xmlsignatures/sig1.xml': strToU8('<x/>') }), {})).toEqual(['xlsx/signed', {}]);
  });
});

describe('the rest', () => {
  it('gives the same parts for an empty patch', async () => {
    expect(changes(base, await patched(base, {}))).toEqual({ changed: [], gone: [], added: [] });
  });

  it('drops the calculation chain only when formulas change', async () => {
    const chain = edited(base, '[Content_Types].xml', (xml) => xml.replace('</Types>', '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>'), {
      'xl/calcChain.xml': '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A2" i="1"/></calcChain>',
      'xl/_rels/workbook.xml.rels': (parts(base)['xl/_rels/workbook.xml.rels'] ?? '').replace('</Relationships>', '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>'),
    });
    expect(faults(chain)).toEqual([]);
    expect(changes(chain, await patched(chain, { properties: { a: 'b' } })).gone).toEqual([]);
    const done = await patched(chain, { names: [{ name: '区', refersTo: '1' }] });
    expect(changes(chain, done).gone).toEqual(['xl/calcChain.xml']);
    expect(faults(done)).toEqual([]);
  });

  it('sets properties beside those of others', async () => {
    const [first, second] = [await patched(base, { properties: { 版本: 'a<b>&"', 甲: '1' } }), '版本'];
    const done = await patched(first, { properties: { [second]: '2', 甲: null, 乙: '3' } });
    expect([faults(first), faults(done)]).toEqual([[], []]);
    const found = [...(parts(done)['docProps/custom.xml'] ?? '').matchAll(/pid="(\d+)" name="([^"]*)"><vt:lpwstr[^>]*>([^<]*)</g)].map((each) => each.slice(1));
    expect(found).toEqual([['2', '版本', '2'], ['4', '乙', '3']]);
    expect(changes(base, await patched(base, { properties: { 无: null } }))).toEqual({ changed: [], gone: [], added: [] });
  });

  it('never looks into sheets that it does not touch', async () => {
    const all = unzipSync(base);
    const bytes = zipSync({ ...all, 'xl/worksheets/sheet2.xml': strToU8('<not a sheet') });
    const done = await patched(bytes, { add: [{ spec: report }], names: [{ name: '新', refersTo: '1' }], sheets: [{ sheet: '首页', charts: [] }] });
    expect(parts(done)['xl/worksheets/sheet2.xml']).toBe('<not a sheet');
  });
});

describeWithOpenpyxl('a workbook made by openpyxl', () => {
  it('takes a sheet and gives it back with its values', async () => {
    const own = await runOpenpyxl(`
import openpyxl, sys, io
from openpyxl.comments import Comment
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.table import Table
wb = openpyxl.Workbook(); ws = wb.active; ws.title = "A b"
for r in [["h", "v"], ["x", 1], ["y", 2]]: ws.append(r)
ws["D1"].comment = Comment("c", "w"); ws.add_table(Table(displayName="T", ref="A1:B3"))
ch = BarChart(); ch.add_data(Reference(ws, min_col=2, min_row=1, max_row=3), titles_from_data=True); ws.add_chart(ch, "F2")
wb.create_sheet("Z")["A1"] = "=SUM('A b'!B2:B3)"
out = io.BytesIO(); wb.save(out); sys.stdout.buffer.write(out.getvalue())
`);
    const done = await patched(new Uint8Array(own), { add: [{ spec: { ...report, cells: report.cells.filter(({ formula, link }) => formula === undefined && link === undefined) }, before: 'Z' }] });
    const read = await openpyxlLoads(done);
    expect(read.sheets.map(({ name, tables }) => [name, tables.map((table) => table.name)])).toEqual([['A b', ['T']], ['报告 一', ['表2']], ['Z', []]]);
    expect(read.sheets[1]?.cells.filter(({ column }) => column === 1).map(({ value, format, date }) => [value, format, date])).toEqual([
      ['结果', 'General', false], [0.5, '0.0%', false], [' <空> & ', 'General', false], [45_292, 'yyyy-mm-dd', true],
    ]);
    const { changed, gone } = changes(new Uint8Array(own), done);
    expect(gone).toEqual([]);
    expect(sorted(changed)).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml']);
    const back = await patched(done, { remove: ['A b'] });
    expect((await openpyxlLoads(back)).sheets.map(({ name }) => name)).toEqual(['报告 一', 'Z']);
    expect(changes(done, back).gone.filter((path) => /table1|chart1|drawing1\.xml$|comment/.test(path)).length).toBeGreaterThanOrEqual(4);
  });
});

describeWithLibreOffice('patched workbooks', () => {
  it('are calculated: formulas across sheets, old and new', async () => {
    const grid = await recalculate(await patched(base, { add: [{ spec: report }], replace: [dataOf([['c', 5], ['d', 6], ['e', 7]])] }));
    expect([...grid.keys()]).toEqual(['首页', '数据', '报告 一']);
    expect([at(grid.get('首页'), 2, 1), at(grid.get('报告 一'), 4, 1), at(grid.get('数据'), 4, 2), at(grid.get('报告 一'), 3, 1)]).toEqual([11, 22, 7, ' <空> & ']);
  });
});
