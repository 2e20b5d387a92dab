/**
 * Zip containers put together record by record, so that each record can say what it should not. Shares nothing with the
 * product: the layout is that of APPNOTE 6.3.10, data is packed and summed by node:zlib.
 */
import { deflateRawSync, gzipSync } from 'node:zlib';

/** What a header says; absent: the truth. */
export interface Said {
  readonly name?: string | Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly size?: number;
  readonly extra?: Uint8Array;
}

export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array;
  /** Stored instead of deflated. */
  readonly stored?: boolean;
  /** The packed bytes, where they are not what `data` gives. */
  readonly bytes?: Uint8Array;
  /** Both headers, or one alone. */
  readonly both?: Said;
  readonly local?: Said;
  readonly central?: Said & { readonly offset?: number };
  /** Length and CRC-32 behind the data, none in the local header; `bare`: without the signature. */
  readonly descriptor?: 'signed' | 'bare';
  /** Bytes between this entry and the next. */
  readonly gap?: Uint8Array;
}

export interface RawZip {
  readonly entries: readonly RawEntry[];
  readonly before?: Uint8Array;
  readonly behind?: Uint8Array;
  readonly comment?: Uint8Array;
  /** Lists the entries from the last to the first. */
  readonly backwards?: boolean;
  /** What the end record says. */
  readonly end?: { readonly count?: number; readonly size?: number; readonly start?: number; readonly disk?: number };
  /** Also writes a zip64 end record and its locator, which say this. */
  readonly end64?: { readonly count?: bigint; readonly size?: bigint; readonly start?: bigint; readonly at?: bigint };
}

/** CRC-32 of the bytes, as node:zlib puts it into a gzip trailer. */
export const sumOf = (data: Uint8Array): number => gzipSync(data).readUInt32LE(gzipSync(data).length - 8);
export const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >>> 8) & 0xff]);
export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
export function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}
export const extraField = (id: number, data: Uint8Array): Buffer => Buffer.concat([u16(id), u16(data.length), data]);
const nameBytes = (name: string | Uint8Array): Uint8Array => (typeof name === 'string' ? Buffer.from(name) : name);

/** The 26 bytes that both headers share, from `version needed` to the length of the extra field. */
function shared(name: Uint8Array, flags: number, method: number, [crc, packed, size]: readonly number[], extra: Uint8Array): Buffer {
  return Buffer.concat([u16(20), u16(flags), u16(method), u32(0x5a21_6000), u32(crc ?? 0), u32(packed ?? 0), u32(size ?? 0), u16(name.length), u16(extra.length)]);
}

export function rawZip({ entries, backwards = false, before = new Uint8Array(), behind = new Uint8Array(), comment = new Uint8Array(), end = {}, end64 }: RawZip): Uint8Array {
  const body: Uint8Array[] = [before];
  const directory: Uint8Array[] = [];
  let at = before.length;
  for (const entry of entries) {
    const data = entry.data ?? new Uint8Array();
    const bytes = entry.bytes ?? (entry.stored === true ? data : deflateRawSync(data));
    const truth = { name: entry.name, flags: entry.descriptor === undefined ? 0x800 : 0x808, method: entry.stored === true ? 0 : 8, crc: sumOf(data), packed: bytes.length, size: data.length, extra: new Uint8Array() };
    const local = { ...truth, ...(entry.descriptor === undefined ? {} : { crc: 0, packed: 0, size: 0 }), ...entry.both, ...entry.local };
    const central = { ...truth, offset: at, ...entry.both, ...entry.central };
    const localName = nameBytes(local.name);
    const centralName = nameBytes(central.name);
    const tail = entry.descriptor === undefined ? [] : [...(entry.descriptor === 'signed' ? [u32(0x08074b50)] : []), u32(truth.crc), u32(truth.packed), u32(truth.size)];
    const whole = Buffer.concat([
      u32(0x04034b50), shared(localName, local.flags, local.method, [local.crc, local.packed, local.size], local.extra), localName, local.extra, bytes, ...tail, entry.gap ?? new Uint8Array(),
    ]);
    body.push(whole);
    at += whole.length;
    directory.push(Buffer.concat([
      u32(0x02014b50), u16(20), shared(centralName, central.flags, central.method, [central.crc, central.packed, central.size], central.extra), Buffer.alloc(2 + 2 + 2 + 4), u32(central.offset), centralName, central.extra,
    ]));
  }
  const list = Buffer.concat(backwards ? directory.map((_, i) => directory[directory.length - 1 - i] ?? new Uint8Array()) : directory);
  const records64 = end64 === undefined ? [] : [
    u32(0x06064b50), u64(44n), u16(45), u16(45), u32(0), u32(0), u64(end64.count ?? BigInt(entries.length)), u64(end64.count ?? BigInt(entries.length)), u64(end64.size ?? BigInt(list.length)), u64(end64.start ?? BigInt(at)),
    u32(0x07064b50), u32(0), u64(end64.at ?? BigInt(at + list.length)), u32(1),
  ];
  const count = end.count ?? entries.length;
  return new Uint8Array(Buffer.concat([
    ...body, list, ...records64, u32(0x06054b50), u16(end.disk ?? 0), u16(end.disk ?? 0), u16(count), u16(count), u32(end.size ?? list.length), u32(end.start ?? at), u16(comment.length), comment, behind,
  ]));
}
