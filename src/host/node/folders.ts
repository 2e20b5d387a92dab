/** Folders on disk. */
import { mkdir } from 'node:fs/promises';
import { HostError, type Folders } from '../../app/ports';

const FULL = ['ENOSPC', 'EDQUOT'];

export const nodeFolders: Folders = {
  async make(path) {
    try {
      await mkdir(path, { recursive: true });
    } catch (cause) {
      const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
      throw new HostError(FULL.includes(reason) ? 'file/disk-full' : 'file/unwritable', { path, reason }, { cause });
    }
  },
};
