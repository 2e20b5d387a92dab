import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { HostError } from '../../../../src/app/ports';
import { openWorkbook } from '../../../../src/host/xlsx/read/workbook';
import { handmade } from './pack';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const compound = (stream: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from(OLE), Buffer.alloc(600), utf16(stream), Buffer.alloc(64)]));
const types = (main: string, type: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types><Override PartName="/${main}" ContentType="${type}"/></Types>`,
  '_rels/.rels': `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="${main}"/></Relationships>`,
});
const archive = (parts: Record<string, string>): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

describe('what bytes are when they are no .xlsx', () => {
  it.each<[string, Uint8Array, string]>([
    ['an encrypted workbook', compound('EncryptedPackage\0'), 'xlsx/encrypted'],
    ['Excel 97 to 2003', compound('Workbook\0'), 'xlsx/old-format'],
    ['Excel 5', compound('Book\0'), 'xlsx/old-format'],
    ['another compound file', compound('WordDocument\0'), 'xlsx/not-a-workbook'],
    ['Excel 4', Uint8Array.from([9, 4, 6, 0, 0, 0, 16, 0, 0, 0]), 'xlsx/old-format'],
    ['XML of Excel 2003', strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), 'xlsx/old-format'],
    ['a web page that calls itself .xls', strToU8('\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'), 'xlsx/html'],
    ['a table of a web page', strToU8('  <TABLE border=1><tr><td>1'), 'xlsx/html'],
    ['CSV', strToU8('订单号,客户\n1,甲\n'), 'xlsx/csv'],
    ['CSV in GB18030', Uint8Array.from([0xb6, 0xa9, 0xb5, 0xa5, 0x2c, 0x31, 0x0d, 0x0a]), 'xlsx/csv'],
    ['CSV in UTF-16', new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('订单号\t客户\r\n')])), 'xlsx/csv'],
    ['nothing', new Uint8Array(), 'xlsx/not-a-workbook'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 'xlsx/not-a-workbook'],
    ['a plain archive', archive({ 'a.txt': 'x' }), 'xlsx/not-a-workbook'],
    ['OpenDocument', archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'xlsx/not-a-workbook'],
    ['a Word document', archive({ ...types('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'), 'word/document.xml': '<x/>' }), 'xlsx/not-a-workbook'],
    ['a binary workbook', archive({ ...types('xl/workbook.bin', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'), 'xl/workbook.bin': 'x' }), 'xlsx/binary'],
    ['a workbook cut off', handmade({}).slice(0, 700), 'xlsx/damaged'],
    ['the first bytes of one', handmade({}).slice(0, 3), 'xlsx/damaged'],
  ])('%s', (_, bytes, code) => {
    let caught: unknown;
    try {
      openWorkbook(bytes);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(HostError);
    expect(caught).toMatchObject({ code });
  });
});
