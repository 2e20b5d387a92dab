/** What the operating system says of a file, as the host's failures. */
import type * as fs from 'node:fs/promises';
import { HostError } from '../../app/ports';

/** The calls of node:fs/promises that are used; tests put failing ones in their place. */
export type FileCalls = Pick<typeof fs, 'access' | 'copyFile' | 'link' | 'open' | 'readFile' | 'realpath' | 'rename' | 'stat' | 'unlink'>;

/** Error code of the operating system, '' when it is none. */
export function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** There is nothing under the path. */
export const isMissing = (cause: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(cause));

const READING: Readonly<Record<string, string>> = { ENOENT: 'file/missing', ENOTDIR: 'file/missing', EISDIR: 'file/is-directory' };
const WRITING: Readonly<Record<string, string>> = { ENOSPC: 'file/disk-full', EDQUOT: 'file/disk-full', EFBIG: 'file/disk-full', EISDIR: 'file/is-directory' };

export function readingError(path: string, cause: unknown): HostError {
  return new HostError(READING[codeOf(cause)] ?? 'file/unreadable', { path, reason: codeOf(cause) }, { cause });
}

export function writingError(path: string, cause: unknown): HostError {
  return new HostError(WRITING[codeOf(cause)] ?? 'file/unwritable', { path, reason: codeOf(cause) }, { cause });
}
