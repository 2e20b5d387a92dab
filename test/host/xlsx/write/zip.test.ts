import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { DEFAULT_LIMITS, openZip } from '../../../../src/host/xlsx/read/zip';
import { zip } from '../../../../src/host/xlsx/write/zip';

function* failing(): Generator<Uint8Array> {
  yield strToU8('half');
  throw new RangeError('no more');
}

const native = globalThis.CompressionStream;
const entries = [
  { path: 'a.txt', chunks: [strToU8('内容'), strToU8('，续')] },
  { path: 'folder/空.txt', chunks: [] },
  { path: 'big', chunks: [new Uint8Array(3_000_000).fill(65)] },
];

afterEach(() => {
  Object.defineProperty(globalThis, 'CompressionStream', { value: native, configurable: true, writable: true });
  jest.restoreAllMocks();
});

describe.each(['native', 'portable'])('zip, %s compression', (kind) => {
  async function made(): Promise<Uint8Array> {
    if (kind === 'portable') Object.defineProperty(globalThis, 'CompressionStream', { value: undefined, configurable: true, writable: true });
    return zip(entries);
  }

  it('is read by others and by us', async () => {
    const bytes = await made();
    const read = unzipSync(bytes);
    expect(Object.keys(read)).toEqual(['a.txt', 'folder/空.txt', 'big']);
    expect(strFromU8(read['a.txt'] ?? new Uint8Array())).toBe('内容，续');
    expect(read['big']?.length).toBe(3_000_000);
    const own = openZip(bytes, DEFAULT_LIMITS);
    expect(strFromU8(own.bytes('A.TXT'))).toBe('内容，续');
    expect(own.bytes('folder/空.txt')).toHaveLength(0);
  });

  it('does not depend on the day', async () => {
    const today = await made();
    jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2031, 4, 5));
    expect(Buffer.compare(await made(), today)).toBe(0);
  });
});

describe('zip', () => {
  it('passes on a failure of whoever makes the content', async () => {
    await expect(zip([{ path: 'a', chunks: failing() }])).rejects.toThrow('no more');
  });
});
