/**
 * Stable pseudonyms: one name always becomes the same one, in cells and in the middle of sentences, and back again. The list stays with who
 * sends the copy; without it nobody can tell who is meant.
 */
import type { NameKind, PrivateName } from './private-names';

export interface Pseudonym extends PrivateName {
  readonly pseudonym: string;
}

/** Words before the numbers. Letters and digits only: sheet names and formulas take them without quotes. */
export const PSEUDONYM_WORDS: Readonly<Record<NameKind, string>> = { staff: '员工', customer: '客户', supplier: '供方' };

const DIGITS = 4;

/** What counts as one name, as spreadsheets compare. */
const spelling = (name: string): string => name.toLowerCase();

/** Names that are known keep their pseudonyms, new ones are numbered on. Spellings that differ only in case are one name. */
export function assignPseudonyms(known: readonly Pseudonym[], names: readonly PrivateName[]): readonly Pseudonym[] {
  const all = [...known];
  const byFold = new Map(known.map(({ name, pseudonym }) => [spelling(name), pseudonym]));
  const spelled = new Set(known.map(({ name }) => name));
  const taken = new Set([...known.map(({ pseudonym }) => pseudonym), ...names.map(({ name }) => name)]);
  const next: Record<NameKind, number> = { staff: 1, customer: 1, supplier: 1 };
  for (const { kind, name } of names) {
    if (spelled.has(name)) continue;
    let pseudonym = byFold.get(spelling(name));
    while (pseudonym === undefined) {
      const candidate = `${PSEUDONYM_WORDS[kind]}${String(next[kind]++).padStart(DIGITS, '0')}`;
      if (!taken.has(candidate)) pseudonym = candidate;
    }
    taken.add(pseudonym);
    byFold.set(spelling(name), pseudonym);
    spelled.add(name);
    all.push({ kind, name, pseudonym });
  }
  return all;
}

const LETTER = /[A-Za-z0-9]/;
/** Names of fewer characters are looked for in whole cells only: inside a sentence they may be anything. */
export const SHORTEST_INSIDE = 2;

/** Replaces words wherever they stand in a text, the longest first; words of Latin letters only where no letter or digit goes on. */
export function replacer(words: ReadonlyMap<string, string>): (text: string) => string {
  const byStart = new Map<string, { readonly word: string; readonly by: string }[]>();
  for (const [word, by] of words) {
    const folded = word.toLowerCase();
    if (folded.length < SHORTEST_INSIDE) continue;
    const start = folded.slice(0, SHORTEST_INSIDE);
    const list = byStart.get(start) ?? [];
    list.push({ word: folded, by });
    byStart.set(start, list);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.word.length - a.word.length);
  if (byStart.size === 0) return (text) => text;
  return (text) => {
    const lower = text.toLowerCase();
    // A letter whose small form is longer would shift the places.
    const folded = lower.length === text.length ? lower : text;
    let result = '';
    let from = 0;
    for (let at = 0; at + SHORTEST_INSIDE <= folded.length; at++) {
      const found = byStart.get(folded.slice(at, at + SHORTEST_INSIDE))?.find(({ word }) => folded.startsWith(word, at) && standsAlone(folded, at, word));
      if (found === undefined) continue;
      result += text.slice(from, at) + found.by;
      from = at + found.word.length;
      at = from - 1;
    }
    return from === 0 ? text : result + text.slice(from);
  };
}

function standsAlone(text: string, at: number, word: string): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + word.length] ?? ''];
  // `$AL$5` is a cell, whoever is called Al.
  if (before === '$' || after === '$') return false;
  return !(LETTER.test(word[0] ?? '') && LETTER.test(before)) && !(LETTER.test(word.at(-1) ?? '') && LETTER.test(after));
}

/** Pseudonym -> name, for a copy that comes back. Of several spellings the first is taken. */
export function backwards(pseudonyms: readonly Pseudonym[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name, pseudonym } of pseudonyms) if (!names.has(pseudonym)) names.set(pseudonym, name);
  return names;
}
