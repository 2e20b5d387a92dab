/** Folders walked for files. Hidden files and folders, and the lock files of spreadsheet programs (~$), are nobody's workbooks. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FileTree, FoundFile } from '../../app/ports';
import { isMissing, readingError } from './file-errors';

const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$');

/** Null where the file went away since it was listed. Network drives have no steady numbers of files: size and time tell states apart. */
async function foundFile(path: string): Promise<FoundFile | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, full: await realpath(path), version: `${size}-${Math.round(mtimeMs)}` };
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw readingError(path, cause);
  }
}

/** Files below the folder, whatever they are called. */
async function* below(folder: string): AsyncGenerator<{ readonly path: string; readonly name: string }> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw readingError(folder, cause);
  }
  for (const entry of entries) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(path);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) yield { path, name: entry.name };
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), () => false);
}

export const nodeFileTree: FileTree = {
  async list(paths, wanted) {
    const files = new Map<string, FoundFile>();
    let passed = 0;
    const take = async (path: string): Promise<void> => {
      const found = await foundFile(path);
      if (found !== null && !files.has(found.full)) files.set(found.full, found);
    };
    for (const path of paths) {
      let isFolder: boolean;
      try {
        // oxlint-disable-next-line no-await-in-loop -- a disk is read in order
        isFolder = (await stat(resolve(path))).isDirectory();
      } catch (cause) {
        throw readingError(path, cause);
      }
      if (!isFolder) {
        // oxlint-disable-next-line no-await-in-loop
        await take(path);
        continue;
      }
      // oxlint-disable-next-line no-await-in-loop
      for await (const one of below(path)) {
        if (wanted(one.name)) await take(one.path);
        else passed++;
      }
    }
    return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)), passed };
  },
};
