/** A package changed on a copy of the file: the same parts as written anew, and hardly a byte of the others written. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import type { Change } from '../../../../src/app/ports';
import { nodeFiles } from '../../../../src/host/node/files';
import { nodeGzip } from '../../../../src/host/node/gzip';
import { editPackage, type PackageEdit } from '../../../../src/host/xlsx/package/package-edit';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { DEFAULT_LIMITS } from '../../../../src/host/xlsx/package/zip';
import { openZip } from '../../../../src/host/xlsx/package/zip-reader';
import { writeZip, type ZipEntry } from '../../../../src/host/xlsx/package/zip-writer';
import { joined } from '../../../support/memory-files';
import { describeWithOpenpyxl, runOpenpyxl } from '../../../support/openpyxl';

/** Does not pack, so that a few megabytes are a large file. */
const noise = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const packageOf = (parts: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> => joined(writeZip(parts.map(([path, bytes]): ZipEntry => ({ path, chunks: [bytes] })), nodeGzip));
const LARGE = noise(5 << 20);
const PARTS = [['a.xml', text('<a/>'.repeat(50))], ['b.xml', text('<b/>')], ['large.bin', LARGE], ['c.xml', noise(3000)], ['d.xml', text('<d/>')], ['e.bin', noise(1 << 20)], ['f.xml', noise(90_000)], ['g.xml', text('<g/>')]] as const;

async function editOf(bytes: Uint8Array, change: (edit: PackageEdit) => void): Promise<PackageEdit> {
  const edit = editPackage(await openZip(bytesSource(bytes), nodeGzip, DEFAULT_LIMITS), nodeGzip);
  change(edit);
  return edit;
}

const written = async (changes: AsyncIterable<Change>): Promise<number> => {
  let bytes = 0;
  for await (const change of changes) if (change instanceof Uint8Array) bytes += change.length;
  return bytes;
};

const digest = (bytes: Uint8Array): string => (bytes.length < 100 ? new TextDecoder().decode(bytes) : createHash('sha256').update(bytes).digest('hex'));

/** The parts as an independent reader sees them, and as ours does; long ones by their digest. */
async function partsOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const zip = await openZip(bytesSource(bytes), nodeGzip, DEFAULT_LIMITS);
  const ours = Object.fromEntries(await Promise.all(zip.paths.map(async (path) => [path, digest(await joined(zip.pieces(path)))] as const)));
  expect(Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, digest(part)]))).toEqual(ours);
  return ours;
}

let original = new Uint8Array();
beforeAll(async () => {
  original = new Uint8Array(await packageOf(PARTS));
});

it.each<readonly [string, (edit: PackageEdit) => void, number]>([
  ['nothing', () => undefined, 2000],
  ['the first part', (edit) => edit.set('a.xml', '<changed/>'), 3000],
  ['the first two', (edit) => (edit.set('a.xml', '<changed/>'), edit.set('b.xml', '<changed/>')), 3000],
  ['one in the middle, larger than before', (edit) => edit.set('c.xml', '<x/>'.repeat(3000)), 8000],
  ['the last one', (edit) => edit.set('g.xml', '<changed/>'), 2000],
  ['one taken out', (edit) => edit.remove('d.xml'), 2000],
  ['one added', (edit) => edit.set('new.xml', '<n/>'), 2000],
  ['one so large that its room is no padding: what lies behind it is written again', (edit) => edit.set('f.xml', '<f/>'), 3000],
  ['the large one itself: all behind it is written again', (edit) => edit.set('large.bin', text('small')), 3 << 20],
])('%s', async (_what, change, most) => {
  const fresh = await joined((await editOf(original, change)).output());
  const inPlace = await joined((await editOf(original, change)).changes(), original);
  expect(await partsOf(inPlace)).toEqual(await partsOf(fresh));
  expect(Object.keys(unzipSync(inPlace))).toEqual(Object.keys(unzipSync(fresh)));
  expect(await written((await editOf(original, change)).changes())).toBeLessThan(most);
});

it('random changes, one after the other, on what the last one left', async () => {
  const step = fc.record({ path: fc.constantFrom(...PARTS.map(([path]) => path).filter((path) => path !== 'large.bin'), 'x.xml', 'y.xml'), bytes: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 70_000 })) });
  await fc.assert(fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (saves) => {
    let file = original;
    const model = new Map<string, string>(PARTS.map(([path, bytes]) => [path, digest(bytes)]));
    for (const steps of saves) {
      // oxlint-disable-next-line no-await-in-loop -- each on what the last one left
      const edit = await editOf(file, (one) => {
        for (const { path, bytes } of steps) {
          if (bytes !== null) {
            const content = noise(bytes);
            one.set(path, content);
            model.set(path, digest(content));
          } else if (one.has(path)) {
            one.remove(path);
            model.delete(path);
          }
        }
      });
      // oxlint-disable-next-line no-await-in-loop
      file = new Uint8Array(await joined(edit.changes(), file));
      // oxlint-disable-next-line no-await-in-loop
      expect(await partsOf(file)).toEqual(Object.fromEntries(model));
    }
  }), { numRuns: 6 });
}, 60_000);

it('a small file is written anew, to the same bytes', async () => {
  const small = new Uint8Array(await packageOf(PARTS.filter(([path]) => path.endsWith('.xml'))));
  const change = (edit: PackageEdit): void => edit.set('a.xml', '<changed/>');
  expect(Buffer.compare(await joined((await editOf(small, change)).changes()), await joined((await editOf(small, change)).output()))).toBe(0);
});

describe('on disk', () => {
  let folder = '';
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'zhisheng-in-place-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('the file is replaced by a changed copy, keeps its rights, and nothing is left beside it', async () => {
    const path = join(folder, 'w.xlsx');
    await writeFile(path, original, { mode: 0o640 });
    const files = nodeFiles();
    const file = await files.open(path);
    const edit = editPackage(await openZip(file, nodeGzip, DEFAULT_LIMITS), nodeGzip);
    edit.set('a.xml', '<changed/>');
    await files.replace(path, edit.changes(), { unchangedSince: file.version, keepsBytes: true });
    expect((await partsOf(new Uint8Array(await readFile(path))))['a.xml']).toBe('<changed/>');
    expect([(await stat(path)).mode & 0o777, await readdir(folder)]).toEqual([0o640, ['w.xlsx']]);
  });

  it('a file that somebody else saved since is refused, and stays', async () => {
    const path = join(folder, 'w.xlsx');
    const files = nodeFiles();
    const file = await files.open(path);
    const edit = editPackage(await openZip(file, nodeGzip, DEFAULT_LIMITS), nodeGzip);
    edit.set('b.xml', '<changed/>');
    await writeFile(path, original);
    await expect(files.replace(path, edit.changes(), { unchangedSince: file.version, keepsBytes: true })).rejects.toMatchObject({ code: 'file/changed' });
    expect([Buffer.compare(await readFile(path), original), await readdir(folder)]).toEqual([0, ['w.xlsx']]);
  });
});

describeWithOpenpyxl('read by Python', () => {
  it('its zip module finds nothing wrong', async () => {
    const changed = await joined((await editOf(original, (edit) => (edit.set('a.xml', '<changed/>'), edit.remove('d.xml')))).changes(), original);
    const out = await runOpenpyxl(`
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(z.testzip(), [i.filename for i in z.infolist()])
`, [changed]);
    expect(out.toString().trim()).toBe("None ['a.xml', 'b.xml', 'large.bin', 'c.xml', 'e.bin', 'f.xml', 'g.xml']");
  });
});
