/** A workbook in memory that is open and changes under the reader's eyes, as one in a spreadsheet program. */
import type { LiveWorkbook, OpenWorkbook, ReadableWorkbook } from '../../src/app/ports';
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { CellValue } from '../../src/core/model/cell';
import { bookOf, openedBook, put, type MemoryBook } from './memory-workbook';
import { patchBook } from './memory-patch';
import { workbookOf, sheetOf } from './workbook-spec';

export interface MemoryLive {
  open(): Promise<LiveWorkbook>;
  /** What people type; their rows may move. */
  type(sheet: string, row: number, column: number, value: CellValue): void;
  insertRow(sheet: string, row: number): void;
  renameSheet(from: string, to: string): void;
  /** Questions asked so far. */
  readonly asked: string[];
  /** Fails the next change. */
  failing: Error | null;
  /** The same workbook as a file. */
  file(): OpenWorkbook;
}

export function memoryLive(sheet = 'Sheet1'): MemoryLive {
  let book: MemoryBook = bookOf(workbookOf([sheetOf(sheet, {})]));
  const asked: string[] = [];
  // Read anew with each question: nothing of it is kept.
  const now = (): ReadableWorkbook => openedBook(book);
  const live: MemoryLive = {
    asked, failing: null,
    async open() {
      const { sheetNames, names } = now();
      const ask = <T>(what: string, of: T): T => {
        asked.push(what);
        return of;
      };
      return {
        name: '工作簿1.xlsx', application: 'Microsoft Excel', calculates: true, sheetNames, names,
        rows: (name, options) => ask(`rows ${name}`, now().rows(name, options)),
        blocks: (name, columns, options) => ask(`blocks ${name}`, now().blocks(name, columns, options)),
        structure: (name, options) => ask(`structure ${name}`, now().structure(name, options)),
        async part(name, columns, first, last) {
          asked.push(`part ${name} ${first}-${last}`);
          const keys = Object.keys(columns);
          const builder = new BlockBuilder(keys, last - first + 1);
          const cells = book.sheets.find((one) => one.name === name)?.cells;
          for (let row = first; row <= last; row++) builder.add(row, keys.map((key) => cells?.get(row)?.get(columns[key] ?? 0)?.value ?? null));
          return builder.blocks()[0] ?? { firstRow: first, length: 0, columns: {} };
        },
        async apply(patch, { progress } = {}) {
          asked.push('apply');
          if (live.failing !== null) throw live.failing;
          book = patchBook(book, patch);
          progress?.(1, 1);
          return [];
        },
      };
    },
    type(name, row, column, value) {
      const cells = book.sheets.find((one) => one.name === name)?.cells;
      if (cells === undefined) throw new RangeError(name);
      put(cells, row, column, value === null ? null : { ...cells.get(row)?.get(column), value });
    },
    insertRow(name, at) {
      book = { ...book, sheets: book.sheets.map((one) => (one.name !== name ? one : { ...one, cells: new Map([...one.cells].map(([row, cells]) => [row >= at ? row + 1 : row, cells])) })) };
    },
    renameSheet(from, to) {
      book = { ...book, sheets: book.sheets.map((one) => (one.name === from ? { ...one, name: to } : one)) };
    },
    file: () => openedBook(book),
  };
  return live;
}
