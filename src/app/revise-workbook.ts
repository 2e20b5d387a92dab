/**
 * New content into the workbook that people have, as a patch: generated sheets by what changed in them, rows where their
 * list is. Everything else stays as it is.
 */
import { reviseWorkbook as reviseSpecs, sheetsToRead, type WorkbookRevision } from '../core/merge/revise-workbook';
import type { SheetGrid } from '../core/merge/sheet-grid';
import type { SheetRow } from '../core/model/cell';
import type { WorkbookContent } from '../core/model/content';
import type { SheetPatch, WorkbookPatch } from '../core/model/workbook-patch';
import { buildWorkbook } from './build-workbook';
import { measure } from './measure';
import type { ReadableWorkbook } from './ports';
import type { Standard } from './standard';

export interface Revision extends Pick<WorkbookRevision, 'left' | 'leftNames'> {
  readonly patch: WorkbookPatch;
}

/** From the content that was read to the content that is wanted; `lists` are the changes of rows, which the contents differ by. Throws `HostError` when a sheet is damaged. */
export async function reviseWorkbook(workbook: ReadableWorkbook, read: WorkbookContent, wanted: WorkbookContent, lists: readonly SheetPatch[], standard: Standard): Promise<Revision> {
  const base = buildWorkbook(read, standard, measure(read));
  const ours = buildWorkbook(wanted, standard, measure(wanted));
  const grids = new Map<string, SheetGrid>();
  for (const [sheet, lastRow] of sheetsToRead(base, ours)) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    if (workbook.sheetNames.includes(sheet)) grids.set(sheet, await readGrid(workbook, sheet, lastRow));
  }
  const { patch, left, leftNames } = reviseSpecs(base, ours, { sheetNames: workbook.sheetNames, names: workbook.names, grids });
  return { patch: { ...patch, sheets: joined([...(patch.sheets ?? []), ...lists]) }, left, leftNames };
}

async function readGrid(workbook: ReadableWorkbook, sheet: string, lastRow: number): Promise<SheetGrid> {
  const grid = new Map<number, SheetRow['cells']>();
  for await (const { row, cells } of workbook.rows(sheet)) {
    if (row > lastRow) break;
    grid.set(row, cells);
  }
  return grid;
}

/** One patch per sheet. */
function joined(patches: readonly SheetPatch[]): readonly SheetPatch[] {
  const bySheet = new Map<string, SheetPatch>();
  for (const patch of patches) bySheet.set(patch.sheet, { ...bySheet.get(patch.sheet), ...patch });
  return [...bySheet.values()];
}
