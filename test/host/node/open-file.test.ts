import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileCalls } from '../../../src/host/node/file-errors';
import { nodeFiles } from '../../../src/host/node/files';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'zhisheng-open-'));
  path = join(folder, '企业.xlsx');
  await fs.writeFile(path, 'abcdefghij');
});
afterEach(async () => {
  await fs.rm(folder, { recursive: true, force: true });
});

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const failing = (code: string) => (): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));

describe('open', () => {
  it('reads where it is asked', async () => {
    const file = await nodeFiles().open(path);
    expect(file.size).toBe(10);
    expect(text(await file.read(2, 5))).toBe('cde');
    expect(text(await file.read(0, 10))).toBe('abcdefghij');
    expect(await file.read(10, 10)).toHaveLength(0);
    await expect(file.read(5, 11)).rejects.toMatchObject({ code: 'file/unreadable' });
    await expect(file.read(-1, 2)).rejects.toMatchObject({ code: 'file/unreadable' });
    await expect(file.read(3, 2)).rejects.toMatchObject({ code: 'file/unreadable' });
  });

  it('holds nothing open, whatever happens', async () => {
    let held = 0;
    const open: FileCalls['open'] = async (...args) => {
      const file = await fs.open(...args);
      held++;
      const close = file.close.bind(file);
      file.close = () => {
        held--;
        return close();
      };
      return file;
    };
    const file = await nodeFiles({ ...fs, open }).open(path);
    expect(held).toBe(0);
    await file.read(0, 3);
    await fs.appendFile(path, 'more');
    await expect(file.read(0, 3)).rejects.toMatchObject({ code: 'file/changed' });
    expect(held).toBe(0);
  });

  it('tells states apart, and the same state as the same', async () => {
    const first = await nodeFiles().open(path);
    expect((await nodeFiles().open(path)).version).toBe(first.version);
    await fs.writeFile(path, 'ABCDEFGHIJ');
    await fs.utimes(path, 1, 1);
    expect((await nodeFiles().open(path)).version).not.toBe(first.version);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['longer', () => fs.appendFile(path, 'k')],
    ['cut off', () => fs.truncate(path, 3)],
    ['written again, just as long', async () => { await fs.writeFile(path, 'ABCDEFGHIJ'); await fs.utimes(path, 1, 1); }],
    ['another file under the name', async () => { await fs.writeFile(join(folder, 'b'), 'abcdefghij'); await fs.rename(join(folder, 'b'), path); }],
    ['gone', () => fs.unlink(path)],
    ['replaced by us', () => nodeFiles().replace(path, Buffer.from('abcdefghij'))],
  ])('says so when the file is %s', async (_what, change) => {
    const file = await nodeFiles().open(path);
    await change();
    await expect(file.read(0, 2)).rejects.toMatchObject({ code: 'file/changed', params: { path } });
  });

  it('notices a writing that comes between opening and reading', async () => {
    let armed = false;
    const open: FileCalls['open'] = async (...args) => {
      const file = await fs.open(...args);
      if (armed) {
        await fs.writeFile(path, 'ABCDEFGHIJ');
        await fs.utimes(path, 1, 1);
      }
      return file;
    };
    const file = await nodeFiles({ ...fs, open }).open(path);
    armed = true;
    await expect(file.read(0, 2)).rejects.toMatchObject({ code: 'file/changed' });
  });

  it('says what is wrong', async () => {
    await expect(nodeFiles().open(join(folder, 'none'))).rejects.toMatchObject({ code: 'file/missing' });
    await expect(nodeFiles().open(join(path, 'below'))).rejects.toMatchObject({ code: 'file/missing' });
    await expect(nodeFiles().open(folder)).rejects.toMatchObject({ code: 'file/is-directory' });
    await expect(nodeFiles({ ...fs, open: failing('EACCES') }).open(path)).rejects.toMatchObject({ code: 'file/unreadable', params: { reason: 'EACCES' } });
  });
});
