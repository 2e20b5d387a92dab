/**
 * Use case: rows of a file into a raw-data sheet of a workbook file, whichever program saved it last. What is not ours in
 * the workbook stays as it is. Rows that cannot go in are kept in a CSV file of their own, with the reasons; the workbook is
 * replaced as a whole or not at all.
 */
import type { DateOrder } from '../core/codec/codec';
import { filledRows } from '../core/import/filled-rows';
import type { ImportPlan } from '../core/import/plan-import';
import type { Issue } from '../core/issue/issue';
import type { Block } from '../core/model/block';
import type { WorkbookContent } from '../core/model/content';
import { HEADER_ROW, type RawSheetDef } from '../core/model/raw-sheet';
import type { ImportMap } from '../core/template/raw-map';
import { aboutFile } from './about-file';
import { readImportMap } from './import-map';
import { freePath } from './free-path';
import { assertHeader, importPatch } from './import-patch';
import { importRows } from './import-rows';
import { InputError } from './input-error';
import { loadSource, type LoadedSource, type SourceHost } from './load-source';
import { loadWorkbook, type LoadedWorkbook } from './load-workbook';
import type { HostError, Progress } from './ports';
import { rejectedCsv } from './rejected-csv';
import type { Revision } from './revise-workbook';
import { saveRejected } from './save-rejected';
import type { Standard } from './standard';

export interface ImportRequest {
  readonly file: string;
  /** Name or key of the raw-data sheet; `数据_` may be left out. */
  readonly sheet: string;
  readonly from: string;
  readonly fromSheet?: string;
  /** Content of the map file. */
  readonly map?: string;
  readonly dateOrder?: DateOrder;
  readonly replace: boolean;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
  /** Keep the workbook as it was under this path, or the first free one like it (`-2`). */
  readonly keepCopy?: string;
  /** Where rejected rows go: the first that can be written. Numbered (`-2`) when a file with other content is there. */
  readonly rejectedFiles: readonly string[];
  /** A row's issues in words, for the file of rejected rows. */
  readonly reason: (issues: readonly Issue[]) => string;
  /** Heading of the column with the reasons. */
  readonly reasonHeading: string;
}

export interface ImportOutcome {
  readonly def: RawSheetDef;
  readonly source: LoadedSource | null;
  /** Null when the map is wrong: then nothing else was looked at. */
  readonly plan: ImportPlan | null;
  /** Of the map and of the import as a whole. With an error among them nothing was read. */
  readonly issues: readonly Issue[];
  /** Filled rows that the sheet had. */
  readonly before: number;
  readonly written: boolean;
  /** Where the workbook as it was is kept; null when that was not asked for. */
  readonly copy: string | null;
  /** Cells and names that would have changed with the rows, but that people had changed before: they were left alone. */
  readonly left: Pick<Revision, 'left' | 'leftNames'>;
  /** What people's editors did to the workbook that makes its figures wrong; looked at when rows are written. */
  readonly tampered: readonly Issue[];
  /** Where rejected rows were saved; null when they were not. */
  readonly rejectedFile: string | null;
  /** Why rejected rows could not be saved anywhere. */
  readonly rejectedError: HostError | null;
}

/** Throws `HostError` and `InputError` (`import/unknown-sheet`, `import/sheet-not-chosen`, `import/broken-header`, those of `loadSource`). */
export async function importFile(request: ImportRequest, host: SourceHost, standard: Standard, progress: Progress): Promise<ImportOutcome> {
  const def = rawSheetOf(request.sheet, standard);
  progress.report('read', 0, 0);
  const loaded = await loadWorkbook(request.file, host, standard);
  if (!loaded.content.chosen.includes(def.key)) throw new InputError('import/sheet-not-chosen', { sheet: def.sheet });
  assertHeader(def, loaded.issues);
  const before = filledRows(loaded.content.rows[def.key] ?? []);

  const reading = request.map === undefined ? { map: undefined, issues: [] } : readImportMap(request.map, def);
  const nothing = { def, before, written: false, copy: null, left: { left: [], leftNames: [] }, tampered: [], rejectedFile: null, rejectedError: null };
  if (reading.map === null) return { ...nothing, source: null, plan: null, issues: reading.issues };
  const map: ImportMap | undefined = reading.map;
  const source = await loadSource(request.from, request.fromSheet, def, map, host);
  progress.report('import', 0, source.table.rows.length);
  const { content, plan } = importRows(loaded.content, def, source.table, {
    replace: request.replace,
    headerRow: loaded.headerRows[def.key] ?? HEADER_ROW,
    maxRejectedKept: Number.MAX_SAFE_INTEGER,
    ...(map === undefined ? {} : { map }),
    ...(request.dateOrder === undefined ? {} : { dateOrder: request.dateOrder }),
  });
  const outcome = { ...nothing, source, plan, issues: plan.issues };
  if (plan.refused) return outcome;
  if (request.dryRun) return outcome;
  const held = request.allOrNothing && plan.rejectedCount > 0;
  const done = held || plan.acceptedCount === 0 ? outcome : { ...outcome, ...(await write(request, host, standard, progress, { loaded, def, content, accepted: plan.accepted })) };
  if (plan.rejectedCount === 0) return done;
  const saved = await saveRejected(request.rejectedFiles, rejectedCsv(source.table, plan, request), host.files);
  return { ...done, rejectedFile: saved.file, rejectedError: saved.error };
}

interface Wanted {
  readonly loaded: LoadedWorkbook;
  readonly def: RawSheetDef;
  /** With the new rows. */
  readonly content: WorkbookContent;
  readonly accepted: readonly Block[];
}

/** The workbook with the rows in it, in place of the file that was read, unless somebody saved another one meanwhile. */
async function write({ file, replace, keepCopy }: ImportRequest, { files }: SourceHost, standard: Standard, progress: Progress, { loaded, ...wanted }: Wanted): Promise<Pick<ImportOutcome, 'written' | 'copy' | 'left' | 'tampered'>> {
  return aboutFile(file, async () => {
    const { patch, left, leftNames, tampered } = await importPatch(loaded, { ...wanted, replace }, standard, progress);
    progress.report('write', 0, 0);
    const copy = keepCopy === undefined ? null : await freePath(keepCopy, files);
    await files.replace(file, loaded.workbook.changes(patch), { unchangedSince: loaded.file.version, keepsBytes: true, ...(copy === null ? {} : { keepCopyAs: copy }) });
    return { written: true, copy, left: { left, leftNames }, tampered };
  });
}

/** Throws `InputError` (`import/unknown-sheet`: `name`, `sheets`). */
function rawSheetOf(name: string, { rawSheets }: Standard): RawSheetDef {
  const def = rawSheets.find(({ key, sheet }) => key === name || sheet === name || sheet === `数据_${name}`);
  if (def === undefined) throw new InputError('import/unknown-sheet', { name, sheets: rawSheets.map(({ sheet }) => sheet).join('、') });
  return def;
}
