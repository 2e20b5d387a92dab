/** A file read where it is wanted. Every read opens it anew and makes sure that it is still the one that was opened first. */
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { HostError, type OpenFile } from '../../app/ports';
import { isMissing, readingError, type FileCalls } from './file-errors';

/** Tells one state of a file from another. A program that saves makes a new file (another number) or writes (another time). */
export function versionOf({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs].join('-');
}

async function withHandle<T>(path: string, calls: FileCalls, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await calls.open(path, 'r');
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** Fills the array from the file; less comes back where the file ends. */
async function readFully(file: FileHandle, into: Uint8Array, start: number): Promise<Uint8Array> {
  let done = 0;
  while (done < into.length) {
    const { bytesRead } = await file.read(into, done, into.length - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return into.subarray(0, done);
}

/** Throws HostError `file/missing`, `file/is-directory`, `file/unreadable`. */
export async function openFile(path: string, calls: FileCalls): Promise<OpenFile> {
  let found: BigIntStats;
  try {
    found = await withHandle(path, calls, (file) => file.stat({ bigint: true }));
  } catch (cause) {
    throw readingError(path, cause);
  }
  if (found.isDirectory()) throw new HostError('file/is-directory', { path });
  const version = versionOf(found);
  const size = Number(found.size);
  return {
    size, version,
    async read(start, end) {
      if (start < 0 || end < start || end > size) throw new HostError('file/unreadable', { path, reason: 'range' });
      try {
        return await withHandle(path, calls, async (file) => {
          const bytes = await readFully(file, new Uint8Array(end - start), start);
          // Looked at after reading: what was written meanwhile shows as well.
          if (versionOf(await file.stat({ bigint: true })) !== version || bytes.length !== end - start) throw new HostError('file/changed', { path });
          return bytes;
        });
      } catch (cause) {
        if (cause instanceof HostError) throw cause;
        throw isMissing(cause) ? new HostError('file/changed', { path }, { cause }) : readingError(path, cause);
      }
    },
  };
}
