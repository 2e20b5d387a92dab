/** Use case: what people's editors destroyed of a workbook's own rules and formulas put back into the file. What is not ours, and what is in doubt, stays as it is. */
import { aboutFile } from './about-file';
import { buildWorkbook } from './build-workbook';
import { freePath } from './free-path';
import { loadWorkbook } from './load-workbook';
import { measure } from './measure';
import type { Files, Progress, WorkbookFormat } from './ports';
import { restoreWorkbook, type Restoration } from './restore-workbook';
import type { Standard } from './standard';

export interface RestoreRequest {
  readonly file: string;
  /** Only say what would be done. */
  readonly dryRun: boolean;
  /** Keep the workbook as it was under this path, or the first free one like it. */
  readonly keepCopy?: string;
}

export interface RestoreOutcome extends Pick<Restoration, 'restored' | 'left'> {
  readonly written: boolean;
  /** Where the workbook as it was is kept; null when that was not asked for. */
  readonly copy: string | null;
}

/** Throws `HostError`. */
export async function restoreFile({ file, dryRun, keepCopy }: RestoreRequest, host: { readonly files: Files; readonly xlsx: WorkbookFormat }, standard: Standard, progress: Progress): Promise<RestoreOutcome> {
  progress.report('read', 0, 0);
  const { workbook, file: opened, ...reading } = await loadWorkbook(file, host, standard);
  return aboutFile(file, async () => {
    progress.report('check', 0, 0);
    const { patch, restored, left } = await restoreWorkbook(workbook, reading, standard, buildWorkbook(reading.content, standard, measure(reading.content)));
    if (dryRun || restored.length === 0) return { restored, left, written: false, copy: null };
    progress.report('write', 0, 0);
    const copy = keepCopy === undefined ? null : await freePath(keepCopy, host.files);
    await host.files.replace(file, workbook.changes(patch), { unchangedSince: opened.version, keepsBytes: true, ...(copy === null ? {} : { keepCopyAs: copy }) });
    return { restored, left, written: true, copy };
  });
}
