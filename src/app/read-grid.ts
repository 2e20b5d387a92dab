/** The first rows of a sheet, cell by cell. */
import type { SheetGrid } from '../core/merge/sheet-grid';
import type { SheetRow } from '../core/model/cell';
import type { ReadableWorkbook, ReadOptions } from './ports';

/** Throws what `rows` throws. */
export async function readGrid(workbook: ReadableWorkbook, sheet: string, lastRow: number, options: Pick<ReadOptions, 'signal'> = {}): Promise<SheetGrid> {
  const grid = new Map<number, SheetRow['cells']>();
  for await (const { row, cells } of workbook.rows(sheet, options)) {
    if (row > lastRow) break;
    grid.set(row, cells);
  }
  return grid;
}
