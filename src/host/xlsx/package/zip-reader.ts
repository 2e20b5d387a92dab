/**
 * The entries of a zip container, inflated piece by piece. Declared sizes are checked against limits before anything is
 * inflated and held to while inflating, so that a small file cannot fill the memory, whatever it says of itself.
 */
import { HostError, type ByteSource, type Gzip } from '../../../app/ports';
import { crc32 } from './crc32';
import { joinBytes } from '../../../core/model/join-bytes';
import { partKey } from './part-name';
import type { Limits, StoredEntry, Zip } from './zip';
import { readDirectory, type DirectoryEntry } from './zip-directory';
import { CENTRAL_LENGTH, FLAG_DESCRIPTOR, FLAGS_ENCRYPTED, IN_ZIP64, LOCAL, LOCAL_LENGTH, localHeader, viewOf } from './zip-records';

/** Bytes read from the file at a time; when nothing but copying is done; and where entries begin: what small ones have, and those behind them. */
const PIECE = 1 << 20;
const COPIED_PIECE = 4 << 20;
const AHEAD = 1 << 18;
const STORED = 0;
const DEFLATED = 8;

const damaged = (part: string, cause?: unknown): HostError => new HostError('xlsx/damaged', { part }, cause === undefined ? undefined : { cause });
const tooLarge = (part: string, size: number, limit: number): HostError => new HostError('xlsx/too-large', { part, size, limit });

/** The local header with name and extra fields, and what was read of the data along with it. */
interface Opened {
  readonly header: Uint8Array;
  readonly dataStart: number;
  readonly first: Uint8Array;
}

/** Bytes from `start` on: at least up to `end`, and what was read along with them. */
type ReadOn = (start: number, end: number) => Promise<Uint8Array>;

/** Entries that follow each other are read together: the piece that was read last is kept. */
function readerAhead(source: ByteSource, dataEnd: number): ReadOn {
  let last: { readonly start: number; readonly bytes: Uint8Array } = { start: 0, bytes: new Uint8Array() };
  return async (start, end) => {
    let found = last;
    if (start < found.start || end > found.start + found.bytes.length) {
      found = { start, bytes: await source.read(start, Math.max(end, Math.min(dataEnd, start + AHEAD))) };
      last = found;
    }
    return found.bytes.subarray(start - found.start);
  };
}

async function openEntry(readOn: ReadOn, entry: DirectoryEntry): Promise<Opened> {
  const { offset, slotEnd, packed, path, record } = entry;
  const nameLength = viewOf(record).getUint16(28, true);
  const fixed = viewOf(await readOn(offset, offset + LOCAL_LENGTH));
  if (fixed.getUint32(0, true) !== LOCAL || fixed.getUint16(26, true) !== nameLength) throw damaged(path);
  const length = LOCAL_LENGTH + nameLength + fixed.getUint16(28, true);
  const dataStart = offset + length;
  if (dataStart + packed > slotEnd) throw damaged(path);
  const bytes = await readOn(offset, dataStart);
  const sameName = bytes.subarray(LOCAL_LENGTH, LOCAL_LENGTH + nameLength).every((byte, i) => byte === record[CENTRAL_LENGTH + i]);
  if (!sameName || fixed.getUint16(8, true) !== entry.method || (fixed.getUint16(6, true) & FLAGS_ENCRYPTED) !== 0) throw damaged(path);
  return { header: bytes.subarray(0, length), dataStart, first: bytes.subarray(length, length + packed) };
}

const hasDescriptor = (header: Uint8Array): boolean => (viewOf(header).getUint16(6, true) & FLAG_DESCRIPTOR) !== 0;

/** It says the same as the directory. */
function agrees(header: Uint8Array, entry: DirectoryEntry): boolean {
  const view = viewOf(header);
  const says = (at: number, number: number): boolean => [number, IN_ZIP64].includes(view.getUint32(at, true));
  return view.getUint32(14, true) === entry.crc && says(18, entry.packed) && says(22, entry.size);
}

/** The header as it is when it says the same as the directory, else put right. */
function settledHeader(header: Uint8Array, entry: DirectoryEntry): Uint8Array {
  return !hasDescriptor(header) && agrees(header, entry) ? header : localHeader(header, entry);
}

/** Throws HostError `xlsx/damaged` when the container's directory cannot be read, `xlsx/encrypted`, `xlsx/too-large` when it declares too much. */
export async function openZip(source: ByteSource, gzip: Gzip, limits: Limits): Promise<Zip> {
  const entries = await readDirectory(source, limits);
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.maxTotalBytes) throw tooLarge('zip', total, limits.maxTotalBytes);
  const parts = entries.filter((entry) => !entry.folder);
  const byPath = new Map(parts.map((entry) => [partKey(entry.path), entry]));
  const readOn = readerAhead(source, entries.reduce((end, entry) => Math.max(end, entry.slotEnd), 0));
  const own = new Map<StoredEntry, DirectoryEntry>(entries.map((entry) => [entry, entry]));

  function entryOf(path: string): DirectoryEntry {
    const entry = byPath.get(partKey(path));
    if (entry === undefined) throw damaged(path);
    return entry;
  }

  /** The next piece is read while the one before is used. */
  async function* dataOf(entry: DirectoryEntry, opened: Opened, length: number): AsyncGenerator<Uint8Array> {
    const end = opened.dataStart + entry.packed;
    const readFrom = (at: number): Promise<Uint8Array> | undefined => {
      if (at >= end) return undefined;
      const piece = source.read(at, Math.min(end, at + length));
      // Told to whoever waits for the piece; nobody does when the pieces are not all wanted.
      piece.catch(() => undefined);
      return piece;
    };
    let at = opened.dataStart + opened.first.length;
    let next = readFrom(at);
    if (opened.first.length > 0) yield opened.first;
    while (next !== undefined) {
      const piece = await next;
      at += length;
      next = readFrom(at);
      yield piece;
    }
  }

  async function* packed(entry: DirectoryEntry, progress?: (packed: number) => void): AsyncGenerator<Uint8Array> {
    let done = 0;
    for await (const piece of dataOf(entry, await openEntry(readOn, entry), PIECE)) {
      done += piece.length;
      progress?.(done);
      yield piece;
    }
  }

  /** The entry as gzip: the trailer makes whoever inflates it check length and CRC-32. */
  async function* asGzip(entry: DirectoryEntry, progress?: (packed: number) => void): AsyncGenerator<Uint8Array> {
    yield new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    yield* packed(entry, progress);
    const trailer = new Uint8Array(8);
    viewOf(trailer).setUint32(0, entry.crc, true);
    viewOf(trailer).setUint32(4, entry.size % 2 ** 32, true);
    yield trailer;
  }

  async function* stored(entry: DirectoryEntry, progress?: (packed: number) => void): AsyncGenerator<Uint8Array> {
    let sum = 0;
    for await (const piece of packed(entry, progress)) {
      sum = crc32(piece, sum);
      yield piece;
    }
    if (sum !== entry.crc) throw damaged(entry.path);
  }

  async function* pieces(path: string, progress?: (packed: number) => void): AsyncGenerator<Uint8Array> {
    const entry = entryOf(path);
    const { size, method } = entry;
    if (size > limits.maxEntryBytes) throw tooLarge(entry.path, size, limits.maxEntryBytes);
    if (size > limits.ratioFromBytes && size > entry.packed * limits.maxRatio) throw tooLarge(entry.path, size, Math.floor(entry.packed * limits.maxRatio));
    if (method !== STORED && method !== DEFLATED) throw damaged(entry.path);
    let done = 0;
    try {
      for await (const piece of method === STORED ? stored(entry, progress) : gzip.inflate(asGzip(entry, progress))) {
        done += piece.length;
        // Limits were checked with the declared size: nothing goes beyond it.
        if (done > size) throw damaged(entry.path);
        if (piece.length > 0) yield piece;
      }
    } catch (cause) {
      throw cause instanceof HostError ? cause : damaged(entry.path, cause);
    }
    if (done !== size) throw damaged(entry.path);
  }

  return {
    entries,
    paths: parts.map((entry) => entry.path),
    has: (path) => byPath.has(partKey(path)),
    pieces,
    packed: (path) => packed(entryOf(path)),
    async *copy(copied) {
      const entry = own.get(copied);
      if (entry === undefined) throw damaged('zip');
      const opened = await openEntry(readOn, entry);
      yield settledHeader(opened.header, entry);
      yield* dataOf(entry, opened, COPIED_PIECE);
    },
    async slot(wanted) {
      const entry = own.get(wanted);
      if (entry === undefined) throw damaged('zip');
      const { header } = await openEntry(readOn, entry);
      return { start: entry.offset, end: entry.slotEnd, header, settled: hasDescriptor(header) || agrees(header, entry) };
    },
    async bytes(path) {
      const entry = entryOf(path);
      if (entry.size > limits.maxPartBytes) throw tooLarge(entry.path, entry.size, limits.maxPartBytes);
      return joinBytes(pieces(entry.path));
    },
  };
}
