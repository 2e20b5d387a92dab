/**
 * A raw-data sheet of an opened workbook -> blocks. Columns are found by their headers, wherever they stand; every row
 * below the header counts, also those that an editor put below the end of the table.
 */
import { columnName, sideColumnName, sideFirstColumn } from '../core/form/names';
import type { Issue } from '../core/issue/issue';
import { address } from '../core/model/address';
import type { Block } from '../core/model/block';
import { BlockBuilder } from '../core/model/block-builder';
import type { CellValue, SheetRow } from '../core/model/cell';
import { HEADER_ROW, type RawSheetDef } from '../core/model/raw-sheet';
import { normaliseHeader } from '../core/template/raw-header';
import { namePlace } from './name-place';
import type { ReadableWorkbook } from './ports';

export interface RawSheetContent {
  readonly blocks: readonly Block[];
  /** Rows of the small table beside, by column key. */
  readonly side: readonly Readonly<Record<string, CellValue>>[];
  /** Where each column stands, by key; columns that were not found are left out. */
  readonly columns: Readonly<Record<string, number>>;
  readonly issues: readonly Issue[];
}

export function readRawSheet(workbook: ReadableWorkbook, def: RawSheetDef): RawSheetContent {
  const headerRow = findHeaderRow(workbook, def);
  const sideColumns = findSideColumns(workbook, def);
  const builder = new BlockBuilder(def.columns.map((column) => column.key));
  const side: Record<string, CellValue>[] = [];
  let columns: readonly (number | null)[] = [];
  let issues: readonly Issue[] = [];
  let headerSeen = false;
  const lookForHeader = (row: SheetRow | null): void => {
    headerSeen = true;
    ({ columns, issues } = locateColumns(workbook, def, row, headerRow, new Set(sideColumns)));
  };
  for (const row of workbook.rows(def.sheet, headerRow)) {
    if (!headerSeen) {
      lookForHeader(row.row === headerRow ? row : null);
      if (row.row === headerRow) continue;
    }
    const values = columns.map((column) => (column === null ? null : valueAt(row, column)));
    if (values.some((value) => value !== null)) builder.add(row.row, values);
    addSideRow(side, def, sideColumns, row, headerRow);
  }
  if (!headerSeen) lookForHeader(null);
  const found = def.columns.flatMap(({ key }, index) => {
    const column = columns[index] ?? null;
    return column === null ? [] : [[key, column] as const];
  });
  return { blocks: builder.blocks(), side, columns: Object.fromEntries(found), issues };
}

function valueAt(row: SheetRow, column: number): CellValue {
  const value = row.cells.get(column)?.value ?? null;
  return value === '' ? null : value;
}

/** Row 3, or wherever the names say that the rows begin now. */
function findHeaderRow(workbook: ReadableWorkbook, def: RawSheetDef): number {
  for (const column of def.columns) {
    const place = namePlace(workbook, columnName(def, column.key));
    if (place !== null && place.sheet === def.sheet && place.row > 1) return place.row - 1;
  }
  return HEADER_ROW;
}

function findSideColumns(workbook: ReadableWorkbook, def: RawSheetDef): readonly number[] {
  return (def.side?.columns ?? []).map((column, index) => {
    const place = namePlace(workbook, sideColumnName(def, column.key));
    return place !== null && place.sheet === def.sheet ? place.column : sideFirstColumn(def) + index;
  });
}

function addSideRow(side: Record<string, CellValue>[], def: RawSheetDef, columns: readonly number[], row: SheetRow, headerRow: number): void {
  if (def.side === undefined || row.row > headerRow + def.side.rows) return;
  const entries = def.side.columns.map((column, index) => [column.key, valueAt(row, columns[index] ?? 0)] as const);
  if (entries.every(([, value]) => value === null)) return;
  side.push(Object.fromEntries(entries));
}

/** Columns by their headers. Where a column is missing or stands twice, or formulas look elsewhere, there is an issue. */
function locateColumns(
  workbook: ReadableWorkbook,
  def: RawSheetDef,
  header: SheetRow | null,
  headerRow: number,
  taken: ReadonlySet<number>,
): { readonly columns: readonly (number | null)[]; readonly issues: readonly Issue[] } {
  const places = new Map<string, number[]>();
  for (const [column, cell] of header?.cells ?? []) {
    if (taken.has(column) || typeof cell.value !== 'string') continue;
    const text = normaliseHeader(cell.value);
    places.set(text, [...(places.get(text) ?? []), column]);
  }
  const issues: Issue[] = [];
  const report = (code: string, severity: Issue['severity'], column: number | null, params: Issue['params']): void => {
    issues.push({ code, severity, sheet: def.sheet, cell: column === null ? '' : address(headerRow, column), clause: def.feeds, params });
  };
  const columns = def.columns.map((column) => {
    const found = places.get(normaliseHeader(column.header)) ?? [];
    const named = namePlace(workbook, columnName(def, column.key));
    const expected = named?.sheet === def.sheet ? named.column : null;
    const at = found.find((place) => place === expected) ?? found[0] ?? null;
    if (at === null) report('header/missing', 'error', null, { column: column.header });
    else if (found.length > 1) report('header/twice', 'error', found.find((place) => place !== at) ?? at, { column: column.header, used: address(headerRow, at) });
    else if (expected !== null && expected !== at) report('header/moved', 'error', at, { column: column.header, formulas: address(headerRow, expected) });
    return at;
  });
  return { columns, issues };
}
