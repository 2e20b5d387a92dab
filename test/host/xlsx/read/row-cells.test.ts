import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readCells, type CellContext } from '../../../../src/host/xlsx/read/row-cells';

const context: CellContext = { part: 'sheet1.xml', prefix: '', strings: () => ['零', '一', '二'], formats: [null, 'date', 'time'], date1904: true, shared: new Map() };
const read = (xml: string): unknown => [...readCells(xml, 1, context)];

const cell = fc.record({
  style: fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="9"'),
  content: fc.constantFrom(
    ['', '<v>45000.5</v>'], [' t="n"', '<v>-1E-3</v>'], [' t="s"', '<v>2</v>'], [' t="b"', '<v>1</v>'], [' t="e"', '<v>#N/A</v>'], [' t="str"', '<v>a&amp;b_x0041_</v>'],
    [' t="d"', '<v>2024-02-29</v>'], ['', '<v></v>'], [' t="str"', '<v></v>'],
    [' t="inlineStr"', '<is><t>行&lt;_x000D_</t></is>'], [' t="inlineStr"', '<is><t xml:space="preserve"> 前 </t></is>'], [' t="inlineStr"', '<v>1</v>'], ['', '<is><t>x</t></is>'],
  ),
});

describe('readCells', () => {
  it('reads a cell alike however its tags are spelt', () => {
    fc.assert(fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
      const usual = cells.map(({ style, content: [type, inside] }, i) => `<c r="${'ABCDEFGH'[i]}1"${style}${type}>${inside}</c>`).join('');
      const other = cells.map(({ style, content: [type, inside] }, i) => `<c${type}\n${style} r='${'ABCDEFGH'[i]}1' >${inside}\n</c>`).join('');
      expect(read(usual)).toEqual(read(other));
    }));
  });

  it('reads values, dates of the 1904 system and texts', () => {
    expect(read('<c r="B1" s="1"><v>1</v></c><c r="AA1" t="s"><v>1</v></c><c r="AB1" t="inlineStr"><is><t>a&amp;b</t></is></c><c r="AC1" t="b"><v>0</v></c>')).toEqual([
      [2, { value: 1463, date: true }], [27, { value: '一' }], [28, { value: 'a&b' }], [29, { value: false }],
    ]);
  });

  it.each(['<c r="A1" t="s"><v>3</v></c>', '<c r="A1"><v>x</v></c>', '<c r="XFE1"><v>1</v></c>'])('names the cell that is damaged: %s', (xml) => {
    expect(() => read(xml)).toThrow(/xlsx\/damaged/);
  });
});
