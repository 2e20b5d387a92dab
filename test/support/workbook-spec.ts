/** Small specs for tests of hosts. */
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { Block } from '../../src/core/model/block';
import type { CellValue } from '../../src/core/model/cell';
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';

export function cellAt(row: number, column: number, value: CellValue, more: Partial<CellSpec> = {}): CellSpec {
  return { row, column, value, style: 'input', ...more };
}

export function sheetOf(name: string, more: Partial<SheetSpec> = {}): SheetSpec {
  return { name, columns: [{ width: 12 }], cells: [], protect: false, print: { orientation: 'portrait' }, activeCell: 'A1', ...more };
}

export function workbookOf(sheets: readonly SheetSpec[], more: Partial<WorkbookSpec> = {}): WorkbookSpec {
  return { sheets, names: [], title: '测试', active: sheets[0]?.name ?? '', enterpriseName: '示例泵业有限公司', ...more };
}

/** Blocks of the rows, `null` cells blank; row 1 of the array is sheet row `firstRow`. */
export function blocksOf(keys: readonly string[], firstRow: number, rows: readonly (readonly CellValue[])[], rowsPerBlock?: number): readonly Block[] {
  const builder = new BlockBuilder(keys, rowsPerBlock);
  rows.forEach((row, i) => builder.add(firstRow + i, row));
  return builder.blocks();
}
