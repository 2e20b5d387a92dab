/**
 * The entries of a zip container, found through its central directory and inflated piece by piece. Declared sizes are
 * checked against limits before anything is inflated and held to while inflating, so that a small file cannot fill the memory.
 */
import { Inflate } from 'fflate';
import { HostError } from '../../../app/ports';

export interface Limits {
  /** Inflated bytes of one entry. */
  readonly maxEntryBytes: number;
  /** Inflated bytes of all entries together. */
  readonly maxTotalBytes: number;
  /** Inflated to packed size of one entry, for entries above `ratioFromBytes`. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
  readonly maxEntries: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxEntryBytes: 1 << 30,
  maxTotalBytes: 2 ** 31,
  // Deflate reaches 1,032 at most; sheets of equal rows stay below 150.
  maxRatio: 400,
  ratioFromBytes: 16 << 20,
  maxEntries: 20_000,
};

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface Zip {
  /** Paths as they are stored, with forward slashes. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** The entry's content in pieces. Part names are compared without case. Throws HostError `xlsx/damaged`, `xlsx/too-large`, `xlsx/encrypted`. */
  pieces(path: string): Generator<Uint8Array>;
  bytes(path: string): Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const INPUT_PIECE = 1 << 16;

const damaged = (part: string, cause?: unknown): HostError => new HostError('xlsx/damaged', { part }, cause === undefined ? undefined : { cause });

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged('zip');
}

const big = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Sizes and offset from the zip64 extra field, for those that do not fit in 32 bits. */
function wide(view: DataView, at: number, end: number, fields: { size: number; packed: number; offset: number }): { size: number; packed: number; offset: number } {
  for (let p = at; p + 4 <= end; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== 1) continue;
    let q = p + 4;
    const next = (value: number): number => {
      if (value !== 0xffffffff) return value;
      q += 8;
      return big(view, q - 8);
    };
    return { size: next(fields.size), packed: next(fields.packed), offset: next(fields.offset) };
  }
  return fields;
}

function directory(bytes: Uint8Array, view: DataView, maxEntries: number): Entry[] {
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if ((count === 0xffff || at === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === END64_LOCATOR) {
    const end64 = big(view, end - 12);
    if (view.getUint32(end64, true) !== END64) throw damaged('zip');
    count = big(view, end64 + 32);
    at = big(view, end64 + 48);
  }
  if (count > maxEntries) throw new HostError('xlsx/too-large', { part: 'zip', size: count, limit: maxEntries });
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw damaged('zip');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const sizes = wide(view, nameEnd, extraEnd, { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) });
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/').replace(/^\//, ''),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      ...sizes,
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

function* inflate(packed: Uint8Array, entry: Entry): Generator<Uint8Array> {
  let out: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  const inflater = new Inflate((piece, final) => {
    out.push(piece);
    finished = final;
  });
  for (let at = 0; at < packed.length; at += INPUT_PIECE) {
    try {
      inflater.push(packed.subarray(at, at + INPUT_PIECE), at + INPUT_PIECE >= packed.length);
    } catch (cause) {
      throw damaged(entry.path, cause);
    }
    for (const piece of out) {
      size += piece.length;
      if (size > entry.size) throw damaged(entry.path);
      if (piece.length > 0) yield piece;
    }
    out = [];
  }
  if (size !== entry.size || (!finished && entry.size > 0)) throw damaged(entry.path);
}

/** Throws HostError `xlsx/damaged` when the container's directory cannot be read, `xlsx/too-large` when it declares too much. */
export function openZip(bytes: Uint8Array, limits: Limits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: readonly Entry[];
  try {
    entries = directory(bytes, view, limits.maxEntries);
  } catch (cause) {
    throw cause instanceof HostError ? cause : damaged('zip', cause);
  }
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.maxTotalBytes) throw new HostError('xlsx/too-large', { part: 'zip', size: total, limit: limits.maxTotalBytes });
  const byPath = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));

  function* pieces(path: string): Generator<Uint8Array> {
    const entry = byPath.get(path.toLowerCase());
    if (entry === undefined) throw damaged(path);
    if (entry.encrypted) throw new HostError('xlsx/encrypted');
    if (entry.size > limits.maxEntryBytes) throw new HostError('xlsx/too-large', { part: entry.path, size: entry.size, limit: limits.maxEntryBytes });
    if (entry.size > limits.ratioFromBytes && entry.size > entry.packed * limits.maxRatio) {
      throw new HostError('xlsx/too-large', { part: entry.path, size: entry.size, limit: entry.packed * limits.maxRatio });
    }
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw damaged(entry.path);
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const packed = bytes.subarray(start, start + entry.packed);
    if (packed.length !== entry.packed || (entry.method !== 0 && entry.method !== 8)) throw damaged(entry.path);
    if (entry.method === 8) yield* inflate(packed, entry);
    else if (entry.size === packed.length) yield packed;
    else throw damaged(entry.path);
  }

  return {
    paths: entries.map((entry) => entry.path),
    has: (path) => byPath.has(path.toLowerCase()),
    pieces,
    bytes: (path) => {
      const found = [...pieces(path)];
      const all = new Uint8Array(found.reduce((sum, piece) => sum + piece.length, 0));
      let at = 0;
      for (const piece of found) {
        all.set(piece, at);
        at += piece.length;
      }
      return all;
    },
  };
}
