/** Each rule on a package can fail: one sound file, spoilt in one place at a time. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeWorkbook } from '../../../src/host/xlsx/write/workbook';
import { joinBytes } from '../../../src/core/model/join-bytes';
import { portableGzip } from '../../../src/host/xlsx/package/portable-gzip';
import { writeZip } from '../../../src/host/xlsx/package/zip-writer';
import { packageFaults } from '../../support/excel-rules-package';
import { blocksOf, cellAt, sheetOf, workbookOf } from '../../support/workbook-spec';

const data = sheetOf('数据', {
  columns: [{ width: 9, style: 'input', format: '@' }, { width: 9 }],
  cells: [cellAt(1, 1, ' 标题 ', { style: 'title', note: '说明' }), cellAt(3, 1, '编号\n(一行一个)*'), cellAt(3, 2, '_x0041_'), cellAt(4, 5, 2, { formula: 'SUM(B4:B5)', array: true })],
  merges: ['A1:B1', 'A2:B2'],
  rowHeights: { 1: 30 },
  table: { name: '表_数据', ref: 'A3:B4', headers: ['编号\n(一行一个)*', '_x0041_'] },
  rawRows: { firstRow: 4, keys: ['a', 'b'], blocks: blocksOf(['a', 'b'], 4, [[' 前', 1], ['后', true]]) },
  validations: [{ ref: 'B4:B9', rule: { type: 'whole', min: 1, max: 9 }, allowBlank: true, severity: 'stop', promptTitle: '数', prompt: '1 到 9' }],
  conditionalFormats: [{ ref: 'A4:A9', formula: 'ISBLANK(A4)', look: 'missing' }, { ref: 'B4:B9', formula: 'ISBLANK(B4)', look: 'muted' }],
  print: { orientation: 'portrait', area: 'A1:B40', repeatRows: '1:3' },
});
const home = sheetOf('首页', { cells: [cellAt(1, 1, '看', { link: '数据!A1' }), cellAt(2, 1, '', { formula: '""' }), cellAt(3, 1, { error: '#N/A' }, { formula: 'NA()' }), cellAt(4, 1, 0.5, { format: '0.0"分"' })] });
const spec = workbookOf([home, data], { names: [{ name: '区', refersTo: '数据!$A$4:$A$9' }] });

let sound: Uint8Array;
beforeAll(async () => {
  sound = await writeWorkbook(spec);
});

async function spoilt(path: string, edit: (xml: string) => string): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(sound));
  const edited = parts.map(([name, bytes]) => {
    if (name !== path) return { path: name, chunks: [bytes] };
    const before = strFromU8(bytes);
    const after = edit(before);
    if (after === before) throw new Error(`nothing to spoil in ${path}: ${before.slice(0, 3000)}`);
    return { path: name, chunks: [strToU8(after)] };
  });
  return joinBytes(writeZip(edited.filter(({ chunks: [bytes] }) => bytes?.length !== 0), portableGzip));
}

const [SHEET, BOOK, STYLES, TEXTS, TABLE, NOTES] = ['xl/worksheets/sheet2.xml', 'xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/tables/table1.xml', 'xl/comments2.xml'] as const;
const swap = (from: string | RegExp, to: string) => (xml: string): string => xml.replace(from, to);

describe('packageFaults', () => {
  it('lets a sound package pass', () => {
    expect(packageFaults(sound)).toEqual([]);
  });

  it.each<[RegExp, string, (xml: string) => string]>([
    // Well-formed, in order
    [/sheet2\.xml: .*where/, SHEET, swap('</row>', '</c></row>')],
    [/entity/, SHEET, swap('<oddFooter>', '<oddFooter>&nbsp;')],
    [/attribute count twice/, SHEET, swap('<mergeCells count="2"', '<mergeCells count="2" count="2"')],
    [/character that XML forbids/, SHEET, swap('<oddFooter>', '<oddFooter>\u0002')],
    [/mergeCells too late in worksheet/, SHEET, (xml) => xml.replace(/(<mergeCells.*<\/mergeCells>)(.*?)(<printOptions)/s, '$2$1$3')],
    [/mergeCells counts 3 of 2/, SHEET, swap('<mergeCells count="2"', '<mergeCells count="3"')],
    [/cols is empty/, SHEET, swap(/<cols>.*<\/cols>/s, '<cols></cols>')],
    [/novelty in worksheet/, SHEET, swap('<printOptions', '<novelty/><printOptions')],
    [/pageMargins twice/, SHEET, swap(/(<pageMargins[^>]*>)/, '$1$1')],
    [/mergeCell without ref/, SHEET, swap('<mergeCell ref="A2:B2"', '<mergeCell')],
    [/sz too late in font/, STYLES, swap(/(<sz [^>]*>)(<color [^>]*>)/, '$2$1')],
    // Sheets
    [/A1:B1 and A1:B2 overlap/, SHEET, swap('<mergeCell ref="A2:B2"', '<mergeCell ref="A1:B2"')],
    [/columns 1 to 2/, SHEET, swap(/<col min="2" max="2"/, '<col min="1" max="2"')],
    [/width 300/, SHEET, swap(/ width="[^"]*"/, ' width="300"')],
    [/row 1 is 500 high/, SHEET, swap('ht="30"', 'ht="500"')],
    [/row 5 after row 9/, SHEET, swap('<row r="4"', '<row r="9"')],
    [/A3 in row 3/, SHEET, swap('<c r="B3"', '<c r="A3"')],
    [/style 999 is not there/, SHEET, swap(/ s="\d+"/, ' s="999"')],
    [/E4: formula$/m, SHEET, swap(/<f t="array" ref="E4">[^<]*<\/f>/, '<f t="array" ref="E4"></f>')],
    [/E4: array formula over E4:E5/, SHEET, swap('ref="E4"', 'ref="E4:E5"')],
    [/array formula in a merged cell/, SHEET, swap('<mergeCell ref="A2:B2"', '<mergeCell ref="E4:F4"')],
    [/E4: a formula without its value/, SHEET, swap(/(<f t="array" ref="E4">[^<]*<\/f>)<v>2<\/v>/, '$1')],
    [/B4: type n with value x/, SHEET, swap(/(<c r="B4"[^>]*>)<v>1</, '$1<v>x<')],
    [/B5: type b with value 2/, SHEET, swap(/(<c r="B5"[^>]* t="b"[^>]*>)<v>1</, '$1<v>2<')],
    [/A5: type str with value/, SHEET, swap(/<c r="A5"([^>]*) t="inlineStr"><is>.*?<\/is>/, '<c r="A5"$1 t="str"><v>后</v>')],
    [/space at the ends/, SHEET, swap(' xml:space="preserve"', '')],
    [/priority 1/, SHEET, swap('priority="2"', 'priority="1"')],
    [/look 99/, SHEET, swap(/dxfId="\d+"/, 'dxfId="99"')],
    [/promptTitle of B4:B9 is too long/, SHEET, swap('promptTitle="数"', `promptTitle="${'数'.repeat(33)}"`)],
    [/rule of B4:B9 without a condition/, SHEET, swap(/<formula1>.*<\/formula2>/, '')],
    [/oddFooter of \d+ characters/, SHEET, swap('<oddFooter>', `<oddFooter>${'页'.repeat(255)}`)],
    [/link to 没有!A1/, 'xl/worksheets/sheet1.xml', swap('location="数据!A1"', 'location="没有!A1"')],
    [/A2: type str with value none|A2: a formula without its value/, 'xl/worksheets/sheet1.xml', swap(/(<c r="A2"[^>]*><f>[^<]*<\/f>)<v>[^<]*<\/v>/, '$1')],
    [/A3: type e with value #SPILL!/, 'xl/worksheets/sheet1.xml', swap('<v>#N/A</v>', '<v>#SPILL!</v>')],
    // Workbook
    [/sheet 首页 twice/, BOOK, swap('name="数据"', 'name="首页"')],
    [/sheetId 1 twice/, BOOK, swap('sheetId="2"', 'sheetId="1"')],
    [/tab 0 is hidden/, BOOK, swap('state="visible"', 'state="hidden"')],
    [/name 区  twice/, BOOK, swap(/(<definedName name="区".*?<\/definedName>)/, '$1$1')],
    [/name R1C1 reads/, BOOK, swap('name="区"', 'name="R1C1"')],
    [/name 区 refers to =/, BOOK, swap('>数据!$A$4:', '>=数据!$A$4:')],
    [/Print_Area of 首页/, BOOK, swap(/(_xlnm\.Print_Area" localSheetId=)"1"/, '$1"0"')],
    [/Print_Titles of 数据 is 数据!\$A\$1:\$B\$3/, BOOK, swap('数据!$1:$3', '数据!$A$1:$B$3')],
    [/of sheet 7/, BOOK, swap('localSheetId="1"', 'localSheetId="7"')],
    [/not calculated on opening/, BOOK, swap(' fullCalcOnLoad="1"', '')],
    // Styles and texts
    [/fontId 99 is not there/, STYLES, swap(/fontId="1"/, 'fontId="99"')],
    [/number format 0\.0件/, STYLES, swap('0.0&quot;分&quot;', '0.0件')],
    [/number format 164 is not there/, STYLES, swap('numFmtId="164" formatCode', 'numFmtId="165" formatCode')],
    [/counts 99 uses/, TEXTS, swap(/ count="\d+"/, ' count="99"')],
    [/counts 99 texts/, TEXTS, swap(/uniqueCount="\d+"/, 'uniqueCount="99"')],
    [/takes text \d+ of/, TEXTS, swap(/<si>(?:(?!<si>).)*<\/si><\/sst>/s, '</sst>')],
    // Tables
    [/column 别的 has the heading _x0041_/, TABLE, swap('name="_x005F_x0041_"', 'name="别的"')],
    [/filter over another range/, TABLE, swap(/<autoFilter ref="[^"]*"/, '<autoFilter ref="A3:B99"')],
    [/of 2 columns over A3:C5/, TABLE, (xml) => xml.replaceAll('A3:B5', 'A3:C5')],
    // Notes
    [/the author of A1 is not there/, NOTES, swap('authorId="0"', 'authorId="3"')],
    [/notes at B9, boxes at A1/, NOTES, swap('ref="A1"', 'ref="B9"')],
    [/a drawing of notes without notes|nothing leads there/, 'xl/worksheets/_rels/sheet2.xml.rels', swap(/<Relationship [^>]*\/comments"[^>]*>/, '')],
    // Package
    [/styles\.xml: content type none|styles\.xml: content type application\/xml of a styles/, '[Content_Types].xml', swap(/<Override PartName="\/xl\/styles.xml"[^>]*>/, '')],
    [/missing\.xml is not there/, '[Content_Types].xml', swap('</Types>', '<Override PartName="/xl/missing.xml" ContentType="application/xml"/></Types>')],
    [/rId1 twice/, 'xl/_rels/workbook.xml.rels', swap('Id="rId2"', 'Id="rId1"')],
    [/xl\/elsewhere\.xml is not there/, 'xl/_rels/workbook.xml.rels', swap('Target="styles.xml"', 'Target="elsewhere.xml"')],
    [/sheet leads to rId\d+, which is not there/, 'xl/_rels/workbook.xml.rels', swap(/<Relationship [^>]*sheet2\.xml"[^>]*>/, '')],
    [/AppVersion 1\.0\.0/, 'docProps/app.xml', swap(/<AppVersion>[^<]*</, '<AppVersion>1.0.0<')],
  ])('finds %s', async (fault, path, edit) => {
    expect(packageFaults(await spoilt(path, edit)).join('\n')).toMatch(fault);
  });

  it.each<[RegExp, (bytes: Uint8Array, view: DataView, directory: number) => void]>([
    [/no end of directory/, (bytes) => bytes.fill(0, -22, -20)],
    [/flags 1/, (_, view, at) => view.setUint16(at + 8, 1, true)],
    [/method 12/, (_, view, at) => view.setUint16(at + 10, 12, true)],
    [/header and directory differ/, (_, view, at) => view.setUint32(at + 16, 1, true)],
    [/begins at 7/, (_, view, at) => view.setUint32(at + 42, 7, true)],
    [/\[Content_Types\]\.xml is not first/, (bytes, _, at) => bytes.set(strToU8('[content_types].xml'), at + 46)],
    [/no path of a part/, (bytes, _, at) => bytes.set(strToU8('/'), at + 46)],
  ])('finds %s in the container', (fault, spoil) => {
    const bytes = Uint8Array.from(sound);
    const view = new DataView(bytes.buffer);
    spoil(bytes, view, view.getUint32(bytes.length - 6, true));
    expect(packageFaults(bytes).join('\n')).toMatch(fault);
  });
});
