/**
 * New content into the workbook that people have, as a patch: generated sheets by what changed in them, rows where their
 * list is. Everything else stays as it is.
 */
import { reviseWorkbook as reviseSpecs, sheetsToRead, type WorkbookRevision } from '../core/merge/revise-workbook';
import type { SheetGrid } from '../core/merge/sheet-grid';
import { address } from '../core/model/address';
import { areasOf, holds } from '../core/model/area';
import type { WorkbookContent } from '../core/model/content';
import type { LastCheck } from '../core/model/last-check';
import type { WorkbookSpec } from '../core/model/sheet-spec';
import type { CellEdit, SheetPatch, WorkbookPatch } from '../core/model/workbook-patch';
import { buildWorkbook } from './build-workbook';
import { measure, type Measurement } from './measure';
import type { ReadableWorkbook } from './ports';
import { readGrid } from './read-grid';
import type { Standard } from './standard';

export interface Revision extends Pick<WorkbookRevision, 'left' | 'leftNames'> {
  readonly patch: WorkbookPatch;
}

export interface RevisionOptions {
  /** What would be generated for the content that was read, where the caller has it. */
  readonly base?: WorkbookSpec;
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
  { base = buildWorkbook(read, standard, measure(read)), measurement = measure(wanted), lastCheck }: RevisionOptions = {},
): Promise<Revision> {
  const built = buildWorkbook(wanted, standard, measurement, lastCheck);
  // Results that a program computes by itself are no difference.
  const [before, ours] = workbook.calculates === true ? [withoutResults(base), withoutResults(built)] : [base, built];
  const changed = workbook.calculates === true ? changedSheets(before, ours) : null;
  const grids = new Map<string, SheetGrid>();
  for (const [sheet, lastRow] of sheetsToRead(before, ours)) {
    if (changed?.has(sheet) === false) continue;
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    if (workbook.sheetNames.includes(sheet)) grids.set(sheet, await readGrid(workbook, sheet, lastRow));
  }
  const { patch, left, leftNames } = reviseSpecs(before, ours, { sheetNames: workbook.sheetNames, names: workbook.names, grids });
  const { sheets, covered } = await besideMerges(workbook, patch.sheets ?? []);
  return { patch: { ...patch, sheets: joined([...sheets, ...lists]) }, left: [...left, ...covered], leftNames };
}

function withoutResults(spec: WorkbookSpec): WorkbookSpec {
  return { ...spec, sheets: spec.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => (cell.formula === undefined || cell.value === undefined ? cell : { ...cell, value: null })) })) };
}

/** Sheets that differ; null, for all of them, where formulas do: those point to other sheets, in which rows may have moved. */
function changedSheets(before: WorkbookSpec, ours: WorkbookSpec): ReadonlySet<string> | null {
  const was = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  const changed = new Set<string>();
  for (const sheet of ours.sheets) {
    const { charts: _charts, rawRows: _rows, ...now } = sheet;
    const old = was.get(sheet.name);
    const { charts: _oldCharts, rawRows: _oldRows, ...then } = old ?? sheet;
    if (old !== undefined && JSON.stringify(now) === JSON.stringify(then)) continue;
    if (old === undefined || formulasOf(sheet) !== formulasOf(old)) return null;
    changed.add(sheet.name);
  }
  return changed;
}

const formulasOf = ({ cells }: WorkbookSpec['sheets'][number]): string => JSON.stringify(cells.filter(({ formula }) => formula !== undefined).map(({ row, column, formula }) => [row, column, formula]));

/** The edits without those of cells that people merged into others, which hold nothing. */
async function besideMerges(workbook: ReadableWorkbook, patches: readonly SheetPatch[]): Promise<{ readonly sheets: readonly SheetPatch[]; readonly covered: Revision['left'] }> {
  const sheets: SheetPatch[] = [];
  const covered: Revision['left'][number][] = [];
  for (const { sheet, cells = [], ...rest } of patches) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    const merges = cells.length === 0 ? [] : areasOf(workbook.merges === undefined ? (await workbook.structure(sheet)).merges : await workbook.merges(sheet));
    const isCovered = ({ row, column }: CellEdit): boolean => merges.some((area) => holds(area, row, column) && !(row === area.top && column === area.left));
    const under = merges.length === 0 ? [] : cells.filter(isCovered);
    for (const { row, column } of under) covered.push({ sheet, cell: address(row, column) });
    if (cells.length === 0 || under.length < cells.length) sheets.push({ sheet, ...rest, ...(cells.length === 0 ? {} : { cells: under.length === 0 ? cells : cells.filter((edit) => !isCovered(edit)) }) });
  }
  return { sheets, covered };
}

/** One patch per sheet. */
function joined(patches: readonly SheetPatch[]): readonly SheetPatch[] {
  const bySheet = new Map<string, SheetPatch>();
  for (const patch of patches) {
    const known = bySheet.get(patch.sheet);
    const cells = [...(known?.cells ?? []), ...(patch.cells ?? [])];
    bySheet.set(patch.sheet, { ...known, ...patch, ...(cells.length === 0 ? {} : { cells }) });
  }
  return [...bySheet.values()];
}
