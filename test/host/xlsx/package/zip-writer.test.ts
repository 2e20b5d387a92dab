import { strFromU8, strToU8, unzipSync } from 'fflate';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gzip } from '../../../../src/app/ports';
import { nodeFiles } from '../../../../src/host/node/files';
import { nodeGzip } from '../../../../src/host/node/gzip';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../../../src/core/model/join-bytes';
import { portableGzip } from '../../../../src/host/xlsx/package/portable-gzip';
import { DEFAULT_LIMITS, type StoredEntry } from '../../../../src/host/xlsx/package/zip';
import { openZip } from '../../../../src/host/xlsx/package/zip-reader';
import { newCentralRecord, newLocalHeader } from '../../../../src/host/xlsx/package/zip-records';
import { writeZip, type ZipCopy, type ZipEntry } from '../../../../src/host/xlsx/package/zip-writer';
import { rawZip } from '../../../support/raw-zip';
import { describeWith, findProgram, run } from '../../../support/tools';

let folder = '';
beforeAll(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'zhisheng-zip-'));
});
afterAll(async () => {
  await fs.rm(folder, { recursive: true, force: true });
});

/** Hardly packs. */
const noise = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let i = 0, state = 1; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
};
const LARGE = noise(10 << 20);
function* cut(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const entries: readonly ZipEntry[] = [
  { path: 'a.txt', chunks: [strToU8('内容'), strToU8('，续')] },
  { path: 'folder/空.txt', chunks: [] },
  { path: 'packs well', chunks: [new Uint8Array(3_000_000).fill(65)] },
  // More than is held: goes out with a data descriptor.
  { path: 'noise', chunks: { [Symbol.asyncIterator]: async function* made() { yield* cut(LARGE, 100_000); } } },
  { path: 'last', chunks: [strToU8('end')] },
];
/** Copied among new ones: with a descriptor, and a folder. */
const other = rawZip({ entries: [{ name: 'x/', stored: true }, { name: 'x/copied.txt', data: strToU8('copied '.repeat(50)), descriptor: 'bare' }] });

async function written(gzip: Gzip): Promise<Uint8Array> {
  const zip = await openZip(bytesSource(other), gzip, DEFAULT_LIMITS);
  return joinBytes(writeZip([...entries, ...zip.entries.map((copied) => ({ copied, from: zip }))], gzip));
}

describe.each<[string, Gzip]>([['node:zlib', nodeGzip], ['streams', portableGzip]])('writeZip with %s', (_name, gzip) => {
  it('is read by others and by us', async () => {
    const bytes = await written(gzip);
    const read = unzipSync(bytes);
    expect(Object.keys(read)).toEqual(['a.txt', 'folder/空.txt', 'packs well', 'noise', 'last', 'x/', 'x/copied.txt']);
    expect(strFromU8(read['a.txt'] ?? new Uint8Array())).toBe('内容，续');
    expect(read['packs well']?.length).toBe(3_000_000);
    const own = await openZip(bytesSource(bytes), gzip, DEFAULT_LIMITS);
    expect(Buffer.compare(await own.bytes('noise'), LARGE)).toBe(0);
    expect(await own.bytes('folder/空.txt')).toHaveLength(0);
    expect(strFromU8(await own.bytes('x/copied.txt'))).toBe('copied '.repeat(50));
  });

  it('gives equal bytes for equal entries, on any day', async () => {
    const today = await written(gzip);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2031, 4, 5));
    expect(Buffer.compare(await written(gzip), today)).toBe(0);
    clock.mockRestore();
  });
});

describe('writeZip', () => {
  it('passes on a failure of whoever makes the content, and closes him who is left', async () => {
    const error = new RangeError('no more');
    function* failing(): Generator<Uint8Array> {
      yield strToU8('half');
      throw error;
    }
    await expect(joinBytes(writeZip([{ path: 'a', chunks: failing() }], nodeGzip))).rejects.toBe(error);
    let closed = false;
    async function* content(): AsyncGenerator<Uint8Array> {
      try {
        yield* cut(LARGE, 100_000);
      } finally {
        closed = true;
      }
    }
    for await (const piece of writeZip([{ path: 'a', chunks: content() }], nodeGzip)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(closed).toBe(true);
  });

  it('knows the sizes beforehand but for what is too large to be held', async () => {
    const bytes = Buffer.from(await written(nodeGzip));
    const zip = await openZip(bytesSource(bytes), nodeGzip, DEFAULT_LIMITS);
    const descriptors = zip.entries.filter((entry) => (entry.record[8] ?? 0) & 8).map((entry) => entry.path);
    expect(descriptors).toEqual(['noise']);
  });
});

const python = findProgram(['/usr/bin/python3', 'python3'], ['--version']);
/** Names, sizes and the test of all sums, as Python's zipfile sees them. */
const LIST = 'import sys, zipfile, json\nz = zipfile.ZipFile(sys.argv[1])\nprint(json.dumps([z.testzip(), [[i.filename, i.file_size, list(i.date_time)] for i in z.infolist()]]))';

describeWith('Python', python !== null, "Python's zipfile reads it", () => {
  const list = async (path: string): Promise<unknown> => JSON.parse((await run(python ?? '', ['-c', LIST, path])).stdout.toString('utf8'));

  it('with descriptors and copies', async () => {
    const path = join(folder, 'mixed.zip');
    await fs.writeFile(path, await written(nodeGzip));
    const day = [1980, 1, 1, 0, 0, 0];
    expect(await list(path)).toEqual([null, [
      ['a.txt', 12, day], ['folder/空.txt', 0, day], ['packs well', 3_000_000, day], ['noise', 10 << 20, day], ['last', 3, day], ['x/', 0, [2025, 1, 1, 12, 0, 0]], ['x/copied.txt', 350, [2025, 1, 1, 12, 0, 0]],
    ]]);
  });

  it('with 70,000 entries, which only zip64 can count', async () => {
    function* many(): Generator<ZipCopy> {
      const name = (i: number): Uint8Array => strToU8(`part${i}.xml`);
      const nothing = { crc: 0, packed: 2, size: 0 };
      for (let i = 0; i < 70_000; i++) {
        const copied: StoredEntry = { path: `part${i}.xml`, folder: false, method: 8, ...nothing, record: newCentralRecord(name(i), nothing, 0, false) };
        yield { copied, from: { copy: async function* copy() { yield newLocalHeader(name(i), nothing); yield Uint8Array.of(3, 0); } } };
      }
    }
    const path = join(folder, 'many.zip');
    await fs.writeFile(path, await joinBytes(writeZip(many(), nodeGzip)));
    const COUNT = 'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nprint(len(z.namelist()), z.namelist()[-1], len(z.read(z.namelist()[-1])))';
    expect((await run(python ?? '', ['-c', COUNT, path])).stdout.toString('utf8')).toBe('70000 part69999.xml 0\n');
    const zip = await openZip(await nodeFiles().open(path), nodeGzip, { ...DEFAULT_LIMITS, maxEntries: 70_000 });
    expect([zip.paths.length, zip.paths.at(-1)]).toEqual([70_000, 'part69999.xml']);
  });

  it('beyond 4 GiB: sizes and places that only zip64 can say', async () => {
    const path = join(folder, 'large.zip');
    const size = 2 ** 32 + 5;
    const content = { crc: 0, packed: size, size };
    const stored = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? 0 : byte));
    const name = strToU8('zeros');
    const copied: StoredEntry = { path: 'zeros', folder: false, method: 0, ...content, record: stored(newCentralRecord(name, content, 0, false), 10) };
    const zeros = new Uint8Array(1 << 26);
    const pieces = writeZip([
      { path: 'first', chunks: [strToU8('first')] },
      { copied, from: { copy: async function* copy() { yield stored(newLocalHeader(name, content), 8); for (let left = size; left > 0; left -= zeros.length) yield zeros.subarray(0, Math.min(left, zeros.length)); } } },
      { path: 'last', chunks: [strToU8('last, far behind')] },
    ], nodeGzip);
    // The zeros are a hole in the file.
    const file = await fs.open(path, 'w');
    let at = 0;
    for await (const piece of pieces) {
      if (piece.buffer !== zeros.buffer) await file.write(piece, 0, piece.length, at);
      at += piece.length;
    }
    await file.close();
    const READ = "import sys, zipfile, json\nz = zipfile.ZipFile(sys.argv[1])\nprint(json.dumps([[[i.filename, i.file_size] for i in z.infolist()], z.open('zeros').read(4).hex(), z.read('last').decode(), z.read('first').decode()]))";
    const theirs: unknown = JSON.parse((await run(python ?? '', ['-c', READ, path])).stdout.toString('utf8'));
    expect(theirs).toEqual([[['first', 5], ['zeros', size], ['last', 16]], '00000000', 'last, far behind', 'first']);
    const zip = await openZip(await nodeFiles().open(path), nodeGzip, { ...DEFAULT_LIMITS, maxTotalBytes: 2 ** 33 });
    expect(strFromU8(await zip.bytes('last'))).toBe('last, far behind');
    await expect(joinBytes(zip.pieces('zeros'))).rejects.toMatchObject({ code: 'xlsx/too-large', params: { size } });
  });
});

const unzip = findProgram(['unzip'], ['-v']);
describeWith('unzip', unzip !== null, 'unzip tests it', () => {
  it.each<[string, Gzip]>([['node:zlib', nodeGzip], ['streams', portableGzip]])('%s', async (_name, gzip) => {
    const path = join(folder, 'tested.zip');
    await fs.writeFile(path, await written(gzip));
    expect((await run(unzip ?? '', ['-t', path])).stdout.toString('utf8')).toContain('No errors detected');
  });
});
