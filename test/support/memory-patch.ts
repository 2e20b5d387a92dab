/** Changes to a workbook in memory, in the order that `WorkbookPatch` gives. References in formulas stay as they are. */
import { HostError } from '../../src/app/ports';
import { relativeKey } from '../../src/core/check/tamper/relative-key';
import { address, columnNumber, MAX_ROW } from '../../src/core/model/address';
import { cellOf } from '../../src/core/model/block-builder';
import type { CellValue } from '../../src/core/model/cell';
import type { CellEdit, ListPatch, RulesPatch, WorkbookPatch } from '../../src/core/model/workbook-patch';
import { areaOf, areasOf, refOf, withoutAll, type Area } from '../../src/core/model/area';
import { put, sheetOf, type MemoryBook, type MemoryCell, type MemoryCells, type MemorySheet } from './memory-workbook';

const MAX_FORMULA = 8192;
const MAX_TEXT = 32_767;

/** Throws `HostError`. */
export function patchBook(book: MemoryBook, { remove = [], replace = [], add = [], sheets = [], names = [], properties = {} }: WorkbookPatch): MemoryBook {
  const at = (list: readonly MemorySheet[], sheet: string): number => {
    const found = list.findIndex(({ name }) => name === sheet);
    if (found < 0) throw new HostError('xlsx/sheet-missing', { sheet });
    return found;
  };
  let list = [...book.sheets];
  for (const name of remove) {
    const index = at(list, name);
    list = list.filter((_, i) => i !== index);
    if (!list.some(({ visible }) => visible)) throw new HostError('xlsx/last-sheet', { sheet: name });
  }
  for (const spec of replace) list[at(list, spec.name)] = sheetOf(spec);
  for (const { spec, before } of add) {
    if (list.some(({ name }) => name.toLowerCase() === spec.name.toLowerCase())) throw new HostError('xlsx/sheet-exists', { sheet: spec.name });
    list.splice(before === undefined ? list.length : at(list, before), 0, sheetOf(spec));
  }
  for (const { sheet, list: rows, cells = [], rules = {} } of sheets) {
    const index = at(list, sheet);
    const old = list[index];
    if (old === undefined) continue;
    const changed = { ...old, cells: new Map([...old.cells].map(([row, held]) => [row, new Map(held)])) };
    list[index] = rows === undefined ? changed : { ...changed, table: patchList(changed, rows) };
    for (const edit of cells) patchCell(changed, edit);
    list[index] = withRules(list[index] ?? changed, rules);
  }
  for (const { name } of names) if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) throw new HostError('xlsx/name-invalid', { name });
  return { sheets: list, names: changedRecord(book.names, names.map(({ name, refersTo }) => [name, refersTo])), properties: changedRecord(book.properties, Object.entries(properties)) };
}

function withRules(sheet: MemorySheet, { validations = [], conditionalFormats = [], formats = [] }: RulesPatch): MemorySheet {
  const areas = (refs: readonly { readonly ref: string }[]): readonly Area[] => areasOf(refs.map(({ ref }) => ref));
  const cut = <T extends { readonly refs: readonly string[] }>(rules: readonly T[], holes: (rule: T) => readonly Area[]): readonly T[] =>
    rules.map((rule) => ({ ...rule, refs: withoutAll(areasOf(rule.refs), holes(rule)).map(refOf) })).filter(({ refs }) => refs.length > 0);
  const columns = [...sheet.formats];
  for (const { ref, format } of formats) {
    const { top = 1, left = 1, bottom = 0, right = 0 } = areaOf(ref) ?? {};
    for (const [row, cells] of sheet.cells) for (const [column, cell] of cells) if (row >= top && row <= bottom && column >= left && column <= right) cells.set(column, { ...cell, format });
    if (bottom === MAX_ROW) for (let column = left; column <= right; column++) columns[column - 1] = format;
  }
  return {
    ...sheet, formats: columns,
    validations: [...cut(sheet.validations, () => areas(validations)), ...validations.map(({ ref, ...rule }) => ({ ...rule, refs: [ref] }))],
    conditionalFormats: [
      ...cut(sheet.conditionalFormats, ({ refs: [first = ''], formula }) => areas(conditionalFormats.filter((mark) => keyAt(mark.formula, mark.ref) === keyAt(formula, first)))),
      ...conditionalFormats.map(({ ref, ...rule }) => ({ ...rule, refs: [ref] })),
    ],
  };
}

/** The formula, written for the first cell of the range, whatever that cell is. */
function keyAt(formula: string, ref: string): string {
  const { top = 1, left = 1 } = areaOf(ref) ?? {};
  return relativeKey(formula, top, left);
}

function changedRecord(record: Readonly<Record<string, string>>, changes: readonly (readonly [string, string | null])[]): Readonly<Record<string, string>> {
  const map = new Map(Object.entries(record));
  for (const [key, value] of changes) {
    if (value === null) map.delete(key);
    else map.set(key, value);
  }
  return Object.fromEntries(map);
}

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function rangeOf(ref: string): Range {
  const [, left = 'A', top = '1', right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(ref) ?? [];
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

/** The table's new range. */
function patchList(sheet: MemorySheet, { headerRow, columns, remove = [], append = [] }: ListPatch): string | null {
  const numbers = Object.values(columns);
  if (!numbers.some((column) => sheet.cells.get(headerRow)?.has(column))) throw new HostError('xlsx/no-list', { sheet: sheet.name, row: headerRow });
  const table = sheet.table === null ? null : rangeOf(sheet.table);
  const [left, right] = table === null ? [Math.min(...numbers), Math.max(...numbers)] : [table.left, table.right];
  const used = lastUsed(sheet.cells, left, right);
  const gone = new Set(remove === 'all' ? Array.from({ length: Math.max(0, used - headerRow) }, (_, i) => headerRow + 1 + i) : remove);
  let to = headerRow + 1;
  for (let from = headerRow + 1; from <= used; from++) {
    if (gone.has(from)) continue;
    if (to !== from) for (let column = left; column <= right; column++) put(sheet.cells, to, column, sheet.cells.get(from)?.get(column) ?? null);
    to++;
  }
  for (let row = to; row <= used; row++) for (let column = left; column <= right; column++) put(sheet.cells, row, column, null);
  for (const block of append) {
    const rows = block.firstRow + block.length - 1;
    if (rows > MAX_ROW) throw new HostError('xlsx/too-many-rows', { sheet: sheet.name, rows, limit: MAX_ROW });
    for (let i = 0; i < block.length; i++) {
      for (const [key, column] of Object.entries(columns)) {
        const value = cellOf(block, key, i);
        if (value !== null) write(sheet, block.firstRow + i, column, { value });
      }
    }
  }
  if (table === null) return null;
  const bottom = Math.max(headerRow + 1, lastUsed(sheet.cells, left, right));
  return `${address(headerRow, left)}:${address(bottom, right)}`;
}

function lastUsed(cells: MemoryCells, left: number, right: number): number {
  let last = 0;
  for (const [row, held] of cells) if ([...held.keys()].some((column) => column >= left && column <= right)) last = Math.max(last, row);
  return last;
}

function patchCell(sheet: MemorySheet, { row, column, value, formula, array, keepFormula = false, date = false, look }: CellEdit): void {
  const merged = sheet.merges.find((ref) => {
    const { top, left, bottom, right } = rangeOf(ref);
    return row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left);
  });
  if (merged !== undefined) throw new HostError('xlsx/cell-merged', { sheet: sheet.name, cell: address(row, column), range: merged });
  const old = sheet.cells.get(row)?.get(column);
  if (keepFormula) {
    if (old?.formula !== undefined) write(sheet, row, column, { ...old, value }, date);
  } else if (value === null && formula === undefined) put(sheet.cells, row, column, null);
  else write(sheet, row, column, { value, ...(formula === undefined ? {} : { formula }), ...(array === undefined ? {} : { array }), ...(look?.format === undefined ? {} : { format: look.format }) }, date);
}

function write(sheet: MemorySheet, row: number, column: number, cell: MemoryCell, date = false): void {
  const { value, formula = '' } = cell;
  const place = { sheet: sheet.name, cell: address(row, column) };
  assertFits(place, value, formula);
  const format = cell.format ?? sheet.cells.get(row)?.get(column)?.format ?? sheet.formats[column - 1];
  const dated = date && format?.includes('yy') !== true ? 'yyyy-mm-dd' : format;
  put(sheet.cells, row, column, { ...cell, ...(dated === undefined ? {} : { format: dated }) });
}

function assertFits(place: { readonly sheet: string; readonly cell: string }, value: CellValue, formula: string): void {
  if (formula.length > MAX_FORMULA) throw new HostError('xlsx/formula-too-long', { ...place, length: formula.length, limit: MAX_FORMULA });
  if (typeof value === 'string' && value.length > MAX_TEXT) throw new HostError('xlsx/text-too-long', { ...place, length: value.length, limit: MAX_TEXT });
  if (typeof value === 'number' && !Number.isFinite(value)) throw new HostError('xlsx/not-finite', place);
}
