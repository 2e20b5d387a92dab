/** gzip of node:zlib, which works on a thread of its own while the pieces are made and used. */
import { createGunzip, createGzip, type Gunzip, type Gzip as GzipStream } from 'node:zlib';
import type { Gzip } from '../../app/ports';

/** Bytes of a piece that comes out; as much again is made ahead. What is inflated is many times as much: a call of the system for each piece shows. */
const INFLATED = 1 << 20;
const DEFLATED = 1 << 18;
/** About 3 % larger than zlib's default, in a third of the time: sheets deflate slower than they are made. */
const LEVEL = 4;

/** Feeds the stream no faster than it takes; never rejects. What fails goes to the stream, whose reader is told. */
async function feed(pieces: AsyncIterable<Uint8Array>, stream: Gunzip | GzipStream): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    stream.once('close', resolve);
  });
  try {
    for await (const piece of pieces) {
      // Leaving the loop closes `pieces`.
      if (stream.destroyed) return;
      if (!stream.write(piece)) await Promise.race([drained(stream), closed]);
    }
    stream.end();
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error), { cause: error }));
  }
}

function drained(stream: Gunzip | GzipStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('drain', resolve);
  });
}

/** The stream is made when reading begins: one that nobody reads would never be closed. */
async function* through(pieces: AsyncIterable<Uint8Array>, create: () => Gunzip | GzipStream): AsyncGenerator<Uint8Array> {
  const stream = create();
  const made: AsyncIterable<Uint8Array> = stream;
  const fed = feed(pieces, stream);
  try {
    yield* made;
  } finally {
    stream.destroy();
    await fed;
  }
}

export const nodeGzip: Gzip = {
  inflate: (pieces) => through(pieces, () => createGunzip({ chunkSize: INFLATED })),
  deflate: (pieces) => through(pieces, () => createGzip({ chunkSize: DEFLATED, level: LEVEL })),
};
