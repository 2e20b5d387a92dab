/** Containers that lie, and some that only look as if they did: each is answered with its content or with a code, soon. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { HostError, type ByteSource } from '../../../../src/app/ports';
import { nodeGzip } from '../../../../src/host/node/gzip';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../../../src/core/model/join-bytes';
import { editPackage } from '../../../../src/host/xlsx/package/package-edit';
import { portableGzip } from '../../../../src/host/xlsx/package/portable-gzip';
import { DEFAULT_LIMITS, type Limits } from '../../../../src/host/xlsx/package/zip';
import { openZip } from '../../../../src/host/xlsx/package/zip-reader';
import { extraField, rawZip, sumOf, u16, u32, u64, type RawEntry, type RawZip } from '../../../support/raw-zip';

const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value));
const A: RawEntry = { name: 'xl/a.xml', data: text('<a>' + 'x'.repeat(300) + '</a>') };
const B: RawEntry = { name: 'xl/b.xml', data: text('<b>' + 'y'.repeat(200) + '</b>') };
const made = (...entries: readonly RawEntry[]): Uint8Array => rawZip({ entries });
const around = (zip: Omit<RawZip, 'entries'>): Uint8Array => rawZip({ entries: [A, B], ...zip });
const sound = made(A, B);
const packedA = deflateRawSync(A.data ?? new Uint8Array());

/** Zeros pack best: about 1,030 times. */
const zeros = (size: number): RawEntry => ({ name: 'xl/zeros.xml', data: new Uint8Array(size) });
const bomb = made(zeros(40 << 20), B);
/** Says that it holds little. */
const hiddenBomb = made({ ...zeros(40 << 20), both: { size: 1000 } }, B);
const fakeEnd = (start: number, size: number): Uint8Array => Buffer.concat([u32(0x06054b50), Buffer.alloc(4), u16(1), u16(1), u32(size), u32(start), u16(0)]);
const end64 = { count: 0xffff, size: 0xffffffff, start: 0xffffffff };
const wideSizes = extraField(1, Buffer.concat([u64(BigInt(A.data?.length ?? 0)), u64(BigInt(packedA.length))]));
/** Comment that is a whole container of its own, whose end record fits the file as well. */
const containerAsComment = (): Uint8Array => {
  const inner = Buffer.from(made({ name: 'other.xml', data: text('<other/>') }));
  const moved = sound.length;
  const directoryAt = inner.readUInt32LE(inner.length - 6);
  inner.writeUInt32LE(moved, directoryAt + 42);
  inner.writeUInt32LE(directoryAt + moved, inner.length - 6);
  return around({ comment: inner });
};

const REFUSED: readonly (readonly [string, Uint8Array, string, Partial<Limits>?])[] = [
  ['nothing', new Uint8Array(), 'xlsx/damaged'],
  ['two bytes', sound.slice(0, 2), 'xlsx/damaged'],
  ['cut off in the data', sound.slice(0, 100), 'xlsx/damaged'],
  ['cut off in the directory', sound.slice(0, -40), 'xlsx/damaged'],
  ['cut off in the end record', sound.slice(0, -1), 'xlsx/damaged'],
  ['bytes behind the end record', around({ behind: text('more') }), 'xlsx/damaged'],
  ['bytes in front that the offsets do not count', new Uint8Array(Buffer.concat([text('PK stub'), sound])), 'xlsx/damaged'],
  ['a second container as the comment', containerAsComment(), 'xlsx/damaged'],
  ['more entries counted than there are', around({ end: { count: 3 } }), 'xlsx/damaged'],
  ['fewer entries counted than there are', around({ end: { count: 1 } }), 'xlsx/damaged'],
  ['a directory said to be longer', around({ end: { size: 500 } }), 'xlsx/damaged'],
  ['a directory said to be shorter', around({ end: { size: 54 } }), 'xlsx/damaged'],
  ['a directory said to lie elsewhere', around({ end: { start: 0 } }), 'xlsx/damaged'],
  ['a container over several disks', around({ end: { disk: 1 } }), 'xlsx/damaged'],
  ['65,535 entries announced', around({ end: { count: 0xffff } }), 'xlsx/too-large'],
  ['zip64: a count beyond all limits', around({ end: end64, end64: { count: 1n << 40n } }), 'xlsx/too-large'],
  ['zip64: a size that no double holds', around({ end: end64, end64: { size: (1n << 63n) + 1n } }), 'xlsx/damaged'],
  ['zip64: a start beyond the file', around({ end: end64, end64: { start: 1n << 50n } }), 'xlsx/damaged'],
  ['zip64: a locator that points nowhere', around({ end: end64, end64: { at: 5n } }), 'xlsx/damaged'],
  ['zip64: a locator that points beyond the file', around({ end: end64, end64: { at: 1n << 52n } }), 'xlsx/damaged'],
  ['zip64: two end records that contradict each other', around({ end: { start: 7 }, end64: {} }), 'xlsx/damaged'],
  ['zip64: numbers moved to a field that is not there', made({ ...A, central: { size: 0xffffffff, packed: 0xffffffff } }), 'xlsx/damaged'],
  ['zip64: a field too short', made({ ...A, central: { size: 0xffffffff, packed: 0xffffffff, extra: extraField(1, u64(300n)) } }), 'xlsx/damaged'],
  ['zip64: a size that no double holds, of one entry', made({ ...A, central: { size: 0xffffffff, extra: extraField(1, u64(1n << 60n)) } }), 'xlsx/damaged'],
  ['zip64: an entry of 8 PB', made({ ...A, central: { size: 0xffffffff, extra: extraField(1, u64(1n << 52n)) } }), 'xlsx/too-large'],
  ['the same name twice', made(A, B, A), 'xlsx/damaged'],
  ['the same name in another case', made(A, { ...B, name: 'XL/A.xml' }), 'xlsx/damaged'],
  ['the same name with back slashes', made(A, { ...B, name: 'xl\\a.xml' }), 'xlsx/damaged'],
  ['a part and a folder of the same name', made(A, { name: 'xl/a.xml/', stored: true }), 'xlsx/damaged'],
  ['two entries with the same data', made(A, { ...B, central: { offset: 0 } }), 'xlsx/damaged'],
  ['an entry inside another', made({ ...A, stored: true, data: sound }, { ...B, central: { offset: 38 } }), 'xlsx/damaged'],
  ['data that runs into the next entry', made({ ...A, both: { packed: packedA.length + 4 } }, B), 'xlsx/damaged'],
  ['data that runs into the directory', made(A, { ...B, both: { packed: 5000 } }), 'xlsx/damaged'],
  ['an extra field that pushes the data into the next entry', made({ ...A, bytes: packedA.subarray(4), both: { packed: packedA.length }, local: { extra: Buffer.alloc(4) } }, B), 'xlsx/damaged'],
  ['a local header elsewhere', made(A, { ...B, central: { offset: 3 } }), 'xlsx/damaged'],
  ['a local header beyond the file', made({ ...A, central: { offset: 0x7fffffff } }), 'xlsx/damaged'],
  ['another name in the local header', made({ ...A, local: { name: 'xl/c.xml' } }), 'xlsx/damaged'],
  ['a longer name in the local header', made({ ...A, local: { name: 'xl/a.xml.exe' }, gap: new Uint8Array(9) }), 'xlsx/damaged'],
  ['another method in the local header', made({ ...A, local: { method: 0 } }), 'xlsx/damaged'],
  ['encrypted in the local header alone', made({ ...A, local: { flags: 0x801 } }), 'xlsx/damaged'],
  ['encrypted', made({ ...A, both: { flags: 0x801 } }), 'xlsx/encrypted'],
  ['strongly encrypted, headers masked', made({ ...A, both: { flags: 0x2840 } }), 'xlsx/encrypted'],
  ['packed by bzip2', made({ ...A, both: { method: 12 } }), 'xlsx/damaged'],
  ['packed by LZMA', made({ ...A, both: { method: 14 } }), 'xlsx/damaged'],
  ['up out of the folder', made({ ...A, name: '../../etc/passwd' }), 'xlsx/damaged'],
  ['up in the middle of a path', made({ ...A, name: 'xl/../../x.xml' }), 'xlsx/damaged'],
  ['up by back slashes', made({ ...A, name: '..\\x.xml' }), 'xlsx/damaged'],
  ['an absolute path', made({ ...A, name: '/etc/passwd' }), 'xlsx/damaged'],
  ['a drive', made({ ...A, name: 'C:\\x.xml' }), 'xlsx/damaged'],
  ['a place in the network', made({ ...A, name: '\\\\server\\x.xml' }), 'xlsx/damaged'],
  ['a NUL in the name', made({ ...A, name: 'xl/a.xml\0.exe' }), 'xlsx/damaged'],
  ['no name', made({ ...A, name: '' }), 'xlsx/damaged'],
  ['a name that is said to be UTF-8 and is not', made({ ...A, name: Uint8Array.of(0x61, 0xff, 0xfe) }), 'xlsx/damaged'],
  ['a folder with content', made({ name: 'xl/', data: text('x') }), 'xlsx/damaged'],
  ['more content than declared', made({ ...A, both: { size: 10 } }), 'xlsx/damaged'],
  ['less content than declared', made({ ...A, both: { size: 1000 } }), 'xlsx/damaged'],
  ['another CRC-32 than declared', made({ ...A, both: { crc: 1 } }), 'xlsx/damaged'],
  ['another CRC-32 than declared, stored', made({ ...A, stored: true, both: { crc: 1 } }), 'xlsx/damaged'],
  ['stored, two lengths', made({ ...A, stored: true, both: { size: 20 } }), 'xlsx/damaged'],
  ['data that is not deflated', made({ ...A, bytes: Buffer.alloc(40, 0xff) }), 'xlsx/damaged'],
  ['deflated data that ends early', made({ ...A, bytes: packedA.subarray(0, -3) }), 'xlsx/damaged'],
  ['no data at all', made({ ...A, bytes: new Uint8Array() }), 'xlsx/damaged'],
  ['a gzip trailer smuggled in for other content', made({ ...A, bytes: gzipSync(text('<other/>')).subarray(10), both: { size: 300 } }), 'xlsx/damaged'],
  ['a bomb by its ratio', bomb, 'xlsx/too-large'],
  ['a bomb by its size', bomb, 'xlsx/too-large', { maxRatio: Infinity, maxEntryBytes: 1 << 20 }],
  ['a bomb by all sizes together', bomb, 'xlsx/too-large', { maxRatio: Infinity, maxTotalBytes: 1 << 20 }],
  ['a part too large to be read as a whole', bomb, 'xlsx/too-large', { maxRatio: Infinity, maxPartBytes: 1 << 20 }],
  ['a bomb that hides its size', hiddenBomb, 'xlsx/damaged'],
  ['too many entries', sound, 'xlsx/too-large', { maxEntries: 1 }],
  ['a directory too large', sound, 'xlsx/too-large', { maxPartBytes: 100 }],
];

const SOUND: readonly (readonly [string, Uint8Array])[] = [
  ['plain', sound],
  ['stored', made({ ...A, stored: true }, B)],
  ['data descriptors', made({ ...A, descriptor: 'signed' }, { ...B, descriptor: 'signed' })],
  ['data descriptors without signature', made({ ...A, descriptor: 'bare' }, { ...B, descriptor: 'bare' })],
  ['a comment', around({ comment: text('a comment') })],
  ['a comment that looks like an end record', around({ comment: Buffer.concat([fakeEnd(0, 54), text('!')]) })],
  ['a comment that ends like an end record', around({ comment: fakeEnd(0, 54) })],
  ['bytes in front that the offsets count', around({ before: text('PK and something else') })],
  ['gaps between the entries', made({ ...A, gap: new Uint8Array(100) }, B)],
  ['folders', made({ name: 'xl/', stored: true }, A, B)],
  ['back slashes', made({ ...A, name: 'xl\\a.xml' }, { ...B, name: 'xl\\b.xml' })],
  ['zip64 records that are not needed', around({ end64: {} })],
  ['zip64 records that are', around({ end: end64, end64: {} })],
  ['zip64 sizes', made({ ...A, both: { size: 0xffffffff, packed: 0xffffffff, extra: wideSizes } }, B)],
  ['other extra fields', made({ ...A, both: { extra: extraField(0x5455, Buffer.alloc(5)) }, local: { extra: extraField(0x5455, Buffer.alloc(9)) } }, B)],
  ['an old code page', made(A, B, { name: Uint8Array.of(0xd6, 0xca, 0x2e), both: { flags: 0 } })],
  ['the directory in another order than the data', around({ backwards: true })],
];

/** Everything that is done with a container: every part read, all of it written again, with one part changed. */
async function outcome(source: ByteSource, limits: Partial<Limits> = {}, gzip = nodeGzip): Promise<string> {
  try {
    const zip = await openZip(source, gzip, { ...DEFAULT_LIMITS, ...limits });
    for (const path of zip.paths) await zip.bytes(path);
    const edit = editPackage(zip, gzip);
    edit.set('new.xml', '<new/>');
    await joinBytes(edit.output());
  } catch (error) {
    if (error instanceof HostError) {
      const { part = '' } = error.params;
      return error.code === 'xlsx/encrypted' || part !== '' ? error.code : `${error.code} of no part`;
    }
    throw error;
  }
  return 'read';
}

it.each(REFUSED.map(([name, bytes, code, limits = {}]) => [name, bytes, code, limits] as const))('refused: %s', async (_name, bytes, code, limits) => {
  expect(await outcome(bytesSource(bytes), limits)).toBe(code);
  expect(await outcome(bytesSource(bytes), limits, portableGzip)).toBe(code);
});

it.each(SOUND)('read: %s', async (_name, bytes) => {
  expect(await outcome(bytesSource(bytes))).toBe('read');
  const zip = await openZip(bytesSource(bytes), nodeGzip, DEFAULT_LIMITS);
  expect(Buffer.from(await zip.bytes('xl/a.xml')).equals(Buffer.from(A.data ?? []))).toBe(true);
  expect(Buffer.from(await zip.bytes('XL/B.XML')).equals(Buffer.from(B.data ?? []))).toBe(true);
});

it('says which part is meant', async () => {
  await expect(openZip(bytesSource(made(A, { ...B, central: { offset: 0 } })), nodeGzip, DEFAULT_LIMITS)).rejects.toMatchObject({ params: { part: expect.stringMatching(/xl\/[ab]\.xml/) } });
  const zip = await openZip(bytesSource(made(A, { ...B, both: { crc: sumOf(text('x')) } })), nodeGzip, DEFAULT_LIMITS);
  await expect(zip.bytes('xl/b.xml')).rejects.toMatchObject({ code: 'xlsx/damaged', params: { part: 'xl/b.xml' } });
  await expect(zip.bytes('none.xml')).rejects.toMatchObject({ code: 'xlsx/damaged', params: { part: 'none.xml' } });
});

it('stops a hidden bomb at once, and reads a small neighbour of a large part', async () => {
  let given = 0;
  const zip = await openZip(bytesSource(hiddenBomb), nodeGzip, DEFAULT_LIMITS);
  await expect((async () => {
    for await (const piece of zip.pieces('xl/zeros.xml')) given += piece.length;
  })()).rejects.toMatchObject({ code: 'xlsx/damaged' });
  expect(given).toBeLessThanOrEqual(1000);
  expect(Buffer.from(await zip.bytes('xl/b.xml')).equals(Buffer.from(B.data ?? []))).toBe(true);
});

it('answers any flipped byte and any cut with content or a code', async () => {
  const small = rawZip({ entries: [{ ...A, descriptor: 'signed' }, { ...B, stored: true }], end: end64, end64: {} });
  for (let i = 0; i < small.length; i++) {
    const flipped = small.slice();
    flipped[i] = (flipped[i] ?? 0) ^ 0x55;
    expect(['read', 'xlsx/damaged', 'xlsx/encrypted', 'xlsx/too-large']).toContain(await outcome(bytesSource(flipped)));
    expect(await outcome(bytesSource(small.subarray(0, i)))).toBe('xlsx/damaged');
  }
});

it('takes few reads: the end, then parts with their headers, small ones together', async () => {
  const reads: [number, number][] = [];
  const zip = await openZip({ size: sound.length, read: (start, end) => (reads.push([start, end]), bytesSource(sound).read(start, end)) }, nodeGzip, DEFAULT_LIMITS);
  expect(reads).toHaveLength(1);
  await zip.bytes('xl/a.xml');
  await zip.bytes('xl/b.xml');
  expect(reads).toHaveLength(2);
});
