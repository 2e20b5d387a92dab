/** gzip of the browser's streams, of a library where there are none. */
import { Gzip as Deflater, Inflate } from 'fflate';
import type { Gzip } from '../../../app/ports';
import { crc32 } from './crc32';
import { withoutFrame } from './gzip-frame';

type Pieces = AsyncIterable<Uint8Array>;

/** Deflated data grows up to 1,032 times, and a stream or a library may hold all of what one piece grows to: pieces are kept small. */
const NATIVE_PIECE = 1 << 16;
const LIBRARY_PIECE = 1 << 14;

const ignore = (): undefined => undefined;

async function* small(pieces: Pieces, length: number): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += length) yield piece.subarray(at, at + length);
  }
}

/** Whoever stops reading ends the feeding, which closes `pieces`; an error of `pieces` is passed on as it is. */
async function* through(pieces: Pieces, create: () => GenericTransformStream): AsyncGenerator<Uint8Array> {
  const stream = create();
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  let failed: { readonly error: unknown } | undefined;
  let stopped = false;
  const feed = async (): Promise<void> => {
    try {
      for await (const piece of small(pieces, NATIVE_PIECE)) {
        if (stopped) return;
        // Not `ready`: Node's streams then count pieces, not bytes, and take in thousands.
        await writer.write(piece);
      }
      await writer.close();
    } catch (error) {
      failed = { error };
      await writer.abort(error).catch(ignore);
    }
  };
  // Never rejects.
  const fed = feed();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (error) {
    await writer.abort(error).catch(ignore);
    await fed;
    throw failed?.error ?? error;
  } finally {
    stopped = true;
    await reader.cancel().catch(ignore);
    await writer.abort().catch(ignore);
    await fed;
  }
}

async function* inflatePortably(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const inflater = new Inflate((data) => out.push(data));
  let [crc, size] = [0, 0];
  function* drain(): Generator<Uint8Array> {
    const ready = out;
    out = [];
    for (const piece of ready) {
      crc = crc32(piece, crc);
      size = (size + piece.length) % 2 ** 32;
      yield piece;
    }
  }
  let said = { crc: -1, size: -1 };
  for await (const piece of small(withoutFrame(pieces, (saidCrc, saidSize) => (said = { crc: saidCrc, size: saidSize })), LIBRARY_PIECE)) {
    inflater.push(piece);
    yield* drain();
  }
  inflater.push(new Uint8Array(), true);
  yield* drain();
  if (crc !== said.crc || size !== said.size) throw new TypeError('length or CRC-32 differ');
}

async function* deflatePortably(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const deflater = new Deflater({ level: 6, mtime: 0 }, (data) => out.push(data));
  function* drain(): Generator<Uint8Array> {
    const ready = out;
    out = [];
    yield* ready;
  }
  for await (const piece of pieces) {
    // The library keeps what it is given.
    deflater.push(piece.slice());
    yield* drain();
  }
  deflater.push(new Uint8Array(), true);
  yield* drain();
}

/** Which way is taken shows when the data comes, not when the program starts. */
export const portableGzip: Gzip = {
  inflate: (pieces) => typeof DecompressionStream === 'undefined' ? inflatePortably(pieces) : through(pieces, () => new DecompressionStream('gzip')),
  deflate: (pieces) => typeof CompressionStream === 'undefined' ? deflatePortably(pieces) : through(pieces, () => new CompressionStream('gzip')),
};
