/**
 * The central directory of a zip container, read with care: what two readers could understand differently is refused. The
 * directory must lie right before the end record and be exactly as long and as many as that says, entries must not share
 * bytes, and no two have the same name.
 */
import { HostError, type ByteSource } from '../../../app/ports';
import { partKey, readPartName } from './part-name';
import type { Limits, StoredEntry } from './zip';
import {
  CENTRAL, CENTRAL_LENGTH, COUNT_IN_ZIP64, END, END64, END64_LENGTH, END_LENGTH, FLAGS_ENCRYPTED, FLAG_UTF8, IN_ZIP64, LOCAL_LENGTH, LOCATOR64, LOCATOR64_LENGTH, viewOf, zip64Field,
} from './zip-records';

export interface DirectoryEntry extends StoredEntry {
  /** Of its local header. */
  readonly offset: number;
  /** Where the next entry begins, or the directory. */
  readonly slotEnd: number;
}

/** How much of the end is read at once: the longest comment, and a directory of the usual size with it. */
const TAIL = END_LENGTH + 0xffff + LOCATOR64_LENGTH + END64_LENGTH;

const damaged = (part = 'zip'): HostError => new HostError('xlsx/damaged', { part });

interface Place {
  readonly count: number;
  readonly start: number;
  readonly size: number;
}

/** A number of 64 bits; those that a double cannot hold exactly are refused. */
function wide(view: DataView, at: number, part = 'zip'): number {
  const number = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(number)) throw damaged(part);
  return number;
}

/** The directory as the zip64 end record says it, which the locator at `locatorAt` points to. */
async function place64(read: Read, locatorAt: number): Promise<Place> {
  const locator = viewOf(await read(locatorAt, locatorAt + LOCATOR64_LENGTH));
  const at = wide(locator, 8);
  if (locator.getUint32(4, true) !== 0 || locator.getUint32(16, true) > 1 || at + END64_LENGTH > locatorAt) throw damaged();
  const end = viewOf(await read(at, at + END64_LENGTH));
  const found = { count: wide(end, 32), size: wide(end, 40), start: wide(end, 48) };
  const oneDisk = end.getUint32(16, true) === 0 && end.getUint32(20, true) === 0 && wide(end, 24) === found.count;
  if (end.getUint32(0, true) !== END64 || at + 12 + wide(end, 4) !== locatorAt || !oneDisk || found.start + found.size !== at) throw damaged();
  return found;
}

/** The directory as the end record at `at` says it; null where something else lies at `at`. */
async function placeOf(read: Read, at: number, fileSize: number): Promise<Place | null> {
  const end = viewOf(await read(at, at + END_LENGTH));
  if (end.getUint32(0, true) !== END || at + END_LENGTH + end.getUint16(20, true) !== fileSize) return null;
  const count = end.getUint16(10, true);
  const size = end.getUint32(12, true);
  const start = end.getUint32(16, true);
  if (end.getUint16(4, true) !== 0 || end.getUint16(6, true) !== 0 || end.getUint16(8, true) !== count) return null;
  const locatorAt = at - LOCATOR64_LENGTH;
  if (locatorAt >= 0 && viewOf(await read(locatorAt, at)).getUint32(0, true) === LOCATOR64) {
    const found = await place64(read, locatorAt);
    const agrees = (low: number, full: number, instead: number): boolean => low === instead || low === full;
    if (!agrees(count, found.count, COUNT_IN_ZIP64) || !agrees(size, found.size, IN_ZIP64) || !agrees(start, found.start, IN_ZIP64)) throw damaged();
    return found;
  }
  return start + size === at ? { count, size, start } : null;
}

type Read = (start: number, end: number) => Promise<Uint8Array>;

/** Reads of the file's end are served from one piece. */
async function tailReader(source: ByteSource): Promise<{ readonly read: Read; readonly tail: Uint8Array; readonly tailStart: number }> {
  const tailStart = Math.max(0, source.size - TAIL);
  const tail = await source.read(tailStart, source.size);
  return {
    tail, tailStart,
    read: (start, end) => start >= tailStart && end <= source.size && start <= end ? Promise.resolve(tail.subarray(start - tailStart, end - tailStart)) : source.read(start, end),
  };
}

/** A comment may hold what looks like an end record: only one that fits counts, and there must be one alone. */
async function findPlace(read: Read, tail: Uint8Array, tailStart: number, fileSize: number): Promise<Place> {
  const view = viewOf(tail);
  const found: Place[] = [];
  for (let at = tail.length - END_LENGTH; at >= 0 && at >= tail.length - END_LENGTH - 0xffff; at--) {
    if (tail[at] !== 0x50 || view.getUint32(at, true) !== END) continue;
    const place = await placeOf(read, tailStart + at, fileSize);
    if (place !== null) found.push(place);
  }
  const [place] = found;
  if (place === undefined || found.length > 1) throw damaged();
  return place;
}

/** The numbers of a record; what does not fit stands in its zip64 field, in this order (4.5.3). */
function numbersOf(view: DataView, at: number, extra: Uint8Array, part: string): { size: number; packed: number; offset: number } {
  const field = zip64Field(extra);
  let used = 0;
  const number = (place: number): number => {
    const low = view.getUint32(place, true);
    if (low !== IN_ZIP64) return low;
    if (field === undefined || field.length < used + 8) throw damaged(part);
    used += 8;
    return wide(viewOf(field), used - 8, part);
  };
  const size = number(at + 24);
  return { size, packed: number(at + 20), offset: number(at + 42) };
}

type Listed = Omit<DirectoryEntry, 'slotEnd'>;

function readRecord(bytes: Uint8Array, view: DataView, at: number): Listed {
  if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged();
  const nameEnd = at + CENTRAL_LENGTH + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const end = extraEnd + view.getUint16(at + 32, true);
  if (end > bytes.length) throw damaged();
  const flags = view.getUint16(at + 8, true);
  if ((flags & FLAGS_ENCRYPTED) !== 0) throw new HostError('xlsx/encrypted');
  const name = readPartName(bytes.subarray(at + CENTRAL_LENGTH, nameEnd), (flags & FLAG_UTF8) !== 0);
  const numbers = numbersOf(view, at, bytes.subarray(nameEnd, extraEnd), name);
  const folder = name.endsWith('/');
  if (folder && numbers.size > 0) throw damaged(name);
  return { path: name, folder, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), ...numbers, record: bytes.subarray(at, end) };
}

/** Refuses entries that share bytes with one another or with the directory; the local headers are held to their slots when they are read. */
function withSlots(records: readonly Listed[], directoryStart: number): DirectoryEntry[] {
  const byOffset = [...records].sort((a, b) => a.offset - b.offset);
  const slotEnds = new Map<Listed, number>();
  for (const [i, record] of byOffset.entries()) {
    const slotEnd = byOffset[i + 1]?.offset ?? directoryStart;
    const nameLength = viewOf(record.record).getUint16(28, true);
    if (record.offset + LOCAL_LENGTH + nameLength + record.packed > slotEnd) throw damaged(record.path);
    slotEnds.set(record, slotEnd);
  }
  return records.map((record) => ({ ...record, slotEnd: slotEnds.get(record) ?? directoryStart }));
}

function assertUnique(entries: readonly StoredEntry[]): void {
  const seen = new Set<string>();
  for (const { path } of entries) {
    // A part and a folder of its name are two things to nobody.
    const key = partKey(path).replace(/\/$/, '');
    if (seen.has(key)) throw damaged(path);
    seen.add(key);
  }
}

/** In the directory's order. Throws HostError `xlsx/damaged`, `xlsx/encrypted`, `xlsx/too-large`. */
export async function readDirectory(source: ByteSource, limits: Limits): Promise<readonly DirectoryEntry[]> {
  if (source.size < END_LENGTH) throw damaged();
  const { read, tail, tailStart } = await tailReader(source);
  const { count, size, start } = await findPlace(read, tail, tailStart, source.size);
  if (count > limits.maxEntries) throw new HostError('xlsx/too-large', { part: 'zip', size: count, limit: limits.maxEntries });
  if (size > limits.maxPartBytes) throw new HostError('xlsx/too-large', { part: 'zip', size, limit: limits.maxPartBytes });
  const bytes = await read(start, start + size);
  const view = viewOf(bytes);
  const records: Listed[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const record = readRecord(bytes, view, at);
    records.push(record);
    at += record.record.length;
  }
  if (at !== size) throw damaged();
  assertUnique(records);
  return withSlots(records, start);
}
