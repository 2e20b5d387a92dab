/**
 * Files on disk. A file is replaced only by a complete new one: written beside under a hidden name, flushed, renamed, the
 * folder flushed. Whatever fails, the old file is whole and nothing is left lying about.
 */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HostError, type Files } from '../../app/ports';

/** The calls of node:fs/promises that are used; tests put failing ones in their place. */
export type FileCalls = Pick<typeof fs, 'access' | 'open' | 'readFile' | 'realpath' | 'rename' | 'stat' | 'unlink'>;

/** Error code of the operating system, '' when it is none. */
function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

const READING: Readonly<Record<string, string>> = { ENOENT: 'file/missing', ENOTDIR: 'file/missing', EISDIR: 'file/is-directory' };
const WRITING: Readonly<Record<string, string>> = { ENOSPC: 'file/disk-full', EDQUOT: 'file/disk-full', EFBIG: 'file/disk-full', EISDIR: 'file/is-directory' };

function readingError(path: string, cause: unknown): HostError {
  return new HostError(READING[codeOf(cause)] ?? 'file/unreadable', { path, reason: codeOf(cause) }, { cause });
}

function writingError(path: string, cause: unknown): HostError {
  return new HostError(WRITING[codeOf(cause)] ?? 'file/unwritable', { path, reason: codeOf(cause) }, { cause });
}

/** Permission bits of the file that is replaced; undefined when there is none. */
async function modeOf(path: string, calls: FileCalls): Promise<number | undefined> {
  try {
    const found = await calls.stat(path);
    if (found.isDirectory()) throw new HostError('file/is-directory', { path });
    return found.mode & 0o7777;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

/** A link is followed, so that the file it names is replaced and the link stays. */
async function targetOf(path: string, calls: FileCalls): Promise<string> {
  try {
    return await calls.realpath(path);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return path;
    throw cause;
  }
}

async function writeFlushed(path: string, bytes: Uint8Array, mode: number | undefined, calls: FileCalls): Promise<void> {
  const file = await calls.open(path, 'wx', 0o666);
  try {
    await file.writeFile(bytes);
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The rename lasts only once the folder is on disk. Systems that cannot flush a folder (Windows, some network drives) do so themselves. */
async function flushFolder(path: string, calls: FileCalls): Promise<void> {
  try {
    const folder = await calls.open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // The new file is complete under its name; only its lasting through a power cut right now is not certain.
  }
}

async function replaceFile(path: string, bytes: Uint8Array, calls: FileCalls): Promise<void> {
  const target = await targetOf(path, calls);
  const mode = await modeOf(target, calls);
  // An existing file that may not be written must not be swept away by a rename, which asks the folder only.
  if (mode !== undefined) await calls.access(target, fs.constants.W_OK);
  const beside = join(dirname(target), `.zhisheng-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFlushed(beside, bytes, mode, calls);
    await calls.rename(beside, target);
  } catch (cause) {
    await calls.unlink(beside).catch(() => undefined);
    throw cause;
  }
  await flushFolder(dirname(target), calls);
}

/** `calls` stands in for node:fs/promises in tests. */
export function nodeFiles(calls: FileCalls = fs): Files {
  return {
    async read(path) {
      try {
        const { buffer, byteOffset, byteLength } = await calls.readFile(path);
        return new Uint8Array(buffer, byteOffset, byteLength);
      } catch (cause) {
        throw readingError(path, cause);
      }
    },
    async replace(path, bytes) {
      try {
        await replaceFile(path, bytes, calls);
      } catch (cause) {
        throw cause instanceof HostError ? cause : writingError(path, cause);
      }
    },
    async exists(path) {
      try {
        await calls.stat(path);
        return true;
      } catch (cause) {
        if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause))) return false;
        throw readingError(path, cause);
      }
    },
  };
}
