/** How long texts may be: formulas look up and count texts of up to 255 characters. */
import type { RawColumnDef, RawSheetDef } from '../model/raw-sheet';

const LONGEST_KEY = 255;

/** For columns that formulas look things up by: keys, and the names that rows are grouped under. */
export function textLimit({ unique = [] }: Pick<RawSheetDef, 'unique'>, { key, kind, required, max }: RawColumnDef): { readonly max?: number } {
  if (max !== undefined) return { max };
  return kind === 'code' || (kind === 'text' && (required || unique.includes(key))) ? { max: LONGEST_KEY } : {};
}

/** Characters as people count them, where there are more than `max`; null where it fits. A character outside the basic plane takes two units of a string and counts once. */
export function tooLong(text: string, max: number): number | null {
  if (text.length <= max) return null;
  let characters = 0;
  for (const _ of text) characters++;
  return characters <= max ? null : characters;
}
