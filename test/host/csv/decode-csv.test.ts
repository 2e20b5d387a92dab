import * as fc from 'fast-check';
import Papa from 'papaparse';
import { HostError } from '../../../src/app/ports';
import { decodeCsv, type CsvFile } from '../../../src/host/csv/decode-csv';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cells = (file: CsvFile) => file.rows.map((row) => row.cells);
const TABLE = '订单号,客户\n001,南京水务\n';
const ROWS = [['订单号', '客户'], ['001', '南京水务']];
/** 订单号,客户 / 001,南京水务 in GB18030, by iconv. */
const GB = Uint8Array.from(Buffer.from('b6a9b5a5bac52cbfcdbba70a3030312cc4cfbea9cbaecef10a', 'hex'));

function failure(bytes: Uint8Array): HostError {
  try {
    decodeCsv(bytes);
  } catch (error) {
    if (error instanceof HostError) return error;
  }
  throw new Error('accepted');
}

describe('encodings', () => {
  const utf16 = Buffer.from(TABLE, 'utf16le');
  it.each([
    ['utf-8', utf8(TABLE)],
    ['utf-8', utf8(`\ufeff${TABLE}`)],
    ['gb18030', GB],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['utf-16le', utf16],
  ])('%s is recognised and said', (encoding, bytes) => {
    const file = decodeCsv(bytes);
    expect([file.encoding, cells(file)]).toEqual([encoding, ROWS]);
  });

  it.each([
    ['xlsx', [0x50, 0x4b, 3, 4, 20, 0]],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['binary', [1, 2, 0, 255, 7, 7, 7, 7, 9, 9, 9, 9, 9]],
  ])('a file of %s is refused by name', (found, bytes) => {
    expect(failure(Uint8Array.from(bytes))).toMatchObject({ code: 'csv/not-text', params: { found } });
  });

  it('bytes of no encoding are refused', () => expect(failure(Uint8Array.from([0x41, 0x2c, 0xff, 0xff, 0x0a])).code).toBe('csv/encoding'));
});

describe('records', () => {
  it.each([',', ';', '\t', '|'])('are cut by %j without being told', (delimiter) => {
    const rows = [['单号', '名称', '备注'], ['1', `a${delimiter}b`, 'x, y'], ['2', 'c', '1,5']];
    const quoted = (cell: string) => (cell.includes(delimiter) ? `"${cell}"` : cell);
    const file = decodeCsv(utf8(rows.map((row) => row.map(quoted).join(delimiter)).join('\n')));
    expect([file.delimiter, cells(file)]).toEqual([delimiter, rows]);
  });

  it('keep quoted line ends, doubled quotes, short and long rows, and blank lines by their number', () => {
    const file = decodeCsv(utf8('a,b,c\r\n"1\r\n2","say ""hi""",x\r\n\r\n3\r\n4,5,6,7\r\n'));
    expect(file.rows).toEqual([
      { row: 1, cells: ['a', 'b', 'c'] },
      { row: 2, cells: ['1\r\n2', 'say "hi"', 'x'] },
      { row: 3, cells: [''] },
      { row: 4, cells: ['3'] },
      { row: 5, cells: ['4', '5', '6', '7'] },
    ]);
  });

  it('heed the hint sep=', () => {
    const file = decodeCsv(utf8('sep=;\na;b\n1;2\n'));
    expect(file.rows).toEqual([{ row: 2, cells: ['a', 'b'] }, { row: 3, cells: ['1', '2'] }]);
  });

  it('of one column and of an empty file are no trouble', () => {
    expect(cells(decodeCsv(utf8('编号\n1\n2')))).toEqual([['编号'], ['1'], ['2']]);
    expect(decodeCsv(utf8('')).rows).toEqual([]);
  });

  it('with a quote that never ends, or text behind one, are refused with the row', () => {
    expect(failure(utf8('a,b\n1,2\n3,"x\n4,5\n'))).toMatchObject({ code: 'csv/unclosed-quote', params: { row: 3 } });
    expect(failure(utf8('a,b\n1,"x"y\n4,5\n')).code).toBe('csv/bad-quote');
  });

  it('come back as they were written, whatever is in them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '，', ',', ';', '"', '\n', ' ', '质', '\t') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = `x1,x2,x3\n${Papa.unparse(rows, { quotes: true, newline: '\n' })}`;
        expect(cells(decodeCsv(utf8(text), { delimiter: ',' })).slice(1)).toEqual(rows);
      }),
    );
  });
});
