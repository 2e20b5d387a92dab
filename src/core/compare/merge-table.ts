/**
 * A table in three states: the one that both sides began with, and theirs. Rows are found by `alignRows`; a row that only one
 * side changed or took out is that side's, different cells of one row are both kept. Swapping the sides gives the same rows
 * and the same conflicts.
 */
import type { CellValue } from '../model/cell';
import { alignRows, duplicateKeys, groupsOf, type Alignment } from './align';
import type { Conflict, Subject } from './conflict';
import { mergeValue } from './merge-values';
import { contentKey, type RowValues, type TableDef, type TableRow } from './table';

/** What the other side brought in. */
export interface Taken extends Subject {
  readonly change: 'entry' | 'row-added' | 'row-removed' | 'row-changed';
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface TableMerge {
  /** Rows of mine that stay, in their order, with what came from theirs in them. */
  readonly kept: readonly { readonly row: TableRow; readonly changed: readonly string[] }[];
  /** Rows of mine that theirs took out. */
  readonly removed: readonly TableRow[];
  /** Rows of theirs that go in, in their order. */
  readonly appended: readonly RowValues[];
  readonly conflicts: readonly Conflict[];
  readonly taken: readonly Taken[];
  /** Changes that only mine has. */
  readonly keptMine: number;
  /** Keys of rows that stand more than once on some side, for people. */
  readonly duplicates: readonly string[];
}

export function mergeTable(def: TableDef, base: readonly TableRow[], mine: readonly TableRow[], theirs: readonly TableRow[]): TableMerge {
  const doubtful = duplicateKeys(def, base, mine, theirs);
  const [a, b] = [alignRows(def, base, mine, doubtful), alignRows(def, base, theirs, doubtful)];
  const merge = new TableMerging(def, doubtful);
  merge.common(base, mine, theirs, a, b);
  merge.additions(mine, theirs, a, b);
  merge.settleDuplicates(base, mine, theirs);
  return merge.result(mine);
}

const NO_VALUES: RowValues = {};

class TableMerging {
  readonly #def: TableDef;
  readonly #doubtful: ReadonlySet<string>;
  readonly #edited = new Map<number, { readonly values: RowValues; readonly changed: readonly string[] }>();
  readonly #gone = new Set<number>();
  #appended: RowValues[] = [];
  readonly #conflicts: Conflict[] = [];
  #taken: Taken[] = [];
  #keptMine = 0;
  readonly #duplicates = new Map<string, string>();

  constructor(def: TableDef, doubtful: ReadonlySet<string>) {
    this.#def = def;
    this.#doubtful = doubtful;
  }

  /** Rows that both sides began with. */
  common(base: readonly TableRow[], mine: readonly TableRow[], theirs: readonly TableRow[], a: Alignment, b: Alignment): void {
    base.forEach((was, index) => {
      const [m, t] = [a.pairs.get(index), b.pairs.get(index)];
      const [own, other] = [m === undefined ? undefined : mine[m], t === undefined ? undefined : theirs[t]];
      if (own !== undefined && m !== undefined && other !== undefined) this.#both(m, own, other.values, was.values);
      else if (own !== undefined && m !== undefined) this.#withoutTheirs(m, own, was);
      else if (other !== undefined) this.#withoutMine(other, was);
    });
  }

  /** Rows that came on one side, or on both. */
  additions(mine: readonly TableRow[], theirs: readonly TableRow[], a: Alignment, b: Alignment): void {
    const own = new Map<string, number[]>();
    for (const index of a.added) {
      const id = this.#identity(mine[index]?.values ?? NO_VALUES);
      own.set(id, [...(own.get(id) ?? []), index]);
    }
    const joined = new Set<number>();
    for (const index of b.added) {
      const values = theirs[index]?.values ?? NO_VALUES;
      const same = own.get(this.#identity(values))?.shift();
      const row = same === undefined ? undefined : mine[same];
      if (row === undefined || same === undefined) this.#append(values);
      else {
        joined.add(same);
        // Two people typed the same row: it goes in once, and is said.
        if (this.#def.keyOf(values) === null) this.#duplicates.set(this.#identity(values), this.#def.labelOf(values));
        this.#both(same, row, values, NO_VALUES);
      }
    }
    this.#keptMine += a.added.filter((index) => !joined.has(index)).length;
  }

  /** Rows with one key: where theirs changed them, both are shown and mine stay. */
  settleDuplicates(base: readonly TableRow[], mine: readonly TableRow[], theirs: readonly TableRow[]): void {
    if (this.#doubtful.size === 0) return;
    const [b, m, t] = [base, mine, theirs].map((rows) => groupsOf(this.#def, this.#doubtful, rows));
    const said = (rows: readonly TableRow[]): string => rows.map(({ values }) => contentKey(this.#def, values)).sort().join('\u0001');
    for (const key of this.#doubtful) {
      const [was = [], own = [], other = []] = [b?.get(key), m?.get(key), t?.get(key)];
      const label = this.#def.labelOf((own[0] ?? other[0] ?? was[0] ?? { values: NO_VALUES }).values);
      this.#duplicates.set(key, label);
      // What the rows above decided for this key holds where only one side changed the group.
      if (said(was) === said(own) || said(was) === said(other) || said(own) === said(other)) continue;
      this.#appended = this.#appended.filter((values) => this.#def.keyOf(values) !== key);
      this.#taken = this.#taken.filter((one) => one.row !== label);
      own.forEach((row) => {
        const index = mine.indexOf(row);
        this.#gone.delete(index);
        this.#edited.delete(index);
      });
      this.#drop(label);
      this.#conflicts.push({ kind: 'duplicate', ...this.#subject(own[0]?.values ?? other[0]?.values ?? NO_VALUES), mine: own.map(({ values }) => values), theirs: other.map(({ values }) => values), at: own[0]?.at ?? null });
    }
  }

  result(mine: readonly TableRow[]): TableMerge {
    return {
      kept: mine.flatMap((row, index) => {
        if (this.#gone.has(index)) return [];
        const edit = this.#edited.get(index);
        return [edit === undefined ? { row, changed: [] } : { row: { at: row.at, values: edit.values }, changed: edit.changed }];
      }),
      removed: mine.filter((_, index) => this.#gone.has(index)),
      appended: this.#appended,
      conflicts: this.#conflicts,
      taken: this.#taken,
      keptMine: this.#keptMine,
      duplicates: [...this.#duplicates.values()],
    };
  }

  #both(index: number, own: TableRow, theirs: RowValues, base: RowValues): void {
    const values: Record<string, CellValue> = { ...own.values };
    const changed: string[] = [];
    let kept = false;
    for (const { key } of this.#def.columns) {
      const [was = null, ours = null, other = null] = [base[key], own.values[key], theirs[key]];
      const { value, outcome } = mergeValue(was, ours, other);
      kept ||= outcome === 'kept';
      if (outcome === 'conflict') this.#conflicts.push({ kind: 'value', ...this.#subject(own.values, key), base: was, mine: ours, theirs: other, at: own.at });
      if (outcome !== 'taken') continue;
      if (value === null || value === '') delete values[key];
      else values[key] = value;
      changed.push(key);
      this.#taken.push({ change: 'row-changed', ...this.#subject(own.values, key), before: ours, after: value });
    }
    if (kept) this.#keptMine++;
    if (changed.length > 0) this.#edited.set(index, { values, changed });
  }

  #withoutTheirs(index: number, own: TableRow, was: TableRow): void {
    if (contentKey(this.#def, own.values) === contentKey(this.#def, was.values)) {
      this.#gone.add(index);
      this.#taken.push({ change: 'row-removed', ...this.#subject(own.values), before: null, after: null });
    } else this.#conflicts.push({ kind: 'removed-changed', ...this.#subject(own.values), removedBy: 'theirs', base: was.values, changed: own.values, at: own.at });
  }

  #withoutMine(other: TableRow, was: TableRow): void {
    if (contentKey(this.#def, other.values) === contentKey(this.#def, was.values)) {
      this.#keptMine++;
      return;
    }
    this.#appended.push(other.values);
    this.#conflicts.push({ kind: 'removed-changed', ...this.#subject(other.values), removedBy: 'mine', base: was.values, changed: other.values, at: null });
  }

  #append(values: RowValues): void {
    this.#appended.push(values);
    this.#taken.push({ change: 'row-added', ...this.#subject(values), before: null, after: null });
  }

  #drop(label: string): void {
    for (let i = this.#conflicts.length - 1; i >= 0; i--) if (this.#conflicts[i]?.row === label) this.#conflicts.splice(i, 1);
  }

  #identity(values: RowValues): string {
    const key = this.#def.keyOf(values);
    return key === null || this.#doubtful.has(key) ? `c${contentKey(this.#def, values)}` : `k${key}`;
  }

  #subject(values: RowValues, field = ''): Subject {
    return { owner: this.#def.owner, list: this.#def.list, field, row: this.#def.labelOf(values) };
  }
}
