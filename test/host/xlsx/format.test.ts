import { beforeAll, expect, it, jest } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { OpenWorkbook } from '../../../src/app/ports';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { bytesSource } from '../../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../../src/core/model/join-bytes';
import { sheetOf, workbookOf } from '../../support/workbook-spec';

jest.mock('exceljs', () => {
  throw new Error('exceljs was loaded');
});

const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0"?>${text}`);
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const format = createXlsxFormat();

async function values(book: OpenWorkbook): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { cells } of book.rows('甲')) found.push(cells.get(1)?.value);
  return found;
}

let book: OpenWorkbook;
beforeAll(async () => {
  book = await format.open(bytesSource(zipSync({
    '[Content_Types].xml': xml('<Types><Override PartName="/w.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'),
    '_rels/.rels': xml(`<Relationships><Relationship Id="a" Type="${RELATIONSHIP}/officeDocument" Target="w.xml"/></Relationships>`),
    'w.xml': xml(`<workbook xmlns:r="${RELATIONSHIP}"><sheets><sheet name="甲" r:id="s"/></sheets></workbook>`),
    '_rels/w.xml.rels': xml(`<Relationships><Relationship Id="s" Type="${RELATIONSHIP}/worksheet" Target="s.xml"/></Relationships>`),
    's.xml': xml('<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>'),
  })));
});

it('reads without loading exceljs, which takes longer than most commands', async () => {
  expect(await values(book)).toEqual([7]);
});

it('changes cells without it too', async () => {
  const done = await joinBytes(book.patch({ sheets: [{ sheet: '甲', cells: [{ row: 1, column: 1, value: 8 }] }], properties: { 版本: '1' } }));
  expect(await values(await format.open(bytesSource(done)))).toEqual([8]);
});

it('loads it to write', async () => {
  await expect(format.write(workbookOf([sheetOf('甲')]))).rejects.toThrow('exceljs was loaded');
});
