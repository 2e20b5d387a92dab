/**
 * All generated sheets and names of a workbook from what they were to what they are now, as a patch of the file that people
 * have. Nothing that a person deleted comes back, nothing that a person put in goes away.
 */
import { STYLES } from '../model/style';
import type { NameSpec, SheetSpec, WorkbookSpec } from '../model/sheet-spec';
import type { SheetPatch, WorkbookPatch } from '../model/workbook-patch';
import { formulaKey } from './formula-key';
import { movesOf, type Moves } from './moves';
import { reviseSheet } from './revise-sheet';
import type { SheetGrid } from './sheet-grid';
import { shownCells } from './shown-cells';

/** The file, as far as `sheetsToRead` asks for it. */
export interface WorkbookGrids {
  readonly sheetNames: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly grids: ReadonlyMap<string, SheetGrid>;
}

export interface LeftCell {
  readonly sheet: string;
  readonly cell: string;
}

export interface WorkbookRevision {
  /** Rows of raw-data sheets are the caller's. */
  readonly patch: Pick<WorkbookPatch, 'add' | 'replace' | 'sheets' | 'names'>;
  /** Cells that would have changed, but people changed them before. */
  readonly left: readonly LeftCell[];
  /** The same of names. */
  readonly leftNames: readonly string[];
}

type Specs = Pick<WorkbookSpec, 'sheets' | 'names'>;

/** Rows below what is generated on a raw-data sheet among which its words are looked for when rows were inserted. */
const SEARCH_ROWS = 20;

/** Sheets whose cells have to be known; the last row of each that matters. Of raw-data sheets that is what stands above and beside their rows. */
export function sheetsToRead(base: Specs, ours: Specs): ReadonlyMap<string, number> {
  const before = new Set(base.sheets.map(({ name }) => name));
  return new Map(ours.sheets.filter(({ name }) => before.has(name)).map(({ name, cells, rawRows }) =>
    [name, rawRows === undefined ? Infinity : cells.reduce((last, { row }) => Math.max(last, row), 0) + SEARCH_ROWS]));
}

export function reviseWorkbook(base: Specs, ours: Specs, file: WorkbookGrids): WorkbookRevision {
  const before = new Map(base.sheets.map((sheet) => [sheet.name, sheet]));
  const present = new Set(file.sheetNames);
  const sheets: SheetPatch[] = [];
  const replace: SheetSpec[] = [];
  const add: { spec: SheetSpec; before?: string }[] = [];
  const left: LeftCell[] = [];
  const moves = movesBySheet(base, file);
  ours.sheets.forEach((sheet, index) => {
    const was = before.get(sheet.name);
    if (!present.has(sheet.name)) {
      // Without a former self it is new; otherwise somebody deleted it.
      if (was === undefined) add.push({ spec: sheet, ...standsBefore(ours.sheets.slice(index + 1), present) });
      return;
    }
    const grid = file.grids.get(sheet.name);
    if (was === undefined || grid === undefined) return;
    if (isComputed(sheet) && structure(sheet) !== structure(was) && isUntouched(was, grid)) {
      replace.push(sheet);
      return;
    }
    const revision = reviseSheet(was, sheet, grid, { sheet: sheet.name, moves });
    if (revision.cells.length > 0) sheets.push({ sheet: sheet.name, cells: revision.cells });
    for (const cell of revision.left) left.push({ sheet: sheet.name, cell });
  });
  const changed = new Set([...sheets.map(({ sheet }) => sheet), ...replace.map(({ name }) => name)]);
  for (const sheet of ours.sheets) {
    const was = before.get(sheet.name);
    if (was === undefined || !present.has(sheet.name)) continue;
    const shown = shownCells(was, sheet, { sheets: changed, left, moves });
    if (shown.length === 0) continue;
    const at = sheets.findIndex((patch) => patch.sheet === sheet.name);
    if (at < 0) sheets.push({ sheet: sheet.name, shown });
    else sheets[at] = { ...sheets[at], sheet: sheet.name, shown };
  }
  const names = reviseNames(base.names, ours.names, file.names);
  return {
    patch: { ...(add.length === 0 ? {} : { add }), ...(replace.length === 0 ? {} : { replace }), ...(sheets.length === 0 ? {} : { sheets }), ...(names.edits.length === 0 ? {} : { names: names.edits }) },
    left,
    leftNames: names.left,
  };
}

function movesBySheet({ sheets }: Specs, { grids }: WorkbookGrids): ReadonlyMap<string, Moves> {
  return new Map(sheets.flatMap(({ name, cells }): [string, Moves][] => {
    const grid = grids.get(name);
    const moves = grid === undefined ? null : movesOf(cells, grid);
    return moves === null ? [] : [[name, moves]];
  }));
}

function standsBefore(following: readonly SheetSpec[], present: ReadonlySet<string>): { readonly before?: string } {
  const next = following.find(({ name }) => present.has(name));
  return next === undefined ? {} : { before: next.name };
}

/** A protected sheet in which nobody is meant to type. */
function isComputed({ protect, cells, rawRows }: SheetSpec): boolean {
  return protect && rawRows === undefined && cells.every(({ style }) => STYLES[style].locked);
}

/** What no edit of cells can bring about. */
function structure({ merges, validations, conditionalFormats, columns }: SheetSpec): string {
  return JSON.stringify([merges ?? [], validations ?? [], conditionalFormats ?? [], columns]);
}

/** The file holds what was generated there, and nothing else. */
function isUntouched(base: SheetSpec, grid: SheetGrid): boolean {
  const filled = [...grid.values()].reduce((sum, row) => sum + [...row.values()].filter(({ value, formula }) => formula !== undefined || (value !== null && value !== '')).length, 0);
  const { cells, left } = reviseSheet(base, { cells: [] }, grid);
  return left.length === 0 && cells.length === filled;
}

type NameEdits = NonNullable<WorkbookPatch['names']>;

function reviseNames(base: readonly NameSpec[], ours: readonly NameSpec[], file: ReadonlyMap<string, string>): { readonly edits: NameEdits; readonly left: readonly string[] } {
  const was = new Map(base.map(({ name, refersTo }) => [name, refersTo]));
  const now = new Map(ours.map(({ name, refersTo }) => [name, refersTo]));
  const edits: { name: string; refersTo: string | null }[] = [];
  const left: string[] = [];
  for (const name of new Set([...was.keys(), ...now.keys()])) {
    const [before, after, found] = [was, now, file].map((names) => names.get(name));
    if (sameReference(before, after) || sameReference(found, after)) continue;
    if (sameReference(found, before)) edits.push({ name, refersTo: after ?? null });
    else left.push(name);
  }
  return { edits, left };
}

function sameReference(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : formulaKey(a) === formulaKey(b);
}
