/**
 * A raw-data sheet of an opened workbook -> blocks. Columns are found by their headers, wherever they stand; every row
 * below the header counts, also those that an editor put below the end of the table.
 */
import { columnName, sideColumnName, sideFirstColumn } from '../core/form/names';
import type { Issue } from '../core/issue/issue';
import { address } from '../core/model/address';
import type { Block } from '../core/model/block';
import type { CellValue, SheetRow } from '../core/model/cell';
import { HEADER_ROW, type RawSheetDef } from '../core/model/raw-sheet';
import { normaliseHeader } from '../core/template/raw-header';
import { namePlace } from './name-place';
import type { ReadableWorkbook, ReadOptions } from './ports';

/** All that a sheet says but its rows. */
export interface RawSheetPlaces {
  /** Row of the header; the rows begin under it. */
  readonly headerRow: number;
  /** Rows of the small table beside, by column key. */
  readonly side: readonly Readonly<Record<string, CellValue>>[];
  /** Where each column stands, by key; columns that were not found are left out. */
  readonly columns: Readonly<Record<string, number>>;
  readonly issues: readonly Issue[];
}

type Options = Pick<ReadOptions, 'signal'>;

/** A header that no name leads to is looked for among so many rows. */
const HEADER_SEARCH_ROWS = 20;

export async function allBlocks(blocks: AsyncIterable<Block>): Promise<readonly Block[]> {
  const all: Block[] = [];
  for await (const block of blocks) all.push(block);
  return all;
}

/** Throws what `rows` throws. */
export async function readRawPlaces(workbook: ReadableWorkbook, def: RawSheetDef, options: Options = {}): Promise<RawSheetPlaces> {
  const sideColumns = findSideColumns(workbook, def);
  const top = await firstRows(workbook, def, options);
  const headerRow = findHeaderRow(workbook, def, top);
  const header = top.find(({ row }) => row === headerRow) ?? null;
  const { columns, issues } = locateColumns(workbook, def, header, headerRow, new Set(sideColumns));
  const found = Object.fromEntries(def.columns.flatMap(({ key }, index) => {
    const column = columns[index] ?? null;
    return column === null ? [] : [[key, column]];
  }));
  return { headerRow, side: await readSide(workbook, def, sideColumns, headerRow, options), columns: found, issues };
}

/** The sheet's rows from the top; of the columns that are wanted, where not all are. `progress` is of this pass. Throws what `blocks` throws. */
export async function* rawBlocks(workbook: ReadableWorkbook, def: RawSheetDef, { headerRow, columns }: RawSheetPlaces, options: Pick<ReadOptions, 'signal' | 'progress'> = {}, wanted?: ReadonlySet<string>): AsyncGenerator<Block> {
  const chosen = Object.fromEntries(Object.entries(columns).filter(([key]) => wanted?.has(key) ?? true));
  if (Object.keys(chosen).length > 0) yield* workbook.blocks(def.sheet, chosen, { ...options, fromRow: headerRow + 1 });
}

function valueAt(row: SheetRow, column: number): CellValue {
  const value = row.cells.get(column)?.value ?? null;
  return value === '' ? null : value;
}

/** The rows in which the header may be: the first ones, and the one that the names lead to. */
async function firstRows(workbook: ReadableWorkbook, def: RawSheetDef, options: Options): Promise<readonly SheetRow[]> {
  const last = Math.max(HEADER_SEARCH_ROWS, namedHeaderRow(workbook, def) ?? 0);
  const rows: SheetRow[] = [];
  for await (const row of workbook.rows(def.sheet, options)) {
    if (row.row > last) break;
    rows.push(row);
  }
  return rows;
}

/** Where the names say that the rows begin now; names follow when rows are inserted. */
function namedHeaderRow(workbook: ReadableWorkbook, def: RawSheetDef): number | null {
  for (const column of def.columns) {
    const place = namePlace(workbook, columnName(def, column.key));
    if (place !== null && place.sheet === def.sheet && place.row > 1) return place.row - 1;
  }
  return null;
}

/** By name; where names lead to no header, the row that holds most of them, and row 3 when there is none. */
function findHeaderRow(workbook: ReadableWorkbook, def: RawSheetDef, top: readonly SheetRow[]): number {
  const named = namedHeaderRow(workbook, def);
  const wanted = new Set(def.columns.map(({ header }) => normaliseHeader(header)));
  const scoreOf = ({ cells }: SheetRow): number => new Set([...cells.values()].map(({ value }) => (typeof value === 'string' ? normaliseHeader(value) : '')).filter((text) => wanted.has(text))).size;
  // Some programs move cells and leave the names behind.
  if (named !== null && top.some((row) => row.row === named && scoreOf(row) > 0)) return named;
  let best = { row: named ?? HEADER_ROW, score: 0 };
  for (const row of top) {
    const score = scoreOf(row);
    if (score > best.score) best = { row: row.row, score };
  }
  return best.row;
}

function findSideColumns(workbook: ReadableWorkbook, def: RawSheetDef): readonly number[] {
  return (def.side?.columns ?? []).map((column, index) => {
    const place = namePlace(workbook, sideColumnName(def, column.key));
    return place !== null && place.sheet === def.sheet ? place.column : sideFirstColumn(def) + index;
  });
}

/** Read as rows: the small table ends where its layout ends. */
async function readSide(workbook: ReadableWorkbook, def: RawSheetDef, columns: readonly number[], headerRow: number, options: Options): Promise<RawSheetPlaces['side']> {
  const read: Record<string, CellValue>[] = [];
  if (def.side === undefined) return read;
  const keys = def.side.columns.map(({ key }) => key);
  for await (const row of workbook.rows(def.sheet, { ...options, fromRow: headerRow + 1 })) {
    if (row.row > headerRow + def.side.rows) break;
    const entries = keys.map((key, index) => [key, valueAt(row, columns[index] ?? 0)] as const);
    if (entries.some(([, value]) => value !== null)) read.push(Object.fromEntries(entries));
  }
  return read;
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
