/** Number formats of whole columns: one element for each column, no wider than it was; and the limits of whoever opened the file. */
import { describe, expect, it } from '@jest/globals';
import type { RulesPatch } from '../../../../src/core/model/workbook-patch';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { editPackage } from '../../../../src/host/xlsx/package/package-edit';
import { portableGzip } from '../../../../src/host/xlsx/package/portable-gzip';
import { DEFAULT_LIMITS, type Limits } from '../../../../src/host/xlsx/package/zip';
import { openZip } from '../../../../src/host/xlsx/package/zip-reader';
import { patchFormats } from '../../../../src/host/xlsx/patch/rules-formats';
import { openWorkbookEdit } from '../../../../src/host/xlsx/patch/workbook-edit';
import { handmade } from '../../../support/pack';

const PART = 'cells/one.xml';

/** Elements of the columns after the formats were put in; `before` stands before the rows. */
async function columns(before: string, formats: NonNullable<RulesPatch['formats']>, limits: Partial<Limits> = {}): Promise<readonly string[]> {
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${before}<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`;
  const parts = editPackage(await openZip(bytesSource(handmade({ sheet })), portableGzip, DEFAULT_LIMITS), portableGzip);
  // In small pieces, so that there is something to wait for.
  parts.rewrite(PART, async function* cut(pieces) {
    for await (const piece of pieces) for (let at = 0; at < piece.length; at += 64) yield piece.subarray(at, at + 64);
  });
  const edit = await openWorkbookEdit(parts, 'book/main.xml', { ...DEFAULT_LIMITS, ...limits });
  await patchFormats(edit, PART, formats);
  return [...(await parts.text(PART)).matchAll(/<col .*?\/>/g)].map(([tag]) => tag);
}

describe('whole columns', () => {
  const twice = [{ ref: 'A1:A1048576', format: '@' }, { ref: 'A5:B1048576', format: '0.0' }];

  it('have one element each, the first range before the others', async () => {
    const [a = '', b = '', ...more] = await columns('', twice);
    expect([a, b, more]).toEqual([expect.stringContaining('min="1" max="1"'), expect.stringContaining('min="2" max="2"'), []]);
    expect(/style="\d+"/.exec(a)?.[0]).not.toBe(/style="\d+"/.exec(b)?.[0]);
    expect(await columns('', twice.slice(0, 1))).toEqual([a]);
    const cut = await columns('<cols><col min="1" max="3" width="7"/></cols>', twice);
    expect(cut.map((tag) => /min="\d+" max="\d+"/.exec(tag)?.[0])).toEqual(['min="1" max="1"', 'min="2" max="2"', 'min="3" max="3"']);
  });

  it.each([
    ['<sheetFormatPr defaultColWidth="13.5" baseColWidth="3" defaultRowHeight="15"/>', '13.5'],
    ['<sheetFormatPr defaultRowHeight="15"/>', '9.140625'],
    ['', '9.140625'],
    // 75 pixels of ten characters become 80.
    ['<sheetFormatPr baseColWidth="10" defaultRowHeight="15"/>', '11.42578125'],
  ])('are as wide as they were: %s', async (before, width) => {
    expect((await columns(before, twice)).map((tag) => /width="([^"]*)"/.exec(tag)?.[1])).toEqual([width, width]);
  });
});

describe('limits', () => {
  it('are those of the workbook that is patched', async () => {
    await expect(columns('<!-- long -->'.repeat(9), [{ ref: 'A1', format: '@' }], { maxPartBytes: 10 })).rejects.toMatchObject({ code: 'xlsx/too-large', params: { part: PART, limit: 10 } });
  });
});
