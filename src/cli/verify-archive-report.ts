/** What became of an archive package: as lines for people, and as the document of `--json`. */
import type { ArchiveVerification } from '../app/archive/verify-archive';
import { archiveText } from '../core/text/archive-texts';
import type { Language } from '../core/text/cli';
import { sealText } from '../core/text/seal-texts';

/** Changes of the workbook that are listed on the screen. */
const LISTED = 60;

export function archiveHolds({ indexChanged, findings, seal, noted }: ArchiveVerification): boolean {
  return !indexChanged && findings.length === 0 && seal === 'holds' && noted !== false;
}

export function archiveLines(file: string, found: ArchiveVerification, language: Language): readonly string[] {
  const { index, indexChanged, findings, seal, changes, noted } = found;
  const about = { file, at: index.at, by: index.by === '' ? sealText(language, 'seal/nobody') : index.by };
  const different = [...(indexChanged ? [archiveText(language, 'archive/index-changed')] : []), ...findings.map(({ kind, path }) => archiveText(language, `archive/${kind}`, { path }))];
  const cells = changes.map(({ kind, ...params }) => sealText(language, `verify/${kind}`, params));
  return [
    different.length === 0 ? archiveText(language, 'archive/holds', { ...about, count: index.entries.length }) : archiveText(language, 'archive/differs', { ...about, count: different.length }),
    ...different.map((line) => `  ${line}`),
    archiveText(language, seal === null ? 'archive/seal-unread' : `archive/seal-${seal}`, { number: index.seal.number, count: changes.length }),
    ...cells.slice(0, LISTED).map((line) => `  ${line}`),
    ...(cells.length > LISTED ? [sealText(language, 'verify/more', { count: cells.length - LISTED })] : []),
    ...(noted === null ? [] : [archiveText(language, noted ? 'archive/noted' : 'archive/not-noted')]),
    archiveText(language, 'archive/proves'),
  ];
}

export function archiveDocument(file: string, found: ArchiveVerification, language: Language): unknown {
  const { index, indexChanged, findings, seal, changes, noted } = found;
  return {
    file, archive: true, holds: archiveHolds(found), noted, indexChanged, index,
    findings: findings.map((one) => ({ ...one, message: archiveText(language, `archive/${one.kind}`, { path: one.path }) })),
    seal, changes: changes.map(({ kind, ...params }) => ({ kind, ...params, message: sealText(language, `verify/${kind}`, params) })),
  };
}
