/** Workbooks whose XML means harm, or is broken in ways that files are: a typed error with its place, or the right result. */
import { describe, expect, it } from '@jest/globals';
import { unzipSync, zipSync } from 'fflate';
import type { CellValue } from '../../../../src/core/model/cell';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import type { Limits } from '../../../../src/host/xlsx/package/zip';
import { openWorkbook } from '../../../../src/host/xlsx/read/workbook';
import { handmade, type Handmade } from '../../../support/pack';
import { failure, opened } from './opened';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'cells/one.xml';
const BOOK = 'book/main.xml';
const relationships = (...list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const sheets = (...list: readonly (readonly [name: string, id: string])[]): string =>
  `<workbook xmlns:r="${REL}"><sheets>${list.map(([name, id], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="${id}"/>`).join('')}</sheets></workbook>`;
const worksheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "&a${i - 1};&a${i - 1};">`).join('')}]>`;
const EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const many = (count: number, text: string): string => Array.from({ length: count }, () => text).join('');

/** Cells of the sheet `表` as `A1` -> value. */
async function read(made: Handmade, limits: Partial<Limits> = {}, sheet = '表'): Promise<Record<string, CellValue>> {
  const found: Record<string, CellValue> = {};
  for await (const { row, cells } of (await opened(made, { limits })).rows(sheet)) {
    for (const [column, { value }] of cells) found[`${column === 16_384 ? 'XFD' : String.fromCharCode(64 + column)}${row}`] = value;
  }
  return found;
}

type Params = Readonly<Record<string, string | number>>;

const REFUSED: readonly (readonly [string, Handmade, Params])[] = [
  ['billion laughs in the sheet', { sheet: `${LAUGHS}${worksheet('<row r="1"><c r="A1" t="str"><v>&a8;</v></c></row>')}` }, { part: SHEET }],
  ['an external entity in the sheet', { sheet: `<?xml version="1.0"?>${EXTERNAL}${worksheet('<row r="1"><c r="A1" t="str"><v>&e;</v></c></row>')}` }, { part: SHEET }],
  ['a document type between rows', { rows: `${one}${EXTERNAL}` }, { part: SHEET }],
  ['a document type inside a row', { rows: `<row r="1">${EXTERNAL}<c r="A1"><v>1</v></c></row>` }, { part: SHEET }],
  ['billion laughs in the shared strings', { strings: '<si><t>a</t></si>', parts: { 'texts.xml': `${LAUGHS}<sst><si><t>&a8;</t></si></sst>` }, rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, { part: 'texts.xml' }],
  ['billion laughs in the workbook part', { parts: { [BOOK]: `${LAUGHS}${sheets(['&a8;', 's'])}` } }, { part: BOOK }],
  ['an external entity in the styles', { styles: `${EXTERNAL}<styleSheet/>`, rows: one }, { part: 'book/looks.xml' }],
  ['an external entity in the content types', { parts: { '[Content_Types].xml': `${EXTERNAL}<Types/>` } }, { part: '[Content_Types].xml' }],
  ['an entity that nobody declared, in a cell', { rows: '<row r="3"><c r="B3" t="str"><v>&lol;</v></c></row>' }, { part: SHEET, cell: 'B3' }],
  ['an entity that nobody declared, in an inline string', { rows: '<row r="3"><c r="B3" t="inlineStr"><is><t>&lol;</t></is></c></row>' }, { part: SHEET, cell: 'B3' }],
  ['an entity that nobody declared, in a shared string', { strings: '<si><t>&lol;</t></si>', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, { part: 'texts.xml' }],
  ['rows out of order', { rows: '<row r="5"><c r="A5"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>' }, { part: SHEET, cell: 'A4' }],
  ['a row twice', { rows: `${one}${one}` }, { part: SHEET, cell: 'A1' }],
  ['a row twice, once without cells', { rows: `${one}<row r="1"/>` }, { part: SHEET, cell: 'A1' }],
  ['row 0', { rows: '<row r="0"><c r="A0"><v>1</v></c></row>' }, { part: SHEET, cell: 'A0' }],
  ['a row beyond the last', { rows: '<row r="1048577"><c r="A1048577"><v>1</v></c></row>' }, { part: SHEET, cell: 'A1048577' }],
  ['a row number that is none', { rows: '<row r="-1"><c><v>1</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['a row counted beyond the last', { rows: '<row r="1048576"/><row><c><v>1</v></c></row>' }, { part: SHEET, cell: 'A1048577' }],
  ['a cell twice', { rows: '<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>' }, { part: SHEET, cell: 'B1' }],
  ['cells out of order', { rows: '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['a cell of another row', { rows: '<row r="1"><c r="A2"><v>1</v></c></row>' }, { part: SHEET, cell: 'A2' }],
  ['a column beyond the last', { rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }, { part: SHEET, cell: 'XFE1' }],
  ['an absurd column', { rows: `<row r="1"><c r="${'Z'.repeat(400)}1"><v>1</v></c></row>` }, { part: SHEET, cell: `${'Z'.repeat(400)}1` }],
  ['a reference that is none', { rows: '<row r="1"><c r="constructor"><v>1</v></c></row>' }, { part: SHEET, cell: 'constructor' }],
  ['more cells than columns', { rows: `<row>${many(16_385, '<c><v>1</v></c>')}</row>` }, { part: SHEET, cell: 'XFE1' }],
  ['a shared string that is not there', { rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['a negative shared string', { rows: '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['a shared string by a property name', { rows: '<row r="1"><c r="A1" t="s"><v>length</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['a shared string of a table that is not there', { parts: { 'texts.xml': '' }, rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, { part: 'texts.xml' }],
  ['a hexadecimal number', { rows: '<row r="1"><c r="A1"><v>0x10</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['a number beyond every double', { rows: '<row r="1"><c r="A1"><v>1e999</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['an unknown type of cell', { rows: '<row r="1"><c r="A1" t="toString"><v>1</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['a truth that is neither', { rows: '<row r="1"><c r="A1" t="b"><v>2</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['tags that do not nest in a cell', { rows: '<row r="1"><c r="A1" t="str"><f>1</v><v>2</f></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['a cell inside a cell', { rows: '<row r="1"><c r="A1"><c r="B1"><v>1</v></c></row>' }, { part: SHEET, cell: 'A1' }],
  ['text between the rows', { rows: `${one}x` }, { part: SHEET }],
  ['an element that is no row', { rows: '<cell/>' }, { part: SHEET }],
  ['a bomb of depth in a row', { rows: `<row r="1">${many(100_000, '<a>')}` }, { part: SHEET }],
  ['a bomb of depth before the rows', { sheet: `<worksheet>${many(100_000, '<a>')}` }, { part: SHEET }],
  ['a bomb of attributes', { rows: `<row ${Array.from({ length: 200_000 }, (_, i) => `a${i}=''`).join(' ')}/>` }, { part: SHEET }],
  ['a tag that never ends', { rows: `<row r="1" a="${'x'.repeat(2_000_000)}` }, { part: SHEET }],
  ['a comment that never ends', { rows: `<!-- ${one}` }, { part: SHEET }],
  ['a shared formula longer than any formula', { rows: `<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">${many(4500, '1+')}1</f><v>1</v></c></row>` }, { part: SHEET, cell: 'A1' }],
  ['two sheets of one name', { parts: { [BOOK]: sheets(['表', 's'], ['表', 'x']), 'book/_rels/main.xml.rels': relationships(['s', 'worksheet', '/cells/one.xml'], ['x', 'worksheet', '/cells/two.xml']) } }, { part: BOOK }],
  ['two sheets whose names differ in case only', { parts: { [BOOK]: sheets(['Sheet', 's'], ['SHEET', 'x']), 'book/_rels/main.xml.rels': relationships(['s', 'worksheet', '/cells/one.xml'], ['x', 'worksheet', '/cells/two.xml']) } }, { part: BOOK }],
  ['two sheets of one part', { parts: { [BOOK]: sheets(['表', 's'], ['二', 'x']), 'book/_rels/main.xml.rels': relationships(['s', 'worksheet', '/cells/one.xml'], ['x', 'worksheet', '../cells/ONE.xml']) } }, { part: BOOK }],
  ['two relationships of one name', { parts: { 'book/_rels/main.xml.rels': relationships(['s', 'worksheet', '/cells/one.xml'], ['s', 'worksheet', '/cells/two.xml']) } }, { part: BOOK }],
  ['a sheet without a name', { parts: { [BOOK]: sheets(['', 's']) } }, { part: BOOK }],
  ['a sheet that is the workbook again', { parts: { 'book/_rels/main.xml.rels': relationships(['s', 'worksheet', 'main.xml']) } }, { part: BOOK }],
  ['a workbook that is its own list of relationships', { parts: { '_rels/.rels': relationships(['a', 'officeDocument', '_rels/.rels']) } }, { part: '_rels/.rels' }],
  ['a table of shared strings that is the sheet', { rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', parts: { 'book/_rels/main.xml.rels': relationships(['s', 'worksheet', '/cells/one.xml'], ['t', 'sharedStrings', '/cells/one.xml']) } }, { part: SHEET }],
];

const LIMITED: readonly (readonly [string, Handmade, Partial<Limits>, Params])[] = [
  ['a row of many bytes', { rows: `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(400_000)}` }, { maxRowCharacters: 100_000 }, { part: SHEET, limit: 100_000 }],
  ['a row of many cells', { rows: `<row r="1">${Array.from({ length: 9000 }, () => '<c><v>1</v></c>').join('')}</row>` }, { maxRowCharacters: 50_000 }, { part: SHEET, limit: 50_000 }],
  ['an element before the rows', { sheet: `<worksheet><cols>${many(50_000, '<col/>')}</cols><sheetData/></worksheet>` }, { maxRowCharacters: 50_000 }, { part: SHEET, limit: 50_000 }],
  ['many shared strings', { strings: many(100_001, '<si><t>a</t></si>'), rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, { maxSharedStrings: 100_000 }, { part: 'texts.xml', size: 100_001, limit: 100_000 }],
  ['many empty shared strings', { strings: many(1001, '<si/>'), rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, { maxSharedStrings: 1000 }, { part: 'texts.xml', size: 1001, limit: 1000 }],
];

const READ: readonly (readonly [string, Handmade, Record<string, CellValue>])[] = [
  ['a dimension that lies', { sheet: `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${one}</sheetData></worksheet>` }, { A1: 1 }],
  ['a count of shared strings that lies', { parts: { 'texts.xml': '<sst count="4000000000" uniqueCount="4000000000"><si><t>甲</t></si></sst>' }, rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, { A1: '甲' }],
  ['the last cell of all', { rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }, { XFD1048576: 1 }],
  ['a formula longer than any formula', { rows: `<row r="1"><c r="A1"><f>${many(9000, '1+')}1</f><v>9001</v></c></row>` }, { A1: 9001 }],
  ['no table of shared strings, which no cell asks for', { parts: { 'texts.xml': '' }, rows: one }, { A1: 1 }],
  ['a style that is not there', { rows: '<row r="1"><c r="A1" s="999999999"><v>45000</v></c></row>' }, { A1: 45_000 }],
  ['prototype names as texts', { strings: '<si><t>__proto__</t></si>', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>constructor</v></c><c r="C1" t="e"><v>toString</v></c></row>' }, { A1: '__proto__', B1: 'constructor', C1: { error: 'toString' } }],
  ['elements of others beside the cells', { rows: '<row r="1"><c r="A1"><v>1</v><extLst><ext><c r="Z9"><v>7</v></c></ext></extLst></c><extLst><ext><c r="Y9"><v>8</v></c></ext></extLst></row>' }, { A1: 1 }],
  ['half an emoji by number', { rows: '<row r="1"><c r="A1" t="str"><v>&#xD83D;&#xDE00;</v></c></row>' }, { A1: '😀' }],
  ['an end of row inside a comment and CDATA', { rows: '<row r="1"><!-- </row> --><c r="A1" t="str"><v><![CDATA[</v></c></row>]]></v></c></row>' }, { A1: '</v></c></row>' }],
  ['a byte order mark', { sheet: `\uFEFF${worksheet(one)}` }, { A1: 1 }],
  ['a sheet relationship to elsewhere that nobody uses', { parts: { 'book/_rels/main.xml.rels': relationships(['s', 'worksheet', '../cells/one.xml'], ['w', 'worksheet', '../../../../etc/passwd'], ['v', 'worksheet', '/cells/one.xml']) }, rows: one }, { A1: 1 }],
];

describe('refused as damaged', () => {
  it.each(REFUSED)('%s', async (_, made, params) => {
    const { code, params: found } = await failure(() => read(made));
    expect({ code, found }).toEqual({ code: 'xlsx/damaged', found: params });
  });

  it('bytes that are no UTF-8, in a cell that is asked for', async () => {
    const parts = unzipSync(handmade({ rows: '<row r="2"><c r="A2"><v>1</v></c><c r="C2" t="str"><v>abc</v></c></row>' }));
    const bytes = parts[SHEET] ?? new Uint8Array();
    bytes[bytes.lastIndexOf(98)] = 0xff;
    const book = await openWorkbook(bytesSource(zipSync(parts)));
    const all = async (columns: Readonly<Record<string, number>>): Promise<number> => {
      let rows = 0;
      for await (const { length } of book.blocks('表', columns)) rows += length;
      return rows;
    };
    expect(await failure(() => all({ c: 3 }))).toEqual({ code: 'xlsx/damaged', params: { part: SHEET, cell: 'C2' } });
    expect(await all({ a: 1 })).toBe(1);
  });

  it('has a code for every text of 表 that is cut short, byte by byte', async () => {
    const whole = worksheet('<row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>文</t></is></c></row><row r="2"><c r="A2"><f>A1</f><v>1</v></c></row>');
    for (let cut = 0; cut < whole.indexOf('</sheetData>') + 12; cut++) {
      expect((await failure(() => read({ sheet: `<?xml version="1.0"?>${whole.slice(0, cut)}`, strings: '<si><t>甲</t></si>' }))).code).toBe('xlsx/damaged');
    }
  });
});

describe('refused as too large', () => {
  it.each(LIMITED)('%s', async (_, made, limits, params) => {
    const { code, params: found } = await failure(() => read(made, limits));
    expect({ code, found }).toEqual({ code: 'xlsx/too-large', found: expect.objectContaining(params) });
  });
});

describe('read right', () => {
  it.each(READ)('%s', async (_, made, cells) => {
    expect(await read(made)).toEqual(cells);
  });

  it('sheets, names and columns called as what every object has', async () => {
    const book = await opened({
      parts: {
        [BOOK]: sheets(['__proto__', 's'], ['constructor', 'x']).replace('</workbook>', '<definedNames><definedName name="__proto__">1</definedName><definedName name="constructor">2</definedName></definedNames></workbook>'),
        'book/_rels/main.xml.rels': relationships(['s', 'worksheet', '/cells/one.xml'], ['x', 'worksheet', '/cells/two.xml']),
        'cells/two.xml': worksheet(one),
      },
      rows: '<row r="7"><c r="A7"><v>1</v></c><c r="B7" t="str"><v>二</v></c></row>',
    });
    expect(book.sheetNames).toEqual(['__proto__', 'constructor']);
    expect([...book.names]).toEqual([['__proto__', '1'], ['constructor', '2']]);
    const columns = Object.fromEntries([['__proto__', 2], ['constructor', 1]]);
    for await (const { firstRow, columns: found } of book.blocks('__proto__', columns)) {
      expect(firstRow).toBe(7);
      expect(Object.entries(found).map(([key, { number, text }]) => [key, number[0], text[0]])).toEqual([['__proto__', 0, '二'], ['constructor', 1, '']]);
    }
    expect((await failure(async () => book.rows('toString')[Symbol.asyncIterator]().next())).code).toBe('xlsx/sheet-missing');
  });
});
