/** Zip containers field by field, so that any of them can be wrong. Only for small files: no zip64 of its own making. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFields {
  version: number;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  name: Uint8Array;
  extra: Uint8Array;
}

export interface ZipRecord {
  local: ZipFields;
  data: Uint8Array;
  /** What stands behind the data, such as a data descriptor. */
  after: Uint8Array;
  central: ZipFields & { comment: Uint8Array; /** Null: where the record came to lie. */ offset: number | null };
}

export interface ZipEnd {
  /** Null: as it is. */
  entries: number | null;
  directorySize: number | null;
  directoryOffset: number | null;
  comment: Uint8Array;
}

const NOTHING = new Uint8Array();

export function zipRecord(path: string, content: Uint8Array, stored = false): ZipRecord {
  const data = stored ? content : new Uint8Array(deflateRawSync(content));
  const fields = (): ZipFields => ({ version: 20, flags: 0x0800, method: stored ? 0 : 8, crc: crc32(content), packed: data.length, size: content.length, name: new TextEncoder().encode(path), extra: NOTHING });
  return { local: fields(), data, after: NOTHING, central: { ...fields(), comment: NOTHING, offset: null } };
}

/** The same record with its sizes behind the data, as streaming writers do it. */
export function withDescriptor(record: ZipRecord, signature = true): ZipRecord {
  const after = new Uint8Array(signature ? 16 : 12);
  const view = new DataView(after.buffer);
  if (signature) view.setUint32(0, 0x08074b50, true);
  [record.central.crc, record.central.packed, record.central.size].forEach((value, i) => view.setUint32(after.length - 12 + i * 4, value, true));
  const flags = record.local.flags | 8;
  return { ...record, local: { ...record.local, flags, crc: 0, packed: 0, size: 0 }, after, central: { ...record.central, flags } };
}

function header(signature: number, fields: ZipFields, madeBy: boolean, tail: number): Uint8Array {
  const before = madeBy ? 6 : 4;
  const bytes = new Uint8Array(before + 26 + tail);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  if (madeBy) view.setUint16(4, 20, true);
  [fields.version, fields.flags, fields.method, 0, 0x21].forEach((value, i) => view.setUint16(before + i * 2, value, true));
  [fields.crc, fields.packed, fields.size].forEach((value, i) => view.setUint32(before + 10 + i * 4, value, true));
  view.setUint16(before + 22, fields.name.length, true);
  view.setUint16(before + 24, fields.extra.length, true);
  return bytes;
}

export function zipBytes(records: readonly ZipRecord[], end: ZipEnd = { entries: null, directorySize: null, directoryOffset: null, comment: NOTHING }): Uint8Array {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { local, data, after, central } of records) {
    const head = header(0x02014b50, central, true, 14);
    const view = new DataView(head.buffer);
    view.setUint16(32, central.comment.length, true);
    view.setUint32(42, central.offset ?? at, true);
    directory.push(head, central.name, central.extra, central.comment);
    for (const piece of [header(0x04034b50, local, false, 0), local.name, local.extra, data, after]) {
      body.push(piece);
      at += piece.length;
    }
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const tail = new Uint8Array(22);
  const view = new DataView(tail.buffer);
  view.setUint32(0, 0x06054b50, true);
  const entries = end.entries ?? records.length;
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, end.directorySize ?? size, true);
  view.setUint32(16, end.directoryOffset ?? at, true);
  view.setUint16(20, end.comment.length, true);
  return new Uint8Array(Buffer.concat([...body, ...directory, tail, end.comment]));
}
