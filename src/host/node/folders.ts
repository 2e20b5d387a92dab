/** Folders on disk. */
import { mkdir } from 'node:fs/promises';
import type { Folders } from '../../app/ports';
import { writingError } from './file-errors';

export const nodeFolders: Folders = {
  async make(path) {
    try {
      await mkdir(path, { recursive: true });
    } catch (cause) {
      throw writingError(path, cause);
    }
  },
};
