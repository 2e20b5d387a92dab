/** Rows that hold anything. */
import { BLANK, type Block } from '../model/block';

export function filledRows(blocks: readonly Block[]): number {
  let filled = 0;
  for (const { length, columns } of blocks) {
    const all = Object.values(columns);
    for (let i = 0; i < length; i++) if (all.some(({ kind }) => (kind[i] ?? BLANK) !== BLANK)) filled++;
  }
  return filled;
}
