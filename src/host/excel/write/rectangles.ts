/** Cells of one kind as few rectangles, and rectangles as references short enough for one range. */
import { refOf, type Area } from '../../../core/model/area';

/** Excel cuts references that are longer (8,192), without a word. */
const MAX_REFERENCE = 8000;

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells beside each other are one; with `stack`, equal runs under each other too. */
export function rectanglesOf(places: readonly Place[], stack: boolean): readonly Area[] {
  const sorted = [...places];
  sorted.sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last.top === row && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  if (!stack) return runs;
  const open = new Map<string, Area>();
  const done: Area[] = [];
  for (const run of runs) {
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    if (above !== undefined && above.bottom === run.top - 1) open.set(key, { ...above, bottom: run.bottom });
    else {
      if (above !== undefined) done.push(above);
      open.set(key, run);
    }
  }
  return [...done, ...open.values()];
}

export function referencesOf(areas: readonly Area[]): readonly string[] {
  const references: string[] = [];
  for (const ref of areas.map(refOf)) {
    const last = references.at(-1);
    if (last === undefined || last.length + ref.length + 1 > MAX_REFERENCE) references.push(ref);
    else references[references.length - 1] = `${last},${ref}`;
  }
  return references;
}
