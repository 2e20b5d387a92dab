/**
 * Use case: the records of a workbook put away as one package (7.8.3, 7.8.4): the sealed workbook as it is, evidence files, an index for people
 * and one for programs, and a list of digests that anyone can check. The workbook must be sealed as it is now. Neither it nor the evidence is touched.
 */
import { ARCHIVE_INDEX, ARCHIVE_LIST, ARCHIVE_SUMS, digesting, makeIndex, sumsText, type ArchiveEntry, type ArchiveIndex } from '../../core/copy/archive-index';
import { textDigest } from '../../core/copy/seal';
import { HOME_KEY } from '../../core/form/form-context';
import { shown } from '../../core/codec/codec';
import { aboutFile } from '../about-file';
import { fileName } from '../file-name';
import { readCopyRecord } from '../copy-record';
import { InputError } from '../input-error';
import { loadWorkbook } from '../load-workbook';
import type { PackageFormat, PackedFile } from '../package-ports';
import type { ByteSource, Files, FileTree, Gzip, Identity, Progress, WorkbookFormat } from '../ports';
import { changesInSealed, soundSeals } from '../seals';
import type { Standard } from '../standard';
import { archiveList } from './archive-list';
import { archivedRecords, type ArchivedRecord } from './archive-records';
import { evidenceOf } from './evidence';

export interface ArchiveRequest {
  readonly file: string;
  /** Files and folders that go in as evidence. */
  readonly evidence: readonly string[];
  readonly out: string;
  readonly by: string;
}

export interface ArchiveHost {
  readonly files: Files;
  readonly tree: FileTree;
  readonly xlsx: WorkbookFormat;
  readonly packages: PackageFormat;
  readonly gzip: Gzip;
  readonly identity: Identity;
}

export interface ArchiveOutcome {
  readonly index: ArchiveIndex;
  readonly records: readonly ArchivedRecord[];
  /** Files of the folders that systems put there: left out. */
  readonly passed: number;
}

/** Bytes that are read of a file at a time. */
const PIECE = 1 << 20;

/** Throws `HostError` and `InputError` (`archive/not-sealed`, `archive/changed`: `file`, `archive/same-name`). */
export async function archiveFile({ file, evidence, out, by }: ArchiveRequest, host: ArchiveHost, standard: Standard, progress: Progress): Promise<ArchiveOutcome> {
  progress.report('read', 0, 0);
  const { workbook, content, file: source } = await loadWorkbook(file, host, standard);
  const seal = await aboutFile(file, async () => {
    const { others } = await readCopyRecord(workbook);
    const last = soundSeals(others)?.at(-1);
    if (last === undefined) throw new InputError('archive/not-sealed', { file });
    const changes = await changesInSealed(workbook, last, others, host.gzip);
    const [first] = changes;
    if (first !== undefined) throw new InputError('archive/changed', { file, count: changes.length, place: `${first.sheet} ${first.cell}`.trim() });
    return { number: last.number, at: last.at, by: last.by, digest: last.digest };
  });
  const attached = await evidenceOf(evidence, host.tree, new Set([file, out]));
  const about = { at: host.identity.now(), by, enterprise: shown(content.entries[HOME_KEY]?.['enterprise.name'] ?? null).trim(), seal };
  const records = archivedRecords(content, attached.files.map(({ path }) => path), standard);
  const entries: ArchiveEntry[] = [];
  let index: ArchiveIndex | null = null;

  async function* counted(path: string, kind: ArchiveEntry['kind'], pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const digest = digesting();
    let size = 0;
    for await (const piece of pieces) {
      digest.add(piece);
      size += piece.length;
      yield piece;
    }
    entries.push({ path, kind, size, sha256: digest.end() });
  }

  // What is said of the files is known once they are written: the index goes in last.
  async function* files(): AsyncGenerator<PackedFile> {
    const name = fileName(file);
    yield { path: name, content: counted(name, 'workbook', piecesOf(source)) };
    for (const [i, one] of attached.files.entries()) {
      progress.report('archive', i, attached.files.length);
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      yield { path: one.path, content: counted(one.path, 'evidence', piecesOf(await host.files.open(one.file))) };
    }
    yield { path: ARCHIVE_LIST, content: counted(ARCHIVE_LIST, 'list', [await host.xlsx.write(archiveList(about, entries, records))]) };
    index = makeIndex({ ...about, entries });
    const text = `${JSON.stringify({ ...index, records }, null, 1)}\n`;
    yield { path: ARCHIVE_INDEX, content: [new TextEncoder().encode(text)] };
    yield { path: ARCHIVE_SUMS, content: [new TextEncoder().encode(sumsText(entries, textDigest(text)))] };
  }

  await host.files.replace(out, host.packages.write(files()));
  if (index === null) throw new RangeError('a package without an index');
  return { index, records, passed: attached.passed };
}

async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  // oxlint-disable-next-line no-await-in-loop -- one piece in memory at a time
  for (let at = 0; at < source.size; at += PIECE) yield await source.read(at, Math.min(source.size, at + PIECE));
}
