/** Use cases: a workbook file sealed, and what changed in it since (7.8). The file is changed in its record sheet only. */
import type { Seal } from '../core/copy/seal';
import { aboutFile } from './about-file';
import { freePath } from './free-path';
import { loadWorkbook } from './load-workbook';
import type { Files, Gzip, Identity, WorkbookFormat } from './ports';
import { sealWorkbook, verifyWorkbook, type Verification } from './seal-workbook';
import type { Standard } from './standard';

export interface SealHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly gzip: Gzip;
  readonly identity: Identity;
}

export interface SealOutcome {
  readonly seal: Seal;
  /** Where the file as it was is kept; null when that was not asked for. */
  readonly copy: string | null;
  /** False where the state is too large: changes will be named by sheet only. */
  readonly kept: boolean;
}

/** Throws `HostError` and what `sealWorkbook` throws. */
export async function sealFile({ file, by, keepCopy }: { readonly file: string; readonly by: string; readonly keepCopy?: string }, host: SealHost, standard: Standard): Promise<SealOutcome> {
  const { workbook, file: opened } = await loadWorkbook(file, host, standard);
  return aboutFile(file, async () => {
    const { seal, kept, patch } = await sealWorkbook(workbook, { file, by }, host);
    const copy = keepCopy === undefined ? null : await freePath(keepCopy, host.files);
    await host.files.replace(file, workbook.changes(patch), { unchangedSince: opened.version, keepsBytes: true, ...(copy === null ? {} : { keepCopyAs: copy }) });
    return { seal, copy, kept };
  });
}

/** Throws `HostError` and what `verifyWorkbook` throws. */
export async function verifyFile(request: { readonly file: string; readonly digest?: string }, host: Omit<SealHost, 'identity'>, standard: Standard): Promise<Verification> {
  const { workbook } = await loadWorkbook(request.file, host, standard);
  return aboutFile(request.file, () => verifyWorkbook(workbook, request, host.gzip));
}
