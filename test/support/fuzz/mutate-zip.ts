/** Damage of the container: whatever is changed here, the content of the parts stays what it was or must be refused. */
import { withDescriptor, zipBytes, zipRecord, type ZipEnd, type ZipFields, type ZipRecord } from './plain-zip';
import type { Random } from './random';

const NUMBERS = [0, 1, 2, 7, 8, 12, 20, 45, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

function otherNumber(value: number, random: Random): number {
  return random.once(2) ? random.pick(NUMBERS) : Math.max(0, value + random.pick([-30, -8, -2, -1, 1, 2, 8, 30, 4096]));
}

type Field = 'version' | 'flags' | 'method' | 'crc' | 'packed' | 'size';
const FIELDS: readonly Field[] = ['version', 'flags', 'method', 'crc', 'packed', 'size'];

function changeField(fields: ZipFields, random: Random): void {
  if (random.once(8)) {
    fields.name = random.pick([new Uint8Array(), new TextEncoder().encode('../../etc/passwd'), new TextEncoder().encode('__proto__'), new Uint8Array([0xff, 0xfe]), fields.name.slice(0, -1), new Uint8Array(60_000)]);
    return;
  }
  if (random.once(8)) {
    // A zip64 field that says something else, or ends early.
    fields.extra = new Uint8Array([1, 0, random.pick([0, 4, 8, 16, 28, 255]), 0, ...Array.from({ length: random.int(30) }, () => random.int(256))]);
    return;
  }
  const field = random.pick(FIELDS);
  const wide = field === 'crc' || field === 'packed' || field === 'size' ? 2 ** 32 : 2 ** 16;
  fields[field] = otherNumber(fields[field], random) % wide;
}

function changeRecords(records: ZipRecord[], random: Random): void {
  const at = random.int(records.length);
  const record = records[at];
  const other = records[random.int(records.length)];
  if (record === undefined || other === undefined) return;
  switch (random.int(11)) {
    case 0: changeField(record.local, random); break;
    case 1: changeField(record.central, random); break;
    case 2: // Both headers agree on what is wrong.
      changeField(record.central, random);
      record.local = { ...record.central };
      break;
    case 3: record.data = record.data.slice(0, random.int(record.data.length + 1)); break;
    case 4: {
      const data = record.data.slice();
      for (let i = 0, many = 1 + random.int(3); i < many && data.length > 0; i++) {
        const where = random.int(data.length);
        data[where] = (data[where] ?? 0) ^ (1 << random.int(8));
      }
      record.data = data;
      break;
    }
    case 5: [record.data, other.data] = [other.data, record.data]; break;
    case 6: records.splice(random.int(records.length + 1), 0, random.once(2) ? { ...record } : zipRecord(new TextDecoder().decode(record.central.name), new TextEncoder().encode('<x/>'))); break;
    case 7: record.central.offset = otherNumber(random.int(5000), random) % 2 ** 32; break;
    case 8: records[at] = withDescriptor(record, random.once(2)); break;
    case 9: record.data = new Uint8Array(Buffer.concat([record.data, new Uint8Array(random.int(40))])); break;
    default: record.after = random.pick([new Uint8Array([0x50, 0x4b, 5, 6]), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), new Uint8Array(3)]);
  }
}

function changeEnd(end: ZipEnd, random: Random): void {
  switch (random.int(4)) {
    case 0: end.entries = random.pick([0, 1, 3, 5, 100, 0xfffe, 0xffff]); break;
    case 1: end.directorySize = otherNumber(random.int(900), random) % 2 ** 32; break;
    case 2: end.directoryOffset = otherNumber(random.int(5000), random) % 2 ** 32; break;
    default: end.comment = random.pick([new Uint8Array(22), new Uint8Array([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]), new Uint8Array([0x50, 0x4b, 5, 6]), new Uint8Array(0xffff)]);
  }
}

function changeBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.int(bytes.length);
  switch (random.int(5)) {
    case 0: return bytes.slice(0, at);
    case 1: return new Uint8Array(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.int(20))]));
    case 2: return new Uint8Array(Buffer.concat([bytes.subarray(0, at), bytes.subarray(random.int(bytes.length), random.int(bytes.length)), bytes.subarray(at)]));
    case 3: return new Uint8Array(Buffer.concat([new Uint8Array(random.int(50)), bytes]));
    default: {
      const changed = bytes.slice();
      for (let i = 0, many = 1 + random.int(4); i < many; i++) {
        const where = random.int(bytes.length);
        changed[where] = random.once(2) ? random.int(256) : (changed[where] ?? 0) ^ (1 << random.int(8));
      }
      return changed;
    }
  }
}

/** Packing is what costs most: each part of a seed is packed once in either way. */
const packed = new WeakMap<Uint8Array, readonly [ZipRecord, ZipRecord]>();

/** A record of its own, whose fields may be changed. */
function recordOf(path: string, content: Uint8Array, stored: boolean): ZipRecord {
  const both = packed.get(content) ?? [zipRecord(path, content), zipRecord(path, content, true)];
  packed.set(content, both);
  const { local, central, ...rest } = both[stored ? 1 : 0];
  return { ...rest, local: { ...local }, central: { ...central } };
}

export function mutateZip(parts: ReadonlyMap<string, Uint8Array>, random: Random): Uint8Array {
  const records = [...parts].map(([path, content]) => recordOf(path, content, random.once(5)));
  const end: ZipEnd = { entries: null, directorySize: null, directoryOffset: null, comment: new Uint8Array() };
  if (random.once(3)) return changeBytes(zipBytes(records, end), random);
  for (let i = 0, many = 1 + random.int(2); i < many; i++) {
    if (random.once(8)) changeEnd(end, random);
    else changeRecords(records, random);
  }
  return zipBytes(records, end);
}
