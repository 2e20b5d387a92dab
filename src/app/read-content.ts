/** An opened workbook -> everything that people put into it. What it lacks or has in the wrong place comes back as issues. */
import { columnName } from '../core/form/names';
import type { Moves } from '../core/merge/moves';
import { NO_STATES, type SignedStates } from '../core/review/check-signoffs';
import { readSignedSheet, SIGNED_SHEET } from '../core/review/signed-sheet';
import type { Issue } from '../core/issue/issue';
import type { Block } from '../core/model/block';
import type { WorkbookContent } from '../core/model/content';
import type { RawSheetDef } from '../core/model/raw-sheet';
import { formMoves } from './form-words';
import { makeContent } from './make-content';
import type { ReadableWorkbook, ReadOptions } from './ports';
import { readGrid } from './read-grid';
import { readEntries, type Entries } from './read-entries';
import { allBlocks, rawBlocks, readRawPlaces, type RawSheetPlaces } from './read-raw-sheet';
import type { Standard } from './standard';

export interface ContentReading {
  readonly content: WorkbookContent;
  readonly issues: readonly Issue[];
  /** Raw-data sheet key -> column key -> column of the sheet. */
  readonly places: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Raw-data sheet key -> row of its header. */
  readonly headerRows: Readonly<Record<string, number>>;
  /** What was signed in 审核记录, by code. */
  readonly signed: SignedStates;
  /** Form key -> where its rows and columns went; forms in which nothing moved are left out. */
  readonly formMoves: Readonly<Record<string, Moves>>;
}

/** Raw-data sheets that the workbook's names still speak of: deleted, or renamed, since. */
function lostSheets({ names, sheetNames }: ReadableWorkbook, { rawSheets }: Standard): readonly Issue[] {
  return rawSheets
    .filter((def) => !sheetNames.includes(def.sheet) && def.columns.some(({ key }) => names.has(columnName(def, key))))
    .map((def): Issue => ({ code: 'sheet/missing', severity: 'error', sheet: def.sheet, cell: '', clause: def.feeds, params: {} }));
}

export interface ContentOptions extends Pick<ReadOptions, 'signal'> {
  /** Called now and then with the part (0 to 1) of the raw-data sheets that is read. */
  readonly progress?: (part: number) => void;
}

/** Everything but the rows, which are left to whoever wants them: none are in the content. */
export interface TypedReading extends ContentReading {
  /** In the order of the standard. */
  readonly raw: readonly { readonly def: RawSheetDef; readonly places: RawSheetPlaces }[];
}

/** Throws `HostError` when a sheet is damaged. */
export async function readContent(workbook: ReadableWorkbook, standard: Standard, { signal, progress }: ContentOptions = {}): Promise<ContentReading> {
  const stop = signal === undefined ? {} : { signal };
  const { raw, ...typed } = await readTyped(workbook, standard, stop);
  const rows: Record<string, readonly Block[]> = {};
  for (const [index, { def, places }] of raw.entries()) {
    const part = (done: number, total: number): void => progress?.((index + done / Math.max(total, 1)) / raw.length);
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    rows[def.key] = await allBlocks(rawBlocks(workbook, def, places, { ...stop, ...(progress === undefined ? {} : { progress: part }) }));
  }
  return { ...typed, content: { ...typed.content, rows } };
}

/** Throws `HostError` when a sheet is damaged as far as its header. */
export async function readTyped(workbook: ReadableWorkbook, standard: Standard, options: Pick<ReadOptions, 'signal'> = {}): Promise<TypedReading> {
  const present = new Set(workbook.sheetNames);
  const forms = standard.library.forms.filter(({ sheet }) => present.has(sheet));
  const rawSheets = standard.rawSheets.filter(({ sheet }) => present.has(sheet));
  const raw = new Map<string, RawSheetPlaces>();
  // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
  for (const def of rawSheets) raw.set(def.key, await readRawPlaces(workbook, def, options));
  const entries: Record<string, Entries> = {};
  const moved: Record<string, Moves> = {};
  for (const { key, sheet } of forms) {
    // oxlint-disable-next-line no-await-in-loop
    const grid = await readGrid(workbook, sheet, Infinity);
    const moves = formMoves(standard, sheet, grid);
    if (moves !== null) moved[key] = moves;
    entries[key] = readEntries(workbook, sheet, grid, standard.fields[key] ?? [], moves);
  }
  const byKey = <T>(part: (sheet: RawSheetPlaces) => T): Readonly<Record<string, T>> => Object.fromEntries([...raw].map(([key, sheet]) => [key, part(sheet)]));
  const content = makeContent({
    chosen: [...forms, ...rawSheets].map(({ key }) => key),
    entries,
    rows: {},
    side: Object.fromEntries([...raw].flatMap(([key, { side }]) => (side.length === 0 ? [] : [[key, side]]))),
  });
  return {
    content,
    issues: [...lostSheets(workbook, standard), ...[...raw.values()].flatMap(({ issues }) => issues)],
    places: byKey(({ columns }) => columns),
    headerRows: byKey(({ headerRow }) => headerRow),
    formMoves: moved,
    signed: present.has(SIGNED_SHEET) ? readSignedSheet(await readGrid(workbook, SIGNED_SHEET, Infinity)) : NO_STATES,
    raw: rawSheets.flatMap((def) => {
      const places = raw.get(def.key);
      return places === undefined ? [] : [{ def, places }];
    }),
  };
}
