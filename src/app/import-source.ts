/** Rows of somebody else's workbook as a source: the sheet asked for, or the one whose header fits best. */
import { findHeader, headerScore, HEADER_SEARCH_ROWS } from '../core/import/find-header';
import type { RawSheetDef } from '../core/model/raw-sheet';
import type { SheetRow } from '../core/model/cell';
import type { SourceGrid, SourceRow, SourceTable, SourceValue } from '../core/model/source-table';
import type { ImportMap } from '../core/template/raw-map';
import type { ReadableWorkbook } from './ports';

export interface WorkbookSource {
  readonly sheet: string;
  readonly table: SourceTable;
}

/** Null when the workbook has no sheet of that name, or none with a cell in it. Of other sheets only the first rows are read. */
export async function sourceOfWorkbook(workbook: ReadableWorkbook, def: RawSheetDef, options: { readonly sheet?: string; readonly map?: ImportMap } = {}): Promise<WorkbookSource | null> {
  const names = options.sheet === undefined ? workbook.sheetNames : workbook.sheetNames.filter((name) => name === options.sheet);
  let best: { readonly sheet: string; readonly score: number } | null = null;
  for (const sheet of names) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    const table = findHeader(await readGrid(workbook.rows(sheet), HEADER_SEARCH_ROWS), def, options.map);
    const score = table.headerRow === 0 ? -1 : headerScore(table, def, options.map);
    if (score > (best?.score ?? -1)) best = { sheet, score };
  }
  return best === null ? null : { sheet: best.sheet, table: findHeader(await readGrid(workbook.rows(best.sheet)), def, options.map) };
}

/** Rows without a cell are left out, as the host leaves them out. */
async function readGrid(rows: AsyncIterable<SheetRow>, most = Infinity): Promise<SourceGrid> {
  const read: SourceRow[] = [];
  for await (const { row, cells } of rows) {
    const values: SourceValue[] = [];
    for (const [column, cell] of cells) {
      while (values.length < column - 1) values.push(undefined);
      values[column - 1] = cell;
    }
    read.push({ row, cells: values });
    if (read.length >= most) break;
  }
  return { rows: read };
}
