/** Use case: the plan of a workbook file assembled in place. What people wrote, and everything that is not the plan's, stays as it is. */
import type { Assembly } from '../core/plan/assemble';
import { aboutFile } from './about-file';
import { buildWorkbook } from './build-workbook';
import { checkWorkbook } from './check-workbook';
import type { WorkbookCheck } from './compose-check';
import { freePath } from './free-path';
import { InputError } from './input-error';
import { lastCheckOf } from './last-check';
import { loadWorkbook } from './load-workbook';
import { measure } from './measure';
import { planContent } from './plan-content';
import type { Files, Progress, WorkbookFormat } from './ports';
import { reviseWorkbook, type Revision } from './revise-workbook';
import type { Standard } from './standard';

export interface PlanRequest {
  readonly file: string;
  /** Write here and leave the file as it is. */
  readonly out?: string;
  /** Only say what would be done. */
  readonly dryRun: boolean;
  /** Keep the workbook as it was under this path, or the first free one like it. */
  readonly keepCopy?: string;
  /** Blanked cells are proposed anew. */
  readonly renew: boolean;
  /** Names, items or keys of metrics that are taken up as problems. */
  readonly takeUp: readonly string[];
  /** Numbers of lines whose proposals become people's own. */
  readonly accept?: readonly string[] | 'all';
}

export interface FilePlan {
  readonly assembly: Assembly;
  readonly check: WorkbookCheck;
  /** The file that was written; null when nothing had to be, or was meant to be. */
  readonly written: string | null;
  readonly copy: string | null;
  /** Cells and names that would have changed, but people changed them before. */
  readonly left: Pick<Revision, 'left' | 'leftNames'>;
}

/** What stands under `out` is written over. Throws `HostError` and `InputError` (those of `planContent`, `plan/unknown-metric`, `plan/not-offered`). */
export async function planWorkbook(request: PlanRequest, { files, xlsx }: { readonly files: Files; readonly xlsx: WorkbookFormat }, standard: Standard, progress: Progress): Promise<FilePlan> {
  const { file, out, dryRun, keepCopy, renew, accept } = request;
  progress.report('read', 0, 0);
  const loaded = await loadWorkbook(file, { files, xlsx }, standard);
  return aboutFile(file, async () => {
    progress.report('measure', 0, 0);
    const measurement = measure(loaded.content);
    const takeUp = request.takeUp.map((word) => metricOf(word, standard));
    const { content, assembly } = planContent(loaded.content, standard, { measurement, renew, takeUp, ...(accept === undefined ? {} : { accept }) });
    const open = takeUp.find((metric) => ![...assembly.taken, ...assembly.noRoom].some((offer) => offer.metric === metric));
    if (open !== undefined) throw new InputError('plan/not-offered', { metric: standard.metrics.find(({ key }) => key === open)?.name ?? open });
    progress.report('check', 0, 0);
    const check = checkWorkbook({ content, readIssues: loaded.issues, places: loaded.places, sheetNames: loaded.workbook.sheetNames, signed: loaded.signed, results: measurement.results, changes: measurement.changes }, standard);
    const { patch, left, leftNames } = await reviseWorkbook(loaded.workbook, loaded.content, content, [], standard, { base: buildWorkbook(loaded.content, standard, measurement), measurement, lastCheck: lastCheckOf(check) });
    const nothing = { assembly, check, written: null, copy: null, left: { left, leftNames } };
    const changed = (patch.add ?? []).length + (patch.replace ?? []).length + (patch.sheets ?? []).length + (patch.names ?? []).length > 0;
    if (dryRun || (!changed && out === undefined)) return nothing;
    progress.report('write', 0, 0);
    const copy = keepCopy === undefined ? null : await freePath(keepCopy, files);
    const kept = copy === null ? {} : { keepCopyAs: copy };
    if (out === undefined || out === file) await files.replace(file, loaded.workbook.changes(patch), { unchangedSince: loaded.file.version, keepsBytes: true, ...kept });
    else await files.replace(out, loaded.workbook.patch(patch));
    return { ...nothing, written: out ?? file, copy: out === undefined ? copy : null };
  });
}

/** Throws `InputError` (`plan/unknown-metric`). */
function metricOf(word: string, { metrics }: Standard): string {
  const found = metrics.find(({ key, name, item }) => key === word || name === word || item === word);
  if (found === undefined) throw new InputError('plan/unknown-metric', { name: word });
  return found.key;
}
