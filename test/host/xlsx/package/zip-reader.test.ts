/** What the reader offers besides refusing: pieces, progress, packed bytes, limits that are passed. Lies are in hostile-zip.test.ts. */
import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { inflateRawSync } from 'node:zlib';
import { HostError, type ByteSource } from '../../../../src/app/ports';
import { nodeGzip } from '../../../../src/host/node/gzip';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../../../src/core/model/join-bytes';
import { DEFAULT_LIMITS, type Limits, type Zip } from '../../../../src/host/xlsx/package/zip';
import { openZip } from '../../../../src/host/xlsx/package/zip-reader';

/** Does not pack, so that it has many pieces. */
const noise = new Uint8Array(6_000_000);
for (let i = 0, state = 1; i < noise.length; i++) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  noise[i] = state & 0xff;
}
const bytes = zipSync({ 'xl/noise.bin': noise, 'A\\B.xml': [strToU8('x'.repeat(50)), { level: 0 }], 'c.xml': strToU8('y'.repeat(5000)), 'folder/': new Uint8Array() });
const bomb = zipSync({ 'xl/bomb.xml': new Uint8Array(40 << 20), 'small.xml': strToU8('<a/>') }, { level: 9 });

const open = (content: Uint8Array, limits: Partial<Limits> = {}): Promise<Zip> => openZip(bytesSource(content), nodeGzip, { ...DEFAULT_LIMITS, ...limits });

describe('openZip', () => {
  it('gives what others give, by a name in any case', async () => {
    const zip = await open(bytes);
    const theirs = unzipSync(bytes);
    expect(zip.paths).toEqual(['xl/noise.bin', 'A/B.xml', 'c.xml']);
    expect(Buffer.compare(await zip.bytes('XL/Noise.BIN'), theirs['xl/noise.bin'] ?? new Uint8Array())).toBe(0);
    expect(strFromU8(await zip.bytes('a/b.XML'))).toBe('x'.repeat(50));
    expect([zip.has('C.xml'), zip.has('folder/'), zip.has('folder'), zip.has('__proto__')]).toEqual([true, false, false, false]);
    expect(zip.entries.map((entry) => entry.folder)).toEqual([false, false, false, true]);
  });

  it('gives packed bytes as they lie', async () => {
    const zip = await open(bytes);
    const packed = await joinBytes(zip.packed('xl/noise.bin'));
    expect(packed.length).toBe(zip.entries[0]?.packed);
    expect(Buffer.compare(inflateRawSync(packed), noise)).toBe(0);
  });

  it('tells packed bytes read, rising to all of them', async () => {
    const zip = await open(bytes);
    const told: number[] = [];
    await joinBytes(zip.pieces('xl/noise.bin', (done) => told.push(done)));
    expect(told.length).toBeGreaterThan(3);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(told.at(-1)).toBe(zip.entries[0]?.packed);
  });

  it('reads on only while somebody asks', async () => {
    let read = 0;
    const counting: ByteSource = { size: bytes.length, read: (start, end) => ((read += end - start), bytesSource(bytes).read(start, end)) };
    const zip = await openZip(counting, nodeGzip, DEFAULT_LIMITS);
    const before = read;
    for await (const piece of zip.pieces('xl/noise.bin')) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(read - before).toBeLessThan(bytes.length * 0.7);
  });

  it('passes on what its source throws', async () => {
    const error = new HostError('file/changed', { path: 'x' });
    let failing = false;
    const source: ByteSource = { size: bytes.length, read: (start, end) => failing ? Promise.reject(error) : bytesSource(bytes).read(start, end) };
    const zip = await openZip(source, nodeGzip, DEFAULT_LIMITS);
    failing = true;
    await expect(zip.bytes('xl/noise.bin')).rejects.toBe(error);
    await expect(zip.bytes('a/b.xml')).rejects.toBe(error);
    await expect(joinBytes(zip.packed('c.xml'))).rejects.toBe(error);
  });

  it('copies only entries of its own', async () => {
    const [zip, other] = [await open(bytes), await open(bytes)];
    const [entry] = other.entries;
    if (entry === undefined) throw new Error('no entry');
    await expect(joinBytes(zip.copy(entry))).rejects.toMatchObject({ code: 'xlsx/damaged' });
  });
});

describe('limits', () => {
  const reading = async (limits: Partial<Limits>): Promise<unknown> => {
    const zip = await open(bomb, limits);
    return (await zip.bytes('xl/bomb.xml')).length;
  };

  it('are passed by what keeps to them', async () => {
    expect(await reading({ maxRatio: Infinity })).toBe(40 << 20);
    expect(await reading({ ratioFromBytes: 40 << 20 })).toBe(40 << 20);
    expect(await reading({ maxRatio: Infinity, maxPartBytes: 40 << 20, maxEntryBytes: 40 << 20, maxTotalBytes: (40 << 20) + 4, maxEntries: 2 })).toBe(40 << 20);
  });

  it.each<[keyof Limits, number]>([
    ['maxPartBytes', 40 << 20], ['maxEntryBytes', 40 << 20], ['maxTotalBytes', (40 << 20) + 4], ['maxEntries', 2],
  ])('%s says size and limit', async (limit, size) => {
    await expect(reading({ maxRatio: Infinity, [limit]: size - 1 })).rejects.toMatchObject({ code: 'xlsx/too-large', params: { size, limit: size - 1 } });
  });

  it('do not mind a large neighbour of the part that is read', async () => {
    expect(strFromU8(await (await open(bomb)).bytes('small.xml'))).toBe('<a/>');
  });
});
