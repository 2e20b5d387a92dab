/** Folders that cannot be made say why, as files do. */
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFolders } from '../../../src/host/node/folders';

jest.mock('node:fs/promises', () => {
  const real = jest.requireActual<typeof fs>('node:fs/promises');
  return { ...real, mkdir: jest.fn(real.mkdir) };
});

let folder = '';
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'zhisheng-folders-'));
});
afterEach(async () => {
  await fs.rm(folder, { recursive: true, force: true });
});

test('a folder is made with those above it, and may be there already', async () => {
  const path = join(folder, '一', '二');
  await nodeFolders.make(path);
  await nodeFolders.make(path);
  expect((await fs.stat(path)).isDirectory()).toBe(true);
});

test('a file in the way is told', async () => {
  const path = join(folder, '一');
  await fs.writeFile(path, '');
  await expect(nodeFolders.make(path)).rejects.toMatchObject({ code: 'file/unwritable', params: { path, reason: 'EEXIST' } });
});

test.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('%s is a full disk', async (reason) => {
  jest.mocked(fs.mkdir).mockRejectedValueOnce(Object.assign(new Error(reason), { code: reason }));
  await expect(nodeFolders.make(folder)).rejects.toMatchObject({ code: 'file/disk-full', params: { path: folder, reason } });
});
