/** The index of an archive package for people: its files with their digests, and the records with the files that belong to them. */
import type { ArchiveEntry, ArchiveIndex } from '../../core/copy/archive-index';
import type { WorkbookSpec } from '../../core/model/sheet-spec';
import { ARCHIVE_WORDS } from '../../core/text/archive-texts';
import { fill } from '../../core/text/message';
import { listSheet } from '../list-sheet';
import { sizeText } from '../share-check';
import type { ArchivedRecord } from './archive-records';

const FILE_WIDTHS = [6, 46, 14, 12, 70];
const RECORD_WIDTHS = [6, 36, 10, 14, 14, 12, 36, 46];
const CENTRED: ReadonlySet<number> = new Set([0, 2, 3]);

export function archiveList(index: Pick<ArchiveIndex, 'at' | 'by' | 'enterprise' | 'seal'>, entries: readonly ArchiveEntry[], records: readonly ArchivedRecord[]): WorkbookSpec {
  const { files, records: listed } = ARCHIVE_WORDS;
  const about = { enterprise: index.enterprise, at: index.at, by: index.by === '' ? ARCHIVE_WORDS.nobody : index.by, number: index.seal.number, seal: index.seal.digest };
  const sheets = [
    listSheet({
      name: files.name, title: files.title, about: fill(files.about, about, 'zh'),
      columns: files.headers.map((header, c) => ({ header, width: FILE_WIDTHS[c] ?? 12, centred: CENTRED.has(c) })),
      rows: entries.map(({ path, kind, size, sha256 }, i) => [i + 1, path, ARCHIVE_WORDS.kinds[kind], sizeText(size), sha256].map((value) => ({ value }))),
    }),
    listSheet({
      name: listed.name, title: listed.title, about: listed.about,
      columns: listed.headers.map((header, c) => ({ header, width: RECORD_WIDTHS[c] ?? 12, centred: c === 0 })),
      rows: records.map(({ name, clause, who, when, state, where, files: attached }, i) => [i + 1, name, clause, who, when, state, where, attached.join('\n')].map((value) => ({ value }))),
    }),
  ];
  return { sheets, names: [], title: files.title, active: files.name, enterpriseName: index.enterprise };
}
