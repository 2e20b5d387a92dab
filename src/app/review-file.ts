/** Use cases: the review of a workbook file read, and changed in place. All but 审核记录 (and what the last check says) stays as it is. */
import { aboutFile } from './about-file';
import { buildWorkbook } from './build-workbook';
import { checkWorkbook } from './check-workbook';
import { freePath } from './free-path';
import { inspectWorkbook } from './inspect-workbook';
import { lastCheckOf } from './last-check';
import { loadWorkbook, type FileHost } from './load-workbook';
import { measure } from './measure';
import type { Identity, Progress } from './ports';
import { changeReview, readReview, type Review, type ReviewAct, type ReviewChange } from './review-workbook';
import { withSigned } from './signed-patch';
import { reviseWorkbook, type Revision } from './revise-workbook';
import type { Standard } from './standard';

/** Throws `HostError`. */
export async function readReviewFile(file: string, host: FileHost, standard: Standard): Promise<Review> {
  const loaded = await loadWorkbook(file, host, standard);
  return readReview(loaded, standard);
}

export interface ReviewRequest {
  readonly file: string;
  readonly acts: readonly ReviewAct[];
  readonly by: string;
  readonly keepCopy?: string;
}

export interface ReviewOutcome extends Omit<ReviewChange, 'content' | 'signed'> {
  readonly review: Review;
  readonly copy: string | null;
  readonly written: boolean;
  /** Cells that would have changed, but people changed them before. */
  readonly left: Revision['left'];
}

/** Throws `HostError` and what `changeReview` throws. */
export async function reviewFile({ file, acts, by, keepCopy }: ReviewRequest, host: FileHost & { readonly identity: Identity }, standard: Standard, progress: Progress): Promise<ReviewOutcome> {
  progress.report('read', 0, 0);
  const loaded = await loadWorkbook(file, host, standard);
  return aboutFile(file, async () => {
    const base = buildWorkbook(loaded.content, standard, measure(loaded.content));
    progress.report('check', 0, 0);
    const readIssues = acts.some(({ act }) => act === 'take') ? await inspectWorkbook(loaded.workbook, loaded, standard, base) : loaded.issues;
    const checked = (content: typeof loaded.content, states = loaded.signed): ReturnType<typeof checkWorkbook> => {
      const { results, changes } = measure(content);
      return checkWorkbook({ content, readIssues, places: loaded.places, sheetNames: loaded.workbook.sheetNames, signed: states, results, changes }, standard);
    };
    const { content, signed, ...change } = changeReview(loaded, acts, { by, now: host.identity.now(), issues: () => checked(loaded.content).issues }, standard);
    const { patch, left } = await reviseWorkbook(loaded.workbook, loaded.content, content, [], standard, { base, lastCheck: lastCheckOf(checked(content, signed)) });
    const review = readReview({ ...loaded, content, signed }, standard);
    const changed = change.numbers.length + change.stages.length > 0;
    if (!changed) return { ...change, review, copy: null, written: false, left };
    progress.report('write', 0, 0);
    const copy = keepCopy === undefined ? null : await freePath(keepCopy, host.files);
    await host.files.replace(file, loaded.workbook.patch(withSigned(patch, loaded.workbook, loaded.signed, signed)), { unchangedSince: loaded.file.version, ...(copy === null ? {} : { keepCopyAs: copy }) });
    return { ...change, review, copy, written: true, left };
  });
}
