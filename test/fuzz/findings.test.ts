/** What random and damaged workbooks brought up, each made as small as it goes: what was wrong stands beside it. */
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { bytesSource } from '../../src/host/xlsx/package/bytes-source';
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
    ['a hexadecimal number: was read as a number', '<row r="1"><c r="A1"><v>0x1F</v></c></row>'],
    ['a number beyond all: was infinite', '<row r="1"><c r="A1"><v>1e400</v></c></row>'],
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

it('opens what it is given twice', async () => {
  const source = bytesSource(handmade({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }));
  for (const workbook of [await format.open(source), await format.open(source)]) expect(workbook.sheetNames).toEqual(['表']);
});
