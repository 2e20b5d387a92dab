/**
 * A file replaced only by a complete new one: written beside under a hidden name, flushed, renamed, the folder flushed.
 * Whatever fails, the old file is whole and nothing is left lying about; a run that is killed leaves at most files with
 * hidden names of their own, which trouble no later one.
 */
import { randomBytes } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HostError, type Change, type ReplaceOptions } from '../../app/ports';
import { codeOf, isMissing, writingError, type FileCalls } from './file-errors';
import { versionOf } from './open-file';

type Content = Uint8Array | AsyncIterable<Change>;

const GATHERED = 1 << 18;
/** A place that cannot make a second name of a file. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'];

const hiddenBeside = (path: string): string => join(dirname(path), `.zhisheng-${randomBytes(8).toString('hex')}.tmp`);

/** What is under the path; undefined when there is nothing. */
async function statOf(path: string, calls: FileCalls): Promise<BigIntStats | undefined> {
  try {
    return await calls.stat(path, { bigint: true });
  } catch (cause) {
    if (isMissing(cause)) return undefined;
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

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

/** Small pieces are put together: a file of a thousand parts is not worth thousands of calls. Returns the file's length. */
async function writePieces(file: FileHandle, pieces: AsyncIterable<Change>): Promise<number> {
  const gathered = new Uint8Array(GATHERED);
  let [at, used] = [0, 0];
  const flushGathered = async (): Promise<void> => {
    if (used > 0) await writeAll(file, gathered.subarray(0, used), at);
    at += used;
    used = 0;
  };
  for await (const piece of pieces) {
    const bytes = piece instanceof Uint8Array ? piece : null;
    if (bytes === null || used + bytes.length > GATHERED) await flushGathered();
    if (bytes === null) at += 'kept' in piece ? piece.kept : 0;
    else if (bytes.length > GATHERED) {
      await writeAll(file, bytes, at);
      at += bytes.length;
    } else {
      gathered.set(bytes, used);
      used += bytes.length;
    }
  }
  await flushGathered();
  return at;
}

interface State {
  readonly path: string;
  readonly version: string;
}

/** The hidden file as a copy of the one that is changed, made by the system without the bytes passing through here. */
async function copyState({ path, version }: State, hidden: string, calls: FileCalls): Promise<void> {
  await calls.copyFile(path, hidden, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  // Looked at after copying: what was written meanwhile shows as well.
  const now = await statOf(path, calls);
  if (now === undefined || versionOf(now) !== version) throw new HostError('file/changed', { path });
}

/** The content as it was, after a look at its first piece: whether that is kept. */
async function startsKept(content: AsyncIterable<Change>): Promise<{ readonly kept: boolean; readonly content: AsyncIterable<Change> }> {
  const pieces = content[Symbol.asyncIterator]();
  const first = await pieces.next();
  async function* all(): AsyncGenerator<Change> {
    if (first.done === true) return;
    try {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => pieces };
    } finally {
      await pieces.return?.();
    }
  }
  return { kept: first.done !== true && 'kept' in first.value, content: all() };
}

async function writeFlushed(path: string, content: Content, mode: number | undefined, calls: FileCalls, old?: State): Promise<void> {
  const looked = content instanceof Uint8Array || old === undefined ? null : await startsKept(content);
  const from = looked?.kept === true ? old : undefined;
  if (from !== undefined) await copyState(from, path, calls);
  const file = await calls.open(path, from === undefined ? 'wx' : 'r+', 0o666);
  try {
    if (content instanceof Uint8Array) await writeAll(file, content, 0);
    else {
      const length = await writePieces(file, looked?.content ?? content);
      if (from !== undefined) await file.truncate(length);
    }
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function flush(path: string, flags: 'r' | 'r+', calls: FileCalls): Promise<void> {
  const opened = await calls.open(path, flags);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** A new name lasts only once the folder is on disk. Systems that cannot flush a folder (Windows, some network drives) do so themselves. */
async function flushFolder(path: string, calls: FileCalls): Promise<void> {
  try {
    await flush(path, 'r', calls);
  } catch {
    // The file is complete under its name; only its lasting through a power cut right now is not certain.
  }
}

async function assertFree(copy: string, calls: FileCalls): Promise<void> {
  if (await statOf(copy, calls) !== undefined) throw new HostError('file/copy-exists', { path: copy });
}

/** Gives the complete file `hidden` its name unless something has that name already. */
async function takeName(hidden: string, copy: string, calls: FileCalls): Promise<void> {
  try {
    await calls.link(hidden, copy);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') throw new HostError('file/copy-exists', { path: copy }, { cause });
    if (!NO_LINKS.includes(codeOf(cause))) throw cause;
    await assertFree(copy, calls);
    await calls.rename(hidden, copy);
    return;
  }
  await calls.unlink(hidden);
}

/** A copy of its own rather than a second name: a program that writes into the file must not write into the copy. */
async function keepCopy(target: string, copy: string, calls: FileCalls): Promise<void> {
  const hidden = hiddenBeside(copy);
  try {
    await calls.copyFile(target, hidden, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await flush(hidden, 'r+', calls);
    await takeName(hidden, copy, calls);
  } catch (cause) {
    await calls.unlink(hidden).catch(() => undefined);
    if (isMissing(cause) && await statOf(target, calls) === undefined) throw new HostError('file/changed', { path: target }, { cause });
    throw cause instanceof HostError ? cause : writingError(copy, cause);
  }
  await flushFolder(dirname(copy), calls);
}

/** Throws HostError, what the operating system throws, and what the content throws. */
export async function replaceFile(path: string, content: Content, { unchangedSince, keepCopyAs, keepsBytes }: ReplaceOptions, calls: FileCalls): Promise<void> {
  const target = await targetOf(path, calls);
  const old = await statOf(target, calls);
  if (old?.isDirectory() === true) throw new HostError('file/is-directory', { path });
  const copy = old === undefined ? undefined : keepCopyAs;
  // What is kept must be what is replaced.
  const expected = unchangedSince ?? (copy === undefined || old === undefined ? undefined : versionOf(old));
  const assertUnchanged = (now: BigIntStats | undefined): void => {
    if (expected !== undefined && (now === undefined || versionOf(now) !== expected)) throw new HostError('file/changed', { path });
  };
  assertUnchanged(old);
  if (copy !== undefined) await assertFree(copy, calls);
  // An existing file that may not be written must not be swept away by a rename, which asks the folder only.
  if (old !== undefined) await calls.access(target, constants.W_OK);
  const beside = hiddenBeside(target);
  let copied = false;
  try {
    await writeFlushed(beside, content, old === undefined ? undefined : Number(old.mode & 0o7777n), calls, keepsBytes === true && unchangedSince !== undefined ? { path: target, version: unchangedSince } : undefined);
    if (copy !== undefined) {
      await keepCopy(target, copy, calls);
      copied = true;
    }
    if (expected !== undefined) assertUnchanged(await statOf(target, calls));
    await calls.rename(beside, target);
  } catch (cause) {
    await calls.unlink(beside).catch(() => undefined);
    if (copied && copy !== undefined) await calls.unlink(copy).catch(() => undefined);
    throw cause;
  }
  await flushFolder(dirname(target), calls);
}
