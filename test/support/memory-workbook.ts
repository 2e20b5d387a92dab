/**
 * A workbook format in memory: keeps the promises of the port over plain data, and nothing of .xlsx. It stands for the file
 * where the file is not the point, and shows what the contract asks of every host.
 */
import { HostError, type OpenWorkbook, type ReadableWorkbook, type ReadOptions, type WorkbookFormat } from '../../src/app/ports';
import { BlockBuilder, cellOf } from '../../src/core/model/block-builder';
import type { CellValue, SheetCell, SheetRow } from '../../src/core/model/cell';
import type { ConditionalFormatSpec, SheetSpec, ValidationSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import type { FormatRun, SheetStructure } from '../../src/core/model/sheet-structure';
import type { WorkbookPatch } from '../../src/core/model/workbook-patch';
import { patchBook } from './memory-patch';

export interface MemoryCell {
  readonly value: CellValue;
  readonly formula?: string;
  readonly array?: boolean;
  /** Number format. */
  readonly format?: string;
}

/** Row -> column -> cell. */
export type MemoryCells = Map<number, Map<number, MemoryCell>>;

export interface MemorySheet {
  readonly name: string;
  readonly visible: boolean;
  readonly cells: MemoryCells;
  readonly merges: readonly string[];
  /** Number formats of whole columns, from column A. */
  readonly formats: readonly (string | undefined)[];
  readonly table: string | null;
  readonly tableName: string;
  /** Columns that are not shown. */
  readonly hidden: readonly number[];
  readonly validations: readonly (Omit<ValidationSpec, 'ref'> & { readonly refs: readonly string[] })[];
  readonly conditionalFormats: readonly (Omit<ConditionalFormatSpec, 'ref'> & { readonly refs: readonly string[] })[];
}

export interface MemoryBook {
  readonly sheets: readonly MemorySheet[];
  readonly names: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
}

/** Begins like a zip, as files that are taken for workbooks do. */
const SIGN = 'PK memory-workbook:';

export const memoryFormat: WorkbookFormat = {
  async open(source) {
    const text = new TextDecoder().decode(await source.read(0, source.size));
    if (!text.startsWith(SIGN)) throw new HostError('xlsx/not-a-workbook', { found: text.slice(0, 20) });
    return openedBook(decoded(text.slice(SIGN.length)));
  },
  write: async (spec) => encoded(bookOf(spec)),
};

/** A workbook that is open already, for tests that only read. */
export function memoryWorkbook(spec: Pick<WorkbookSpec, 'sheets' | 'names'>): OpenWorkbook {
  return openedBook(bookOf(spec));
}

export function bookOf({ sheets, names }: Pick<WorkbookSpec, 'sheets' | 'names'>): MemoryBook {
  return { sheets: sheets.map(sheetOf), names: Object.fromEntries(names.map(({ name, refersTo }) => [name, refersTo])), properties: {} };
}

export function sheetOf(spec: SheetSpec): MemorySheet {
  const formats = spec.columns.map(({ format }) => format);
  const cells: MemoryCells = new Map();
  for (const { row, column, value = null, formula, array, format } of spec.cells) {
    if ((value === null || value === '') && formula === undefined) continue;
    put(cells, row, column, { value, ...(formula === undefined ? {} : { formula }), ...(array === undefined ? {} : { array }), ...(format === undefined ? {} : { format }) });
  }
  const { rawRows } = spec;
  for (const block of rawRows?.blocks ?? []) {
    for (let i = 0; i < block.length; i++) {
      rawRows?.keys.forEach((key, c) => {
        const value = cellOf(block, key, i);
        const format = formats[c];
        if (value !== null) put(cells, block.firstRow + i, c + 1, { value, ...(format === undefined ? {} : { format }) });
      });
    }
  }
  return {
    name: spec.name, visible: (spec.state ?? 'visible') === 'visible', cells, merges: spec.merges ?? [], formats, table: spec.table?.ref ?? null, tableName: spec.table?.name ?? '',
    hidden: spec.columns.flatMap(({ hidden }, c) => (hidden === true ? [c + 1] : [])),
    validations: (spec.validations ?? []).map(({ ref, ...rule }) => ({ ...rule, refs: [ref] })),
    conditionalFormats: (spec.conditionalFormats ?? []).map(({ ref, ...rule }) => ({ ...rule, refs: [ref] })),
  };
}

export function put(cells: MemoryCells, row: number, column: number, cell: MemoryCell | null): void {
  const found = cells.get(row) ?? new Map<number, MemoryCell>();
  if (cell === null) found.delete(column);
  else found.set(column, cell);
  if (found.size === 0) cells.delete(row);
  else cells.set(row, found);
}

export function openedBook(book: MemoryBook): OpenWorkbook {
  const readable: ReadableWorkbook = {
    sheetNames: book.sheets.map(({ name }) => name),
    application: '质升',
    names: new Map(Object.entries(book.names)),
    rows: (sheet, options) => rowsOf(book, sheet, options),
    async *blocks(sheet, columns, options) {
      const keys = Object.keys(columns);
      const builder = new BlockBuilder(keys);
      for await (const { row, cells } of rowsOf(book, sheet, options)) {
        const values = keys.map((key) => cells.get(columns[key] ?? 0)?.value ?? null);
        if (values.some((value) => value !== null && value !== '')) builder.add(row, values);
      }
      yield* builder.blocks();
    },
    async structure(name, { signal } = {}) {
      signal?.throwIfAborted();
      const sheet = book.sheets.find((one) => one.name === name);
      if (sheet === undefined) throw new HostError('xlsx/sheet-missing', { sheet: name });
      return structureOf(sheet);
    },
  };
  async function* patch(wanted: WorkbookPatch): AsyncGenerator<Uint8Array> {
    yield encoded(patchBook(book, wanted));
  }
  return { ...readable, patch, changes: patch };
}

async function* rowsOf(book: MemoryBook, name: string, { fromRow = 1, signal, progress }: ReadOptions = {}): AsyncGenerator<SheetRow> {
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new HostError('xlsx/sheet-missing', { sheet: name });
  const rows = [...sheet.cells.keys()].sort((a, b) => a - b);
  for (const [index, row] of rows.entries()) {
    signal?.throwIfAborted();
    const cells = [...(sheet.cells.get(row) ?? [])].sort(([a], [b]) => a - b);
    if (row >= fromRow) yield { row, cells: new Map(cells.map(([column, cell]) => [column, shown(cell)])) };
    progress?.(index + 1, rows.length);
  }
}

function shown({ value, formula, format }: MemoryCell): SheetCell {
  const date = typeof value === 'number' && format?.includes('yy') === true;
  return { value, ...(date ? { date } : {}), ...(formula === undefined ? {} : { formula }) };
}

function structureOf({ merges, hidden, validations, conditionalFormats, table, tableName, formats, cells }: MemorySheet): SheetStructure {
  const runs: FormatRun[] = [];
  const rows = [...cells].sort(([a], [b]) => a - b);
  for (const [row, held] of rows) {
    for (const [column, { format = 'General' }] of held) {
      const last = runs.filter((run) => run.column === column).at(-1);
      if (last?.format === format && last.last === row - 1) runs[runs.indexOf(last)] = { ...last, last: row, count: last.count + 1 };
      else runs.push({ column, format, first: row, last: row, count: 1 });
    }
  }
  return {
    merges, hiddenRows: [], hiddenColumns: hidden.map((column) => ({ first: column, last: column })), filtered: false,
    validations: validations.map(({ refs, rule, severity }) => ({ refs, rule, severity: rule.type === 'any' ? 'none' : severity })),
    conditionalFormats: conditionalFormats.map(({ refs, formula }) => ({ refs, formula })),
    tables: table === null ? [] : [{ name: tableName, ref: table }],
    // What was undefined is null once it was written.
    columnFormats: formats.flatMap((format, c) => ((format ?? 'General') === 'General' ? [] : [{ first: c + 1, last: c + 1, format: format ?? 'General' }])),
    cellFormats: runs.sort((a, b) => a.column - b.column || a.first - b.first),
  };
}

function encoded(book: MemoryBook): Uint8Array {
  const plain = (_: string, value: unknown): unknown => (value instanceof Map ? { entries: [...value] } : value);
  return new TextEncoder().encode(SIGN + JSON.stringify(book, plain));
}

function decoded(text: string): MemoryBook {
  const revived = (_: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('entries' in value) || !Array.isArray(value.entries)) return value;
    const entries: readonly (readonly [number, unknown])[] = value.entries;
    return new Map(entries);
  };
  const book: MemoryBook = JSON.parse(text, revived);
  return book;
}
