/** Use case: a copy that came back merged into the workbook file, which is written as a whole or not at all. */
import { aboutFile } from './about-file';
import { comparedOf } from './compare-workbooks';
import { freePath } from './free-path';
import { fileName } from './file-name';
import { loadWorkbook } from './load-workbook';
import { mergeCopies, type CopiesMerge } from './merge-copies';
import { readPseudonymKey } from './pseudonym-key';
import type { Files, Gzip, Identity, Progress, WorkbookFormat } from './ports';
import type { Standard } from './standard';

export interface MergeRequest {
  readonly mine: string;
  readonly theirs: string;
  readonly base?: string;
  readonly out: string;
  /** File of the list of names, for a copy with pseudonyms. */
  readonly key?: string;
  readonly dryRun: boolean;
  readonly keepCopy?: string;
  readonly by: string;
}

export interface MergeHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly gzip: Gzip;
  readonly identity: Identity;
}

export interface MergeOutcome extends CopiesMerge {
  readonly written: boolean;
  readonly copy: string | null;
}

/** Throws `HostError` and `InputError` (`key/needed`, `key/other`, `key/wrong`). */
export async function mergeFiles(request: MergeRequest, host: MergeHost, standard: Standard, progress: Progress): Promise<MergeOutcome> {
  const { out, by, key: keyFile } = request;
  progress.report('read', 0, 2);
  const mine = await loadWorkbook(request.mine, host, standard);
  const theirs = await loadWorkbook(request.theirs, host, standard);
  const base = request.base === undefined ? null : (await loadWorkbook(request.base, host, standard)).content;
  return aboutFile(request.mine, async () => {
    progress.report('merge', 0, 0);
    const merge = await mergeCopies({
      mine: comparedOf(mine), theirs: comparedOf(theirs), base, by, names: { mine: fileName(request.mine), theirs: fileName(request.theirs) },
      key: async () => (keyFile === undefined ? null : readPseudonymKey(new TextDecoder().decode(await host.files.read(keyFile)), keyFile)),
    }, host, standard);
    if (request.dryRun) return { ...merge, written: false, copy: null };
    progress.report('write', 0, 0);
    const inPlace = out === request.mine;
    const copy = request.keepCopy === undefined ? null : await freePath(request.keepCopy, host.files);
    await host.files.replace(out, inPlace ? mine.workbook.changes(merge.patch) : mine.workbook.patch(merge.patch), { ...(inPlace ? { unchangedSince: mine.file.version, keepsBytes: true as const } : {}), ...(copy === null ? {} : { keepCopyAs: copy }) });
    return { ...merge, written: true, copy };
  });
}
