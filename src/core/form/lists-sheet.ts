/**
 * The hidden sheet 参数: lists to choose from, the last used row of every raw-data sheet, the tables of industries and of
 * size classes. Everything on it is found by name.
 */
import { absolute, quoteSheet } from '../model/address';
import type { Block } from '../model/block';
import type { CellValue } from '../model/cell';
import type { FormReference, FormWording, ListDef } from '../model/form-def';
import type { RawSheetDef } from '../model/raw-sheet';
import type { CellSpec, ColumnSpec, NameSpec, SheetSpec } from '../model/sheet-spec';
import { DIVISION_CODES, DIVISION_NAMES } from './computed/lookups';
import { SIZE_BOUNDS, SIZE_CODES, SIZE_INDUSTRIES, SIZE_ROW, sizeRow } from './computed/size-class';
import { lastRow, lastRowFormula } from './last-row';
import { columnListWord, lastRowName, listName } from './names';

export interface ListsContent {
  readonly lists: readonly ListDef[];
  readonly rawSheets: readonly RawSheetDef[];
  readonly rows: Readonly<Record<string, readonly Block[]>>;
  readonly reference: FormReference;
  /** Entry of 首页 by field key. */
  readonly home: (key: string) => CellValue;
  readonly wording: FormWording;
}

interface Part {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Pick<CellSpec, 'value' | 'formula'>[])[];
  /** Names of ranges of columns of the part: [name, first column, last column], 0-based; a single cell when there is one row. */
  readonly names: readonly (readonly [string, number, number])[];
  /** One name per row, on the part's column of this number (0-based). */
  readonly rowNames?: { readonly column: number; readonly names: readonly string[] };
  readonly widths: readonly number[];
}

const HEADER = 3;
const FIRST = 4;

export function listsSheet(content: ListsContent): { readonly sheet: SheetSpec; readonly names: readonly NameSpec[] } {
  const name = content.wording.lists.sheet;
  const cells: CellSpec[] = [
    { row: 1, column: 1, style: 'section', value: content.wording.lists.title },
    { row: 2, column: 1, style: 'blank', value: content.wording.lists.howTo },
  ];
  const names: NameSpec[] = [];
  const columns: ColumnSpec[] = [];
  let at = 1;
  for (const part of parts(content)) {
    part.headers.forEach((header, c) => cells.push({ row: HEADER, column: at + c, style: 'header', value: header }));
    part.rows.forEach((row, r) => row.forEach((cell, c) => cells.push({ row: FIRST + r, column: at + c, style: 'blank', ...(typeof cell.value === 'string' ? { format: '@' } : {}), ...cell })));
    const end = FIRST + Math.max(1, part.rows.length) - 1;
    const sheet = quoteSheet(name);
    for (const [range, from, to] of part.names) {
      const start = absolute(FIRST, at + from);
      names.push({ name: range, refersTo: from === to && end === FIRST ? `${sheet}!${start}` : `${sheet}!${start}:${absolute(end, at + to)}` });
    }
    part.rowNames?.names.forEach((rowName, r) => names.push({ name: rowName, refersTo: `${sheet}!${absolute(FIRST + r, at + (part.rowNames?.column ?? 0))}` }));
    columns.push(...part.widths.map((width) => ({ width })), { width: 2 });
    at += part.widths.length + 1;
  }
  return {
    sheet: { name, state: 'hidden', columns, cells, protect: true, print: { orientation: 'landscape' }, activeCell: 'A1' },
    names,
  };
}

function parts(content: ListsContent): readonly Part[] {
  return [lastRows(content), sizing(content), sizes(content), divisions(content), ...lists(content)];
}

function lastRows({ rawSheets, rows, wording }: ListsContent): Part {
  return {
    headers: [wording.lists.lastRow, ''],
    rows: rawSheets.map((def) => [{ value: def.sheet }, { formula: lastRowFormula(def), value: lastRow(rows[def.key] ?? []) }]),
    names: [],
    rowNames: { column: 1, names: rawSheets.map(lastRowName) },
    widths: [20, 10],
  };
}

function sizing({ home, reference }: ListsContent): Part {
  const { formula, value } = sizeRow({ home, reference });
  return { headers: [SIZE_ROW], rows: [[{ ...(formula === undefined ? {} : { formula }), value }]], names: [[SIZE_ROW, 0, 0]], widths: [10] };
}

function sizes({ reference, wording }: ListsContent): Part {
  return {
    headers: [wording.lists.sizes, '', ...Array.from({ length: 9 }, () => '')],
    rows: reference.sizes.map((row) => [row.code, row.industry, ...row.employees, ...row.revenue, ...row.assets].map((value) => ({ value }))),
    names: [[SIZE_CODES, 0, 0], [SIZE_INDUSTRIES, 1, 1], [SIZE_BOUNDS, 2, 10]],
    widths: [8, 24, 9, 9, 9, 9, 9, 9, 9, 9, 9],
  };
}

function divisions({ reference, wording }: ListsContent): Part {
  return {
    headers: [wording.lists.divisions, ''],
    rows: reference.divisions.map((division) => [{ value: division.code }, { value: division.name }]),
    names: [[DIVISION_CODES, 0, 0], [DIVISION_NAMES, 1, 1]],
    widths: [8, 30],
  };
}

/** Lists of the forms, then those of choice columns; a list that no sheet of this workbook uses does no harm. */
function lists({ lists: formLists, rawSheets }: ListsContent): readonly Part[] {
  const ofColumns = rawSheets.flatMap((def) =>
    [...def.columns, ...(def.side?.columns ?? [])].flatMap((column) => (column.choices === undefined ? [] : [{ name: columnListWord(def, column), values: column.choices }])),
  );
  return [...formLists, ...ofColumns].map((list) => ({
    headers: [list.name],
    rows: list.values.map((value) => [{ value }]),
    names: [[listName(list.name), 0, 0]],
    widths: [18],
  }));
}
