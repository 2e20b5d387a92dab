/** A stretch of rows of a sheet that is open in Excel: what was typed a moment ago. */
import type { Block } from '../../../core/model/block';
import { BlockBuilder } from '../../../core/model/block-builder';
import type { CellValue } from '../../../core/model/cell';
import type { Excel } from '../api';
import { valueOf } from './cell-value';
import { readArea } from './read-area';
import { errorsOf, runsOf } from './read-rows';

/** All rows in one block, blank ones included. */
export async function readPart(excel: Excel, sheet: string, columns: Readonly<Record<string, number>>, first: number, last: number): Promise<Block> {
  const keys = Object.keys(columns);
  const builder = new BlockBuilder(keys, last - first + 1);
  for await (const { top, rows, runs } of readArea(excel, { sheet, top: first, bottom: last, columns: runsOf(Object.values(columns)), asked: ['values'] })) {
    const read: { readonly left: number; readonly at: (row: number, column: number) => CellValue }[] = [];
    for (const { left, matrices: [matrix = []] } of runs) {
      const isError = await errorsOf(excel, sheet, top, left, matrix);
      read.push({ left, at: (row, column) => valueOf(matrix[row]?.[column - left], isError(row, column - left)) });
    }
    const runOf = (column: number): (typeof read)[number] | undefined => read.filter(({ left }) => left <= column).at(-1);
    for (let r = 0; r < rows; r++) builder.add(top + r, keys.map((key) => runOf(columns[key] ?? 0)?.at(r, columns[key] ?? 0) ?? null));
  }
  const [block] = builder.blocks();
  return block ?? { firstRow: first, length: 0, columns: {} };
}
