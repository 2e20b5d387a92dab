/** A row of a sheet in the blocks that hold it. */
import type { Block } from '../model/block';
import type { RowAt } from './group-rule';

/** Null for a row that no block holds. */
export type RowFinder = (row: number) => RowAt | null;

/** `blocks` from the top. */
export function createRowFinder(blocks: readonly Block[]): RowFinder {
  return (row) => {
    let [low, high] = [0, blocks.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const block = blocks[middle];
      if (block === undefined) return null;
      if (row < block.firstRow) high = middle - 1;
      else if (row >= block.firstRow + block.length) low = middle + 1;
      else return { block, index: row - block.firstRow, row };
    }
    return null;
  };
}
