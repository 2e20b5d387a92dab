/** What every gzip of a place must do, whatever is under it. The other side is node:zlib's own functions. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Gzip } from '../../src/app/ports';
import { joinBytes } from '../../src/core/model/join-bytes';

/** Pieces, and whether the one who asked for them closed them. */
function sourceOf(pieces: Iterable<Uint8Array>): { readonly pieces: AsyncIterable<Uint8Array>; readonly state: { closed: boolean; given: number } } {
  const state = { closed: false, given: 0 };
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      for (const piece of pieces) {
        state.given += piece.length;
        yield piece;
      }
    } finally {
      state.closed = true;
    }
  }
  return { pieces: source(), state };
}

function* cut(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** Packs to about half. */
const sample = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => ((i * 2_654_435_761) >>> 13) & 0x3f);

/** Rows as Excel writes them: a date, a text of the table, an amount. */
function sheetRows(count: number): Uint8Array {
  const row = (r: number): string => `<row r="${r}" spans="1:3"><c r="A${r}" s="3"><v>${45_000 + (r * 7) % 900}</v></c><c r="B${r}" t="s"><v>${(r * 2_654_435_761) % 5003}</v></c><c r="C${r}"><v>${((r * 48_271) % 99_991) / 100}</v></c></row>`;
  return new TextEncoder().encode(Array.from({ length: count }, (_, i) => row(i + 1)).join(''));
}

export function gzipContract(name: string, gzip: Gzip): void {
  describe(name, () => {
    const content = sample(1_000_003);
    const packed = new Uint8Array(gzipSync(content));
    const long = sample(12_000_000);
    const packedLong = new Uint8Array(gzipSync(long));

    it.each([1_000_003, 70_001, 997])('deflates and inflates in pieces of %d bytes', async (length) => {
      const deflated = await joinBytes(gzip.deflate(sourceOf(cut(content, length)).pieces));
      expect(Buffer.compare(gunzipSync(deflated), content)).toBe(0);
      const inflated = await joinBytes(gzip.inflate(sourceOf(cut(packed, length)).pieces));
      expect(Buffer.compare(inflated, content)).toBe(0);
    });

    it('packs nothing, and gives nothing back', async () => {
      const deflated = await joinBytes(gzip.deflate(sourceOf([]).pieces));
      expect(gunzipSync(deflated)).toHaveLength(0);
      expect(await joinBytes(gzip.inflate(sourceOf([deflated]).pieces))).toHaveLength(0);
    });

    it('packs rows of a sheet into what is no larger than what node:zlib packs by a tenth', async () => {
      const rows = sheetRows(20_000);
      expect((await joinBytes(gzip.deflate(sourceOf([rows]).pieces))).length).toBeLessThan(gzipSync(rows).length * 1.1);
    });

    const changed = (at: number): Uint8Array => packed.map((byte, i) => (i === at ? byte ^ 0x10 : byte));
    it.each<[string, Uint8Array]>([
      ['another CRC-32', changed(packed.length - 8)],
      ['another length', changed(packed.length - 4)],
      ['a changed byte', changed(packed.length >> 1)],
      ['an end in the middle', packed.subarray(0, packed.length >> 1)],
      ['no trailer', packed.subarray(0, packed.length - 8)],
      ['half a trailer', packed.subarray(0, packed.length - 3)],
      ['half a header', packed.subarray(0, 5)],
      ['no gzip', content.subarray(0, 100)],
    ])('throws on %s', async (_what, bytes) => {
      const { pieces, state } = sourceOf(cut(bytes, 4000));
      await expect(joinBytes(gzip.inflate(pieces))).rejects.toThrow();
      expect(state.closed).toBe(true);
    });

    it.each(['inflate', 'deflate'] as const)('%s passes on the very error of its source', async (way) => {
      const error = new RangeError('no more');
      function* failing(): Generator<Uint8Array> {
        yield* cut(way === 'inflate' ? packed.subarray(0, 200_000) : content, 50_000);
        throw error;
      }
      await expect(joinBytes(gzip[way](sourceOf(failing()).pieces))).rejects.toBe(error);
    });

    it.each(['inflate', 'deflate'] as const)('%s closes its source when nobody reads on', async (way) => {
      const { pieces, state } = sourceOf(cut(way === 'inflate' ? packedLong : long, 10_000));
      for await (const piece of gzip[way](pieces)) {
        expect(piece.length).toBeGreaterThan(0);
        break;
      }
      expect(state.closed).toBe(true);
      expect(state.given).toBeLessThan(3_000_000);
    });

    it('does not run ahead of a slow reader', async () => {
      const { pieces, state } = sourceOf(cut(packedLong, 10_000));
      const reader = gzip.inflate(pieces)[Symbol.asyncIterator]();
      await reader.next();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(state.given).toBeLessThan(3_000_000);
      await reader.return?.();
      expect(state.closed).toBe(true);
    });

    it('gives a bomb out in pieces', async () => {
      const bomb = new Uint8Array(gzipSync(new Uint8Array(96 << 20)));
      let largest = 0;
      let size = 0;
      for await (const piece of gzip.inflate(sourceOf([bomb]).pieces)) {
        largest = Math.max(largest, piece.length);
        size += piece.length;
        if (size > 40 << 20) break;
      }
      expect(largest).toBeLessThanOrEqual(20 << 20);
    });
  });
}
