import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { HostError, type ByteSource } from '../../../../src/app/ports';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { assertContainer } from '../../../../src/host/xlsx/package/sniff';
import { openWorkbook } from '../../../../src/host/xlsx/read/workbook';
import { handmade } from '../../../support/pack';

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
  ])('%s', async (_, bytes, code) => {
    const caught: unknown = await openWorkbook(bytesSource(bytes)).catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(HostError);
    expect(caught).toMatchObject({ code });
  });
});

/** A file of many gigabytes: zeros but for the pieces that are given. */
function largeFile(size: number, pieces: readonly (readonly [number, Uint8Array])[]): { readonly file: ByteSource; readonly read: () => number } {
  let read = 0;
  return {
    read: () => read,
    file: {
      size,
      read: (start, end) => {
        const bytes = new Uint8Array(end - start);
        read += bytes.length;
        for (const [at, piece] of pieces) {
          for (const [i, byte] of piece.entries()) if (at + i >= start && at + i < end) bytes[at + i - start] = byte;
        }
        return Promise.resolve(bytes);
      },
    },
  };
}

describe('a file that is too large to look at as a whole', () => {
  const GIB = 2 ** 30;
  const header = new Uint8Array(64);
  header.set(OLE);
  header[30] = 9;
  new DataView(header.buffer).setUint32(48, 2_000_000, true);

  it.each<[string, number, readonly (readonly [number, Uint8Array])[], string]>([
    ['encrypted, its list in the middle', 4 * GIB, [[0, header], [2_000_001 * 512, utf16('EncryptedPackage')]], 'xlsx/encrypted'],
    ['encrypted, its list at the end', 4 * GIB, [[0, header], [4 * GIB - 5000, utf16('EncryptedPackage')]], 'xlsx/encrypted'],
    ['compound, its list beyond the end', GIB / 2, [[0, header]], 'xlsx/not-a-workbook'],
    ['CSV', 8 * GIB, [[0, strToU8('订单号,客户\n'.repeat(400))]], 'xlsx/csv'],
    ['zeros', 8 * GIB, [], 'xlsx/not-a-workbook'],
  ])('%s', async (_, size, pieces, code) => {
    const { file, read } = largeFile(size, pieces);
    await expect(assertContainer(file)).rejects.toMatchObject({ code });
    expect(read()).toBeLessThan(3 << 20);
  });
});
