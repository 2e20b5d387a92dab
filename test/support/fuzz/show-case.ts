/** One case of the fuzz run for a person: where its parts differ from the seed's, what the judges say. */
import { unzipSync } from 'fflate';
import { createCase, runCase, type Outcome } from './run-case';
import { createSeeds } from './seeds';
import { readStrictly } from './strict-workbook';

export interface ShownCase {
  readonly seed: string;
  readonly level: string;
  readonly outcome: Outcome;
  readonly changes: readonly string[];
  readonly strict: string;
  readonly bytes: Uint8Array;
}

/** What stands where two texts part, until they meet again. */
function changed(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const from = Math.max(0, start - 100);
  const piece = (text: string): string => text.slice(from, Math.min(text.length - end + 60, from + 700));
  return `\n    - ${piece(before)}\n    + ${piece(after)}`;
}

export async function showCase(root: string, run: number, index: number): Promise<ShownCase> {
  const made = createCase(await createSeeds(root), run, index);
  const changes: string[] = [];
  let strict = '';
  if (made.level === 'parts') {
    const parts = new Map(Object.entries(unzipSync(made.bytes)));
    const text = (bytes: Uint8Array | undefined): string => (bytes === undefined ? '(none)' : new TextDecoder().decode(bytes));
    for (const path of new Set([...parts.keys(), ...made.seed.parts.keys()])) {
      const [before, after] = [text(made.seed.parts.get(path)), text(parts.get(path))];
      if (before !== after) changes.push(`${path}: ${changed(before, after)}`);
    }
    readStrictly(parts, (reason) => (strict = reason));
  }
  return { seed: made.seed.name, level: made.level, outcome: await runCase(made), changes, strict, bytes: made.bytes };
}
