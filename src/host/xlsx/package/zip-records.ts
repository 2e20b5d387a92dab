/** The records of a zip container as bytes (APPNOTE 6.3.10, 4.3): what the reader and the writer both know of them. */

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
export const END64 = 0x06064b50;
export const LOCATOR64 = 0x07064b50;
const DESCRIPTOR = 0x08074b50;
/** Lengths without names, extra fields and comments. */
export const LOCAL_LENGTH = 30;
export const CENTRAL_LENGTH = 46;
export const END_LENGTH = 22;
export const END64_LENGTH = 56;
export const LOCATOR64_LENGTH = 20;
/** In place of a number that stands in the zip64 field, or from which on it must. */
export const IN_ZIP64 = 0xffffffff;
export const COUNT_IN_ZIP64 = 0xffff;
/** Flag: length and CRC-32 follow the data. */
export const FLAG_DESCRIPTOR = 0x0008;
/** Flag: the name is UTF-8. */
export const FLAG_UTF8 = 0x0800;
/** Flags: encrypted, strongly encrypted, headers masked. */
export const FLAGS_ENCRYPTED = 0x2041;
/** 1980-01-01, the first day that zip can hold. */
const DATE = 0x0021;
const ZIP64_FIELD = 1;
const DEFLATE = 8;
const NEEDS_DEFLATE = 20;
const NEEDS_ZIP64 = 45;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What both headers say of an entry. */
export interface Content {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The extra fields one by one; nothing where they do not add up. */
function* extraFields(extra: Uint8Array): Generator<{ readonly id: number; readonly data: Uint8Array; readonly whole: Uint8Array }> {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) return;
    yield { id: view.getUint16(at, true), data: extra.subarray(at + 4, end), whole: extra.subarray(at, end) };
    at = end;
  }
}

export function zip64Field(extra: Uint8Array): Uint8Array | undefined {
  for (const field of extraFields(extra)) if (field.id === ZIP64_FIELD) return field.data;
  return undefined;
}

/** Numbers that are too large for their place in the record, as the field that holds them instead. */
function zip64Of(numbers: readonly number[]): Uint8Array {
  if (numbers.length === 0) return new Uint8Array();
  const field = new Uint8Array(4 + 8 * numbers.length);
  const view = viewOf(field);
  view.setUint16(0, ZIP64_FIELD, true);
  view.setUint16(2, 8 * numbers.length, true);
  for (const [i, number] of numbers.entries()) view.setBigUint64(4 + 8 * i, BigInt(number), true);
  return field;
}

/** Extra fields without the zip64 one; bytes that are no fields stay. */
function withoutZip64(extra: Uint8Array): Uint8Array {
  if (zip64Field(extra) === undefined) return extra;
  return concat(...[...extraFields(extra)].filter((field) => field.id !== ZIP64_FIELD).map((field) => field.whole));
}

const large = (number: number): boolean => number >= IN_ZIP64;
const low = (number: number): number => Math.min(number, IN_ZIP64);

/** A local header of an entry that we deflate. Without `content` a descriptor follows the data. */
export function newLocalHeader(name: Uint8Array, content?: Content): Uint8Array {
  const header = new Uint8Array(LOCAL_LENGTH);
  const view = viewOf(header);
  view.setUint32(0, LOCAL, true);
  view.setUint16(4, NEEDS_DEFLATE, true);
  view.setUint16(6, content === undefined ? FLAG_UTF8 | FLAG_DESCRIPTOR : FLAG_UTF8, true);
  view.setUint16(8, DEFLATE, true);
  view.setUint16(12, DATE, true);
  view.setUint16(26, name.length, true);
  return content === undefined ? concat(header, name) : localHeader(concat(header, name), content);
}

/** A local header (with name and extra fields) that says itself what a descriptor would say, or its numbers put right; all else stays. */
export function localHeader(old: Uint8Array, content: Content): Uint8Array {
  const oldView = viewOf(old);
  const nameEnd = LOCAL_LENGTH + oldView.getUint16(26, true);
  const zip64 = large(content.packed) || large(content.size);
  // The local field holds both sizes or none (4.5.3).
  const extra = concat(withoutZip64(old.subarray(nameEnd)), zip64 ? zip64Of([content.size, content.packed]) : new Uint8Array());
  const header = concat(old.subarray(0, nameEnd), extra);
  const view = viewOf(header);
  if (zip64) view.setUint16(4, Math.max(NEEDS_ZIP64, view.getUint16(4, true)), true);
  view.setUint16(6, view.getUint16(6, true) & ~FLAG_DESCRIPTOR, true);
  view.setUint32(14, content.crc, true);
  view.setUint32(18, zip64 ? IN_ZIP64 : content.packed, true);
  view.setUint32(22, zip64 ? IN_ZIP64 : content.size, true);
  view.setUint16(28, extra.length, true);
  return header;
}

export function descriptor({ crc, packed, size }: Content): Uint8Array {
  const wide = large(packed) || large(size);
  const bytes = new Uint8Array(wide ? 24 : 16);
  const view = viewOf(bytes);
  view.setUint32(0, DESCRIPTOR, true);
  view.setUint32(4, crc, true);
  if (wide) {
    view.setBigUint64(8, BigInt(packed), true);
    view.setBigUint64(16, BigInt(size), true);
  } else {
    view.setUint32(8, packed, true);
    view.setUint32(12, size, true);
  }
  return bytes;
}

/** The record of an entry that we deflated; `descriptors`: length and CRC-32 follow its data. */
export function newCentralRecord(name: Uint8Array, content: Content, offset: number, descriptors: boolean): Uint8Array {
  const record = new Uint8Array(CENTRAL_LENGTH);
  const view = viewOf(record);
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, NEEDS_DEFLATE, true); // made by: 2.0, MS-DOS
  view.setUint16(6, NEEDS_DEFLATE, true);
  view.setUint16(8, descriptors ? FLAG_UTF8 | FLAG_DESCRIPTOR : FLAG_UTF8, true);
  view.setUint16(10, DEFLATE, true);
  view.setUint16(14, DATE, true);
  view.setUint16(28, name.length, true);
  return centralRecord(concat(record, name), content, offset, descriptors);
}

/** Padding between parts, as programs leave it who mean to change a package in its place: signature, then zeros. */
const PADDING_FIELD = 0xa220;
const PADDING_SIGNATURE = 0xa028;
const LEAST_PADDING = 8;
const MOST_EXTRA = 0xffff;

/** The local header made longer by so many bytes of padding; null where they are too few or too many. Padding that it has already is taken in. */
export function padded(old: Uint8Array, by: number): Uint8Array | null {
  const nameEnd = LOCAL_LENGTH + viewOf(old).getUint16(26, true);
  const fields = [...extraFields(old.subarray(nameEnd))];
  const others = concat(...fields.filter(({ id }) => id !== PADDING_FIELD).map(({ whole }) => whole));
  const length = old.length - nameEnd - others.length + by;
  if (length < LEAST_PADDING || others.length + length > MOST_EXTRA || fields.reduce((sum, { whole }) => sum + whole.length, nameEnd) !== old.length) return null;
  const padding = new Uint8Array(length);
  const view = viewOf(padding);
  view.setUint16(0, PADDING_FIELD, true);
  view.setUint16(2, length - 4, true);
  view.setUint16(4, PADDING_SIGNATURE, true);
  view.setUint16(6, Math.min(length - LEAST_PADDING, MOST_EXTRA), true);
  const header = concat(old.subarray(0, nameEnd), others, padding);
  viewOf(header).setUint16(28, others.length + length, true);
  return header;
}

/** The record of an entry whose header alone moved; null where its place does not stand in the record itself. */
export function recordAt(record: Uint8Array, offset: number): Uint8Array | null {
  if (viewOf(record).getUint32(42, true) === IN_ZIP64) return null;
  const moved = record.slice();
  viewOf(moved).setUint32(42, offset, true);
  return moved;
}

/** A record of the central directory for an entry that lies elsewhere now; name, dates, attributes, comment and extra fields stay. */
export function centralRecord(old: Uint8Array, content: Content, offset: number, descriptors = false): Uint8Array {
  const oldView = viewOf(old);
  const nameEnd = CENTRAL_LENGTH + oldView.getUint16(28, true);
  const extraEnd = nameEnd + oldView.getUint16(30, true);
  const zip64 = zip64Of([content.size, content.packed, offset].filter(large));
  const extra = concat(withoutZip64(old.subarray(nameEnd, extraEnd)), zip64);
  const record = concat(old.subarray(0, nameEnd), extra, old.subarray(extraEnd));
  const view = viewOf(record);
  if (zip64.length > 0) view.setUint16(6, Math.max(NEEDS_ZIP64, view.getUint16(6, true)), true);
  if (!descriptors) view.setUint16(8, view.getUint16(8, true) & ~FLAG_DESCRIPTOR, true);
  view.setUint32(16, content.crc, true);
  view.setUint32(20, low(content.packed), true);
  view.setUint32(24, low(content.size), true);
  view.setUint16(30, extra.length, true);
  view.setUint16(34, 0, true); // the first and only disk
  view.setUint32(42, low(offset), true);
  return record;
}

/** What follows the central directory. */
export function endRecords(count: number, size: number, start: number): Uint8Array {
  const end = new Uint8Array(END_LENGTH);
  const view = viewOf(end);
  view.setUint32(0, END, true);
  view.setUint16(8, Math.min(count, COUNT_IN_ZIP64), true);
  view.setUint16(10, Math.min(count, COUNT_IN_ZIP64), true);
  view.setUint32(12, low(size), true);
  view.setUint32(16, low(start), true);
  if (count < COUNT_IN_ZIP64 && !large(size) && !large(start)) return end;
  const end64 = new Uint8Array(END64_LENGTH + LOCATOR64_LENGTH);
  const view64 = viewOf(end64);
  view64.setUint32(0, END64, true);
  view64.setBigUint64(4, BigInt(END64_LENGTH - 12), true);
  view64.setUint16(12, NEEDS_ZIP64, true);
  view64.setUint16(14, NEEDS_ZIP64, true);
  view64.setBigUint64(24, BigInt(count), true);
  view64.setBigUint64(32, BigInt(count), true);
  view64.setBigUint64(40, BigInt(size), true);
  view64.setBigUint64(48, BigInt(start), true);
  view64.setUint32(END64_LENGTH, LOCATOR64, true);
  view64.setBigUint64(END64_LENGTH + 8, BigInt(start + size), true);
  view64.setUint32(END64_LENGTH + 16, 1, true);
  return concat(end64, end);
}
