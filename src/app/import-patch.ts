/** Accepted rows into a workbook that people have, as a patch: the rows, and everything computed that follows from them. */
import type { Issue } from '../core/issue/issue';
import type { Block } from '../core/model/block';
import type { WorkbookContent } from '../core/model/content';
import { HEADER_ROW, type RawSheetDef } from '../core/model/raw-sheet';
import type { SheetPatch } from '../core/model/workbook-patch';
import { buildWorkbook } from './build-workbook';
import { checkWorkbook } from './check-workbook';
import { InputError } from './input-error';
import { inspectWorkbook } from './inspect-workbook';
import { lastCheckOf } from './last-check';
import { measure, type Measurement } from './measure';
import type { Progress, ReadableWorkbook } from './ports';
import type { ContentReading } from './read-content';
import { replaceRows } from './replace-rows';
import { reviseWorkbook, type Revision } from './revise-workbook';
import type { Standard } from './standard';

export interface WantedRows {
  readonly def: RawSheetDef;
  /** With the new rows. */
  readonly content: WorkbookContent;
  readonly accepted: readonly Block[];
  /** In place of the rows that are there. */
  readonly replace: boolean;
}

export interface ImportPatch extends Revision {
  readonly measurement: Measurement;
  /** What people's editors did to the workbook that makes its figures wrong, whatever rows go in: formulas overwritten, names and sheets lost, cells merged. */
  readonly tampered: readonly Issue[];
}

/** Throws `HostError` when a sheet is damaged. */
export async function importPatch({ workbook, ...reading }: ContentReading & { readonly workbook: ReadableWorkbook }, wanted: WantedRows, standard: Standard, progress: Progress): Promise<ImportPatch> {
  const { def, content, accepted, replace } = wanted;
  progress.report('measure', 0, 0);
  const headerRow = reading.headerRows[def.key] ?? HEADER_ROW;
  const columns = reading.places[def.key] ?? {};
  const rows: SheetPatch = replace
    ? await replaceRows(workbook, def, { headerRow, columns, old: reading.content.rows[def.key] ?? [], rows: accepted })
    : { sheet: def.sheet, list: { headerRow, columns, append: accepted } };
  const measurement = measure(content);
  progress.report('check', 0, 0);
  const base = buildWorkbook(reading.content, standard, measure(reading.content));
  // In a program that is open this is looked at on demand: it means to read all of every sheet.
  const readIssues = workbook.calculates === true ? reading.issues : await inspectWorkbook(workbook, reading, standard, base);
  const check = checkWorkbook({ content, readIssues, places: reading.places, sheetNames: workbook.sheetNames, signed: reading.signed, results: measurement.results, changes: measurement.changes }, standard);
  const revision = await reviseWorkbook(workbook, reading.content, content, [rows], standard, { base, measurement, lastCheck: lastCheckOf(check) });
  return { ...revision, measurement, tampered: readIssues.filter(({ severity }) => severity === 'error') };
}

/** Rows go under the headers that were found; where one was not, nobody knows which column is meant. Throws `InputError` (`import/broken-header`). */
export function assertHeader(def: RawSheetDef, issues: readonly Issue[]): void {
  const broken = issues.filter(({ sheet, code }) => sheet === def.sheet && code.startsWith('header/'));
  if (broken.length > 0) throw new InputError('import/broken-header', { sheet: def.sheet, column: broken.map(({ params }) => params['column'] ?? '').join('、') });
}
