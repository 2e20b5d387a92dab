/**
 * Sheets of people's own in a merge: what theirs added, or has otherwise than mine, comes in as a new sheet with its values and formulas. Mine
 * is never written over. A formula that refers to what mine lacks, or to something outside, comes in as its result.
 */
import { address, quoteSheet } from '../core/model/address';
import type { SheetCell } from '../core/model/cell';
import type { CellSpec, SheetSpec } from '../core/model/sheet-spec';
import { ORIGIN_SHEET } from '../core/text/merge-texts';
import type { OwnSheet } from './compare-workbooks';
import type { ReadableWorkbook } from './ports';
import { readGrid } from './read-grid';
import { reachesOut } from './share-check';

export interface TakenSheet {
  readonly sheet: string;
  /** Its name in the merged workbook. */
  readonly as: string;
  /** Cells of which only the result came in. */
  readonly values: readonly string[];
}

export interface OwnSheetsTaken {
  readonly specs: readonly SheetSpec[];
  readonly taken: readonly TakenSheet[];
  /** Too large. */
  readonly left: readonly string[];
}

/** Cells of a sheet that are copied; beyond this people copy the sheet itself. */
const MOST_CELLS = 200_000;
const LONGEST_NAME = 31;
const MARK = '（对方）';
const COLUMN_WIDTH = 14;

/** `back` gives texts of theirs the names of mine. Throws `HostError` when a sheet is damaged. */
export async function takeOwnSheets(ownSheets: readonly OwnSheet[], theirs: ReadableWorkbook, mine: Pick<ReadableWorkbook, 'sheetNames' | 'names'>, back: (text: string) => string): Promise<OwnSheetsTaken> {
  // What the last merge brought is no sheet of people's.
  const wanted = ownSheets.filter(({ sheet, change }) => change !== 'removed' && sheet !== ORIGIN_SHEET.name);
  const names = new Map<string, string>();
  for (const { sheet, change } of wanted) names.set(sheet, freeName(back(sheet), change === 'added', [...mine.sheetNames, ...names.values()]));
  const known = { sheets: new Set([...mine.sheetNames, ...names.keys()]), names: new Set([...mine.names.keys()].map((name) => name.toUpperCase())), renamed: names };
  const [specs, taken, left]: [SheetSpec[], TakenSheet[], string[]] = [[], [], []];
  for (const [sheet, as] of names) {
    const cells: CellSpec[] = [];
    const values: string[] = [];
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    for (const [row, found] of await readGrid(theirs, sheet, Infinity)) {
      for (const [column, cell] of found) {
        const copied = copiedCell(cell, known, back);
        if (copied === null) values.push(address(row, column));
        cells.push({ row, column, style: 'blank', ...formatOf(cell), ...(copied ?? { value: textBack(cell.value, back) }) });
      }
    }
    if (cells.length > MOST_CELLS) left.push(sheet);
    else {
      const columns = cells.reduce((most, { column }) => Math.max(most, column), 1);
      specs.push({ name: as, columns: Array.from({ length: columns }, () => ({ width: COLUMN_WIDTH })), cells, protect: false, print: { orientation: 'portrait' }, activeCell: 'A1' });
      taken.push({ sheet, as, values });
    }
  }
  return { specs, taken, left };
}

interface Known {
  readonly sheets: ReadonlySet<string>;
  /** Defined names in capitals. */
  readonly names: ReadonlySet<string>;
  readonly renamed: ReadonlyMap<string, string>;
}

/** Null where the formula cannot stand in mine. */
function copiedCell({ value, formula }: SheetCell, known: Known, back: (text: string) => string): Pick<CellSpec, 'value' | 'formula'> | null {
  if (formula === undefined) return { value: textBack(value, back) };
  const moved = formulaIn(formula, known);
  return moved === null ? null : { value: textBack(value, back), formula: back(moved) };
}

/** Texts, sheets, words with what follows them. */
const TOKEN = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!|[\p{L}_\\][\p{L}\p{N}_.]*(?=(\s*\()?)/gu;
const REFERENCE = /^(?:[A-Z]{1,3}\d{1,7}|[A-Z]{1,3}|TRUE|FALSE|R\d*C\d*)$/iu;

function formulaIn(formula: string, { sheets, names, renamed }: Known): string | null {
  if (formula.includes('[') || reachesOut(formula)) return null;
  let stands = true;
  const text = formula.replace(TOKEN, (token: string, quoted: string | undefined, plain: string | undefined, call: string | undefined) => {
    if (token.startsWith('"')) return token;
    const sheet = quoted?.replaceAll("''", "'") ?? plain;
    if (sheet !== undefined) {
      stands &&= sheets.has(sheet);
      return `${quoteSheet(renamed.get(sheet) ?? sheet)}!`;
    }
    stands &&= call !== undefined || REFERENCE.test(token) || names.has(token.toUpperCase());
    return token;
  });
  return stands ? text : null;
}

function formatOf({ value, date }: SheetCell): Pick<CellSpec, 'format'> {
  return date !== true || typeof value !== 'number' ? {} : { format: Number.isInteger(value) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' };
}

function textBack(value: SheetCell['value'], back: (text: string) => string): SheetCell['value'] {
  return typeof value === 'string' ? back(value) : value;
}

function freeName(sheet: string, added: boolean, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (added && !used.has(sheet.toLowerCase())) return sheet;
  for (let n = 1; ; n++) {
    const mark = n === 1 ? MARK : `${MARK}${n}`;
    const name = sheet.slice(0, LONGEST_NAME - mark.length) + mark;
    if (!used.has(name.toLowerCase())) return name;
  }
}
