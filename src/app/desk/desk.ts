/**
 * The desk: one open workbook and everything that can be done with it, as the pane sees it. All data is plain and can cross
 * to a worker; nothing of the size of a workbook crosses but as a `Blob`, which is a handle. Every call can be cancelled and
 * reports progress. Calls throw `HostError` and `InputError`, of which code and parameters cross.
 */
import type { Issue, Severity } from '../../core/issue/issue';
import type { ChartSpec } from '../../core/model/chart-spec';
import type { Decision } from '../../core/plan/decide';
import type { Language } from '../../core/text/cli';
import type { StageStatus } from '../../core/check/stage/stage-status';
import type { Comparison } from '../compare-workbooks';
import type { Call } from '../ports';
import type { Profile } from '../profile';
import type { Review, ReviewAct } from '../review-workbook';
import type { Verification } from '../seal-workbook';
import type { DeskState } from './desk-state';
import type { FormEdit, FormView } from './form-view';
import type { ImportDone, ImportPreview, ImportQuery } from './import-data';
import type { MetricReport } from './metric-reports';
import type { NamedFile } from './named-file';
import type { AssembleRequest, PlanReport } from './plan-data';
import type { RowsBehind, RowsBehindQuery } from './rows-behind';
import type { MergeQuery, MergeReport, SealDone } from './travel-data';
import type { SheetQuery, SheetWindow } from './sheet-window';

export interface NewWorkbook {
  readonly name: string;
  readonly profile: Profile;
  /** `all`, `starter` or a list, as `chooseSheets` takes it. */
  readonly sheets: string;
}

export interface CheckReport {
  /** Forms first, in the order of the standard, then raw-data sheets; in each by row. */
  readonly issues: readonly Issue[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly stages: readonly StageStatus[];
}

export interface RestoreReport {
  /** What is put right, or would be. */
  readonly restored: readonly Issue[];
  /** What people have to put right themselves. */
  readonly left: readonly Issue[];
}

export interface ReviewRequest {
  readonly acts: readonly ReviewAct[];
  /** Who does it. */
  readonly by: string;
}

export interface ReviewDone {
  readonly state: DeskState;
  readonly review: Review;
  /** Numbers of the findings that were added or changed. */
  readonly numbers: readonly number[];
  /** Steps that were signed, or whose signatures were taken out. */
  readonly stages: readonly string[];
  /** Kinds of issues that have an open finding already, and that the sheet has no row for. */
  readonly known: number;
  readonly noRoom: number;
}

export interface Desk {
  /** What is open; null when nothing is. */
  state(request: null, call?: Call): Promise<DeskState | null>;
  open(request: NamedFile, call?: Call): Promise<DeskState>;
  /** Opens what was not saved when the pane went away: it is still unsaved. */
  recover(request: NamedFile, call?: Call): Promise<DeskState>;
  create(request: NewWorkbook, call?: Call): Promise<DeskState>;
  close(request: null, call?: Call): Promise<null>;
  check(request: null, call?: Call): Promise<CheckReport>;
  measure(request: null, call?: Call): Promise<readonly MetricReport[]>;
  /** Rows that a metric was computed from, failing ones first. */
  rowsBehind(request: RowsBehindQuery, call?: Call): Promise<RowsBehind>;
  /** The months of a metric with their control limits; null where there are too few. */
  monthChart(request: { readonly metric: string; readonly language: Language }, call?: Call): Promise<ChartSpec | null>;
  sheet(request: SheetQuery, call?: Call): Promise<SheetWindow>;
  form(request: { readonly key: string }, call?: Call): Promise<FormView>;
  /** Takes all of the edits or, when one of them cannot be, none. */
  edit(request: FormEdit, call?: Call): Promise<{ readonly state: DeskState; readonly problems: readonly Issue[] }>;
  /** 审核记录: findings with their cells as they are now. */
  review(request: null, call?: Call): Promise<Review>;
  /** Does all of the acts or, throwing what `changeReview` throws, none. */
  changeReview(request: ReviewRequest, call?: Call): Promise<ReviewDone>;
  /** Another workbook against the one that is open, which is the first. */
  compare(request: { readonly other: NamedFile }, call?: Call): Promise<Comparison>;
  /** What merging a copy that came back would do; changes nothing. */
  previewMerge(request: MergeQuery, call?: Call): Promise<MergeReport>;
  /** Undone as a whole. Throws what `mergeCopies` throws. */
  merge(request: MergeQuery, call?: Call): Promise<{ readonly state: DeskState; readonly report: MergeReport }>;
  seal(request: { readonly by: string }, call?: Call): Promise<SealDone>;
  /** `digest` is what somebody noted when it was sealed. */
  verify(request: { readonly digest: string | null }, call?: Call): Promise<Verification>;
  /** Changes nothing. The source stays at hand until another one is given. */
  previewImport(request: ImportQuery, call?: Call): Promise<ImportPreview>;
  importRows(request: ImportQuery, call?: Call): Promise<ImportDone>;
  /** The plan (附录E) as it stands, and what assembling it would do. */
  plan(request: null, call?: Call): Promise<PlanReport>;
  assemble(request: AssembleRequest, call?: Call): Promise<DeskState>;
  /** Proposals of the plan become people's own words, or go. */
  decide(request: Decision, call?: Call): Promise<DeskState>;
  previewRestore(request: null, call?: Call): Promise<RestoreReport>;
  restore(request: null, call?: Call): Promise<DeskState>;
  undo(request: null, call?: Call): Promise<DeskState>;
  redo(request: null, call?: Call): Promise<DeskState>;
  /** The workbook as it is now: the file to save. */
  file(request: null, call?: Call): Promise<NamedFile>;
  /** The workbook of this revision was saved, under this name. */
  saved(request: { readonly name: string; readonly revision: number }, call?: Call): Promise<DeskState>;
}

/** Every method by name, for whoever passes calls on. */
export const DESK_METHODS = [
  'state', 'open', 'recover', 'create', 'close', 'check', 'measure', 'rowsBehind', 'monthChart', 'sheet', 'form', 'edit',
  'previewImport', 'importRows', 'review', 'changeReview', 'compare', 'previewMerge', 'merge', 'seal', 'verify', 'plan', 'assemble', 'decide', 'previewRestore', 'restore', 'undo', 'redo', 'file', 'saved',
] as const satisfies readonly (keyof Desk)[];
