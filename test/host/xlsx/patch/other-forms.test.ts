/** Workbooks in forms that our own generator does not write: prefixes, the strict form, UTF-16, odd paths, drawings of others. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { ChartSpec } from '../../../../src/core/model/chart-spec';
import type { WorkbookPatch } from '../../../../src/core/model/workbook-patch';
import { createXlsxFormat } from '../../../../src/host/xlsx/format';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { writeWorkbook } from '../../../../src/host/xlsx/write/workbook';
import { parseXml as tree } from '../../../support/excel-rules-xml';
import { describeWithLibreOffice, recalculateAll } from '../../../support/libreoffice';
import { describeWithOpenpyxl, openpyxlLoads } from '../../../support/openpyxl';
import { handmade } from '../../../support/pack';
import { at } from '../../../support/plain-xlsx';
import { cellAt, sheetOf, workbookOf } from '../../../support/workbook-spec';
import { changes, parts, patched } from './patched';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TABLED = { table: { name: '表1', ref: 'A1:B2', headers: ['名', '数'] }, cells: [cellAt(1, 1, '名', { style: 'header' }), cellAt(1, 2, '数', { style: 'header', note: '注' }), cellAt(2, 2, 4)] };
const spec = workbookOf([sheetOf('数据', TABLED), sheetOf('算', { cells: [cellAt(1, 1, 4, { formula: 'SUM(数据!B2:B9)', style: 'computed' })] })]);

type Form = (xml: string, path: string) => string | Uint8Array;
const ownParts = /^xl\/(workbook|styles|sharedStrings|worksheets\/sheet\d|tables\/table\d)\.xml$/;
const PREFIXED: Form = (xml, path) => (ownParts.test(path) ? xml.replaceAll(/<(\/?)(?=\w+[\s/>])/g, '<$1s:').replace(`xmlns="${MAIN}"`, `xmlns:s="${MAIN}"`) : xml)
  .replaceAll('r:id=', 'rel:id=').replace('xmlns:r=', 'xmlns:rel=');
const STRICT: Form = (xml) => xml.replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
  .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships');
const WIDE: Form = (xml, path) => (ownParts.test(path) ? Uint8Array.from(Buffer.from(`\uFEFF${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le')) : xml);

let plain = new Uint8Array();
beforeAll(async () => {
  plain = Uint8Array.from(await writeWorkbook(spec));
});
const inForm = (form: Form): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts(plain)).map(([path, xml]) => {
  const made = form(xml, path);
  return [path, typeof made === 'string' ? strToU8(made) : made];
})));

const chart: ChartSpec = {
  name: '图', title: '题', description: '说', ref: 'D2:J12',
  series: [{ kind: 'bar', name: '数', categories: { ref: '数据!$A$2:$A$3', values: ['甲', '乙'] }, values: { ref: '数据!$B$2:$B$3', values: [7, 8] }, colour: '1F5E6B' }],
};
const patch: WorkbookPatch = {
  replace: [sheetOf('数据', { ...TABLED, cells: [...TABLED.cells.slice(0, 2), cellAt(2, 1, '甲'), cellAt(2, 2, 7), cellAt(3, 1, '乙'), cellAt(3, 2, 8)] })],
  add: [{ spec: sheetOf('新', { cells: [cellAt(1, 1, 15, { formula: '算!A1', style: 'computed', note: '注' })], conditionalFormats: [{ ref: 'A1', formula: 'A1=""', look: 'missing' }] }), before: '算' }],
  sheets: [{ sheet: '数据', charts: [chart] }, { sheet: '算', charts: [chart] }],
  names: [{ name: '区', refersTo: '数据!$B$2' }],
  properties: { 版本: '1' },
};

/** What no part of the form may hold once it is patched: elements without the prefix, transitional namespaces, a wrong declaration. */
const FORMS: readonly (readonly [string, Form, RegExp])[] = [
  ['with prefixes', PREFIXED, /<\/?(?:worksheet|row|c|f|v|is|t|cols|xf|font|drawing|legacyDrawing|tableParts?|sheet|definedName)[\s/>](?=[^]*<\/s:)| r:id="(?=[^]*<\/s:)/],
  ['strict', STRICT, /schemas\.openxmlformats\.org\/(spreadsheetml|drawingml|officeDocument\/2006\/relationships)/],
  ['UTF-16', WIDE, /UTF-16/],
];

describe.each(FORMS)('a workbook %s', (_, form, foreign) => {
  it('is patched in its own form, and stays well formed', async () => {
    const before = inForm(form);
    const after = await patched(before, patch);
    const found = parts(after);
    // What is still UTF-16 was not touched.
    const readable = Object.entries(found).filter(([, xml]) => !xml.includes('\0'));
    for (const [path, xml] of readable) expect([path, tree(xml).name !== '']).toEqual([path, true]);
    expect(readable.map(([path]) => path)).toEqual(expect.arrayContaining(['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml']));
    expect(readable.filter(([path, xml]) => !path.includes('theme') && foreign.test(xml)).map(([path]) => path)).toEqual([]);
    expect(found['xl/workbook.xml']).toMatch(/fullCalcOnLoad="1"/);
    expect(changes(before, await patched(after, { remove: ['新'] })).gone).toEqual([]);
  });
});

describeWithOpenpyxl('openpyxl', () => {
  it.each(FORMS.filter(([name]) => name !== 'strict'))('reads a patched workbook %s', async (_, form) => {
    const read = await openpyxlLoads(await patched(inForm(form), patch));
    expect(read.sheets.map(({ name, tables }) => [name, tables.length])).toEqual([['数据', 1], ['新', 0], ['算', 0]]);
    expect(read.sheets[0]?.cells.map(({ value }) => value)).toEqual(['名', '数', '甲', 7, '乙', 8]);
    expect(read.names).toEqual({ 区: '数据!$B$2' });
  });
});

describeWithLibreOffice('LibreOffice', () => {
  it('calculates patched workbooks of every form', async () => {
    const grids = await recalculateAll(await Promise.all(FORMS.map(async ([, form]) => patched(inForm(form), patch))));
    expect(grids.map((grid) => [[...grid.keys()], at(grid.get('新'), 1, 1), at(grid.get('数据'), 3, 1)])).toEqual(FORMS.map(() => [['数据', '新', '算'], 15, '乙']));
  });
});

describe('a workbook that counts from 1904', () => {
  it('takes dates of new sheets as its own', async () => {
    const own = handmade({ before: '<workbookPr date1904="1"/>', rows: '<row r="1"><c r="A1" s="1"><v>0</v></c></row>' });
    const dated = { style: 'inputCentre', format: 'yyyy-mm-dd' } as const;
    const done = await patched(own, { add: [{ spec: sheetOf('新', {
      cells: [cellAt(1, 1, 45_292, dated), cellAt(1, 2, 45_292), cellAt(2, 1, 45_293, { ...dated, formula: 'A1+1' }), cellAt(2, 2, '45292', dated)],
      validations: [{ ref: 'A1', rule: { type: 'date', min: 36_526 }, allowBlank: true, severity: 'stop' }, { ref: 'B1', rule: { type: 'whole', min: 36_526 }, allowBlank: true, severity: 'stop' }],
    }) }] });
    const workbook = await createXlsxFormat().open(bytesSource(done));
    const cells: unknown[] = [];
    for await (const row of workbook.rows('新')) cells.push(...[...row.cells.values()].map(({ value }) => value));
    expect(cells).toEqual([45_292, 45_292, 45_293, '45292']);
    expect([...(parts(done)['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<(?:v|formula1)>(\d+)</g)].map((found) => Number(found[1]))).toEqual([43_830, 45_292, 43_831, 35_064, 36_526]);
  });
});

describe('a handmade workbook', () => {
  it('without styles, views, names or calculation takes a sheet and a chart', async () => {
    const bare = handmade({ rows: '<row r="1"><c r="A1"><v>1</v></c><!-- </sheetData> --><c r="B1" t="inlineStr"><is><t><![CDATA[</sheetData>]]></t></is></c></row>', parts: { 'book/looks.xml': '', 'texts.xml': '', 'book/_rels/main.xml.rels': '<Relationships><Relationship Id="s" Type="x/worksheet" Target="../cells/one.xml"/></Relationships>' } });
    const done = await patched(bare, { add: [{ spec: sheetOf('新', { cells: [cellAt(1, 1, 'a', { style: 'title' })] }) }], sheets: [{ sheet: '表', charts: [chart, { ...chart, name: '图 2' }] }] });
    const found = parts(done);
    expect(found['cells/one.xml']).toBe((parts(bare)['cells/one.xml'] ?? '').replace('</worksheet>', '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></worksheet>'));
    expect(found['cells/_rels/one.xml.rels']).toContain('Target="../xl/drawings/drawing1.xml"');
    expect(found['book/main.xml']).toMatch(/<sheet name="新" sheetId="8" r:id="rId\d+"\/><\/sheets><calcPr fullCalcOnLoad="1"\/><\/workbook>$/);
    expect([...(found['xl/drawings/drawing1.xml'] ?? '').matchAll(/cNvPr id="(\d+)" name="([^"]*)"/g)].map((each) => each.slice(1))).toEqual([['2', '图'], ['3', '图 2']]);
    expect(Object.keys(unzipSync(done)).filter((path) => /charts\//.test(path))).toEqual(['xl/charts/chart1.xml', 'xl/charts/chart2.xml']);
  });
});

it('a tab that names no part, as modules of old versions do, is passed over and kept', async () => {
  const module = '<sheet name="Module" sheetId="9" r:id=""/>';
  const bytes = inForm((xml, path) => (path === 'xl/workbook.xml' ? xml.replace('</sheets>', `${module}</sheets>`) : xml));
  const book = await createXlsxFormat().open(bytesSource(bytes));
  expect(book.sheetNames).toEqual(['数据', '算']);
  const after = await patched(bytes, { sheets: [{ sheet: '数据', cells: [{ row: 2, column: 2, value: 9 }] }], add: [{ spec: sheetOf('新'), before: '算' }] });
  expect(parts(after)['xl/workbook.xml']).toContain(module);
  expect((await createXlsxFormat().open(bytesSource(after))).sheetNames).toEqual(['数据', '新', '算']);
});
