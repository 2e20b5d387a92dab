/** Texts longer than their field allows, in characters as people count them. */
import { TEXTUAL, type CellRule } from '../cell-rule';

/** A character outside the basic plane takes two units of a string and counts once. */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

export const length: CellRule = {
  kinds: TEXTUAL,
  find({ read }, { max }) {
    if (max === undefined || typeof read !== 'string' || read.length <= max) return null;
    const characters = countCharacters(read);
    return characters <= max ? null : { code: 'cell/length', params: { length: characters, limit: max } };
  },
};
