/** An opened workbook -> everything that people put into it. What it lacks or has in the wrong place comes back as issues. */
import { columnName } from '../core/form/names';
import type { Issue } from '../core/issue/issue';
import type { WorkbookContent } from '../core/model/content';
import { makeContent } from './make-content';
import type { ReadableWorkbook } from './ports';
import { readEntries } from './read-entries';
import { readRawSheet } from './read-raw-sheet';
import type { Standard } from './standard';

export interface ContentReading {
  readonly content: WorkbookContent;
  readonly issues: readonly Issue[];
  /** Raw-data sheet key -> column key -> column of the sheet. */
  readonly places: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Raw-data sheets that the workbook's names still speak of: deleted, or renamed, since. */
function lostSheets({ names, sheetNames }: ReadableWorkbook, { rawSheets }: Standard): readonly Issue[] {
  return rawSheets
    .filter((def) => !sheetNames.includes(def.sheet) && def.columns.some(({ key }) => names.has(columnName(def, key))))
    .map((def): Issue => ({ code: 'sheet/missing', severity: 'error', sheet: def.sheet, cell: '', clause: def.feeds, params: {} }));
}

/** Throws `HostError` when a sheet is damaged. */
export function readContent(workbook: ReadableWorkbook, standard: Standard): ContentReading {
  const present = new Set(workbook.sheetNames);
  const forms = standard.library.forms.filter(({ sheet }) => present.has(sheet));
  const rawSheets = standard.rawSheets.filter(({ sheet }) => present.has(sheet));
  const raw = rawSheets.map((def) => ({ key: def.key, ...readRawSheet(workbook, def) }));
  const content = makeContent({
    chosen: [...forms, ...rawSheets].map(({ key }) => key),
    entries: Object.fromEntries(forms.map(({ key, sheet }) => [key, readEntries(workbook, sheet, standard.fields[key] ?? [])])),
    rows: Object.fromEntries(raw.map(({ key, blocks }) => [key, blocks])),
    side: Object.fromEntries(raw.flatMap(({ key, side }) => (side.length === 0 ? [] : [[key, side]]))),
  });
  return {
    content,
    issues: [...lostSheets(workbook, standard), ...raw.flatMap(({ issues }) => issues)],
    places: Object.fromEntries(raw.map(({ key, columns }) => [key, columns])),
  };
}
