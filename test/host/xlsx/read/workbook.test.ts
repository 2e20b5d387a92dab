/** The reader on XML that programs other than ours write, or that is broken. */
import { describe, expect, it } from '@jest/globals';
import type { ReadOptions } from '../../../../src/app/ports';
import type { SheetCell } from '../../../../src/core/model/cell';
import { sheetXml, type Handmade } from '../../../support/pack';
import { failure, opened } from './opened';

async function read(made: Handmade, options: ReadOptions = {}): Promise<Record<string, SheetCell>> {
  const cells: Record<string, SheetCell> = {};
  for await (const row of (await opened(made)).rows('表', options)) {
    for (const [column, cell] of row.cells) cells[`R${row.row}C${column}`] = cell;
  }
  return cells;
}

describe('values', () => {
  it('reads every type of cell', async () => {
    expect(await read({
      strings: '<si><t>甲</t></si><si><r><t xml:space="preserve">a </t></r><r><rPr><b/></rPr><t>&lt;b&gt;</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh></si><si/>',
      rows: '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><r><t>x</t></r><r><t xml:space="preserve"> y</t></r><rPh sb="0" eb="1"><t>p</t></rPh></is></c>'
        + '<c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#DIV/0!</v></c><c r="F2" t="str"><f>A2&amp;"x"</f><v>甲x</v></c><c r="G2"><v>1.5E-3</v></c>'
        + '<c r="H2" t="str"><f>""</f><v></v></c><c r="I2" s="1"/><c r="J2" t="s"><v>2</v></c><c r="K2" t="d"><v>2024-03-01T06:00:00</v></c><c r="L2"><f>A1</f></c></row>',
    })).toEqual({
      R2C1: { value: '甲' }, R2C2: { value: 'a <b>' }, R2C3: { value: 'x y' }, R2C4: { value: true }, R2C5: { value: { error: '#DIV/0!' } },
      R2C6: { value: '甲x', formula: 'A2&"x"' }, R2C7: { value: 0.0015 }, R2C8: { value: '', formula: '""' }, R2C11: { value: 45_352.25, date: true },
      R2C12: { value: null, formula: 'A1' },
    });
  });

  it('counts on where references are missing, and skips what it does not know', async () => {
    expect(await read({ rows: '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row/><row spans="1:2" ><c\n t=\'n\' ><v>4</v><extLst><ext/></extLst></c></row><row r="9"><c r="B9"><v>5</v></c></row>' })).toEqual({
      R1C1: { value: 1 }, R1C4: { value: 2 }, R1C5: { value: 3 }, R3C1: { value: 4 }, R9C2: { value: 5 },
    });
  });

  it('reads any prefix, the strict form, comments and CDATA', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    expect(await read({
      sheet: '<?xml version="1.0"?>\n<!-- sheet --><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetPr/><x:cols><x:col min="1"/></x:cols>\n<x:sheetData>\n<!-- rows -->'
        + '<x:row r="1"><!-- cell --><x:c r="A1" t="inlineStr"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c><x:c r="B1" s="1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      parts: {
        '_rels/.rels': `<p:Relationships xmlns:p="p"><p:Relationship Target="/book/main.xml" Id="a" Type="${strict}/officeDocument"/></p:Relationships>`,
        'book/main.xml': `<w:workbook xmlns:w="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="${strict}"><w:sheets><w:sheet q:id='s' name='表' sheetId='1'/></w:sheets></w:workbook>`,
      },
    })).toEqual({ R1C1: { value: 'a<b' }, R1C2: { value: 2, formula: '1+1', date: true } });
  });

  it('decodes _xHHHH_ in text', async () => {
    expect(await read({ strings: '<si><t>a_x000D_b_x005F_x0041_</t></si>', rows: '<row><c t="s"><v>0</v></c><c t="str"><v>_x4E2D_</v></c></row>' }))
      .toEqual({ R1C1: { value: 'a\rb_x0041_' }, R1C2: { value: '中' } });
  });

  it('moves dates of the 1904 system, not times of day', async () => {
    // 43,830 is 2024-01-01 when day 0 is 1904-01-01; 45,292 when day 1 is 1900-01-01.
    expect(await read({ before: '<workbookPr date1904="1"/>', rows: '<row><c s="1"><v>43830</v></c><c s="2"><v>0.5</v></c><c><v>43830</v></c></row>' }))
      .toEqual({ R1C1: { value: 45_292, date: true }, R1C2: { value: 0.5, date: true }, R1C3: { value: 43_830 } });
  });

  it('writes out shared formulas for every cell, also when the first stands above the rows asked for', async () => {
    const rows = '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1+SUM(D:D)</f><v>1</v></c></row>'
      + '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>';
    expect(await read({ rows }, { fromRow: 2 })).toEqual({ R2C1: { value: 2, formula: 'B2*$C$1+SUM(D:D)' }, R3C1: { value: 3, formula: 'B3*$C$1+SUM(D:D)' } });
  });

  it('does not depend on how the part is cut into pieces', async () => {
    const rows = Array.from({ length: 6000 }, (_, r) => `<row r="${r + 1}"><c r="A${r + 1}"><v>${(r * 7919) % 1_000_003}</v></c><c r="B${r + 1}" t="inlineStr"><is><t>第${r}行，说明 ${'文'.repeat(r % 40)}</t></is></c></row>`);
    const cells = await read({ rows: rows.join('\n') });
    expect(Object.keys(cells)).toHaveLength(12_000);
    for (let r = 0; r < 6000; r += 7) {
      expect(cells[`R${r + 1}C1`]).toEqual({ value: (r * 7919) % 1_000_003 });
      expect(cells[`R${r + 1}C2`]).toEqual({ value: `第${r}行，说明 ${'文'.repeat(r % 40)}` });
    }
  });
});

describe('the workbook', () => {
  it('lists names of workbook scope only, and no charts among the sheets', async () => {
    const workbook = await opened({
      after: '<definedNames><definedName name="甲">表!$A$1&amp;"x"</definedName><definedName name="甲" localSheetId="0">表!$B$1</definedName></definedNames>',
    });
    expect([...workbook.names]).toEqual([['甲', '表!$A$1&"x"']]);
    expect(workbook.sheetNames).toEqual(['表']);
    expect(workbook.application).toBe('');
  });

  it('says which sheet is missing', async () => {
    expect(await failure(async () => (await opened({})).rows('别的')[Symbol.asyncIterator]().next())).toEqual({ code: 'xlsx/sheet-missing', params: { sheet: '别的' } });
  });

  it('reads an empty sheet', async () => {
    expect(await read({ sheet: '<worksheet><sheetData/></worksheet>' })).toEqual({});
  });

  it('can be iterated twice, and by two at a time', async () => {
    const rows = (await opened({ rows: '<row><c><v>1</v></c></row><row><c><v>2</v></c></row>' })).rows('表');
    const seen: number[] = [];
    for await (const { row } of rows) {
      for await (const inner of rows) seen.push(row * 10 + inner.row);
    }
    expect(seen).toEqual([11, 12, 21, 22]);
  });
});

describe('damage', () => {
  it.each<[string, Handmade, Record<string, string>]>([
    ['a sheet that ends early', { sheet: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, -30) }, { part: 'cells/one.xml' }],
    ['a row that never ends', { sheet: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></sheetData></worksheet>' }, { part: 'cells/one.xml', cell: 'B1' }],
    ['no rows element', { sheet: '<worksheet></worksheet>' }, { part: 'cells/one.xml' }],
    ['a text that is not in the table', { rows: '<row><c r="A1" t="s"><v>4</v></c></row>' }, { part: 'cells/one.xml', cell: 'A1' }],
    ['a number that is none', { rows: '<row><c r="B1"><v>1,5</v></c></row>' }, { part: 'cells/one.xml', cell: 'B1' }],
    ['a row beyond the last', { rows: '<row r="1048577"><c><v>1</v></c></row>' }, { part: 'cells/one.xml', cell: 'A1048577' }],
    ['a column beyond the last', { rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }, { part: 'cells/one.xml', cell: 'XFE1' }],
    ['shared strings that do not nest', { strings: '<si><t>a</si></t>', rows: '<row><c t="s"><v>0</v></c></row>' }, { part: 'texts.xml' }],
    ['a workbook part that is cut off', { parts: { 'book/main.xml': '<workbook><sheets>' } }, { part: 'book/main.xml' }],
    ['a sheet without a part', { parts: { 'cells/one.xml': '' } }, { part: 'cells/one.xml' }],
    ['a sheet without a relationship', { parts: { 'book/_rels/main.xml.rels': '' } }, { part: 'book/main.xml' }],
    ['a package without relationships', { parts: { '_rels/.rels': '' } }, { part: '_rels/.rels' }],
  ])('is found: %s', async (_, made, params) => {
    expect(await failure(() => read(made))).toEqual({ code: 'xlsx/damaged', params });
  });
});
