/** Streams as content, files that change meanwhile, copies that are kept. What fails leaves the folder as it was. */
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostError } from '../../../src/app/ports';
import type { FileCalls } from '../../../src/host/node/file-errors';
import { nodeFiles } from '../../../src/host/node/files';

let folder = '';
let path = '';
let copy = '';
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'zhisheng-replace-'));
  path = join(folder, '企业.xlsx');
  copy = join(folder, '企业 旧.xlsx');
  await fs.writeFile(path, 'old, whole');
});
afterEach(async () => {
  await fs.rm(folder, { recursive: true, force: true });
});

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
const failing = (code: string) => (): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));
/** Everything in the folder by name. */
async function all(): Promise<Record<string, string>> {
  const names = await fs.readdir(folder);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await fs.readFile(join(folder, name), 'utf8')])));
}
const OLD = { '企业.xlsx': 'old, whole' };

describe('replace by a stream', () => {
  it('writes piece after piece', async () => {
    await nodeFiles().replace(path, pieces('new', '', ', whole'));
    expect(await all()).toEqual({ '企业.xlsx': 'new, whole' });
  });

  it('writes all of it where the system takes only some bytes at a time', async () => {
    const open: FileCalls['open'] = async (...args) => {
      const file = await fs.open(...args);
      return new Proxy(file, {
        get(real, key) {
          if (key === 'write') return (bytes: Uint8Array, offset: number, length: number) => real.write(bytes, offset, Math.min(length, 3));
          const member: unknown = Reflect.get(real, key, real);
          return typeof member === 'function' ? member.bind(real) : member;
        },
      });
    };
    await nodeFiles({ ...fs, open }).replace(path, pieces('new,', ' whole and longer than three'));
    expect(await all()).toEqual({ '企业.xlsx': 'new, whole and longer than three' });
  });

  it.each<[string, unknown]>([
    ['a host error', new HostError('xlsx/damaged', { part: 'x' })],
    ['any error', new RangeError('no more')],
    ['an error that looks like one of the system', Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })],
    ['a reason that is no error', 'stop'],
  ])('passes on %s of the content and leaves the old file', async (_what, thrown) => {
    async function* content(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw thrown;
    }
    await expect(nodeFiles().replace(path, content())).rejects.toBe(thrown);
    expect(await all()).toEqual(OLD);
  });

  it('closes the content when the disk is full', async () => {
    let closed = false;
    async function* content(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('more');
      } finally {
        closed = true;
      }
    }
    let left = 5;
    const open: FileCalls['open'] = async (...args) => {
      const file = await fs.open(...args);
      const write = file.write.bind(file);
      if (args[1] === 'wx') Object.assign(file, { write: (bytes: Uint8Array) => (left-- > 0 ? write(bytes) : failing('ENOSPC')()) });
      return file;
    };
    await expect(nodeFiles({ ...fs, open }).replace(path, content())).rejects.toMatchObject({ code: 'file/disk-full' });
    expect(closed).toBe(true);
    expect(await all()).toEqual(OLD);
  });

  it('is not troubled by what killed runs have left', async () => {
    await fs.writeFile(join(folder, '.zhisheng-0123456789abcdef.tmp'), 'half');
    await nodeFiles().replace(path, pieces('new'), { keepCopyAs: copy });
    expect(await all()).toEqual({ '企业.xlsx': 'new', '企业 旧.xlsx': 'old, whole', '.zhisheng-0123456789abcdef.tmp': 'half' });
  });
});

describe('unchangedSince', () => {
  const version = async (): Promise<string> => (await nodeFiles().open(path)).version;

  it('lets the same file be replaced, also through a link', async () => {
    const link = join(folder, 'link.xlsx');
    await fs.symlink(path, link);
    await nodeFiles().replace(link, pieces('new'), { unchangedSince: (await nodeFiles().open(link)).version });
    expect(await all()).toEqual({ '企业.xlsx': 'new', 'link.xlsx': 'new' });
  });

  it('asks for no content when the file is another already', async () => {
    const before = await version();
    await fs.appendFile(path, ', changed');
    let asked = false;
    async function* content(): AsyncGenerator<Uint8Array> {
      asked = true;
      yield Buffer.from('new');
    }
    await expect(nodeFiles().replace(path, content(), { unchangedSince: before })).rejects.toMatchObject({ code: 'file/changed', params: { path } });
    expect([asked, await all()]).toEqual([false, { '企业.xlsx': 'old, whole, changed' }]);
  });

  it.each<[string, () => Promise<unknown>, Record<string, string>]>([
    ['saved', () => fs.appendFile(path, ', changed'), { '企业.xlsx': 'old, whole, changed' }],
    ['deleted', () => fs.unlink(path), {}],
  ])('refuses at the last moment when somebody has %s it', async (_what, change, expected) => {
    const before = await version();
    const open: FileCalls['open'] = async (...args) => {
      const file = await fs.open(...args);
      if (args[1] === 'wx') {
        const close = file.close.bind(file);
        file.close = async () => {
          await close();
          await change();
        };
      }
      return file;
    };
    await expect(nodeFiles({ ...fs, open }).replace(path, pieces('new'), { unchangedSince: before, keepCopyAs: copy })).rejects.toMatchObject({ code: 'file/changed' });
    expect(await all()).toEqual(expected);
  });
});

describe('keepCopyAs', () => {
  it('keeps the old file as a file of its own', async () => {
    await nodeFiles().replace(path, pieces('new'), { keepCopyAs: copy });
    expect(await all()).toEqual({ '企业.xlsx': 'new', '企业 旧.xlsx': 'old, whole' });
    expect((await fs.stat(copy)).nlink).toBe(1);
  });

  it('refuses before anything is written when the name is taken, also by the file itself', async () => {
    await fs.writeFile(copy, 'older');
    const never: FileCalls['open'] = failing('EIO');
    await expect(nodeFiles({ ...fs, open: never }).replace(path, pieces('new'), { keepCopyAs: copy })).rejects.toMatchObject({ code: 'file/copy-exists', params: { path: copy } });
    await expect(nodeFiles({ ...fs, open: never }).replace(path, pieces('new'), { keepCopyAs: path })).rejects.toMatchObject({ code: 'file/copy-exists' });
    expect(await all()).toEqual({ ...OLD, '企业 旧.xlsx': 'older' });
  });

  it('does not overwrite what takes the name meanwhile', async () => {
    const copyFile: FileCalls['copyFile'] = async (...args) => {
      await fs.copyFile(...args);
      await fs.writeFile(copy, 'theirs');
    };
    for (const calls of [{ ...fs, copyFile }, { ...fs, copyFile, link: failing('EPERM') }]) {
      await expect(nodeFiles(calls).replace(path, pieces('new'), { keepCopyAs: copy })).rejects.toMatchObject({ code: 'file/copy-exists' });
      expect(await all()).toEqual({ ...OLD, '企业 旧.xlsx': 'theirs' });
      await fs.unlink(copy);
    }
  });

  it('keeps it where files cannot have two names', async () => {
    await nodeFiles({ ...fs, link: failing('ENOTSUP') }).replace(path, pieces('new'), { keepCopyAs: copy });
    expect(await all()).toEqual({ '企业.xlsx': 'new', '企业 旧.xlsx': 'old, whole' });
  });

  it('keeps nothing where there was nothing', async () => {
    await fs.unlink(path);
    await nodeFiles().replace(path, pieces('new'), { keepCopyAs: copy });
    expect(await all()).toEqual({ '企业.xlsx': 'new' });
  });

  it.each<[keyof FileCalls, string, string]>([
    ['copyFile', 'ENOSPC', 'file/disk-full'], ['copyFile', 'EACCES', 'file/unwritable'], ['link', 'EIO', 'file/unwritable'], ['rename', 'EACCES', 'file/unwritable'],
  ])('leaves the folder as it was when %s fails with %s', async (step, code, expected) => {
    await expect(nodeFiles({ ...fs, [step]: failing(code) }).replace(path, pieces('new'), { keepCopyAs: copy })).rejects.toMatchObject({ code: expected });
    expect(await all()).toEqual(OLD);
  });
});
