/** Rows of a list of blocks as they are now: those that were read again take the place of what stood there. */
import type { Block } from './block';
import { BlockBuilder, cellOf } from './block-builder';
import type { CellValue } from './cell';

/** `edited` holds whole rows; columns that it lacks are blank. Blocks that it does not touch stay the same objects. */
export function withRows(blocks: readonly Block[], edited: Block): readonly Block[] {
  const end = (block: Block): number => block.firstRow + block.length - 1;
  const before = blocks.filter((block) => end(block) < edited.firstRow);
  const after = blocks.filter((block) => block.firstRow > end(edited));
  const touched = blocks.filter((block) => !before.includes(block) && !after.includes(block));
  const keys = [...new Set([...touched, edited].flatMap(({ columns }) => Object.keys(columns)))];
  const builder = new BlockBuilder(keys);
  const [first, last] = [touched[0], touched.at(-1)];
  const at = (block: Block, row: number): readonly CellValue[] => keys.map((key) => cellOf(block, key, row - block.firstRow));
  const put = (block: Block, from: number, to: number): void => {
    for (let row = from; row <= to; row++) {
      const values = at(block, row);
      if (values.some((value) => value !== null)) builder.add(row, values);
    }
  };
  if (first !== undefined) put(first, first.firstRow, Math.min(end(first), edited.firstRow - 1));
  put(edited, edited.firstRow, end(edited));
  if (last !== undefined) put(last, Math.max(last.firstRow, end(edited) + 1), end(last));
  return [...before, ...builder.blocks(), ...after];
}

/** Whether the rows of `edited` are what the blocks hold. */
export function holdsRows(blocks: readonly Block[], edited: Block): boolean {
  const keys = Object.keys(edited.columns);
  for (let i = 0; i < edited.length; i++) {
    const row = edited.firstRow + i;
    const block = blocks.find(({ firstRow, length }) => row >= firstRow && row < firstRow + length);
    for (const key of keys) {
      const [now, known] = [cellOf(edited, key, i), block === undefined ? null : cellOf(block, key, row - block.firstRow)];
      if (now !== known && JSON.stringify(now) !== JSON.stringify(known)) return false;
    }
  }
  return true;
}
