/**
 * Which row of one state of a table is which row of another, wherever it went: by key; rows without one by all their
 * values, and what is left by most of their values.
 */
import { contentKey, valueKey, type TableDef, type TableRow } from './table';

export interface Alignment {
  /** Index of the row before -> index of the row after. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Indexes of rows that only the state after has, ascending. */
  readonly added: readonly number[];
  /** Indexes of rows that only the state before has, ascending. */
  readonly removed: readonly number[];
}

/** A value that so many rows share tells them apart no more. */
const COMMON = 64;
/** Part of the filled cells that must be equal for two rows to be one that was changed. */
const ALIKE = 0.5;

/** Keys that more than one row of a state has. */
export function duplicateKeys(def: Pick<TableDef, 'keyOf'>, ...states: readonly (readonly TableRow[])[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const rows of states) {
    const seen = new Set<string>();
    for (const { values } of rows) {
      const key = def.keyOf(values);
      if (key === null) continue;
      if (seen.has(key)) found.add(key);
      seen.add(key);
    }
  }
  return found;
}

/** The rows of each key that stands more than once. */
export function groupsOf(def: Pick<TableDef, 'keyOf'>, doubtful: ReadonlySet<string>, rows: readonly TableRow[]): ReadonlyMap<string, readonly TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const key = def.keyOf(row.values);
    if (key === null || !doubtful.has(key)) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
}

/** Rows whose key is in `doubtful` are told apart by all their values only: nobody knows which of them was changed. */
export function alignRows(def: TableDef, before: readonly TableRow[], after: readonly TableRow[], doubtful: ReadonlySet<string>): Alignment {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (a: number, b: number): void => {
    pairs.set(a, b);
    taken.add(b);
  };
  const keyOf = ({ values }: TableRow): string | null => def.keyOf(values);
  const places = new Map<string, number[]>();
  const identity = (row: TableRow): string => {
    const key = keyOf(row);
    return key === null || doubtful.has(key) ? `c${contentKey(def, row.values)}` : `k${key}`;
  };
  after.forEach((row, index) => {
    const id = identity(row);
    const known = places.get(id);
    if (known === undefined) places.set(id, [index]);
    else known.push(index);
  });
  // Equal rows pair in their order.
  const next = new Map<string, number>();
  before.forEach((row, index) => {
    const id = identity(row);
    const found = places.get(id)?.[next.get(id) ?? 0];
    if (found === undefined) return;
    next.set(id, (next.get(id) ?? 0) + 1);
    pair(index, found);
  });
  const loose = (row: TableRow): boolean => keyOf(row) === null;
  const left = before.flatMap((row, index) => (pairs.has(index) || !loose(row) ? [] : [index]));
  const right = after.flatMap((row, index) => (taken.has(index) || !loose(row) ? [] : [index]));
  for (const [a, b] of alikeRows(def, before, after, left, right)) pair(a, b);
  if (def.placed) {
    const free = new Map(right.flatMap((b) => (taken.has(b) ? [] : [[after[b]?.at, b] as const])));
    for (const a of left) {
      const b = pairs.has(a) ? undefined : free.get(before[a]?.at);
      if (b !== undefined && mayBeOne(before[a] ?? NO_ROW, after[b] ?? NO_ROW)) pair(a, b);
    }
  }
  return {
    pairs,
    added: after.flatMap((_, index) => (taken.has(index) ? [] : [index])),
    removed: before.flatMap((_, index) => (pairs.has(index) ? [] : [index])),
  };
}

/** In one place: rows with something in common, or with too little in them to tell. */
function mayBeOne({ values: a }: TableRow, { values: b }: TableRow): boolean {
  const keys = Object.keys(a);
  return Math.min(keys.length, Object.keys(b).length) < 2 || keys.some((key) => valueKey(a[key]) === valueKey(b[key]));
}

interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Pairs of rows that share at least half of their filled cells, the most alike first. */
function alikeRows(def: TableDef, before: readonly TableRow[], after: readonly TableRow[], left: readonly number[], right: readonly number[]): readonly (readonly [number, number])[] {
  if (left.length === 0 || right.length === 0) return [];
  const holders = new Map<string, number[]>();
  const keysOf = ({ values }: TableRow): readonly string[] => Object.entries(values).flatMap(([key, value]) => (valueKey(value) === '' ? [] : [`${key}\u0000${valueKey(value)}`]));
  for (const a of left) {
    for (const key of keysOf(before[a] ?? NO_ROW)) {
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [a]);
      else known.push(a);
    }
  }
  const likenesses: Likeness[] = [];
  for (const b of right) {
    const row = after[b] ?? NO_ROW;
    const keys = keysOf(row);
    const votes = new Map<number, number>();
    for (const key of keys) {
      const found = holders.get(key) ?? [];
      if (found.length <= COMMON) for (const a of found) votes.set(a, (votes.get(a) ?? 0) + 1);
    }
    for (const a of votes.keys()) {
      const other = before[a] ?? NO_ROW;
      const equal = def.columns.filter(({ key }) => valueKey(other.values[key]) !== '' && valueKey(other.values[key]) === valueKey(row.values[key])).length;
      const score = equal / Math.max(keys.length, keysOf(other).length);
      if (score >= ALIKE) likenesses.push({ a, b, score });
    }
  }
  likenesses.sort((x, y) => y.score - x.score || Math.abs(distance(x)) - Math.abs(distance(y)) || x.a - y.a || x.b - y.b);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  return likenesses.flatMap(({ a, b }) => {
    if (usedA.has(a) || usedB.has(b)) return [];
    usedA.add(a);
    usedB.add(b);
    return [[a, b] as const];
  });

  function distance({ a, b }: Likeness): number {
    return (before[a]?.at ?? 0) - (after[b]?.at ?? 0);
  }
}

const NO_ROW: TableRow = { at: 0, values: {} };
