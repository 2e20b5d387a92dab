import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostError } from '../../../src/app/ports';
import type { FileCalls } from '../../../src/host/node/file-errors';
import { nodeFiles } from '../../../src/host/node/files';

const OLD = new TextEncoder().encode('old, whole');
const NEW = new TextEncoder().encode('new, whole');
let folder = '';
let path = '';

beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'zhisheng-files-'));
  path = join(folder, '企业.xlsx');
});
afterEach(async () => {
  await fs.rm(folder, { recursive: true, force: true });
});

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
const failing = (code: string) => (): Promise<never> => Promise.reject(systemError(code));

/** The real calls, but one step of writing the new file fails: `open`, or a method of the opened file. */
function failingAt(step: 'open' | 'write' | 'chmod' | 'sync' | 'close' | 'rename' | 'access' | 'stat' | 'realpath', code: string): FileCalls {
  if (step === 'rename' || step === 'access' || step === 'stat' || step === 'realpath') return { ...fs, [step]: failing(code) };
  const open: FileCalls['open'] = async (target, flags, mode) => {
    if (flags !== 'wx') return fs.open(target, flags, mode);
    if (step === 'open') throw systemError(code);
    const file = await fs.open(target, flags, mode);
    return new Proxy(file, {
      get(real, key) {
        if (key === step) {
          return async (): Promise<never> => {
            if (step === 'write') await real.write(NEW.subarray(0, 3));
            if (step === 'close') await real.close();
            throw systemError(code);
          };
        }
        const member: unknown = Reflect.get(real, key, real);
        return typeof member === 'function' ? member.bind(real) : member;
      },
    });
  };
  return { ...fs, open };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
  return 'nothing';
}

const content = async (): Promise<string> => fs.readFile(path, 'utf8');

describe('read', () => {
  it('gives the bytes', async () => {
    await fs.writeFile(path, OLD);
    expect(await nodeFiles().read(path)).toEqual(OLD);
  });

  it('says what is wrong', async () => {
    expect(await codeOf(nodeFiles().read(path))).toBe('file/missing');
    expect(await codeOf(nodeFiles().read(folder))).toBe('file/is-directory');
    expect(await codeOf(nodeFiles({ ...fs, readFile: failing('EACCES') }).read(path))).toBe('file/unreadable');
    await fs.writeFile(path, OLD);
    expect(await codeOf(nodeFiles().read(join(path, 'below')))).toBe('file/missing');
  });
});

describe('exists', () => {
  it('knows', async () => {
    expect(await nodeFiles().exists(path)).toBe(false);
    await fs.writeFile(path, OLD);
    expect(await nodeFiles().exists(path)).toBe(true);
    expect(await nodeFiles().exists(join(path, 'below'))).toBe(false);
    expect(await codeOf(nodeFiles({ ...fs, stat: failing('EIO') }).exists(path))).toBe('file/unreadable');
  });
});

describe('replace', () => {
  it('makes a file where there was none', async () => {
    await nodeFiles().replace(path, NEW);
    expect(await content()).toBe('new, whole');
    expect(await fs.readdir(folder)).toEqual(['企业.xlsx']);
  });

  it('replaces one, keeping its permissions', async () => {
    await fs.writeFile(path, OLD);
    await fs.chmod(path, 0o640);
    await nodeFiles().replace(path, NEW);
    expect(await content()).toBe('new, whole');
    expect((await fs.stat(path)).mode & 0o777).toBe(0o640);
    expect(await fs.readdir(folder)).toEqual(['企业.xlsx']);
  });

  it('replaces what a link names, and leaves the link', async () => {
    const link = join(folder, 'link.xlsx');
    await fs.writeFile(path, OLD);
    await fs.symlink(path, link);
    await nodeFiles().replace(link, NEW);
    expect(await content()).toBe('new, whole');
    expect((await fs.lstat(link)).isSymbolicLink()).toBe(true);
  });

  it.each([
    ['open', 'EACCES', 'file/unwritable'], ['open', 'EROFS', 'file/unwritable'], ['open', 'ENOSPC', 'file/disk-full'],
    ['write', 'ENOSPC', 'file/disk-full'], ['write', 'EDQUOT', 'file/disk-full'], ['write', 'EIO', 'file/unwritable'],
    ['chmod', 'EPERM', 'file/unwritable'], ['sync', 'ENOSPC', 'file/disk-full'], ['close', 'EIO', 'file/unwritable'], ['rename', 'EACCES', 'file/unwritable'], ['rename', 'EXDEV', 'file/unwritable'],
    ['access', 'EACCES', 'file/unwritable'], ['stat', 'EACCES', 'file/unwritable'], ['realpath', 'ELOOP', 'file/unwritable'],
  ] as const)('leaves the old file whole and nothing beside it when %s fails with %s', async (step, code, expected) => {
    await fs.writeFile(path, OLD);
    expect(await codeOf(nodeFiles(failingAt(step, code)).replace(path, NEW))).toBe(expected);
    expect(await content()).toBe('old, whole');
    expect(await fs.readdir(folder)).toEqual(['企业.xlsx']);
  });

  it('has the whole new file on disk before the old one goes', async () => {
    await fs.writeFile(path, OLD);
    const seen: string[] = [];
    const rename: FileCalls['rename'] = async (from, to) => {
      seen.push(await fs.readFile(from, 'utf8'), await content());
      await fs.rename(from, to);
    };
    await nodeFiles({ ...fs, rename }).replace(path, NEW);
    expect(seen).toEqual(['new, whole', 'old, whole']);
  });

  it('does not fail where a folder cannot be flushed', async () => {
    const open: FileCalls['open'] = async (target, flags, mode) => (flags === 'r' ? Promise.reject(systemError('EPERM')) : fs.open(target, flags, mode));
    await nodeFiles({ ...fs, open }).replace(path, NEW);
    expect(await content()).toBe('new, whole');
  });

  it('refuses a folder and a place that is not there', async () => {
    expect(await codeOf(nodeFiles().replace(folder, NEW))).toBe('file/is-directory');
    expect(await codeOf(nodeFiles().replace(join(folder, 'none', 'a.xlsx'), NEW))).toBe('file/unwritable');
  });
});
