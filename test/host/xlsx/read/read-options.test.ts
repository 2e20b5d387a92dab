/** Reading from a row on, stopping, progress, and what is left alone; and parts cut into pieces anywhere. */
import { describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import * as fc from 'fast-check';
import type { ByteSource, Gzip } from '../../../../src/app/ports';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { portableGzip } from '../../../../src/host/xlsx/package/portable-gzip';
import { ByteWindow } from '../../../../src/host/xlsx/read/byte-window';
import { openSheet } from '../../../../src/host/xlsx/read/sheet-scan';
import { readSharedStrings } from '../../../../src/host/xlsx/read/shared-strings';
import { openWorkbook } from '../../../../src/host/xlsx/read/workbook';
import { handmade, sheetXml } from '../../../support/pack';
import { opened } from './opened';

const lines = (count: number, cell: (row: number) => string): string => Array.from({ length: count }, (_, r) => `<row r="${r + 1}">${cell(r + 1)}</row>`).join('');
const scattered = (row: number): number => (Math.imul(row, 0x9e3779b1) >>> 0) / 7;

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, k = 0; at < bytes.length; k++) {
    const size = sizes[k % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function readOn(window: ByteWindow): Promise<void> {
  if (!(await window.more())) throw new Error('the part ended');
}

describe('fromRow', () => {
  it('leaves out the rows above, also of blocks', async () => {
    const book = await opened({ rows: lines(10, (row) => `<c r="A${row}"><v>${row}</v></c>`) });
    const rows: number[] = [];
    for await (const { row } of book.rows('表', { fromRow: 8 })) rows.push(row);
    expect(rows).toEqual([8, 9, 10]);
    for await (const block of book.blocks('表', { a: 1 }, { fromRow: 8 })) expect([block.firstRow, [...block.columns['a']?.number ?? []]]).toEqual([8, [8, 9, 10]]);
  });
});

describe('blocks', () => {
  it('come as they fill, 4,096 rows each, and none for a long gap', async () => {
    const book = await opened({ rows: `${lines(10_000, (row) => `<c r="A${row}"><v>${row}</v></c>`)}<row r="1048576"><c r="A1048576"><v>7</v></c></row>` });
    const seen: (readonly [number, number])[] = [];
    for await (const { firstRow, length, columns } of book.blocks('表', { a: 1, b: 2 })) {
      seen.push([firstRow, length]);
      expect([columns['b']?.kind.every((kind) => kind === 0), columns['b']?.text.length]).toEqual([true, length]);
    }
    expect(seen).toEqual([[1, 4096], [4097, 4096], [8193, 1808], [1_048_576, 1]]);
  });

  it('ask neither for the shared strings nor for the styles when no wanted cell does', async () => {
    const book = await opened({ rows: '<row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1" t="s"><v>0</v></c></row>', strings: '<broken', styles: '<broken' });
    const found: unknown[] = [];
    for await (const { columns } of book.blocks('表', { a: 1 })) found.push(columns['a']?.number[0]);
    expect(found).toEqual([5]);
  });
});

describe('a signal', () => {
  const big = (): Uint8Array => handmade({ rows: lines(60_000, (row) => `<c r="A${row}"><v>${scattered(row)}</v></c>`) });

  it('stops the reading within a piece, with its reason', async () => {
    const stop = new AbortController();
    let read = 0;
    const source = bytesSource(big());
    const counted: ByteSource = { size: source.size, read: (start, end) => {
      read += end - start;
      return source.read(start, end);
    } };
    const book = await openWorkbook(counted);
    let rows = 0;
    const reading = (async () => {
      for await (const { length } of book.blocks('表', { a: 1 }, { signal: stop.signal })) {
        rows += length;
        stop.abort(new Error('enough'));
      }
    })();
    await expect(reading).rejects.toThrow('enough');
    expect(rows).toBe(4096);
    expect(read).toBeGreaterThan(0);
  });

  it('stops between the rows and the blocks of one piece', async () => {
    // The scattered values above fill many pieces; these do not.
    const book = await opened({ rows: lines(9000, () => '<c><v>1</v></c>') });
    const until = async (last: number, list: (signal: AbortSignal) => AsyncIterable<unknown>): Promise<number> => {
      const stop = new AbortController();
      let seen = 0;
      const reading = (async () => {
        for await (const one of list(stop.signal)) if (one !== undefined && ++seen === last) stop.abort(new Error('enough'));
      })();
      await expect(reading).rejects.toThrow('enough');
      return seen;
    };
    expect(await until(3, (signal) => book.rows('表', { signal }))).toBe(3);
    expect(await until(1, (signal) => book.blocks('表', { a: 1 }, { signal }))).toBe(1);
  });

  it('that was given before stops it at once, and the workbook can be read again', async () => {
    const book = await opened({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings: '<si><t>甲</t></si>' });
    await expect(book.rows('表', { signal: AbortSignal.abort(new Error('never')) })[Symbol.asyncIterator]().next()).rejects.toThrow('never');
    for await (const { cells } of book.rows('表')) expect(cells.get(1)).toEqual({ value: '甲' });
  });
});

describe('progress', () => {
  it('knows the size of a part whose name is written with escapes', async () => {
    const book = await opened({ parts: { 'cells/one.xml': '', 'cells/%6Fne.xml': sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') } });
    const said: number[] = [];
    for await (const { row } of book.rows('表', { progress: (done, total) => said.push(done, total) })) expect(row).toBe(1);
    const packed = book.zip.entries.find(({ path }) => path === 'cells/%6Fne.xml')?.packed ?? -1;
    expect([said.at(-2), said.at(-1)]).toEqual([packed, packed]);
  });

  it('tells packed bytes, growing up to all of them', async () => {
    const bytes = handmade({ rows: lines(60_000, (row) => `<c r="A${row}"><v>${scattered(row)}</v></c>`) });
    const told: (readonly [number, number])[] = [];
    const book = await openWorkbook(bytesSource(bytes));
    for await (const block of book.blocks('表', { a: 1 }, { progress: (done, total) => told.push([done, total]) })) expect(block.length).toBeGreaterThan(0);
    const packed = book.zip.entries.find(({ path }) => path === 'cells/one.xml')?.packed;
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toEqual([packed, packed]);
    expect(told.every(([done, total], i) => total === packed && done > (told[i - 1]?.[0] ?? 0))).toBe(true);
  });
});

describe('opening', () => {
  it('inflates the small parts only', async () => {
    let inflated = 0;
    const gzip: Gzip = { ...portableGzip, async *inflate(pieces) {
      for await (const piece of portableGzip.inflate(pieces)) {
        inflated += piece.length;
        yield piece;
      }
    } };
    const book = await openWorkbook(bytesSource(handmade({ rows: lines(20_000, (row) => `<c r="A${row}"><v>${row}</v></c>`), strings: '<si><t>甲</t></si>'.repeat(20_000) })), { gzip });
    expect(book.sheetNames).toEqual(['表']);
    expect(inflated).toBeLessThan(4000);
  });

  it('leaves the pieces when the reader is left', async () => {
    let left = 0;
    const gzip: Gzip = { ...portableGzip, async *inflate(pieces) {
      try {
        yield* portableGzip.inflate(pieces);
      } finally {
        left++;
      }
    } };
    const book = await openWorkbook(bytesSource(handmade({ rows: lines(60_000, (row) => `<c r="A${row}"><v>${scattered(row)}</v></c>`) })), { gzip });
    const before = left;
    for await (const { row } of book.rows('表')) if (row === 3) break;
    for await (const block of book.blocks('表', { a: 1 })) if (block.firstRow === 1) break;
    // Styles were read for the rows.
    expect(left - before).toBe(3);
  });
});

describe('pieces', () => {
  const sheet = `<?xml version="1.0"?><!-- a --><worksheet><sheetPr a=">"/><sheetData>${lines(30, (row) => `<c r="A${row}"><v>${row}.5</v></c><!-- </row> --><c r="B${row}" t="inlineStr"><is><t>文${row}</t></is></c>`)}\n</sheetData></worksheet>`;
  const strings = `<sst>${Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? `<si><r><t>富${i}</t></r></si>` : i % 3 === 1 ? `<si><t>文${i}</t><phoneticPr fontId="1"/></si>` : `\n<si><t xml:space="preserve"> ${i}&amp;</t></si>`)).join('')}</sst>`;

  it('may be cut anywhere, in UTF-8 and in UTF-16', async () => {
    const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (one) => one.charCodeAt(0)).buffer);
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 2, max: 400 }), { minLength: 1, maxLength: 5 }), fc.boolean(), async (sizes, wide) => {
      const window = new ByteWindow(cut(wide ? utf16(sheet) : strToU8(sheet), sizes), { part: 'sheet', limit: 10_000 });
      const scan = await openSheet(window, 'sheet');
      const counts: number[] = [];
      for (let state = scan?.next(); state !== 'end' && state !== undefined; state = scan?.next()) {
        if (state === 'row') counts.push(scan?.tape.count ?? 0);
        else await readOn(window);
      }
      expect(counts).toEqual(Array.from({ length: 30 }, () => 2));
      const table = await readSharedStrings(cut(wide ? utf16(strings) : strToU8(strings), sizes), { part: 'texts', limit: 10_000, maxSharedStrings: 100 });
      expect(Array.from({ length: table.count }, (_, i) => table.get(i))).toEqual(Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? `富${i}` : i % 3 === 1 ? `文${i}` : ` ${i}&`)));
    }), { numRuns: 60 });
  });

  it('may be UTF-16 in a workbook', async () => {
    const parts = unzipSync(handmade({}));
    const xml = '\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>中文</t></is></c></row></sheetData></worksheet>';
    parts['cells/one.xml'] = new Uint8Array(Uint16Array.from(xml, (one) => one.charCodeAt(0)).buffer);
    for await (const { cells } of (await openWorkbook(bytesSource(zipSync(parts)))).rows('表')) expect([...cells]).toEqual([[1, { value: '中文' }]]);
  });
});

describe('shared strings', () => {
  it('of a table larger than what is held are told apart', async () => {
    const table = await readSharedStrings(cut(strToU8(`<sst>${Array.from({ length: 140_000 }, (_, i) => `<si><t>${i}</t></si>`).join('')}</sst>`), [70_000]), { part: 'texts', limit: 10_000, maxSharedStrings: 200_000 });
    expect([0, 65_536, 131_072, 0, 65_536, 139_999].map((index) => table.get(index))).toEqual(['0', '65536', '131072', '0', '65536', '139999']);
    expect([table.get(140_000), table.count]).toEqual([undefined, 140_000]);
  });

  it('longer than a piece of the table are kept whole', async () => {
    const long = 'ab'.repeat(600_000);
    const table = await readSharedStrings(cut(strToU8(`<sst><si><t>a</t></si><si><t>${long}</t></si><si><t>b</t></si></sst>`), [100_000]), { part: 'texts', limit: 10_000_000, maxSharedStrings: 10 });
    expect([table.get(0), table.get(1) === long, table.get(2)]).toEqual(['a', true, 'b']);
  });
});
