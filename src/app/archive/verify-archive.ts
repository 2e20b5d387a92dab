/** Use case: whether an archive package is as it was made: every file against the index, the index against its digest, the workbook against its seal. */
import { z } from 'zod';
import { ARCHIVE_INDEX, ARCHIVE_SUMS, archiveFindings, digesting, indexDigest, sumsText, type ArchiveFinding, type ArchiveIndex, type FoundEntry } from '../../core/copy/archive-index';
import { textDigest, type SealedChange } from '../../core/copy/seal';
import { joinBytes } from '../../core/model/join-bytes';
import { aboutFile } from '../about-file';
import { bytesSource } from '../bytes-source';
import { readCopyRecord } from '../copy-record';
import { InputError } from '../input-error';
import type { OpenPackage, PackageFormat } from '../package-ports';
import { HostError, type ByteSource, type Files, type Gzip, type WorkbookFormat } from '../ports';
import { changesInSealed, soundSeals } from '../seals';

export interface VerifyHost {
  readonly files: Pick<Files, 'open'>;
  readonly xlsx: WorkbookFormat;
  readonly packages: PackageFormat;
  readonly gzip: Gzip;
}

export interface ArchiveVerification {
  readonly index: ArchiveIndex;
  /** The index is not as it was made: its digest, or that in the list of digests, is another. */
  readonly indexChanged: boolean;
  readonly findings: readonly ArchiveFinding[];
  /** The workbook against the seal that the index names: `other` where it has another one, null where it cannot be opened. */
  readonly seal: 'holds' | 'changed' | 'other' | 'broken' | null;
  /** What changed in the workbook since that seal. */
  readonly changes: readonly SealedChange[];
  /** The digest that was noted elsewhere is that of the package, or of its seal; null where none was given. */
  readonly noted: boolean | null;
}

const ENTRY = z.object({ path: z.string(), kind: z.enum(['workbook', 'evidence', 'list']), size: z.number(), sha256: z.string() });
const INDEX = z.object({
  zhisheng: z.literal('archive'), version: z.literal(1), at: z.string(), by: z.string(), enterprise: z.string(),
  seal: z.object({ number: z.number(), at: z.string(), by: z.string(), digest: z.string() }), entries: z.array(ENTRY), digest: z.string(),
});

/** Whether the file is a package of ours, by what is in it. What is no package at all is none. */
export async function isArchive(source: ByteSource, packages: PackageFormat): Promise<boolean> {
  try {
    const { paths } = await packages.open(source);
    return paths.includes(ARCHIVE_INDEX) || paths.includes(ARCHIVE_SUMS);
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}

/** `digest` is what somebody noted when the package was made. Throws `HostError` and `InputError` (`archive/no-index`: `file`). */
export async function verifyArchive({ file, digest }: { readonly file: string; readonly digest?: string }, host: VerifyHost): Promise<ArchiveVerification> {
  const source = await host.files.open(file);
  return aboutFile(file, async () => {
    const opened = await host.packages.open(source);
    const text = await textOf(opened, ARCHIVE_INDEX);
    const parsed = INDEX.safeParse(jsonOf(text ?? ''));
    if (text === null || !parsed.success) throw new InputError('archive/no-index', { file });
    const index = parsed.data;
    const found: FoundEntry[] = [];
    for (const path of opened.paths) {
      // oxlint-disable-next-line no-await-in-loop -- one file in memory at a time
      if (path !== ARCHIVE_INDEX && path !== ARCHIVE_SUMS) found.push({ path, sha256: await digestOf(opened, path) });
    }
    const sums = await textOf(opened, ARCHIVE_SUMS);
    const indexChanged = indexDigest(index) !== index.digest || sums !== sumsText(index.entries, textDigest(text));
    const workbook = index.entries.find(({ kind }) => kind === 'workbook');
    const noted = digest === undefined ? null : [index.digest, index.seal.digest].includes(digest.trim().toLowerCase());
    return { index, indexChanged, findings: archiveFindings(index.entries, found), ...(await sealOf(opened, workbook?.path, index, host)), noted };
  });
}

async function sealOf(opened: OpenPackage, path: string | undefined, { seal }: ArchiveIndex, { xlsx, gzip }: VerifyHost): Promise<Pick<ArchiveVerification, 'seal' | 'changes'>> {
  if (path === undefined || !opened.paths.includes(path)) return { seal: null, changes: [] };
  try {
    const workbook = await xlsx.open(bytesSource(await joinBytes(opened.content(path))));
    const { others } = await readCopyRecord(workbook);
    const seals = soundSeals(others);
    if (seals === null) return { seal: 'broken', changes: [] };
    const last = seals.at(-1);
    if (last?.digest !== seal.digest) return { seal: 'other', changes: [] };
    const changes = await changesInSealed(workbook, last, others, gzip);
    return { seal: changes.length === 0 ? 'holds' : 'changed', changes };
  } catch (error) {
    if (error instanceof HostError) return { seal: null, changes: [] };
    throw error;
  }
}

async function digestOf(opened: OpenPackage, path: string): Promise<string | null> {
  const digest = digesting();
  try {
    for await (const piece of opened.content(path)) digest.add(piece);
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
  return digest.end();
}

/** Null where it is not there, or damaged. */
async function textOf(opened: OpenPackage, path: string): Promise<string | null> {
  if (!opened.paths.includes(path)) return null;
  try {
    return new TextDecoder().decode(await joinBytes(opened.content(path)));
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
