/** What random and damaged workbooks brought up, each made as small as it goes: what was wrong stands beside it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { HostError } from '../../src/app/ports';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { bytesSource } from '../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../src/core/model/join-bytes';
import { readAll } from '../support/fuzz/read-all';
import { handmade, sheetXml } from '../support/pack';

const format = createXlsxFormat();

/** `A1` -> value, formula beside it where there is one. */
async function cellsOf(bytes: Uint8Array): Promise<Readonly<Record<string, unknown>>> {
  const cells = (await readAll(format, bytes)).sheets.get('表') ?? new Map();
  return Object.fromEntries([...cells].map(([name, { value, formula }]) => [name, formula === undefined ? value : [value, formula]]));
}

describe('sheets that are read as they stand', () => {
  it.each<readonly [string, string, Readonly<Record<string, unknown>>]>([
    ['a comment between two cells: was refused', '<row r="1"><c r="A1"><v>1</v></c><!-- <c r="B1"><v>9</v></c> --><c r="C1"><v>3</v></c></row>', { A1: 1, C1: 3 }],
    ['an instruction between two cells: was refused', '<row r="1"><?pi <c>?><c r="A1"><v>1</v></c></row>', { A1: 1 }],
    ['a comment between two rows', '<row r="1"><c r="A1"><v>1</v></c></row><!-- <row r="2"> --><row r="3"><c r="A3"><v>3</v></c></row>', { A1: 1, A3: 3 }],
    ['an instruction between two rows: was refused', '<row r="1"><c r="A1"><v>1</v></c></row><?pi <row>?><row r="3"><c r="A3"><v>3</v></c></row>', { A1: 1, A3: 3 }],
    ['blanks between the runs of an inline text: became part of it', '<row r="1"><c r="A1" t="inlineStr"> <is> <r> <t>a</t> </r>\n<r> <rPr> <b/> </rPr> <t>b</t> </r> </is> </c></row>', { A1: 'ab' }],
    ['a phonetic guide in an inline text', '<row r="1"><c r="A1" t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh></is></c></row>', { A1: '東' }],
    ['a bare ampersand in CDATA: was refused', '<row><c s="0"><f ca="1"><![CDATA[A2&"<x>"]]></f><v>5e-324</v ></c></row>', { A1: [5e-324, 'A2&"<x>"'] }],
    ['an escape made of two runs is none', '<row r="1"><c r="A1" t="inlineStr"><is><r><t>_x00</t></r><r><t>41_</t></r></is></c></row>', { A1: '_x0041_' }],
    ['a carriage return and line feed is one line feed, a written carriage return stays', '<row r="1"><c r="A1" t="str"><v>a\r\nb&#13;&#10;</v></c></row>', { A1: 'a\nb\r\n' }],
  ])('%s', async (_, rows, expected) => {
    expect(await cellsOf(handmade({ rows }))).toEqual(expected);
  });
});

describe('sheets that are refused', () => {
  it.each([
    ['a hexadecimal number', '<row r="1"><c r="A1"><v>0x1F</v></c></row>'],
    ['a number beyond all', '<row r="1"><c r="A1"><v>1e400</v></c></row>'],
    ['a text that is not in the table', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['a cell in another row than its reference says', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a cell beyond the last column', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>'],
  ])('%s', async (_, rows) => {
    await expect(cellsOf(handmade({ sheet: sheetXml(rows) }))).rejects.toMatchObject({ name: 'HostError', code: 'xlsx/damaged' });
  });
});

it('shared texts are read run by run', async () => {
  const strings = '<si> <r> <t>_x00</t> </r> <r> <rPr> <b/> </rPr> <t>41_</t> </r> <rPh sb="0" eb="1"> <t>x</t> </rPh> </si>';
  expect(await cellsOf(handmade({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings }))).toEqual({ A1: '_x0041_' });
});

it('line ends of names are line feeds, as XML has them: carriage returns stayed', async () => {
  const { names } = await format.open(bytesSource(handmade({ after: '<definedNames><definedName name="区">"a"\r\n&amp;"b"</definedName></definedNames>' })));
  expect(names.get('区')).toBe('"a"\n&"b"');
});

it('a line end in an attribute is a blank, as XML has it: it stayed', async () => {
  const { names } = await format.open(bytesSource(handmade({ after: '<definedNames><definedName name="区\r一">1</definedName></definedNames>' })));
  expect([...names.keys()]).toEqual(['区 一']);
});

it('a part whose name has a blank, escaped in the archive as in the relationship: was missing', async () => {
  const plain = handmade({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  const parts = Object.fromEntries(Object.entries(unzipSync(plain)).map(([path, bytes]) => [path.replace('one.xml', 'one%20two.xml'), path.endsWith('.rels') ? strToU8(strFromU8(bytes).replace('one.xml', 'one%20two.xml')) : bytes]));
  expect(await cellsOf(zipSync(parts))).toEqual({ A1: 1 });
});

describe('patches', () => {
  const written = async (bytes: Uint8Array): Promise<Readonly<Record<string, unknown>>> => {
    const workbook = await format.open(bytesSource(bytes));
    return cellsOf(await joinBytes(workbook.patch({ sheets: [{ sheet: '表', cells: [{ row: 3, column: 2, value: 5 }] }] })));
  };
  /** Refused, or there. */
  const outcome = (bytes: Uint8Array): Promise<unknown> => written(bytes).then(({ B3 }) => B3, (error: unknown) => (error instanceof HostError ? 'refused' : error));

  it('formats nested thousands deep: the stack ran over', async () => {
    const deep = `${'<xf numFmtId="0">'.repeat(5000)}${'</xf>'.repeat(5000)}`;
    expect(['refused', 5]).toContain(await outcome(handmade({ rows: '', styles: `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs>${deep}</cellXfs></styleSheet>` })));
  });

  it('sheet data within a cell: the cell went where nobody reads it', async () => {
    expect(['refused', 5]).toContain(await outcome(handmade({ rows: '<row r="2"><c r="B2"><v>2</v><sheetData><row r="1"><c r="A1"><v>77</v></c></row></sheetData></c></row>' })));
  });

  it('a sheet within a sheet: the cell went where nobody reads it', async () => {
    const inner = sheetXml('<row r="2"><c r="B2"><v>1</v></c></row>').replace(/^<\?.*?\?>/, '');
    expect(['refused', 5]).toContain(await outcome(handmade({ sheet: sheetXml('<row r="2"><c r="B2"><v>2</v></c></row>').replace('<sheetData>', `<sheetPr>${inner}</sheetPr><sheetData>`) })));
  });
});

describe('formats of cells', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rows = '<row r="1"><c r="A1" s="1"><v>45292</v></c></row>';
  const dated = async (styles: string): Promise<unknown> => (await readAll(format, handmade({ rows, styles }))).sheets.get('表')?.get('A1')?.date ?? false;

  it('are not those of a style sheet within another: was taken for a date', async () => {
    const inner = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    expect(await dated(`<styleSheet xmlns="${MAIN}"><fills><fill>${inner}</fill></fills><cellXfs><xf numFmtId="0"/><xf numFmtId="2"/></cellXfs></styleSheet>`)).toBe(false);
  });

  it('are not those of differential formats, which may use an id again', async () => {
    const own = '<numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>';
    expect(await dated(`<styleSheet xmlns="${MAIN}">${own}<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs></styleSheet>`)).toBe(true);
  });
});
