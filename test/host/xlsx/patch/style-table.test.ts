/** The styles of somebody's workbook extended: the same looks as generated ones, nothing renumbered. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { STYLES } from '../../../../src/core/model/style';
import type { StyleName } from '../../../../src/core/model/sheet-spec';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../../../src/core/model/join-bytes';
import { editPackage, type PackageEdit } from '../../../../src/host/xlsx/package/package-edit';
import { portableGzip } from '../../../../src/host/xlsx/package/portable-gzip';
import { DEFAULT_LIMITS } from '../../../../src/host/xlsx/package/zip';
import { openZip } from '../../../../src/host/xlsx/package/zip-reader';
import { dialectOf } from '../../../../src/host/xlsx/patch/dialect';
import { openStyleTable, type WorkbookStyles } from '../../../../src/host/xlsx/patch/style-table';
import { childrenOf, childOf, parseXml } from '../../../../src/host/xlsx/patch/xml-edit';
import { writeWorkbook } from '../../../../src/host/xlsx/write/workbook';
import { styleFaults } from '../../../support/excel-rules-parts';
import { parseXml as tree } from '../../../support/excel-rules-xml';
import { handmade } from '../../../support/pack';
import { schemaFaults } from '../../../support/schema';
import { cellAt, sheetOf, workbookOf } from '../../../support/workbook-spec';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const NAMES = Object.keys(STYLES) as StyleName[]; // oxlint-disable-line typescript/no-unsafe-type-assertion -- the keys are the names
const FORMATS = [undefined, '@', '0.00%', 'yyyy-mm-dd', '0.0"分"', '#,##0'];

async function open(bytes: Uint8Array): Promise<{ readonly parts: PackageEdit; readonly workbook: string; readonly table: WorkbookStyles }> {
  const zip = await openZip(bytesSource(bytes), portableGzip, DEFAULT_LIMITS);
  const parts = editPackage(zip, portableGzip);
  const workbook = zip.paths.find((path) => /workbook\.xml$|main\.xml$/.test(path)) ?? '';
  return { parts, workbook, table: await openStyleTable(parts, workbook, dialectOf(await parts.text(workbook))) };
}

async function all(): Promise<Uint8Array> {
  const cells = NAMES.flatMap((style, row) => FORMATS.map((format, column) => cellAt(row + 1, column + 1, null, { style, ...(format === undefined ? {} : { format }) })));
  return writeWorkbook(workbookOf([sheetOf('全', { cells })]));
}

const count = (xml: string, list: string): number => childOf(parseXml(xml, 'p'), list)?.children.length ?? 0;

describe('of', () => {
  it('finds every look of a generated workbook, as the generator wrote it', async () => {
    const bytes = await all();
    const { parts, table } = await open(bytes);
    const sheet = await parts.text('xl/worksheets/sheet1.xml');
    const written = new Map([...sheet.matchAll(/<c r="([A-Z])(\d+)" s="(\d+)"/g)].map(([, column = '', row = '', s = '']) => [`${row} ${column.charCodeAt(0) - 64}`, Number(s)]));
    expect(written.size).toBe(NAMES.length * FORMATS.length);
    NAMES.forEach((style, row) => FORMATS.forEach((format, column) =>
      expect([style, format, table.of(format === undefined ? { style } : { style, format })]).toEqual([style, format, written.get(`${row + 1} ${column + 1}`)])));
    const before = await parts.text('xl/styles.xml');
    await table.flush();
    expect(await parts.text('xl/styles.xml')).toBe(before);
  });

  it('adds behind what is there, in any prefix, and says how many', async () => {
    const styles = `<x:styleSheet xmlns:x="${MAIN}"><!-- c --><x:fonts count="1"><x:font><x:sz val="9"/></x:font></x:fonts><x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills>`
      + '<x:borders count="1"><x:border/></x:borders><x:cellXfs count="2"><x:xf numFmtId="0"/><x:xf numFmtId="171" fontId="0"/></x:cellXfs><x:dxfs count="0"/><x:tableStyles/></x:styleSheet>';
    const { parts, table } = await open(handmade({ styles }));
    expect([table.of({ style: 'input' }), table.of({ style: 'input', format: '0.0"分"' }), table.of({ style: 'input' }), table.of({ style: 'inputTop' })]).toEqual([2, 3, 2, 4]);
    expect([table.differential('<dxf><font><b/></font></dxf>'), table.differential('<dxf><fill/></dxf>'), table.differential('<dxf><font><b val="1"/></font></dxf>')]).toEqual([0, 1, 0]);
    await table.flush();
    const text = await parts.text('book/looks.xml');
    expect(text.startsWith(`<x:styleSheet xmlns:x="${MAIN}"><!-- c --><x:numFmts count="1"><x:numFmt numFmtId="164" formatCode="0.0&quot;分&quot;"/></x:numFmts><x:fonts count="2"><x:font><x:sz val="9"/></x:font><x:font>`)).toBe(true);
    expect(text).toContain('<x:cellXfs count="5"><x:xf numFmtId="0"/><x:xf numFmtId="171" fontId="0"/><x:xf numFmtId="0" fontId="1" fillId="2" borderId="1"');
    // The second fill is grey for every program.
    expect(text).toContain('<x:fills count="3"><x:fill><x:patternFill patternType="none"/></x:fill><x:fill><x:patternFill patternType="gray125"/></x:fill>');
    expect(text).toMatch(/<x:dxfs count="2"><x:dxf>.*<\/x:dxfs><x:tableStyles\/>/);
    expect(() => table.of({ style: 'title' })).toThrow('after they were written');
  });

  it('makes the part where a workbook has none', async () => {
    const { parts, workbook, table } = await open(handmade({ parts: { 'book/looks.xml': '', 'book/_rels/main.xml.rels': '<Relationships/>' } }));
    await table.flush();
    expect(parts.paths()).not.toContain('xl/styles.xml');
    const again = await open(handmade({ parts: { 'book/looks.xml': '', 'book/_rels/main.xml.rels': '<Relationships/>' } }));
    again.table.of({ style: 'header' });
    await again.table.flush();
    const made = await again.parts.text('xl/styles.xml');
    expect([...schemaFaults(tree(made)), ...styleFaults(tree(made))]).toEqual([]);
    expect(await again.parts.text('book/_rels/main.xml.rels')).toContain('Target="../xl/styles.xml"');
    expect(await again.parts.text('[Content_Types].xml')).toContain('<Override PartName="/xl/styles.xml"');
    expect((await joinBytes(again.parts.output())).length).toBeGreaterThan(0);
    expect(workbook).toBe('book/main.xml');
  });

  it('stays sound whatever is asked for', async () => {
    const bytes = await writeWorkbook(workbookOf([sheetOf('一')]));
    const look = fc.record({ style: fc.constantFrom(...NAMES), format: fc.constantFrom('0', '0.000', '@', '"a&b"0', 'yyyy-mm-dd') });
    await fc.assert(fc.asyncProperty(fc.array(look, { maxLength: 30 }), async (looks) => {
      const { parts, table } = await open(bytes);
      const before = await parts.text('xl/styles.xml');
      const found = looks.map((one) => table.of(one));
      expect(looks.map((one) => table.of(one))).toEqual(found);
      await table.flush();
      const text = await parts.text('xl/styles.xml');
      expect([...schemaFaults(tree(text)), ...styleFaults(tree(text))]).toEqual([]);
      expect(count(text, 'cellXfs')).toBe(count(before, 'cellXfs') + new Set(found.filter((index) => index >= count(before, 'cellXfs'))).size);
    }), { numRuns: 25 });
  });
});

describe('number formats', () => {
  const numbered = (formats: string): Promise<{ readonly parts: PackageEdit; readonly table: WorkbookStyles }> =>
    open(handmade({ styles: `<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>` }));
  const given = async (formats: string, ...codes: readonly string[]): Promise<readonly string[]> => {
    const { parts, table } = await numbered(formats);
    for (const format of codes) table.of({ style: 'input', format });
    await table.flush();
    return [...(await parts.text('book/looks.xml')).matchAll(/<numFmt numFmtId="([^"]*)" formatCode="([^"]*)"\/>/g)].slice(-codes.length).map(([, id, code]) => `${id} ${code}`);
  };

  it('are numbered behind any that are there, also one without a number', async () => {
    expect(await given('<numFmt numFmtId="200" formatCode="0.0"/><numFmt formatCode="0.000"/><numFmt numFmtId="x" formatCode="0.0000"/>', '0.000', '0.00000')).toEqual(['201 0.000', '202 0.00000']);
  });

  it('may be as many as they like', async () => {
    expect(await given(Array.from({ length: 200_000 }, (_, i) => `<numFmt numFmtId="${i + 164}" formatCode="0&quot;${i}&quot;"/>`).join(''), '0.000')).toEqual(['200164 0.000']);
  });

  it('may be called like what every object has', async () => {
    expect(await given('', 'constructor', 'toString')).toEqual(['164 constructor', '165 toString']);
  });
});

describe('dates', () => {
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="170" formatCode="d/m"/><numFmt numFmtId="171" formatCode="0.0"/></numFmts><cellXfs count="4"><xf numFmtId="14"/><xf numFmtId="170"/>`
    + '<xf numFmtId="171" fontId="3" xfId="2" applyNumberFormat="0"><alignment indent="2"/></xf><xf numFmtId="20"/></cellXfs></styleSheet>';

  it('are known by their format, built in or not', async () => {
    const { table } = await open(handmade({ styles }));
    expect([0, 1, 2, 3, 99].map((index) => table.isDate(index))).toEqual([true, true, false, false, false]);
    expect([table.isDate(table.of({ style: 'input', format: 'yyyy/m/d' })), table.isDate(table.of({ style: 'input', format: '0%' }))]).toEqual([true, false]);
  });

  it('are given to a format that shows none, the rest of it staying', async () => {
    const { parts, table } = await open(handmade({ styles }));
    expect([table.dated(0), table.dated(1), table.dated(2), table.dated(2)]).toEqual([0, 1, 4, 4]);
    expect(table.isDate(4)).toBe(true);
    await table.flush();
    const text = await parts.text('book/looks.xml');
    expect(text).toContain('<numFmt numFmtId="172" formatCode="yyyy-mm-dd"/>');
    expect(text).toContain('<xf numFmtId="172" fontId="3" xfId="2" applyNumberFormat="1"><alignment indent="2"/></xf></cellXfs>');
  });
});

describe('adopt', () => {
  it('gives every format of a generated workbook its like', async () => {
    const generated = await open(await all());
    const foreign = await generated.parts.text('xl/styles.xml');
    const target = await open(handmade({ styles: `<styleSheet xmlns="${MAIN}"/>` }));
    const adopted = target.table.adopt(foreign);
    const xfs = childrenOf(childOf(parseXml(foreign, 'p'), 'cellXfs'), 'xf').length;
    const here = Array.from({ length: xfs }, (_, index) => adopted.cell(index));
    expect(new Set(here).size).toBe(xfs);
    for (const style of NAMES) expect(adopted.cell(generated.table.of({ style, format: '0.0"分"' }))).toBe(target.table.of({ style, format: '0.0"分"' }));
    await target.table.flush();
    const text = await target.parts.text('book/looks.xml');
    // The workbook has no styles of cells, so its formats name none.
    expect([...schemaFaults(tree(text)), ...styleFaults(tree(text))].filter((fault) => fault !== 'xfId  is not there')).toEqual([]);
  });
});
