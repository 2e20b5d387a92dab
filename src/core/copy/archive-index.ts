/**
 * The index of an archive package (7.8.3, 7.8.4): every entry with its digest (SHA-256), the seal that the workbook had, and a digest over all
 * of that. Whoever noted the last one elsewhere can tell that nothing was put in, taken out or changed.
 */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { Seal } from './seal';
import { textDigest } from './seal';

export const ARCHIVE_INDEX = '目录.json';
export const ARCHIVE_SUMS = 'SHA256SUMS.txt';
export const ARCHIVE_LIST = '目录.xlsx';
/** Folder of the evidence within the package. */
export const ARCHIVE_EVIDENCE = '附件/';

export interface ArchiveEntry {
  /** With forward slashes. */
  readonly path: string;
  readonly kind: 'workbook' | 'evidence' | 'list';
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

export interface ArchiveIndex {
  readonly zhisheng: 'archive';
  readonly version: 1;
  readonly at: string;
  readonly by: string;
  readonly enterprise: string;
  /** The last seal of the workbook: what the package is chained to. */
  readonly seal: Pick<Seal, 'number' | 'at' | 'by' | 'digest'>;
  readonly entries: readonly ArchiveEntry[];
  /** Over all of the above. */
  readonly digest: string;
}

export function makeIndex(index: Omit<ArchiveIndex, 'zhisheng' | 'version' | 'digest'>): ArchiveIndex {
  const whole = { zhisheng: 'archive' as const, version: 1 as const, ...index };
  return { ...whole, digest: indexDigest(whole) };
}

export function indexDigest({ at, by, enterprise, seal, entries }: Omit<ArchiveIndex, 'digest'>): string {
  return textDigest(JSON.stringify([at, by, enterprise, [seal.number, seal.at, seal.by, seal.digest], entries.map(({ path, kind, size, sha256: sum }) => [path, kind, size, sum])]));
}

/** Lines as `sha256sum -c` reads them, so that the package can be checked without the program. `index` is the digest of the index file. */
export function sumsText(entries: readonly Pick<ArchiveEntry, 'path' | 'sha256'>[], index: string): string {
  return [...entries, { path: ARCHIVE_INDEX, sha256: index }].map(({ path, sha256: sum }) => `${sum}  ${path}\n`).join('');
}

export interface FoundEntry {
  readonly path: string;
  /** Null where its bytes cannot be read: the package is damaged there. */
  readonly sha256: string | null;
}

export interface ArchiveFinding {
  readonly kind: 'changed' | 'unreadable' | 'missing' | 'extra';
  readonly path: string;
}

/** How the entries that are there differ from the index; the files of the index itself are not among them. */
export function archiveFindings(entries: readonly ArchiveEntry[], found: readonly FoundEntry[]): readonly ArchiveFinding[] {
  const there = new Map(found.map((one) => [one.path, one]));
  const listed = new Set(entries.map(({ path }) => path));
  return [
    ...entries.flatMap(({ path, sha256: sum }): readonly ArchiveFinding[] => {
      const one = there.get(path);
      if (one === undefined) return [{ kind: 'missing', path }];
      return one.sha256 === null ? [{ kind: 'unreadable', path }] : one.sha256 === sum ? [] : [{ kind: 'changed', path }];
    }),
    ...found.flatMap(({ path }): readonly ArchiveFinding[] => (listed.has(path) ? [] : [{ kind: 'extra', path }])),
  ];
}

export interface Digesting {
  add(bytes: Uint8Array): void;
  /** Hexadecimal; nothing can be added afterwards. */
  end(): string;
}

export function digesting(): Digesting {
  const hash = sha256.create();
  return { add: (bytes) => hash.update(bytes), end: () => bytesToHex(hash.digest()) };
}
