/** Rows taken out of lists and appended to them, in sheets made by hand: the exact XML, and all that goes with it. */
import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../../../../src/core/model/block';
import type { CellValue } from '../../../../../src/core/model/cell';
import type { ListPatch, SheetPatch } from '../../../../../src/core/model/workbook-patch';
import { blocksOf } from '../../../../support/workbook-spec';
import { MAIN, patched, rowsAfter, type Parts } from './patched';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KEYS = ['a', 'b'];
const columns = { a: 2, b: 3 };
const append = (firstRow: number, ...rows: readonly (readonly CellValue[])[]): readonly Block[] => blocksOf(KEYS, firstRow, rows);
/** Header in row 3, columns B and C. */
const list = (more: Partial<ListPatch>): Omit<SheetPatch, 'sheet'> => ({ list: { headerRow: 3, columns, ...more } });
const header = '<row r="3"><c r="B3" t="str"><v>a</v></c><c r="C3" t="str"><v>b</v></c></row>';
const row = (r: number, b: number | string, c: number | string, beside = ''): string => `<row r="${r}"><c r="B${r}"><v>${b}</v></c><c r="C${r}" s="1"><v>${c}</v></c>${beside}</row>`;
const rows = `${header}${row(4, 41, 42)}${row(5, 51, 52)}${row(6, 61, 62)}${row(7, 71, 72)}`;

describe('rows appended', () => {
  it('take the formats of the last row', async () => {
    expect(await rowsAfter(rows, list({ append: append(8, [81, 82], [null, 'x'], [null, null], [true, { error: '#N/A' }]) })))
      .toBe(`${rows}${row(8, 81, 82)}<row r="9"><c r="C9" s="1" t="inlineStr"><is><t>x</t></is></c></row><row r="11"><c r="B11" t="b"><v>1</v></c><c r="C11" s="1" t="e"><v>#N/A</v></c></row>`);
  });

  it('leave what a block leaves blank', async () => {
    expect(await rowsAfter(rows, list({ append: append(7, [null, 9]) }))).toBe(`${header}${row(4, 41, 42)}${row(5, 51, 52)}${row(6, 61, 62)}${row(7, 71, 9)}`);
  });

  it('go under the header of an empty list', async () => {
    expect(await rowsAfter(header, list({ append: append(4, [1, 2]) }))).toBe(`${header}<row r="4"><c r="B4"><v>1</v></c><c r="C4"><v>2</v></c></row>`);
  });

  it.each(['<t><![CDATA[a]]></t>', '<r><t>a</t></r>', '<r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r>'])('go under a header whose text is written %s', async (text) => {
    const odd = `<row r="3"><c r="B3" t="inlineStr"><is>${text}</is></c></row>`;
    expect(await rowsAfter(odd, list({ append: append(4, [1, 2]) }))).toBe(`${odd}<row r="4"><c r="B4"><v>1</v></c><c r="C4"><v>2</v></c></row>`);
  });

  it('are given single cells on top', async () => {
    expect(await rowsAfter(rows, { ...list({ append: append(8, [81, 82]) }), cells: [{ row: 8, column: 2, value: 'z' }, { row: 8, column: 4, value: 1 }, { row: 6, column: 2, value: null }] }))
      .toBe(`${header}${row(4, 41, 42)}${row(5, 51, 52)}<row r="6"><c r="C6" s="1"><v>62</v></c></row>${row(7, 71, 72)}<row r="8"><c r="B8" t="inlineStr"><is><t>z</t></is></c><c r="C8" s="1"><v>82</v></c><c r="D8"><v>1</v></c></row>`);
  });
});

describe('rows taken out', () => {
  it('let those under them move up, beside the rest', async () => {
    const beside = `${header}${row(4, 41, 42, '<c r="F4"><v>4</v></c>')}<row r="5" ht="30" spans="1:3"><c r="A5"><v>5</v></c><c r="B5"><v>51</v></c></row>${row(7, 71, 72, '<c r="F7"><v>7</v></c>')}<row r="8" spans="2:3"><c r="B8"><v>81</v></c></row><row r="20"><c r="A20"/></row>`;
    expect(await rowsAfter(beside, list({ remove: [4, 6] })))
      .toBe(`${header}<row r="4"><c r="B4"><v>51</v></c><c r="F4"><v>4</v></c></row><row r="5" ht="30" spans="1:3"><c r="A5"><v>5</v></c><c r="B5"><v>71</v></c><c r="C5" s="1"><v>72</v></c></row>`
        + '<row r="6"><c r="B6"><v>81</v></c></row><row r="7"><c r="F7"><v>7</v></c></row><row r="20"><c r="A20"/></row>');
  });

  it('leave their row where something stands beside them, before those that come up', async () => {
    expect(await rowsAfter(`${header}${row(4, 41, 42, '<c r="F4"><v>4</v></c>')}${row(7, 71, 72)}`, list({ remove: [4] })))
      .toBe(`${header}<row r="4"><c r="F4"><v>4</v></c></row>${row(6, 71, 72)}`);
  });

  it('are all of them, and others come', async () => {
    expect(await rowsAfter(rows, list({ remove: 'all', append: append(4, [1, 2]) }))).toBe(`${header}${row(4, 1, 2)}`);
    expect(await rowsAfter(rows, list({ remove: 'all' }))).toBe(header);
    expect(await rowsAfter(rows, list({ remove: [7, 5, 6, 4, 5] }))).toBe(header);
  });

  it('take formulas along, and those that read them', async () => {
    const formula = (r: number, f: string): string => `<row r="${r}"><c r="A${r}"><f>SUM(B4:B7)+B${r}</f><v>1</v></c><c r="B${r}"><v>${r}</v></c><c r="C${r}">${f}</c></row>`;
    const before = `<row r="1"><c r="A1"><f>B$6+SUM($B$4:B7)+'表'!C5+Other!B6+B9+SUM(B:B)+T[B6]&amp;"B6"+LOG10(B6)</f></c></row>${header}`
      + formula(4, '<f t="shared" ref="C4:C7" si="0">B4*$A$1+B$3</f>') + formula(5, '<f t="shared" si="0"/>') + formula(6, '<f t="shared" si="0"/>') + formula(7, '<f t="array" ref="C7">B6:B7</f>');
    expect(await rowsAfter(before, list({ remove: [5] })))
      .toBe(`<row r="1"><c r="A1"><f>B$5+SUM($B$4:B6)+'表'!#REF!+Other!B6+B9+SUM(B:B)+T[B6]&amp;&quot;B6&quot;+LOG10(B5)</f></c></row>${header}`
        + '<row r="4"><c r="A4"><f>SUM(B4:B6)+B4</f><v>1</v></c><c r="B4"><v>4</v></c><c r="C4"><f>B4*$A$1+B$3</f></c></row>'
        + '<row r="5"><c r="A5"><f>SUM(B4:B6)+#REF!</f><v>1</v></c><c r="B5"><v>6</v></c><c r="C5"><f>B5*$A$1+B$3</f></c></row>'
        + '<row r="6"><c r="A6"><f>SUM(B4:B6)+B5</f><v>1</v></c><c r="B6"><v>7</v></c><c r="C6"><f t="array" ref="C6">B5:B6</f></c></row>'
        + '<row r="7"><c r="A7"><f>SUM(B4:B6)+B6</f><v>1</v></c></row>');
  });
});

describe('what refers to rows taken out', () => {
  const beside = (r: number, f: string): string => `<c r="J${r}">${f}</c>`;

  it.each([
    ['its share of the formula of others', '<f t="shared" si="0"/>', '<f>H6*2</f>'],
    ['its own formula, moved', '<f>B7+1</f>', '<f>B6+1</f>'],
  ])('has, beside a blank row of the list, %s', async (_, formula, after) => {
    const before = `${header}${row(4, 41, 42, beside(4, '<f t="shared" ref="J4:J7" si="0">H4*2</f>'))}${row(5, 51, 52, beside(5, '<f t="shared" si="0"/>'))}<row r="6">${beside(6, formula)}</row>${row(7, 71, 72, beside(7, '<f t="shared" si="0"/>'))}`;
    expect(await rowsAfter(before, list({ remove: [4] })))
      .toBe(`${header}${row(4, 51, 52, beside(4, '<f>H4*2</f>'))}<row r="5">${beside(5, '<f>H5*2</f>')}</row>${row(6, 71, 72, beside(6, after))}<row r="7">${beside(7, '<f>H7*2</f>')}</row>`);
  });

  it.each([
    ['一:表!$B$5+一:表!$B$5:$C$6', '一:表!$B$5+一:表!$B$5:$C$6'],
    ['[1]表!B5:B6+[1]一:表!B5', '[1]表!B5:B6+[1]一:表!B5'],
    ['表!B5:表!B6+INDEX(B:B,4):表!B6', '表!B4:表!B5+INDEX(B:B,4):表!B5'],
  ])('is not another sheet\'s or several sheets\' cell: %s', async (formula, after) => {
    const before = (f: string): string => `<row r="1"><c r="A1"><f>${f}</f></c></row>${header}`;
    expect(await rowsAfter(before(formula) + row(4, 41, 42) + row(5, 51, 52) + row(6, 61, 62), list({ remove: [4] })))
      .toBe(before(after) + row(4, 51, 52) + row(5, 61, 62));
  });

  const X14_RULE = (sqref: string, formula: string): string => `<extLst><ext uri="{c}"><x14:dataValidations xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:dataValidation><x14:formula1><xm:f>${formula}</xm:f></x14:formula1><xm:sqref>${sqref}</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
  const rule = (sqref: string, formula: string): string => `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;

  // Rows 4 to 7 become 4 to 6 and then 4 to 8.
  it.each([
    ['over all rows', rule('B4:B7', 'COUNTIF($B$4:$B$7,B4)&gt;1'), rule('B4:B8', 'COUNTIF($B$4:$B$8,B4)&gt;1')],
    ['down to this row', rule('B5:B7', 'COUNTIF($B$5:B5,B5)&gt;1'), rule('B4:B8', 'COUNTIF($B$4:B4,B4)&gt;1')],
    ['from this row on', rule('B5:B7', 'SUM(B5:$B$7)+SUM(B5:$B$6)'), rule('B4:B8', 'SUM(B4:$B$8)+SUM(B4:$B$5)')],
    ['of single rows', rule('F1:F9', '$B$5+$B$4+$B5+B$2'), rule('F1:F9', '$B$4+#REF!+$B5+B$2')],
    ['for a single cell', rule('F1', 'B5+B$7+F5+SUM(B4:B7)'), rule('F1', 'B4+B$6+F5+SUM(B4:B8)')],
    ['in the extension list', X14_RULE('B5:B7', '$B$5:$B$6'), X14_RULE('B4:B8', '$B$4:$B$5')],
  ])('is in rules %s', async (_, before, after) => {
    const parts = await patched({ sheet: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${before}</worksheet>` }, list({ remove: [4], append: append(7, [1, 2], [3, 4]) }));
    expect(parts['cells/one.xml']?.split('</sheetData>')[1]).toBe(`${after}</worksheet>`);
  });
});

describe('a date', () => {
  it.each([[4, 2], [7, 3], [8, 3], [12, 2]])('in row %i, column %i of a list that moves has a format that is there', async (at, column) => {
    const sheetRows = `${rows.replaceAll(' s="1"', ' s="2"')}<row r="12"><c r="B12" s="2"/></row>`;
    const parts = await patched({ rows: sheetRows }, { ...list({ remove: [4], append: append(7, [1, 2], [3, 4]) }), cells: [{ row: at, column, value: 45_292, date: true }] });
    const style = Number(new RegExp(`<c r="${'ABC'.charAt(column - 1)}${at}" s="(\\d+)"><v>45292</v>`).exec(parts['cells/one.xml'] ?? '')?.[1]);
    const formats = parts['book/looks.xml']?.match(/<xf [^>]*>/g) ?? [];
    expect(formats[style]).toContain('applyNumberFormat="1"');
  });
});

/** A table in B3:C7 with a calculated column D, cell rules of all kinds, names. */
const X14 = '<extLst><ext uri="{a}"><x14:conditionalFormattings xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:conditionalFormatting><x14:cfRule><xm:f>$B5&gt;1</xm:f></x14:cfRule><xm:sqref>C5:C7</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>'
  + '<ext uri="{b}"><x14:sparklineGroups xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>表!B5:C5</xm:f><xm:sqref>D5</xm:sqref></x14:sparkline><x14:sparkline><xm:f>表!B6:C6</xm:f><xm:sqref>D6</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>';
const tail = '<protectedRanges><protectedRange sqref="B4:C7" name="p"/></protectedRanges><mergeCells count="3"><mergeCell ref="B1:D1"/><mergeCell ref="B5:C5"/><mergeCell ref="B6:B7"/></mergeCells>'
  + '<conditionalFormatting sqref="B4:D7 F1:F9"><cfRule type="expression" priority="1"><formula>$B4&gt;1</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="B5"><cfRule type="expression" priority="2"><formula>B5</formula></cfRule></conditionalFormatting>'
  + '<dataValidations count="3"><dataValidation type="custom" sqref="B4:B7"><formula1>B4&gt;1</formula1></dataValidation><dataValidation type="custom" sqref="C4:C1048576"><formula1>C4</formula1></dataValidation><dataValidation sqref="B5:C5"/></dataValidations>'
  + '<hyperlinks><hyperlink ref="B5" location="A1"/><hyperlink ref="C6" location="A2"/></hyperlinks><ignoredErrors><ignoredError sqref="A1:D7"/></ignoredErrors>';
const tableXml = (ref: string, more = ''): string => `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="${ref}"${more}><autoFilter ref="${ref}"/><sortState ref="B4:D7"><sortCondition ref="B4:B7"/></sortState><tableColumns count="3"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/><tableColumn id="3" name="c"><calculatedColumnFormula>T[[#This Row],[a]]*2</calculatedColumnFormula></tableColumn></tableColumns></table>`;
const names = '<definedNames><definedName name="区">表!$B$4:$B$7</definedName><definedName name="open">表!$B$4:INDEX(表!$B:$B,9)</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">\'表\'!$A$1:$F$7</definedName><definedName name="one">表!$B$6+Other!$B$6</definedName></definedNames>';
const full = header.replace('</row>', '<c r="D3" t="str"><v>c</v></c></row>') + [4, 5, 6, 7].map((r) => row(r, r, r * 10, `<c r="D${r}" s="2"><f>T[[#This Row],[a]]*2</f><v>${r * 2}</v></c>`)).join('');

function withTable(patch: Omit<SheetPatch, 'sheet'>, more: { readonly sheetRows?: string; readonly behind?: string; readonly table?: string } = {}): Promise<Parts> {
  const { sheetRows = full, behind = tail + X14, table = tableXml('B3:D7') } = more;
  return patched({
    sheet: `<worksheet xmlns="${MAIN}"><dimension ref="B3:D7"/><sheetData>${sheetRows}</sheetData>${behind}</worksheet>`,
    after: names,
    parts: { 'cells/_rels/one.xml.rels': `<Relationships><Relationship Id="t" Type="${REL}/table" Target="../tables/t.xml"/></Relationships>`, 'tables/t.xml': table },
  }, patch);
}

describe('a table', () => {
  it('grows with its rules, names and formulas', async () => {
    const parts = await withTable(list({ append: append(8, [8, 80], [9, 90]) }));
    const sheet = parts['cells/one.xml'] ?? '';
    expect(sheet).toContain(`<dimension ref="B3:D9"/><sheetData>${full}`
      + [8, 9].map((r) => row(r, r, r * 10, `<c r="D${r}" s="2"><f>T[[#This Row],[a]]*2</f></c>`)).join('') + '</sheetData>');
    expect(sheet).toContain((tail + X14).replaceAll('B4:C7', 'B4:C9').replaceAll('B4:D7 F1:F9', 'B4:D9 F1:F9').replace('B4:B7', 'B4:B9').replace('A1:D7', 'A1:D9').replace('C5:C7', 'C5:C9'));
    expect(parts['tables/t.xml']).toBe(tableXml('B3:D7').replaceAll('B3:D7', 'B3:D9').replace('B4:D7', 'B4:D9').replace('B4:B7', 'B4:B9'));
    expect(parts['book/main.xml']).toContain(names.replace('$B$4:$B$7', '$B$4:$B$9').replace('$F$7', '$F$9'));
    expect(parts['book/main.xml']).toContain('fullCalcOnLoad="1"');
  });

  it('shrinks with them', async () => {
    const parts = await withTable(list({ remove: [5] }));
    const sheet = parts['cells/one.xml'] ?? '';
    expect(sheet).toContain('<row r="5"><c r="B5"><v>6</v></c><c r="C5" s="1"><v>60</v></c><c r="D5" s="2"><f>T[[#This Row],[a]]*2</f><v>12</v></c></row><row r="6"><c r="B6"><v>7</v>');
    expect(sheet.slice(sheet.indexOf('</sheetData>') + 12, -12)).toBe(
      '<protectedRanges><protectedRange sqref="B4:C6" name="p"/></protectedRanges><mergeCells count="2"><mergeCell ref="B1:D1"/><mergeCell ref="B5:B6"/></mergeCells>'
      + '<conditionalFormatting sqref="B4:D6 F1:F9"><cfRule type="expression" priority="1"><formula>$B4&gt;1</formula></cfRule></conditionalFormatting>'
      + '<dataValidations count="2"><dataValidation type="custom" sqref="B4:B6"><formula1>B4&gt;1</formula1></dataValidation><dataValidation type="custom" sqref="C4:C1048576"><formula1>C4</formula1></dataValidation></dataValidations>'
      + '<hyperlinks><hyperlink ref="C5" location="A2"/></hyperlinks><ignoredErrors><ignoredError sqref="A1:D7"/></ignoredErrors>'
      + X14.replace('C5:C7', 'C5:C6').replace('<x14:sparkline><xm:f>表!B5:C5</xm:f><xm:sqref>D5</xm:sqref></x14:sparkline>', '').replace('表!B6:C6', '表!B5:C5').replace('>D6<', '>D5<'),
    );
    expect(parts['tables/t.xml']).toBe(tableXml('B3:D6').replace('B4:D7', 'B4:D6').replace('B4:B7', 'B4:B6'));
    expect(parts['book/main.xml']).toContain(names.replace('$B$4:$B$7', '$B$4:$B$6').replace('$F$7', '$F$6').replace('表!$B$6', '表!$B$5'));
  });

  it('keeps a row, and its rules, when all are taken out', async () => {
    const parts = await withTable(list({ remove: 'all' }));
    expect(parts['tables/t.xml']).toContain('ref="B3:D4"><autoFilter ref="B3:D4"/>');
    expect(parts['cells/one.xml']).toContain('<dataValidations count="2"><dataValidation type="custom" sqref="B4"');
    expect(parts['cells/one.xml']).not.toContain('hyperlink');
    expect(parts['book/main.xml']).toContain('表!$B$4:$B$4<');
    expect(parts['book/main.xml']).toContain('表!#REF!+Other!$B$6');
  });

  it('takes in rows that were typed under it', async () => {
    const parts = await withTable(list({ remove: [4], append: append(8, [9, 90]) }), { sheetRows: full + row(8, 8, 80), behind: '<autoFilter ref="H1:I2"/>' });
    expect(parts['tables/t.xml']).toContain('ref="B3:D8"');
    expect(parts['cells/one.xml']).toContain(`${row(7, 8, 80)}${row(8, 9, 90, '<c r="D8"><f>T[[#This Row],[a]]*2</f></c>')}</sheetData><autoFilter ref="H1:I2"/>`);
  });

  it('gives cached results to the formulas that it fills', async () => {
    const parts = await withTable({ ...list({ append: append(8, [8, 80]) }), cells: [{ row: 8, column: 4, value: 16, keepFormula: true }] });
    expect(parts['cells/one.xml']).toContain('<c r="D8" s="2"><f>T[[#This Row],[a]]*2</f><v>16</v></c>');
  });

  it('fills a formula that reads differently in each row from the last one', async () => {
    const table = tableXml('B3:D7').replace('T[[#This Row],[a]]*2', 'B4*2');
    const sheetRows = full.replaceAll(/T\[\[#This Row\],\[a\]\]\*2<\/f><v>(\d+)/g, (_, v: string) => `B${Number(v) / 2}*2</f><v>${v}`);
    const parts = await withTable(list({ remove: [4], append: append(7, [8, 80]) }), { table, sheetRows, behind: '' });
    expect(parts['cells/one.xml']).toContain('<c r="D6" s="2"><f>B6*2</f><v>14</v></c></row><row r="7"><c r="B7"><v>8</v></c><c r="C7" s="1"><v>80</v></c><c r="D7" s="2"><f>B7*2</f></c>');
  });
});

describe('what cannot be', () => {
  const none = { behind: '' };

  it.each<[string, object, Promise<Parts>]>([
    ['xlsx/rows-below', { sheet: '表', cell: 'C9' }, withTable(list({ append: append(8, [1, 2]) }), { ...none, sheetRows: `${full}<row r="9"><c r="A9"><v>1</v></c><c r="B9" s="1"/><c r="C9"><v>1</v></c></row>` })],
    ['xlsx/rows-below', { sheet: '表', cell: 'B8' }, withTable(list({ append: append(8, [1, 2]) }), { ...none, sheetRows: full + row(8, 1, 2) })],
    ['xlsx/rows-below', { sheet: '表', cell: 'B9' }, withTable(list({ remove: [4] }), { ...none, sheetRows: full + row(9, 1, 2) })],
    ['xlsx/rows-below', { sheet: '表', cell: 'B7' }, withTable(list({ append: append(8, [1, 2]) }), { ...none, table: tableXml('B3:D7', ' totalsRowCount="1"') })],
    ['xlsx/rows-below', { sheet: '表', cell: 'B8' }, patched({ rows: `${rows}<row r="8"><c r="B8"><f>X!A2</f></c></row>` }, list({ append: append(8, [1, 2]) }))],
    ['xlsx/rows-below', { sheet: '表', cell: 'B8' }, patched({ rows: `${rows}<row r="8"><c r="A8"><v>1</v></c><c r="B8" t="str"><f>X!A2</f><v></v></c></row>` }, list({ append: append(8, [1, 2]) }))],
    ['xlsx/rows-below', { sheet: '表', cell: 'C9' }, patched({ rows: `${rows}<row r="9"><c r="C9"><f>X!A2</f></c></row>` }, list({ remove: [4, 5], append: append(6, [1, 2], [3, 4]) }))],
    ['xlsx/cell-merged', { sheet: '表', cell: 'A5', range: 'A5:B6' }, withTable(list({ remove: [4] }), { behind: '<mergeCells><mergeCell ref="A5:B6"/></mergeCells>' })],
    ['xlsx/cell-merged', { sheet: '表', cell: 'C8', range: 'B8:C9' }, withTable(list({ append: append(8, [1, 2]) }), { behind: '<mergeCells><mergeCell ref="B8:C9"/></mergeCells>' })],
    ['xlsx/cell-in-array', { sheet: '表', cell: 'B6', range: 'B6:B7' }, withTable(list({ remove: [4] }), { ...none, sheetRows: full.replace('<c r="B6">', '<c r="B6"><f t="array" ref="B6:B7">A1:A2</f>') })],
    ['xlsx/no-list', { sheet: '表', row: 30 }, withTable({ list: { headerRow: 30, columns, remove: 'all' } })],
    ['xlsx/too-many-rows', { sheet: '表', rows: 1_048_577, limit: 1_048_576 }, withTable(list({ append: append(1_048_577, [1, 2]) }))],
    ['xlsx/not-finite', { sheet: '表', cell: 'C9' }, withTable(list({ append: append(8, [1, 2], [1, Infinity]) }))],
    ['xlsx/text-too-long', { sheet: '表', cell: 'B8', length: 40_000, limit: 32_767 }, withTable(list({ append: append(8, ['x'.repeat(40_000), 2]) }))],
  ])('%s %j', async (code, params, refused) => {
    await expect(refused).rejects.toMatchObject({ code, params });
  });

  it('is not there for a formula that no value comes to', async () => {
    const formula = (r: number): string => `<row r="${r}"><c r="C${r}"><f>X!A2</f></c></row>`;
    const made = { rows: `${rows}${formula(8)}${formula(9)}` };
    expect((await patched(made, list({ append: append(8, [1, null]) })))['cells/one.xml']).toContain('<c r="B8"><v>1</v></c><c r="C8"><f>X!A2</f></c></row>');
    expect((await patched(made, list({ remove: 'all', append: append(8, [1, 2]) })))['cells/one.xml']).not.toContain('<f>');
    expect((await patched({ rows: `${header}${row(4, 41, 42).replace('<v>42', '<f>B4+1</f><v>42')}` }, list({ append: append(4, [1, 2]) })))['cells/one.xml']).toContain(row(4, 1, 2));
    expect((await patched(made, { ...list({ append: append(9, [1, 2]) }), cells: [{ row: 9, column: 3, value: 5 }] }))['cells/one.xml']).toContain('<c r="C9"><v>5</v></c>');
  });

  it('does not stand in the way of rows that do not change the list\'s length', async () => {
    const parts = await withTable(list({ append: append(7, [1, 2]) }), { ...none, sheetRows: full + row(9, 1, 2) });
    expect(parts['cells/one.xml']).toContain(`<row r="7"><c r="B7"><v>1</v></c><c r="C7" s="1"><v>2</v></c>`);
    expect(parts['tables/t.xml']).toBe(tableXml('B3:D7'));
  });
});
