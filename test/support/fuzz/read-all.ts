/** Everything that the product reads of a workbook, in the form of the strict reading: by `rows`, and by `blocks`. */
import type { OpenWorkbook, WorkbookFormat } from '../../../src/app/ports';
import { cellOf } from '../../../src/core/model/block-builder';
import type { CellValue, SheetCell } from '../../../src/core/model/cell';
import { bytesSource } from '../../../src/host/xlsx/package/bytes-source';
import { cellName } from './strict-schema';
import type { StrictReading } from './strict-workbook';

/** Properties that are there, and one zero. */
function plain({ value, date, formula }: SheetCell): SheetCell {
  return { value: value === 0 ? 0 : value, ...(date === undefined ? {} : { date }), ...(formula === undefined ? {} : { formula }) };
}

export async function readOpen(workbook: OpenWorkbook): Promise<StrictReading> {
  const sheets = new Map<string, ReadonlyMap<string, SheetCell>>();
  for (const name of workbook.sheetNames) {
    const cells = new Map<string, SheetCell>();
    let last = 0;
    for await (const { row, cells: inRow } of workbook.rows(name)) {
      if (row <= last) throw new RangeError(`row ${row} after row ${last}`);
      last = row;
      for (const [column, cell] of inRow) cells.set(cellName(row, column), plain(cell));
    }
    sheets.set(name, cells);
  }
  return { sheetNames: workbook.sheetNames, names: workbook.names, sheets };
}

export async function readAll(format: WorkbookFormat, bytes: Uint8Array): Promise<StrictReading> {
  return readOpen(await format.open(bytesSource(bytes)));
}

/** `A1` -> value of the given columns of a sheet, through blocks. Throws where blocks overlap or begin with a blank row. */
export async function readBlocks(workbook: OpenWorkbook, sheet: string, columns: readonly number[]): Promise<ReadonlyMap<string, CellValue>> {
  const found = new Map<string, CellValue>();
  let next = 1;
  for await (const block of workbook.blocks(sheet, Object.fromEntries(columns.map((column) => [`c${column}`, column])))) {
    if (block.firstRow < next) throw new RangeError(`block at row ${block.firstRow} after row ${next - 1}`);
    next = block.firstRow + block.length;
    for (let i = 0; i < block.length; i++) {
      const values = columns.map((column) => [column, cellOf(block, `c${column}`, i)] as const);
      if (i === 0 && values.every(([, value]) => value === null)) throw new RangeError(`block begins with blank row ${block.firstRow}`);
      for (const [column, value] of values) if (value !== null) found.set(cellName(block.firstRow + i, column), value);
    }
  }
  return found;
}
