/** What gzip puts around deflated data (RFC 1952): a header of ten bytes, CRC-32 and length behind. */
const HEADER = 10;
const TRAILER = 8;

/** The raw deflate data of one gzip member; `end` is given its CRC-32 and its length modulo 2^32. Throws where header or trailer are missing, or the header holds more than it must. */
export async function* withoutFrame(gzipped: AsyncIterable<Uint8Array>, end: (crc: number, size: number) => void): AsyncGenerator<Uint8Array> {
  let toSkip = HEADER;
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of gzipped) {
    const joined = new Uint8Array(rest.length + piece.length);
    joined.set(rest);
    joined.set(piece, rest.length);
    let from = 0;
    if (toSkip > 0 && joined.length >= HEADER) {
      if (joined[0] !== 0x1f || joined[1] !== 0x8b || joined[2] !== 8 || joined[3] !== 0) throw new TypeError('not a plain gzip header');
      [from, toSkip] = [HEADER, 0];
    }
    const to = toSkip > 0 ? 0 : Math.max(from, joined.length - TRAILER);
    if (to > from) yield joined.subarray(from, to);
    rest = joined.slice(to > from ? to : from);
  }
  if (toSkip > 0 || rest.length !== TRAILER) throw new TypeError('gzip data ends early');
  const view = new DataView(rest.buffer, rest.byteOffset);
  end(view.getUint32(0, true), view.getUint32(4, true));
}
