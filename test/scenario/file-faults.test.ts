/** A disk that is full, a target that may not be written, a path that is none: the whole command line over the real file system. */
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileCalls } from '../../src/host/node/file-errors';
import { onDisk as zhisheng } from '../support/disk-cli';

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'zhisheng-faults-'));
});
afterEach(async () => {
  await fs.chmod(folder, 0o755);
  await fs.rm(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

/** Calls whose writing fails half-way with the error that the operating system gives. */
function failing(code: string): FileCalls {
  return {
    ...fs,
    open: async (...args) => {
      const handle = await fs.open(...args);
      if (args[1] === 'r') return handle;
      const write = handle.write.bind(handle);
      const half = async (bytes: Uint8Array): Promise<never> => {
        await write(bytes, 0, bytes.length >> 1);
        throw Object.assign(new Error(code), { code });
      };
      return Object.assign(handle, { write: half });
    },
  };
}

test.each([
  ['ENOSPC', '磁盘空间不足'],
  ['EROFS', '写不进去'],
  ['EIO', '写不进去'],
])('%s while importing: one sentence, 3, the workbook as it was, nothing left beside it', async (code, words) => {
  expect((await zhisheng(['new', '--out', at('w.xlsx'), '--sheets', '客户'])).exit).toBe(0);
  await fs.writeFile(at('rows.csv'), '客户,首次成交日期\n甲,2025-01-01\n');
  const before = await fs.readFile(at('w.xlsx'));
  const { exit, err, out } = await zhisheng(['import', at('w.xlsx'), '--sheet', '客户', '--from', at('rows.csv')], failing(code));
  expect([exit, out]).toEqual([3, '']);
  expect(err).toMatch(new RegExp(`^zhisheng: .*${words}.*原来的内容没有变.*\\n$`));
  expect(Buffer.compare(await fs.readFile(at('w.xlsx')), before)).toBe(0);
  expect(new Set(await fs.readdir(folder))).toEqual(new Set(['rows.csv', 'w.xlsx']));
});

test('a folder in place of a file, a folder that does not exist', async () => {
  const folderAsFile = await zhisheng(['measure', folder]);
  expect([folderAsFile.exit, folderAsFile.err]).toEqual([3, `zhisheng: “${folder}”是文件夹，不是文件。写到文件名为止。\n`]);
  const noFolder = await zhisheng(['new', '--out', at('no/such/w.xlsx'), '--sheets', '客户']);
  expect([noFolder.exit, noFolder.err]).toEqual([3, `zhisheng: 要写“${at('no/such/w.xlsx')}”，但它所在的文件夹不存在。先建好文件夹，或换一个位置。\n`]);
  expect(await fs.readdir(folder)).toEqual([]);
});

test('a demo folder that cannot be made', async () => {
  await fs.writeFile(at('taken'), '');
  const { exit, err } = await zhisheng(['demo', '--out', at('taken')]);
  expect(exit).toBe(3);
  expect(err).toContain(at('taken'));
});

/** The superuser may write anything: for him the operating system's refusal is played. */
const refusing: FileCalls = process.getuid?.() === 0 ? { ...fs, access: () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' })) } : fs;

test('a file that may not be written stays as it is', async () => {
  await zhisheng(['new', '--out', at('w.xlsx'), '--sheets', '客户']);
  await fs.writeFile(at('rows.csv'), '客户,首次成交日期\n甲,2025-01-01\n');
  await fs.chmod(at('w.xlsx'), 0o444);
  const before = await fs.readFile(at('w.xlsx'));
  const { exit, err } = await zhisheng(['import', at('w.xlsx'), '--sheet', '客户', '--from', at('rows.csv')], refusing);
  expect([exit, err.includes('写不进去')]).toEqual([3, true]);
  expect(Buffer.compare(await fs.readFile(at('w.xlsx')), before)).toBe(0);
});

test.each([
  ['an encrypted or old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)), 'measure'],
  ['a zip that is no workbook', Uint8Array.of(0x50, 0x4b, 0x05, 0x06, ...new Uint8Array(18)), 'check'],
  ['a cut-off workbook', null, 'measure'],
  ['random bytes', Uint8Array.from({ length: 500 }, (_, i) => (i * 89) % 256), 'check'],
  ['an empty file', new Uint8Array(), 'measure'],
])('%s: one sentence that names the file, 3', async (_what, bytes, verb) => {
  await zhisheng(['new', '--out', at('w.xlsx'), '--sheets', '客户']);
  await fs.writeFile(at('x.xlsx'), bytes ?? (await fs.readFile(at('w.xlsx'))).subarray(0, 5000));
  const { exit, err, out } = await zhisheng([verb, at('x.xlsx')]);
  expect([exit, out]).toEqual([3, '']);
  expect(err.startsWith(`zhisheng: “${at('x.xlsx')}”：`)).toBe(true);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('a workbook that is saved by someone else meanwhile is not replaced: 3', async () => {
  expect((await zhisheng(['new', '--out', at('w.xlsx'), '--sheets', '客户'])).exit).toBe(0);
  await fs.writeFile(at('rows.csv'), '客户,首次成交日期\n甲,2025-01-01\n');
  const theirs = await fs.readFile(at('w.xlsx'));
  const meanwhile: FileCalls = {
    ...fs,
    // They save while ours is being written beside.
    open: async (...args) => {
      if (args[1] === 'wx') {
        await fs.writeFile(at('theirs.xlsx'), theirs);
        await fs.rename(at('theirs.xlsx'), at('w.xlsx'));
      }
      return fs.open(...args);
    },
  };
  const { exit, out, err } = await zhisheng(['import', at('w.xlsx'), '--sheet', '客户', '--from', at('rows.csv')], meanwhile);
  expect([exit, out, err.trimEnd().split('\n').length]).toEqual([3, '', 1]);
  expect(err).toContain(at('w.xlsx'));
  expect(Buffer.compare(await fs.readFile(at('w.xlsx')), theirs)).toBe(0);
  expect(new Set(await fs.readdir(folder))).toEqual(new Set(['rows.csv', 'w.xlsx']));
});

test('a disk that is full at any write leaves the workbook as it was', async () => {
  expect((await zhisheng(['new', '--out', at('w.xlsx'), '--sheets', '客户'])).exit).toBe(0);
  await fs.writeFile(at('rows.csv'), '客户,首次成交日期\n甲,2025-01-01\n');
  const before = await fs.readFile(at('w.xlsx'));
  let failed = 0;
  for (let allowed = 0; ; allowed++) {
    let left = allowed;
    const full: FileCalls = {
      ...fs,
      open: async (...args) => {
        const handle = await fs.open(...args);
        const write = handle.write.bind(handle);
        const limited = (bytes: Uint8Array, offset: number, length: number, place: number): Promise<unknown> =>
          left-- > 0 ? write(bytes, offset, length, place) : Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
        return args[1] === 'wx' ? Object.assign(handle, { write: limited }) : handle;
      },
    };
    const { exit, err } = await zhisheng(['import', at('w.xlsx'), '--sheet', '客户', '--from', at('rows.csv')], full);
    if (exit === 0) break;
    failed++;
    expect([exit, err.includes('磁盘空间不足')]).toEqual([3, true]);
    expect(Buffer.compare(await fs.readFile(at('w.xlsx')), before)).toBe(0);
    expect(new Set(await fs.readdir(folder))).toEqual(new Set(['rows.csv', 'w.xlsx']));
  }
  expect(failed).toBeGreaterThan(0);
  expect(Buffer.compare(await fs.readFile(at('w.xlsx')), before)).not.toBe(0);
});
