/** The two ways of reading a row against each other: the scanner over bytes and the thorough reader over tokens. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { columnLetters } from '../../../../src/core/model/address';
import { cellOf } from '../../../../src/core/model/block-builder';
import type { CellValue, SheetCell } from '../../../../src/core/model/cell';
import { SameBytes } from '../../../../src/host/xlsx/read/same-bytes';
import { CellTemplates } from '../../../../src/host/xlsx/read/cell-templates';
import { RowTape } from '../../../../src/host/xlsx/read/row-tape';
import { scanRow } from '../../../../src/host/xlsx/read/row-scanner';
import { opened } from './opened';

const STRINGS = '<si><t>零</t></si><si><t xml:space="preserve"> 一&amp;</t></si><si><r><t>二</t></r><r><t>_x0041_</t></r><rPh sb="0" eb="1"><t>er</t></rPh></si><si><t/></si>';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;');
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((raw) => escaped(raw.replaceAll(/[^\P{C}]/gu, ''))),
  fc.constantFrom('', ' ', '\uFEFF文', 'a_x000D_b', '_x', '&#x4E2D;&#25991;', '一\r\n二\r三', '😀', '"\'>', 'x'.repeat(70), `${'长'.repeat(40)}&gt;`),
);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 8 })).map(([n, d]) => (n / 10 ** d).toFixed(d)),
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
  fc.constantFrom('0', '-0', '5.', '.5', '-.25', '007', '1E5', '1e-7', ' 12 ', '\n3\n', '+4', '0.30000000000000004', '179769313486231570000000000000', '4.9E-324', ''),
);

/** Type and content of a cell. */
const content = fc.oneof(
  fc.tuple(fc.constantFrom('', 'n'), number).map(([type, v]) => [type, `<v>${v}</v>`]),
  fc.integer({ min: 0, max: 3 }).map((v) => ['s', `<v>${v}</v>`]),
  text.map((v) => ['str', `<v>${v}</v>`]),
  fc.tuple(text, fc.constantFrom('', ' xml:space="preserve"', " xml:space='preserve'")).map(([v, space]) => ['inlineStr', `<is><t${space}>${v}</t></is>`]),
  fc.tuple(text, text).map(([a, b]) => ['inlineStr', `<is><r><rPr><b/></rPr><t>${a}</t></r><r><t>${b}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>`]),
  fc.constantFrom(['b', '<v>1</v>'], ['b', '<v>0</v>'], ['b', '<v>true</v>'], ['e', '<v>#N/A</v>'], ['d', '<v>2024-02-29T12:00:00</v>'], ['', ''], ['s', ''], ['', '<v/>'], ['s', '<v />'], ['inlineStr', '<v>1</v>'], ['', '<is><t>x</t></is>'],
    ['str', '<v><![CDATA[a<b]]>c</v>'], ['', '<!-- a --><v>1</v>'], ['inlineStr', '<is><t/></is>'], ['', '<v>1</v><extLst><ext><v>2</v></ext></extLst>']),
);
const formula = fc.constantFrom('', '', '', '<f>A1&amp;"x"</f>', '<f/>', '<f t="array" ref="A1:A2">SUM(B:B)</f>', '<f t="shared" ref="A1:Z9" si="0">$A1+B$2</f>', '<f t="shared" si="0"/>', '<f ca="1">_xlfn.CONCAT(A1)</f>');
const cell = fc.record({
  gap: fc.constantFrom(1, 1, 1, 2, 30), style: fc.constantFrom('', '0', '1', '2', '9'), content, formula, order: fc.constantFrom('rst', 'tsr', 'srt', 'rts'), more: fc.constantFrom('', '', ' cm="1"', ' x:y="a b"'),
  spelling: fc.constantFrom('usual', 'usual', 'usual', 'usual', 'quotes', 'spaces', 'bare'),
});
type Cell = typeof cell extends fc.Arbitrary<infer T> ? T : never;

function xmlOf(cells: readonly Cell[], row: number, prefix: string): string {
  let column = 0;
  return cells.map(({ gap, style, content: [type = '', inside = ''], formula: f, order, more, spelling }) => {
    column += spelling === 'bare' ? 1 : gap;
    const attributes: Record<string, string> = { r: spelling === 'bare' ? '' : `${columnLetters(column)}${row}`, s: style, t: type };
    const written = order.split('').map((name) => (attributes[name] === '' ? '' : ` ${name}="${attributes[name]}"`)).join('') + more;
    const start = spelling === 'quotes' ? written.replaceAll('"', "'") : spelling === 'spaces' ? written.replaceAll(' ', '\n ').replaceAll('=', ' = ') : written;
    const whole = f + inside === '' ? `<c${start}/>` : `<c${start}${spelling === 'spaces' ? ' ' : ''}>${f}${inside}</c>`;
    return whole.replaceAll(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
  }).join('');
}

const sheet = (rows: string, prefix: string): string => `<${prefix}worksheet><${prefix}sheetData>${rows}</${prefix}sheetData></${prefix}worksheet>`;

async function rowsOf(xml: string, date1904: boolean): Promise<readonly (readonly [number, SheetCell])[][]> {
  const rows: (readonly [number, SheetCell])[][] = [];
  const book = await opened({ sheet: xml, strings: STRINGS, ...(date1904 ? { before: '<workbookPr date1904="1"/>' } : {}) });
  for await (const { cells } of book.rows('表')) rows.push([...cells].map(([column, one]) => [column, { ...one }] as const));
  return rows;
}

describe('a row', () => {
  it('is read alike as bytes and as tokens, whatever the spelling', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 3 }), fc.constantFrom('', 'x:', 'abc:'), fc.boolean(), async (rows, prefix, date1904) => {
      const whole = (start: string): string => sheet(rows.map((cells, r) => `<${prefix}row${start}r="${r + 1}">${xmlOf(cells, r + 1, prefix)}</${prefix}row>`).join(''), prefix);
      // A line break in its tag makes the scanner leave the whole row to the thorough reader.
      expect(await rowsOf(whole(' '), date1904)).toEqual(await rowsOf(whole('\n'), date1904));
    }), { numRuns: 150 });
  });

  it('is read alike where rows are nearly the same as the ones above', async () => {
    const change = fc.record({ row: fc.nat({ max: 11 }), at: fc.nat({ max: 5 }), to: cell });
    await fc.assert(fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 6 }), fc.array(change, { maxLength: 5 }), fc.constantFrom(1, 95, 996, 99_995, 1_048_565), async (usual, changes, first) => {
      const rows = Array.from({ length: 12 }, (_, r) => usual.map((one, c) => changes.find(({ row, at }) => row === r && at === c)?.to ?? one));
      const whole = (start: string): string => sheet(rows.map((cells, r) => `<row${start}r="${first + r}" spans="1:6">${xmlOf(cells, first + r, '')}</row>`).join(''), '');
      expect(await rowsOf(whole(' '), false)).toEqual(await rowsOf(whole('\n'), false));
    }), { numRuns: 150 });
  });

  it('gives the same values as blocks and as cells, of the wanted columns only', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), fc.boolean(), async (rows, date1904) => {
      const made = { sheet: sheet(rows.map((cells, r) => `<row r="${r * 3 + 1}">${xmlOf(cells, r * 3 + 1, '')}</row>`).join(''), ''), strings: STRINGS, ...(date1904 ? { before: '<workbookPr date1904="1"/>' } : {}) };
      const book = await opened(made);
      const columns = { b: 2, __proto__x: 3, ['__proto__']: 4, again: 2 };
      const wanted = Object.entries(columns);
      const expected: Record<string, CellValue> = {};
      for await (const { row, cells } of book.rows('表')) {
        for (const [key, column] of wanted) if ((cells.get(column)?.value ?? '') !== '') expected[`${key}${row}`] = cells.get(column)?.value ?? null;
      }
      const found: Record<string, CellValue> = {};
      for await (const block of book.blocks('表', columns)) {
        for (let i = 0; i < block.length; i++) {
          for (const [key] of wanted) if (cellOf(block, key, i) !== null) found[`${key}${block.firstRow + i}`] = cellOf(block, key, i);
        }
      }
      expect(found).toEqual(expected);
    }), { numRuns: 100 });
  });
});

describe('the scanner', () => {
  const scan = (xml: string): { readonly end: number; readonly odd: number } => {
    const bytes = new TextEncoder().encode(`${xml}<>="<>="${' '.repeat(64)}`);
    const tape = new RowTape();
    let odd = 0;
    const oddCell = (): number => {
      odd++;
      return 0;
    };
    const end = scanRow(bytes, new DataView(bytes.buffer), 0, bytes.length - 72, { tape, templates: new CellTemplates(), rowTail: new SameBytes(), prefix: [], oddCell });
    return { end: bytes.length - 72 - end, odd };
  };

  it.each([
    ['Excel', '<row r="7" spans="1:4" s="3" customFormat="1" ht="15.6" x14ac:dyDescent="0.25"><c r="A7" s="1" t="s"><v>12</v></c><c r="B7" s="2"/><c r="C7"><v>-0.5</v></c><c r="D7" t="str"><f t="shared" si="0"/><v>文</v></c><c r="E7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'],
    ['LibreOffice', '<row r="7" customFormat="false" ht="12.8" hidden="false" outlineLevel="0" collapsed="false"><c r="A7" s="0" t="s"><v>0</v></c><c r="B7" s="1" t="n"><v>45292</v></c><c r="C7" s="0" t="b"><f aca="false">TRUE()</f><v>1</v></c></row>'],
    ['openpyxl', '<row r="7"><c r="A7" t="inlineStr"><is><t>文</t></is></c><c r="B7" t="n"><v>1.5</v></c><c r="C7"><f>A7</f><v /></c><c r="D7" s="2" /><c r="E7"><f>A7</f><v/></c></row>'],
    ['exceljs', '<row r="7"><c r="A7" s="1"><v>45292</v></c><c r="B7" t="str"><v>文</v></c><c r="C7" t="b"><v>0</v></c></row>'],
    ['ours', '<row r="7"><c r="A7" s="4" t="inlineStr"><is><t xml:space="preserve"> 文 </t></is></c></row>'],
  ])('needs no help with cells as %s writes them', (_, xml) => {
    expect(scan(xml)).toEqual({ end: 0, odd: 0 });
  });

  it('says that a row goes on wherever it is cut', () => {
    const xml = '<row r="7" spans="1:4"><c r="A7" s="1" t="s"><v>12</v></c><c r="B7" s="2"/><c r="C7" t="inlineStr"><is><t xml:space="preserve">a</t></is></c><c r="D7"><f>A7</f><v>1.5</v></c></row>';
    for (let cut = 1; cut < xml.length; cut++) {
      const bytes = new TextEncoder().encode(`${xml.slice(0, cut)}<>="<>="${' '.repeat(64)}`);
      const tape = new RowTape();
      const end = scanRow(bytes, new DataView(bytes.buffer), 0, cut, { tape, templates: new CellTemplates(), rowTail: new SameBytes(), prefix: [], oddCell: () => { throw new Error('a cell that is cut off is no odd cell'); } });
      expect(end).toBeLessThan(0);
      expect(tape.row).toBe(0);
    }
  });
});
