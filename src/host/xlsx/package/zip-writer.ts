/**
 * A zip container written as a stream. Entries of another container are copied as they are; new ones are deflated while
 * their content is made. The bytes depend on the entries alone: the date of new ones is 1980-01-01, entries keep their order.
 *
 * A header that knows its sizes is what every reader likes best, so the packed bytes of an entry are held until it ends.
 * Only beyond `HELD` they go out at once, with a data descriptor behind them: Excel, WPS Office, LibreOffice and openpyxl
 * read that too (Apache POI writes nothing else), and memory stays bounded.
 */
import type { Gzip } from '../../../app/ports';
import { withoutFrame } from './gzip-frame';
import type { StoredEntry, Zip } from './zip';
import { centralRecord, descriptor, endRecords, newCentralRecord, newLocalHeader, recordAt, type Content } from './zip-records';

export interface ZipEntry {
  readonly path: string;
  /** The content, made while it is compressed. */
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** An entry that is copied as it lies in another container. */
export interface ZipCopy {
  readonly copied: StoredEntry;
  readonly from: Pick<Zip, 'copy'>;
}

const HELD = 8 << 20;
/** Bytes of small records that are put together to one piece. */
const PIECE = 1 << 16;

/** Header, data and descriptor of a new entry, then its record in the central directory. */
async function* deflated({ path, chunks }: ZipEntry, offset: number, gzip: Gzip): AsyncGenerator<Uint8Array, Uint8Array> {
  const name = new TextEncoder().encode(path);
  let [crc, packed, size, streaming] = [0, 0, 0, false];
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      size += chunk.length;
      yield chunk;
    }
  }
  let held: Uint8Array[] = [];
  for await (const piece of withoutFrame(gzip.deflate(counted()), (sum) => (crc = sum))) {
    packed += piece.length;
    if (streaming) {
      yield piece;
      continue;
    }
    held.push(piece);
    if (packed > HELD) {
      streaming = true;
      yield newLocalHeader(name);
      yield* held;
      held = [];
    }
  }
  const content: Content = { crc, packed, size };
  if (streaming) yield descriptor(content);
  else {
    yield newLocalHeader(name, content);
    yield* held;
  }
  return newCentralRecord(name, content, offset, streaming);
}

/** Entries that lie in the file already, with the places of their headers, and where the first byte goes. */
export interface Begun {
  readonly at: number;
  readonly placed: ReadonlyMap<ZipEntry | ZipCopy, number>;
}

/** Entries are made and packed one after the other. Throws what their content throws. */
export async function* writeZip(entries: Iterable<ZipEntry | ZipCopy> | AsyncIterable<ZipEntry | ZipCopy>, gzip: Gzip, begun?: Begun): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = begun?.at ?? 0;
  for await (const entry of entries) {
    const offset = at;
    const place = begun?.placed.get(entry);
    const there = place === undefined || !('copied' in entry) ? null : recordAt(entry.copied.record, place);
    if (there !== null) {
      directory.push(there);
      continue;
    }
    if ('copied' in entry) {
      for await (const piece of entry.from.copy(entry.copied)) {
        at += piece.length;
        yield piece;
      }
      directory.push(centralRecord(entry.copied.record, entry.copied, offset));
      continue;
    }
    const pieces = deflated(entry, offset, gzip);
    try {
      let next = await pieces.next();
      for (; next.done !== true; next = await pieces.next()) {
        at += next.value.length;
        yield next.value;
      }
      directory.push(next.value);
    } finally {
      await pieces.return(new Uint8Array());
    }
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  yield* inPieces([...directory, endRecords(directory.length, size, at)]);
}

function* inPieces(records: readonly Uint8Array[]): Generator<Uint8Array> {
  let piece = new Uint8Array(PIECE);
  let used = 0;
  for (const record of records) {
    if (used + record.length > piece.length) {
      if (used > 0) yield piece.subarray(0, used);
      piece = new Uint8Array(Math.max(PIECE, record.length));
      used = 0;
    }
    piece.set(record, used);
    used += record.length;
  }
  if (used > 0) yield piece.subarray(0, used);
}
