/**
 * Generated sheets that the workbook lacks: renamed, which shows in the names that followed them or in their printed words,
 * or deleted. 首页 lists every sheet that was generated.
 */
import { HOME_KEY } from '../core/form/form-context';
import type { WorkbookContent } from '../core/model/content';
import type { SheetGrid } from '../core/merge/sheet-grid';
import type { SheetSpec, WorkbookSpec } from '../core/model/sheet-spec';
import { quoteSheet } from '../core/model/address';
import { buildWorkbook } from './build-workbook';
import { measure } from './measure';
import { namePlace } from './name-place';
import type { ReadableWorkbook } from './ports';
import { readGrid } from './read-grid';
import type { Standard } from './standard';

export interface LostSheets {
  /** Old name -> name that the sheet has now. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Names of sheets that are not there at all. */
  readonly deleted: readonly string[];
  /** The content with the lost forms and raw-data sheets chosen too. */
  readonly chosen: WorkbookContent['chosen'];
}

/** Rows of a sheet among which its printed words are looked for. */
const LOOKED_AT = 60;
/** Part of the words that must be there. */
const ALIKE = 0.6;
/** Fewer words than these are no proof. */
const LEAST_WORDS = 4;

/** Throws `HostError` when a sheet is damaged. */
export async function findLostSheets(workbook: ReadableWorkbook, content: WorkbookContent, standard: Standard, spec: WorkbookSpec): Promise<LostSheets> {
  const present = new Set(workbook.sheetNames);
  const made = [...standard.library.forms, ...standard.rawSheets];
  const home = standard.library.forms.find(({ key }) => key === HOME_KEY)?.sheet ?? '';
  const listed = wordsOf(await readGrid(workbook, home, Infinity), firstLink(spec, home));
  const lost = made.filter(({ sheet }) => !present.has(sheet) && listed.has(sheet));
  const computed = spec.sheets.filter(({ name }) => !present.has(name) && !made.some(({ sheet }) => sheet === name));
  if (lost.length === 0 && computed.length === 0) return { renamed: new Map(), deleted: [], chosen: content.chosen };
  const keys = new Set([...content.chosen, ...lost.map(({ key }) => key)]);
  const chosen = made.map(({ key }) => key).filter((key) => keys.has(key));
  const wanted = { ...content, chosen };
  const whole = buildWorkbook(wanted, standard, measure(wanted));
  const known = new Set([...made.map(({ sheet }) => sheet), ...whole.sheets.map(({ name }) => name)]);
  const strange = workbook.sheetNames.filter((name) => !known.has(name));
  const renamed = new Map<string, string>();
  const deleted: string[] = [];
  for (const name of [...lost.map(({ sheet }) => sheet), ...computed.map((sheet) => sheet.name)]) {
    const sheet = whole.sheets.find((one) => one.name === name);
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    const found = sheet === undefined ? null : byName(workbook, name, whole, strange) ?? (await byWords(workbook, sheet, strange));
    if (found === null) deleted.push(name);
    else renamed.set(name, found);
  }
  return { renamed, deleted, chosen };
}

/** The sheet to which names of this one refer now. */
function byName(workbook: ReadableWorkbook, sheet: string, { names }: WorkbookSpec, strange: readonly string[]): string | null {
  const start = `${quoteSheet(sheet)}!`;
  for (const { name, refersTo } of names) {
    if (!refersTo.startsWith(start) && !refersTo.startsWith(`INDEX(${start}`)) continue;
    const place = namePlace(workbook, name);
    if (place !== null && strange.includes(place.sheet)) return place.sheet;
  }
  return null;
}

/** The sheet that holds most of its printed words. */
async function byWords(workbook: ReadableWorkbook, { cells, name }: SheetSpec, strange: readonly string[]): Promise<string | null> {
  const words = new Set(cells.flatMap(({ row, value, formula }) => (formula === undefined && row <= LOOKED_AT && typeof value === 'string' && value !== '' && value !== name ? [value] : [])));
  if (words.size < LEAST_WORDS) return null;
  for (const other of strange) {
    // oxlint-disable-next-line no-await-in-loop
    const held = wordsOf(await readGrid(workbook, other, LOOKED_AT));
    if ([...words].filter((word) => held.has(word)).length >= ALIKE * words.size) return other;
  }
  return null;
}

/** Row from which 首页 lists the sheets. What stands above may be called as they are. */
function firstLink({ sheets }: WorkbookSpec, home: string): number {
  const rows = sheets.find(({ name }) => name === home)?.cells.flatMap(({ row, link }) => (link === undefined ? [] : [row])) ?? [];
  return rows.reduce((first, row) => Math.min(first, row), Infinity);
}

function wordsOf(grid: SheetGrid, fromRow = 1): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [row, cells] of grid) for (const { value } of cells.values()) if (row >= fromRow && typeof value === 'string') words.add(value);
  return words;
}
