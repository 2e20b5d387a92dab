/** Blocks without the blank rows at their end, so that new rows follow the last filled one. */
import { BLANK, type Block, type Column } from '../model/block';

export function trimRows(blocks: readonly Block[]): readonly Block[] {
  for (let b = blocks.length - 1; b >= 0; b--) {
    const block = blocks[b];
    const length = block === undefined ? 0 : filledLength(block);
    if (block === undefined || length === 0) continue;
    return [...blocks.slice(0, b), length === block.length ? block : shorten(block, length)];
  }
  return [];
}

function filledLength(block: Block): number {
  const columns = Object.values(block.columns);
  for (let i = block.length - 1; i >= 0; i--) if (columns.some((column) => column.kind[i] !== BLANK)) return i + 1;
  return 0;
}

function shorten(block: Block, length: number): Block {
  const cut = ({ kind, number, text }: Column): Column => ({ kind: kind.subarray(0, length), number: number.subarray(0, length), text: text.slice(0, length) });
  return { ...block, length, columns: Object.fromEntries(Object.entries(block.columns).map(([key, column]) => [key, cut(column)])) };
}
