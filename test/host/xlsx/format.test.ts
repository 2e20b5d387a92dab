import { expect, it, jest } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { xlsxFormat } from '../../../src/host/xlsx/format';
import { sheetOf, workbookOf } from '../../support/workbook-spec';

jest.mock('exceljs', () => {
  throw new Error('exceljs was loaded');
});

const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0"?>${text}`);
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

it('reads without loading exceljs, which takes longer than most commands', () => {
  const book = xlsxFormat.open(zipSync({
    '[Content_Types].xml': xml('<Types><Override PartName="/w.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'),
    '_rels/.rels': xml(`<Relationships><Relationship Id="a" Type="${RELATIONSHIP}/officeDocument" Target="w.xml"/></Relationships>`),
    'w.xml': xml(`<workbook xmlns:r="${RELATIONSHIP}"><sheets><sheet name="甲" r:id="s"/></sheets></workbook>`),
    '_rels/w.xml.rels': xml(`<Relationships><Relationship Id="s" Type="${RELATIONSHIP}/worksheet" Target="s.xml"/></Relationships>`),
    's.xml': xml('<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>'),
  }));
  expect([...book.rows('甲')].map(({ cells }) => cells.get(1)?.value)).toEqual([7]);
});

it('loads it to write', async () => {
  await expect(xlsxFormat.write(workbookOf([sheetOf('甲')]))).rejects.toThrow('exceljs was loaded');
});
