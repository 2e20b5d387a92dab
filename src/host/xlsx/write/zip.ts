/**
 * A zip container whose bytes depend on its entries alone: every date is 1980-01-01, entries keep their order.
 * Data is deflated by the platform's CompressionStream (in parallel to whoever makes the chunks), by fflate where the
 * platform has none. Both give gzip, whose trailer carries the CRC-32 that zip needs.
 */
import { Gzip } from 'fflate';

export interface ZipEntry {
  readonly path: string;
  /** The content, made while it is compressed. */
  readonly chunks: Iterable<Uint8Array>;
}

interface Packed {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;
/** 1980-01-01, the first day that zip can hold. */
const DATE = 0x0021;
const MAX_SIZE = 0xffffffff;

async function gzipNatively(chunks: Iterable<Uint8Array>): Promise<Uint8Array[]> {
  const stream = new CompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const out: Uint8Array[] = [];
  const drain = async (): Promise<void> => {
    const reader = stream.readable.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) out.push(next.value);
  };
  const feed = async (): Promise<void> => {
    try {
      for (const chunk of chunks) {
        await writer.ready;
        // The write is awaited through `ready`; a failure surfaces there and in the reader.
        writer.write(new Uint8Array(chunk)).catch(() => undefined);
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error);
      throw error;
    }
  };
  const [fed, drained] = await Promise.allSettled([feed(), drain()]);
  if (fed.status === 'rejected') throw fed.reason;
  if (drained.status === 'rejected') throw drained.reason;
  return out;
}

function gzipPortably(chunks: Iterable<Uint8Array>): Uint8Array[] {
  const out: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (data) => out.push(data));
  for (const chunk of chunks) gzip.push(chunk);
  gzip.push(new Uint8Array(), true);
  return out;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function pack(entry: ZipEntry): Promise<Packed> {
  let size = 0;
  function* counted(): Generator<Uint8Array> {
    for (const chunk of entry.chunks) {
      size += chunk.length;
      if (size > MAX_SIZE) throw new RangeError(`${entry.path} has more than 4 GiB`);
      yield chunk;
    }
  }
  const gzipped = join(typeof CompressionStream === 'undefined' ? gzipPortably(counted()) : await gzipNatively(counted()));
  const crc = new DataView(gzipped.buffer).getUint32(gzipped.length - GZIP_TRAILER, true);
  return { name: new TextEncoder().encode(entry.path), data: gzipped.subarray(GZIP_HEADER, gzipped.length - GZIP_TRAILER), size, crc };
}

/** The fields that the local header and the central directory share. */
function header(entry: Packed, signature: number, before: number, after: number): { bytes: Uint8Array; view: DataView } {
  const fixed = before + 26 + after;
  const bytes = new Uint8Array(fixed + entry.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  if (before > 4) view.setUint16(4, 20, true); // made by: 2.0, MS-DOS
  view.setUint16(before, 20, true); // needs 2.0
  view.setUint16(before + 2, 0x0800, true); // names are UTF-8
  view.setUint16(before + 4, 8, true); // deflate
  view.setUint16(before + 8, DATE, true);
  view.setUint32(before + 10, entry.crc, true);
  view.setUint32(before + 14, entry.data.length, true);
  view.setUint32(before + 18, entry.size, true);
  view.setUint16(before + 22, entry.name.length, true);
  bytes.set(entry.name, fixed);
  return { bytes, view };
}

/** Entries are made and packed one after the other. Throws RangeError beyond 4 GiB. */
export async function zip(entries: Iterable<ZipEntry>): Promise<Uint8Array> {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = await pack(entry);
    const local = header(packed, 0x04034b50, 4, 0);
    const central = header(packed, 0x02014b50, 6, 14);
    central.view.setUint32(42, offset, true);
    body.push(local.bytes, packed.data);
    directory.push(central.bytes);
    offset += local.bytes.length + packed.data.length;
    if (offset > MAX_SIZE) throw new RangeError('a workbook of more than 4 GiB');
  }
  const list = join(directory);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, directory.length, true);
  view.setUint16(10, directory.length, true);
  view.setUint32(12, list.length, true);
  view.setUint32(16, offset, true);
  return join([...body, list, end]);
}
