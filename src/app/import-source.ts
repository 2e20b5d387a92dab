/** Rows of somebody else's workbook as a source: the sheet asked for, or the one whose header fits best. */
import { findHeader, headerScore } from '../core/import/find-header';
import type { RawSheetDef } from '../core/model/raw-sheet';
import type { SheetRow } from '../core/model/cell';
import type { SourceGrid, SourceRow, SourceTable, SourceValue } from '../core/model/source-table';
import type { ImportMap } from '../core/template/raw-map';
import type { ReadableWorkbook } from './ports';

export interface WorkbookSource {
  readonly sheet: string;
  readonly table: SourceTable;
}

/** Null when the workbook has no sheet of that name, or none with a cell in it. */
export function sourceOfWorkbook(workbook: ReadableWorkbook, def: RawSheetDef, options: { readonly sheet?: string; readonly map?: ImportMap } = {}): WorkbookSource | null {
  const names = options.sheet === undefined ? workbook.sheetNames : workbook.sheetNames.filter((name) => name === options.sheet);
  let best: (WorkbookSource & { readonly score: number }) | null = null;
  for (const sheet of names) {
    const table = findHeader(gridOf(workbook.rows(sheet)), def, options.map);
    const score = table.headerRow === 0 ? -1 : headerScore(table, def, options.map);
    if (score > (best?.score ?? -1)) best = { sheet, table, score };
  }
  return best === null ? null : { sheet: best.sheet, table: best.table };
}

/** Rows without a cell are left out, as the host leaves them out. */
function gridOf(rows: Iterable<SheetRow>): SourceGrid {
  const read: SourceRow[] = [];
  for (const { row, cells } of rows) {
    const values: SourceValue[] = [];
    for (const [column, cell] of cells) {
      while (values.length < column - 1) values.push(undefined);
      values[column - 1] = cell;
    }
    read.push({ row, cells: values });
  }
  return { rows: read };
}
