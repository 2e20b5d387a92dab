/** The entries of a form in three states: field by field, repeated rows as tables. Rows of theirs go into free places of the form. */
import type { CellValue } from '../model/cell';
import type { FieldPlace } from '../model/form';
import { isBlankValue, sameValue } from '../merge/same-value';
import type { Conflict } from './conflict';
import { formTables, repeatedKey, tableRows, type Entries } from './form-tables';
import { mergeTable, type Taken } from './merge-table';
import { mergeValue, type ValueMerge } from './merge-values';
import type { TableDef } from './table';

export interface EntriesMerge {
  readonly entries: Entries;
  readonly conflicts: readonly Conflict[];
  readonly taken: readonly Taken[];
  readonly keptMine: number;
  readonly duplicates: readonly string[];
}

/** Name of what a field is a part of, where its fields mean something together only; null for a field of its own. */
export type UnitOf = (key: string) => string | null;

export function mergeEntries(owner: string, fields: readonly FieldPlace[], base: Entries, mine: Entries, theirs: Entries, unitOf: UnitOf = () => null): EntriesMerge {
  const tables = formTables(owner, fields);
  const single = mergeFields(owner, [base, mine, theirs], tables, unitOf);
  const entries: Record<string, CellValue> = { ...single.entries };
  const parts = [...tables.values()].map((def) => mergeList(def, base, mine, theirs, entries));
  return {
    entries,
    conflicts: [...single.conflicts, ...parts.flatMap(({ conflicts }) => conflicts)],
    taken: [...single.taken, ...parts.flatMap(({ taken }) => taken)],
    keptMine: parts.reduce((sum, { keptMine }) => sum + keptMine, single.keptMine),
    duplicates: parts.flatMap(({ duplicates }) => duplicates),
  };
}

function mergeFields(owner: string, states: readonly [Entries, Entries, Entries], tables: ReadonlyMap<string, TableDef>, unitOf: UnitOf): Omit<EntriesMerge, 'duplicates'> {
  const [base, mine, theirs] = states;
  const units = mergeUnits(states, unitOf);
  const entries: Record<string, CellValue> = {};
  const conflicts: Conflict[] = [];
  const taken: Taken[] = [];
  let keptMine = 0;
  for (const key of new Set(states.flatMap((state) => Object.keys(state)))) {
    const repeated = repeatedKey(key);
    if (repeated !== null && tables.has(repeated.list)) continue;
    const [was = null, own = null, other = null] = [base[key], mine[key], theirs[key]];
    const { value, outcome } = units.get(unitOf(key) ?? '')?.(own, other) ?? mergeValue(was, own, other);
    if (!isBlankValue(value)) entries[key] = value;
    const subject = { owner, list: null, field: key, row: '' };
    if (outcome === 'kept') keptMine++;
    if (outcome === 'taken') taken.push({ change: 'entry', ...subject, before: own, after: value });
    if (outcome === 'conflict') conflicts.push({ kind: 'value', ...subject, base: was, mine: own, theirs: other, at: null });
  }
  return { entries, conflicts, taken, keptMine };
}

/** Unit -> what becomes of its fields: all are one side's, and where both sides changed any of them, all that differ are in conflict. */
function mergeUnits(states: readonly [Entries, Entries, Entries], unitOf: UnitOf): ReadonlyMap<string, (own: CellValue, other: CellValue) => ValueMerge> {
  const keys = new Map<string, string[]>();
  for (const key of new Set(states.flatMap((state) => Object.keys(state)))) {
    const unit = unitOf(key);
    if (unit !== null) keys.set(unit, [...(keys.get(unit) ?? []), key]);
  }
  const [base, mine, theirs] = states;
  return new Map([...keys].map(([unit, parts]) => {
    const same = (a: Entries, b: Entries): boolean => parts.every((key) => sameValue(a[key], b[key]));
    const outcome = same(base, theirs) ? 'kept' : same(base, mine) ? 'taken' : 'conflict';
    return [unit, (own, other): ValueMerge => (sameValue(own, other) ? { value: own, outcome: 'same' } : { value: outcome === 'taken' ? other : own, outcome })];
  }));
}

/** Puts the merged rows among `entries`. */
function mergeList(def: TableDef, base: Entries, mine: Entries, theirs: Entries, entries: Record<string, CellValue>): Omit<EntriesMerge, 'entries'> {
  const merge = mergeTable(def, tableRows(def, base), tableRows(def, mine), tableRows(def, theirs));
  const used = new Set(merge.kept.map(({ row }) => row.at));
  const write = (at: number, values: Entries): void => {
    for (const [column, value] of Object.entries(values)) entries[`${def.list}[${at}].${column}`] = value;
  };
  for (const { row } of merge.kept) write(row.at, row.values);
  // After the last row where there is room, so that the order of the rows stays; then in the gaps.
  const last = Math.max(-1, ...used);
  const free = Array.from({ length: def.room }, (_, i) => (i + last + 1) % def.room).filter((at) => !used.has(at));
  const without: Conflict[] = [];
  const homeless = new Set<string>();
  for (const values of merge.appended) {
    const at = free.shift();
    if (at !== undefined) write(at, values);
    else {
      homeless.add(def.labelOf(values));
      without.push({ kind: 'no-room', owner: def.owner, list: def.list, field: '', row: def.labelOf(values), theirs: values, at: null });
    }
  }
  return {
    conflicts: [...merge.conflicts, ...without],
    taken: merge.taken.filter(({ change, row }) => !(change === 'row-added' && homeless.has(row))),
    keptMine: merge.keptMine,
    duplicates: merge.duplicates,
  };
}
