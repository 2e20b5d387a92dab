/** Single cells written into sheets made by hand: the exact XML. */
import { describe, expect, it } from '@jest/globals';
import type { CellEdit } from '../../../../../src/core/model/workbook-patch';
import { handmade } from '../../../../support/pack';
import { MAIN, patched, patchedBytes, partsOf, rowsAfter } from './patched';

const edit = (row: number, column: number, value: CellEdit['value'], more: Partial<CellEdit> = {}): CellEdit => ({ row, column, value, ...more });
const after = (rows: string, ...cells: readonly CellEdit[]): Promise<string> => rowsAfter(rows, { cells });

describe('one cell', () => {
  const row = '<row r="2"><c r="B2" s="2" t="s"><v>0</v></c></row>';

  it.each<[string, CellEdit, string]>([
    ['number', edit(2, 2, 0.1 + 0.2), '<c r="B2" s="2"><v>0.30000000000000004</v></c>'],
    ['minus zero', edit(2, 2, -0), '<c r="B2" s="2"><v>0</v></c>'],
    ['text', edit(2, 2, ' 甲<&"\u0001_x0041_'), '<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve"> 甲&lt;&amp;&quot;_x0001__x005F_x0041_</t></is></c>'],
    ['boolean', edit(2, 2, true), '<c r="B2" s="2" t="b"><v>1</v></c>'],
    ['error', edit(2, 2, { error: '#N/A' }), '<c r="B2" s="2" t="e"><v>#N/A</v></c>'],
    ['an error that older programs do not know', edit(2, 2, { error: '#SPILL!' }), '<c r="B2" s="2" t="inlineStr"><is><t>#SPILL!</t></is></c>'],
    ['blank', edit(2, 2, null), '<c r="B2" s="2"/>'],
    ['empty text', edit(2, 2, ''), '<c r="B2" s="2"/>'],
    ['formula with text', edit(2, 2, 'a<b', { formula: 'IF(A1<2,"a","b")' }), '<c r="B2" s="2" t="str"><f>IF(A1&lt;2,&quot;a&quot;,&quot;b&quot;)</f><v>a&lt;b</v></c>'],
    ['formula with number', edit(2, 2, 3, { formula: 'STDEV.S(A1:A9)' }), '<c r="B2" s="2"><f>_xlfn.STDEV.S(A1:A9)</f><v>3</v></c>'],
    ['formula with boolean', edit(2, 2, false, { formula: 'A1>2' }), '<c r="B2" s="2" t="b"><f>A1&gt;2</f><v>0</v></c>'],
    ['formula with error', edit(2, 2, { error: '#DIV/0!' }, { formula: '1/0' }), '<c r="B2" s="2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
    ['formula alone', edit(2, 2, null, { formula: 'A1' }), '<c r="B2" s="2"><f>A1</f></c>'],
    ['array formula', edit(2, 2, 1, { formula: 'SUM(A1:A2*2)', array: true }), '<c r="B2" s="2"><f t="array" ref="B2">SUM(A1:A2*2)</f><v>1</v></c>'],
  ])('%s', async (_, cell, expected) => {
    expect(await after(row, cell)).toBe(`<row r="2">${expected}</row>`);
  });

  it('keeps what the metadata cannot be wrong about, and drops the rest', async () => {
    const rows = '<row r="1"><c s=\'1\' cm="1" vm="2" ph="1" r="A1" t="e" ><f t="array" ref="A1">X()</f><v>#N/A</v></c></row>';
    expect(await after(rows, edit(1, 1, 5))).toBe('<row r="1"><c s=\'1\' ph="1" r="A1"><v>5</v></c></row>');
    expect(await after(rows, edit(1, 1, 5, { keepFormula: true }))).toBe('<row r="1"><c s=\'1\' cm="1" ph="1" r="A1"><f t="array" ref="A1">X()</f><v>5</v></c></row>');
  });

  it('changes a cached value only where there is a formula', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f ca="1">A1&amp;""</f><v>1</v></c></row>';
    expect(await after(rows, edit(1, 1, 9, { keepFormula: true }), edit(1, 3, 9, { keepFormula: true }))).toBe(rows);
    expect(await after(rows, edit(1, 2, 'x', { keepFormula: true }))).toBe(rows.replace('<v>1</v></c></row>', '<v>x</v></c></row>'));
  });

  it('writes the last of two edits', async () => {
    expect(await after('', edit(1, 1, 1), edit(1, 1, 2))).toBe('<row r="1"><c r="A1"><v>2</v></c></row>');
  });
});

describe('a place for a new cell', () => {
  it('is in the order of columns, and widens the hint of the row', async () => {
    expect(await after('<row r="3" spans="2:4"><c r="B3"><v>1</v></c> <c r="D3"/></row>', edit(3, 3, 5), edit(3, 9, 6), edit(3, 1, 4)))
      .toBe('<row r="3" spans="1:9"><c r="A3"><v>4</v></c><c r="B3"><v>1</v></c> <c r="C3"><v>5</v></c><c r="D3"/><c r="I3"><v>6</v></c></row>');
  });

  it('is before the extensions of a row', async () => {
    expect(await after('<row r="3"><c r="B3"/><extLst><ext/></extLst></row>', edit(3, 3, 5))).toBe('<row r="3"><c r="B3"/><c r="C3"><v>5</v></c><extLst><ext/></extLst></row>');
  });

  it('is a new row between others', async () => {
    expect(await after('<row r="2"/> <row r="5" ht="30"/>', edit(3, 1, 1), edit(1, 1, 0), edit(9, 2, 2), edit(5, 1, 3), edit(4, 1, null)))
      .toBe('<row r="1"><c r="A1"><v>0</v></c></row><row r="2"/><row r="3"><c r="A3"><v>1</v></c></row> <row r="5" ht="30"><c r="A5"><v>3</v></c></row><row r="9"><c r="B9"><v>2</v></c></row>');
  });

  it('is counted where others are counted', async () => {
    expect(await after('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>', edit(1, 4, 9), edit(2, 1, 7)))
      .toBe('<row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>9</v></c></row><row><c><v>7</v></c></row>');
    expect(await after('<row><c><v>1</v></c></row><row r="5"/><row><c/><c><v>2</v></c></row>', edit(3, 1, 9), edit(6, 1, null)))
      .toBe('<row><c><v>1</v></c></row><row r="3"><c r="A3"><v>9</v></c></row><row r="5"/><row><c r="B6"><v>2</v></c></row>');
    expect(await after('<row r="4"/><row><c/></row>', edit(5, 1, 1), edit(2, 2, 2))).toBe('<row r="2"><c r="B2"><v>2</v></c></row><row r="4"/><row><c><v>1</v></c></row>');
  });

  it('takes the format of its row, else of its column', async () => {
    const sheet = `<worksheet xmlns="${MAIN}"><dimension ref="B2:C3"/><cols><col min="2" max="3" style="2"/></cols><sheetData><row r="2" s="1" customFormat="1"/><row r="3" s="1"><c r="B3"><v>1</v></c></row></sheetData></worksheet>`;
    const { 'cells/one.xml': xml } = await patched({ sheet }, { cells: [edit(2, 2, 1), edit(3, 3, 2), edit(3, 5, 3), edit(4, 2, 4), edit(3, 2, null)] });
    expect(xml).toBe(`<worksheet xmlns="${MAIN}"><dimension ref="B2:E4"/><cols><col min="2" max="3" style="2"/></cols><sheetData><row r="2" s="1" customFormat="1"><c r="B2" s="1"><v>1</v></c></row>`
      + '<row r="3" s="1"><c r="B3"/><c r="C3" s="2"><v>2</v></c><c r="E3"><v>3</v></c></row><row r="4"><c r="B4" s="2"><v>4</v></c></row></sheetData></worksheet>');
  });

  it('opens an empty sheet', async () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/><x:pageMargins/></x:worksheet>`;
    expect((await patched({ sheet }, { cells: [edit(1, 1, 'a')] }))['cells/one.xml'])
      .toBe(`<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData><x:pageMargins/></x:worksheet>`);
    expect((await patched({ sheet }, { cells: [edit(1, 1, null)] }))['cells/one.xml']).toBe(sheet);
  });
});

describe('dates', () => {
  it('count from 1904 where the workbook does', async () => {
    const before = '<workbookPr date1904="true"/>';
    expect(await rowsAfter('<row r="1"><c r="A1" s="1"/><c r="B1"/><c r="C1" s="2"/></row>', { cells: [edit(1, 1, 45_292), edit(1, 2, 45_292), edit(1, 3, 1.5)] }, { before }))
      .toBe('<row r="1"><c r="A1" s="1"><v>43830</v></c><c r="B1"><v>45292</v></c><c r="C1" s="2"><v>1.5</v></c></row>');
  });

  it('get a format that shows them', async () => {
    const parts = await patched({ rows: '<row r="1"><c r="A1" s="2"/><c r="B1" s="1"/></row>' }, { cells: [edit(1, 1, 45_292, { date: true }), edit(1, 2, 45_292, { date: true }), edit(2, 1, 45_293, { date: true })] });
    expect(parts['cells/one.xml']).toContain('<row r="1"><c r="A1" s="3"><v>45292</v></c><c r="B1" s="1"><v>45292</v></c></row><row r="2"><c r="A2" s="3"><v>45293</v></c></row>');
    expect(parts['book/looks.xml']?.match(/<xf /g)).toHaveLength(4);
  });

  it('look as they are told', async () => {
    const parts = await patched({ rows: '<row r="1"><c r="A1" s="2"><v>1</v></c></row>' }, { cells: [edit(1, 1, null, { look: { style: 'title' } }), edit(7, 1, null, { look: { style: 'title' } })] });
    expect(parts['cells/one.xml']).toContain('<row r="1"><c r="A1" s="3"/></row><row r="7"><c r="A7" s="3"/></row>');
  });
});

describe('shared formulas', () => {
  const column = '<row r="1"><c r="B1"><f t="shared" ref="B1:B4" si="0">A1*$A$1+C$2</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
    + '<row r="3"><c r="B3"><f t="shared" si="0"></f><v>3</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/><v>4</v></c></row>';

  it('are handed on', async () => {
    expect(await after(column, edit(1, 2, 9), edit(2, 2, 9))).toBe('<row r="1"><c r="B1"><v>9</v></c></row><row r="2"><c r="B2"><v>9</v></c></row>'
      + '<row r="3"><c r="B3"><f t="shared" si="0" ref="B3:B4">A3*$A$1+C$2</f><v>3</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/><v>4</v></c></row>');
  });

  it('lose a member without a word', async () => {
    expect(await after(column, edit(3, 2, null))).toBe(column.replace('<c r="B3"><f t="shared" si="0"></f><v>3</v></c>', ''));
  });

  it('stay where only the value changes', async () => {
    expect(await after(column, edit(1, 2, 9, { keepFormula: true }))).toBe(column.replace('<v>1</v>', '<v>9</v>'));
  });

  it('become plain where they fill a block', async () => {
    const block = '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="3">D1</f></c><c r="B1"><f t="shared" si="3"/></c></row><row r="2"><c r="A2"><f ca="1" t="shared" si="3"/></c></row><row r="3"><c r="A3"><f t="shared" si="3" ref="A3:A4">Z9</f></c></row><row r="4"><c r="A4"><f t="shared" si="3"/></c></row>';
    expect(await after(block, edit(1, 1, 1))).toBe('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>E1</f></c></row><row r="2"><c r="A2"><f ca="1">D2</f></c></row><row r="3"><c r="A3"><f t="shared" si="3" ref="A3:A4">Z9</f></c></row><row r="4"><c r="A4"><f t="shared" si="3"/></c></row>');
  });
});

describe('what cannot be', () => {
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="7"><c r="H7"><f t="dataTable" ref="H7:I8" dt2D="1" r1="A1" r2="A2"/></c></row></sheetData><mergeCells count="1"><mergeCell ref="D4:E5"/></mergeCells></worksheet>`;

  it.each<[string, object, CellEdit]>([
    ['xlsx/cell-in-array', { sheet: '表', cell: 'A2', range: 'A1:A3' }, edit(2, 1, 5)],
    ['xlsx/cell-in-array', { sheet: '表', cell: 'A1', range: 'A1:A3' }, edit(1, 1, 5)],
    ['xlsx/cell-in-array', { sheet: '表', cell: 'I8', range: 'H7:I8' }, edit(8, 9, 5)],
    ['xlsx/cell-merged', { sheet: '表', cell: 'E4', range: 'D4:E5' }, edit(4, 5, 'x')],
    ['xlsx/too-many-rows', { sheet: '表', rows: 1_048_577, limit: 1_048_576 }, edit(1_048_577, 1, 1)],
    ['xlsx/text-too-long', { sheet: '表', cell: 'B1', length: 32_768, limit: 32_767 }, edit(1, 2, 'x'.repeat(32_768))],
    ['xlsx/not-finite', { sheet: '表', cell: 'B1' }, edit(1, 2, Number.NaN)],
    ['xlsx/formula-too-long', { sheet: '表', cell: 'B1', length: 8193, limit: 8192 }, edit(1, 2, 1, { formula: '1'.repeat(8193) })],
  ])('%s %j', async (code, params, cell) => {
    await expect(patched({ sheet }, { cells: [cell] })).rejects.toMatchObject({ code, params });
  });

  it('leaves the rest free', async () => {
    const { 'cells/one.xml': xml } = await patched({ sheet }, { cells: [edit(4, 4, 'x'), edit(1, 1, 7, { keepFormula: true })] });
    expect(xml).toContain('ref="A1:A3">B1:B3</f><v>7</v>');
  });

  it.each([
    ['ends early', `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1">`],
    ['is no sheet', '<chartsheet/>'],
    ['has its rows in disorder', `<worksheet xmlns="${MAIN}"><sheetData><row r="3"/><row r="2"/></sheetData></worksheet>`],
  ])('a part that %s', async (_, sheet2) => {
    await expect(patched({ sheet: sheet2 }, { cells: [edit(1, 1, 1)] })).rejects.toMatchObject({ code: 'xlsx/damaged' });
  });
});

describe('the rest of the part', () => {
  const odd = `\uFEFF<?xml version='1.0'  encoding="utf-8" standalone='yes' ?>\r\n<!-- <sheetData> -->\n<worksheet xmlns="${MAIN}" xmlns:q="urn:q" ><sheetPr q:x='a>b'/>
 <sheetData  q:y = '1' >
  <!-- <row r="1"> --> <row  spans='1:2' r = "1" q:z="</row>" ><c r="A1" q:w=">"><v>1</v><!-- </row></c> --></c></row>
  <row r="2"><c r="A2" t="str"><f><![CDATA["</row>"&"</c>"]]></f><v>\u{1F600}</v></c>  </row  >
 </sheetData > <extLst><ext uri="{}"><q:a>é</q:a></ext></extLst>\n</worksheet>\n<!-- end -->`;

  it('stays byte for byte', async () => {
    const bytes = handmade({ sheet: odd });
    const parts = partsOf(await patchedBytes(bytes, { sheet: '表', cells: [edit(2, 3, 5)] }));
    expect(parts['cells/one.xml']).toBe(odd.replace('</c>  </row  >', '</c><c r="C2"><v>5</v></c>  </row  >'));
    const { 'cells/one.xml': _, ...others } = partsOf(bytes);
    expect(parts).toMatchObject(others);
  });

  it('is found in a row with comments', async () => {
    expect((await patched({ sheet: odd }, { cells: [edit(1, 1, 5), edit(2, 1, 6)] }))['cells/one.xml'])
      .toBe(odd.replace('<v>1</v><!-- </row></c> --></c>', '<v>5</v></c>').replace(/<c r="A2".*<\/c>/, '<c r="A2"><v>6</v></c>'));
  });
});
