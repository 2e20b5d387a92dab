/**
 * New content into the workbook that people have, as a patch: generated sheets by what changed in them, rows where their
 * list is. Everything else stays as it is.
 */
import { reviseWorkbook as reviseSpecs, sheetsToRead, type WorkbookRevision } from '../core/merge/revise-workbook';
import type { SheetGrid } from '../core/merge/sheet-grid';
import type { WorkbookContent } from '../core/model/content';
import type { LastCheck } from '../core/model/last-check';
import type { SheetPatch, WorkbookPatch } from '../core/model/workbook-patch';
import { buildWorkbook } from './build-workbook';
import { measure, type Measurement } from './measure';
import type { ReadableWorkbook } from './ports';
import { readGrid } from './read-grid';
import type { Standard } from './standard';

export interface Revision extends Pick<WorkbookRevision, 'left' | 'leftNames'> {
  readonly patch: WorkbookPatch;
}

export interface RevisionOptions {
  /** That of the wanted content, where the caller has it. */
  readonly measurement?: Measurement;
  /** What 首页 is to show; what it shows stays without one. */
  readonly lastCheck?: LastCheck;
}

/** From the content that was read to the content that is wanted; `lists` are the changes of rows, which the contents differ by. Throws `HostError` when a sheet is damaged. */
export async function reviseWorkbook(
  workbook: ReadableWorkbook,
  read: WorkbookContent,
  wanted: WorkbookContent,
  lists: readonly SheetPatch[],
  standard: Standard,
  { measurement = measure(wanted), lastCheck }: RevisionOptions = {},
): Promise<Revision> {
  const base = buildWorkbook(read, standard, measure(read));
  const ours = buildWorkbook(wanted, standard, measurement, lastCheck);
  const grids = new Map<string, SheetGrid>();
  for (const [sheet, lastRow] of sheetsToRead(base, ours)) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    if (workbook.sheetNames.includes(sheet)) grids.set(sheet, await readGrid(workbook, sheet, lastRow));
  }
  const { patch, left, leftNames } = reviseSpecs(base, ours, { sheetNames: workbook.sheetNames, names: workbook.names, grids });
  return { patch: { ...patch, sheets: joined([...(patch.sheets ?? []), ...lists]) }, left, leftNames };
}

/** One patch per sheet. */
function joined(patches: readonly SheetPatch[]): readonly SheetPatch[] {
  const bySheet = new Map<string, SheetPatch>();
  for (const patch of patches) bySheet.set(patch.sheet, { ...bySheet.get(patch.sheet), ...patch });
  return [...bySheet.values()];
}
