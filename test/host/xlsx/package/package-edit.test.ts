import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { randomBytes } from 'node:crypto';
import { nodeGzip } from '../../../../src/host/node/gzip';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../../../src/core/model/join-bytes';
import { editPackage, type PackageEdit } from '../../../../src/host/xlsx/package/package-edit';
import { DEFAULT_LIMITS, type Zip } from '../../../../src/host/xlsx/package/zip';
import { openZip } from '../../../../src/host/xlsx/package/zip-reader';
import { extraField, rawZip, type RawEntry } from '../../../support/raw-zip';

const zipOf = (bytes: Uint8Array): Promise<Zip> => openZip(bytesSource(bytes), nodeGzip, DEFAULT_LIMITS);
const editOf = async (...entries: readonly RawEntry[]): Promise<PackageEdit> => editPackage(await zipOf(rawZip({ entries })), nodeGzip);
const part = (name: string, text: string): RawEntry => ({ name, data: strToU8(text) });

async function* marked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield strToU8('<');
  yield* pieces;
  yield strToU8('>');
}

/** Random packages, and what is done to each part. */
const content = fc.uint8Array({ maxLength: 400 });
const rawEntry = fc.record({
  data: fc.oneof(content, content.map((bytes) => Uint8Array.from({ length: bytes.length * 50 }, (_, i) => bytes[i % 7] ?? 0))),
  stored: fc.boolean(),
  descriptor: fc.constantFrom('signed' as const, 'bare' as const, undefined),
  gap: fc.uint8Array({ maxLength: 20 }),
  extra: fc.option(fc.uint8Array({ maxLength: 12 }), { nil: undefined }),
});
const change = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'keep' as const }) },
  fc.record({ kind: fc.constant('set' as const), bytes: content }),
  fc.record({ kind: fc.constant('rewrite' as const), times: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ kind: 'remove' as const }),
  fc.record({ kind: fc.constant('back' as const), bytes: content }),
);

function rawOf(made: { data: Uint8Array; stored: boolean; descriptor: 'signed' | 'bare' | undefined; gap: Uint8Array; extra: Uint8Array | undefined }, i: number): RawEntry {
  const { data, stored, descriptor, gap, extra } = made;
  return { name: `xl/Part${i}.xml`, data, stored, gap, ...(descriptor === undefined ? {} : { descriptor }), ...(extra === undefined ? {} : { both: { extra: extraField(0x5455, extra) } }) };
}

describe('editPackage', () => {
  it('changes what is touched and copies the rest byte for byte, whatever the package', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(rawEntry, change), { maxLength: 8 }), fc.array(content, { maxLength: 3 }), async (parts, added) => {
      const raw = parts.map(([made], i) => rawOf(made, i));
      const zip = await zipOf(rawZip({ entries: [...raw, { name: 'folder/', stored: true }] }));
      const edit = editPackage(zip, nodeGzip);
      const expected = new Map<string, Buffer>();
      for (const [i, [{ data }, done]] of parts.entries()) {
        const path = `xl/Part${i}.xml`;
        expected.set(path, Buffer.from(data));
        if (done.kind === 'set' || done.kind === 'back') {
          if (done.kind === 'back') edit.remove(path);
          // A part that is there keeps the case of its name.
          edit.set(done.kind === 'set' ? path.toUpperCase() : path, done.bytes);
          expected.set(path, Buffer.from(done.bytes));
        } else if (done.kind === 'remove') {
          edit.remove(path.toLowerCase());
          expected.delete(path);
        } else if (done.kind === 'rewrite') {
          for (let time = 0; time < done.times; time++) edit.rewrite(path, marked);
          expected.set(path, Buffer.concat([Buffer.from('<'.repeat(done.times)), data, Buffer.from('>'.repeat(done.times))]));
        }
      }
      for (const [i, bytes] of added.entries()) {
        edit.set(`new/${i}.bin`, bytes);
        expected.set(`new/${i}.bin`, Buffer.from(bytes));
      }

      const out = await joinBytes(edit.output());
      expect(Buffer.compare(await joinBytes(edit.output()), out)).toBe(0);
      const theirs = unzipSync(out);
      const files = Object.entries(theirs).filter(([path]) => !path.endsWith('/'));
      // Same order, new ones last, nothing else.
      expect(files.map(([path]) => path)).toEqual([...expected.keys()]);
      for (const [path, bytes] of files) expect(Buffer.from(bytes).equals(expected.get(path) ?? Buffer.from('none'))).toBe(true);
      expect('folder/' in theirs).toBe(true);
      expect([...edit.paths()]).toEqual([...expected.keys()]);

      const after = await zipOf(out);
      for (const [i, [{ descriptor }, done]] of parts.entries()) {
        if (done.kind !== 'keep') continue;
        const [old, now] = [zip, after].map((container) => container.entries.find((entry) => entry.path === `xl/Part${i}.xml`));
        if (old === undefined || now === undefined) throw new Error('lost');
        expect(Buffer.from(await joinBytes(after.packed(now.path))).equals(Buffer.from(await joinBytes(zip.packed(old.path))))).toBe(true);
        expect([now.crc, now.size, now.packed, now.method]).toEqual([old.crc, old.size, old.packed, old.method]);
        // Header and record are the old ones but for the place, and for what a descriptor said.
        const record = Buffer.from(old.record);
        now.record.subarray(42, 46).forEach((byte, at) => (record[42 + at] = byte));
        if (descriptor !== undefined) record[8] = (record[8] ?? 0) & ~8;
        expect(record.equals(Buffer.from(now.record))).toBe(true);
      }
    }), { numRuns: 150 });
  });

  it('reads parts as they will be', async () => {
    const edit = await editOf(part('a.xml', '<a/>'), part('b.xml', '<b/>'));
    edit.rewrite('A.XML', marked);
    edit.rewrite('a.xml', marked);
    expect(await edit.text('a.xml')).toBe('<<<a/>>>');
    expect(strFromU8(await joinBytes(edit.pieces('a.xml')))).toBe('<<<a/>>>');
    edit.set('a.xml', 'new');
    expect(await edit.text('a.xml')).toBe('new');
    edit.rewrite('a.xml', marked);
    expect(strFromU8(await edit.bytes('a.xml'))).toBe('<new>');
    edit.remove('b.xml');
    expect([edit.has('B.xml'), edit.has('A.xml'), edit.paths()]).toEqual([false, true, ['a.xml']]);
    await expect(edit.bytes('b.xml')).rejects.toMatchObject({ code: 'xlsx/damaged', params: { part: 'b.xml' } });
    expect(() => edit.rewrite('b.xml', marked)).toThrow('xlsx/damaged');
    expect(() => edit.remove('b.xml')).toThrow('xlsx/damaged');
  });

  it('keeps what it was given, whatever becomes of the array', async () => {
    const edit = await editOf(part('a.xml', '<a/>'));
    const bytes = strToU8('given');
    edit.set('a.xml', bytes);
    bytes.fill(0);
    expect(await edit.text('a.xml')).toBe('given');
  });

  it('finds free paths', async () => {
    const edit = await editOf(part('xl/worksheets/Sheet1.xml', ''), part('xl/worksheets/sheet3.xml', ''));
    expect(edit.freePath('xl/worksheets/sheet#.xml')).toBe('xl/worksheets/sheet2.xml');
    edit.set('xl/worksheets/sheet2.xml', '');
    expect(edit.freePath('xl/worksheets/sheet#.xml')).toBe('xl/worksheets/sheet4.xml');
  });

  const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
    const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
    return new Uint8Array(big ? bytes.swap16() : bytes);
  };
  it.each([[false, true], [true, true], [false, false], [true, false]])('reads UTF-16 (big-endian %s, mark %s), and writes UTF-8 that says so', async (big, mark) => {
    const edit = await editOf({ name: 'a.xml', data: utf16('<?xml version="1.0" encoding="UTF-16" standalone="yes"?><a>表</a>', big, mark) });
    const text = await edit.text('a.xml');
    expect(text.startsWith('<?xml')).toBe(true);
    edit.set('a.xml', text.replace('表', '表２'));
    const bytes = await edit.bytes('a.xml');
    expect(strFromU8(bytes)).toBe('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a>表２</a>');
  });

  it.each([
    ["<?xml version='1.0' encoding='gb2312'?><a/>", '<?xml version=\'1.0\' encoding="UTF-8"?><a/>'],
    ['<?xml version="1.0" encoding="utf-8"?><a/>', '<?xml version="1.0" encoding="utf-8"?><a/>'],
    ['<?xml version="1.0"?><a encoding="utf-16"/>', '<?xml version="1.0"?><a encoding="utf-16"/>'],
    ['\uFEFF<a/>', '<a/>'],
  ])('declares what it writes: %s', async (text, expected) => {
    const edit = await editOf(part('a.xml', ''));
    edit.set('a.xml', text);
    expect(await edit.text('a.xml')).toBe(expected);
  });

  it('refuses text that is none, and parts that grow beyond the limit', async () => {
    const edit = await editOf({ name: 'a.xml', data: Uint8Array.of(0x3c, 0xff, 0xfe, 0xc3) });
    await expect(edit.text('a.xml')).rejects.toMatchObject({ code: 'xlsx/damaged', params: { part: 'a.xml' } });
    const limited = editPackage(await zipOf(rawZip({ entries: [part('a.xml', 'x'.repeat(99))] })), nodeGzip, { maxPartBytes: 100 });
    limited.rewrite('a.xml', marked);
    await expect(limited.bytes('a.xml')).rejects.toMatchObject({ code: 'xlsx/too-large', params: { part: 'a.xml', limit: 100 } });
  });

  it('passes on what a rewriting throws, and ends it when nobody reads on', async () => {
    const edit = await editOf(part('a.xml', '<a/>'), part('b.xml', 'b'.repeat(1000)));
    let ended = 0;
    edit.rewrite('b.xml', async function* endless(pieces) {
      try {
        yield* pieces;
        for (;;) yield randomBytes(1 << 18);
      } finally {
        ended++;
      }
    });
    for await (const piece of edit.output()) if (piece.length > 1000) break;
    expect(ended).toBe(1);
    const error = new Error('cannot');
    edit.set('b.xml', '');
    edit.rewrite('b.xml', () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }) }));
    await expect(joinBytes(edit.output())).rejects.toBe(error);
  });
});
