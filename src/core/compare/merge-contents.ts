/**
 * Three-way merge of what people put into two copies of a workbook. The result says what came from theirs, what both changed
 * differently, and how the raw rows of mine become the merged ones. Generated cells follow from the merged content.
 */
import type { Block } from '../model/block';
import { BlockBuilder } from '../model/block-builder';
import type { CellValue } from '../model/cell';
import type { WorkbookContent } from '../model/content';
import type { FieldPlace } from '../model/form';
import type { RawSheetDef } from '../model/raw-sheet';
import type { Conflict, Side } from './conflict';
import { rawTable, sideRows, sideTable } from './content-tables';
import { mergeEntries, type UnitOf } from './merge-entries';
import { mergeTable, type TableMerge, type Taken } from './merge-table';
import { contentKey, rowsOfBlocks, type RowValues, type TableDef } from './table';

export type Typed = Pick<WorkbookContent, 'chosen' | 'entries' | 'rows' | 'side'>;

export interface Shape {
  /** Form key -> its fields. */
  readonly fields: Readonly<Record<string, readonly FieldPlace[]>>;
  readonly rawSheets: readonly RawSheetDef[];
  /** Raw-data sheet key -> row under the header in mine. */
  readonly firstRows: Readonly<Record<string, number>>;
  /** Raw-data sheet key -> columns (keys) that mine lacks. */
  readonly missing?: Readonly<Record<string, readonly string[]>>;
  /** Raw-data sheet key -> in whose file its columns were not all found, or not all under one header. */
  readonly unread?: Readonly<Record<string, Side>>;
  /** Form key -> which of its fields go together. */
  readonly units?: Readonly<Record<string, UnitOf>>;
}

/** How the rows of a raw-data sheet of mine change. */
export interface RowChanges {
  /** Rows of the sheet to take out, ascending. */
  readonly remove: readonly number[];
  /** Values that change in rows that stay; rows as they are afterwards. */
  readonly edits: readonly { readonly row: number; readonly key: string; readonly value: CellValue }[];
  /** Under the last row. */
  readonly append: readonly Block[];
}

export interface ContentMerge {
  readonly typed: Typed;
  /** Raw-data sheet key -> its changes; sheets that stay as they are left out. */
  readonly rows: Readonly<Record<string, RowChanges>>;
  /** Keys of forms and raw-data sheets that only theirs has: they go in whole. */
  readonly added: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly taken: readonly Taken[];
  /** Changes that only mine has: they stay. */
  readonly keptMine: number;
  /** Rows that share their key with others, by sheet. */
  readonly duplicates: readonly { readonly owner: string; readonly row: string }[];
}

export function mergeContents(base: Typed, mine: Typed, theirs: Typed, shape: Shape): ContentMerge {
  const merging: Merging = { base, mine, theirs, shape, entries: { ...mine.entries }, rows: { ...mine.rows }, side: { ...mine.side }, changes: {}, added: [], conflicts: [], taken: [], duplicates: [], keptMine: 0 };
  for (const [key, fields] of Object.entries(shape.fields)) mergeForm(merging, key, fields);
  for (const def of shape.rawSheets) mergeRaw(merging, def);
  const order = [...Object.keys(shape.fields), ...shape.rawSheets.map(({ key }) => key)];
  const chosen = new Set([...mine.chosen, ...merging.added]);
  const { entries, rows, side, changes, added, conflicts, taken, keptMine, duplicates } = merging;
  return { typed: { chosen: order.filter((key) => chosen.has(key)), entries, rows, side }, rows: changes, added, conflicts, taken, keptMine, duplicates };
}

interface Merging {
  readonly base: Typed;
  readonly mine: Typed;
  readonly theirs: Typed;
  readonly shape: Shape;
  readonly entries: Record<string, WorkbookContent['entries'][string]>;
  readonly rows: Record<string, readonly Block[]>;
  readonly side: Record<string, readonly Readonly<Record<string, CellValue>>[]>;
  readonly changes: Record<string, RowChanges>;
  readonly added: string[];
  readonly conflicts: Conflict[];
  readonly taken: Taken[];
  readonly duplicates: { owner: string; row: string }[];
  keptMine: number;
}

type Presence = 'both' | 'theirs-new' | 'none' | 'mine-removed';

function presence({ base, mine, theirs }: Merging, key: string): Presence {
  const has = (typed: Typed): boolean => typed.chosen.includes(key);
  if (has(mine)) return has(theirs) ? 'both' : 'none';
  if (!has(theirs)) return 'none';
  return has(base) ? 'mine-removed' : 'theirs-new';
}

function mergeForm(merging: Merging, key: string, fields: readonly FieldPlace[]): void {
  const { base, mine, theirs } = merging;
  const where = presence(merging, key);
  if (where === 'none') return;
  const [was, own, other] = [base, mine, theirs].map((typed) => typed.entries[key] ?? {});
  const merge = mergeEntries(key, fields, was ?? {}, where === 'both' ? own ?? {} : was ?? {}, other ?? {}, merging.shape.units?.[key]);
  if (where === 'mine-removed') {
    if (merge.taken.length > 0) merging.conflicts.push({ kind: 'sheet-missing', owner: key, list: null, field: '', row: '', changes: merge.taken.length, at: null });
    return;
  }
  if (where === 'theirs-new') merging.added.push(key);
  merging.entries[key] = merge.entries;
  gather(merging, key, merge);
}

function gather(merging: Merging, owner: string, part: Pick<TableMerge, 'conflicts' | 'taken' | 'keptMine' | 'duplicates'>): void {
  merging.conflicts.push(...part.conflicts);
  for (const one of part.taken) merging.taken.push(one);
  for (const row of part.duplicates) merging.duplicates.push({ owner, row });
  merging.keptMine += part.keptMine;
}

function mergeRaw(merging: Merging, def: RawSheetDef): void {
  const where = presence(merging, def.key);
  if (where === 'none') return;
  const side = merging.shape.unread?.[def.key];
  if (side !== undefined) {
    merging.conflicts.push({ kind: 'sheet-unread', owner: def.key, list: null, field: '', row: '', side, at: null });
    return;
  }
  const table = rawTable(def);
  const [base, mine, theirs] = [merging.base, merging.mine, merging.theirs].map((typed) => rowsOfBlocks(table.columns, typed.rows[def.key] ?? []));
  if (base === undefined || mine === undefined || theirs === undefined) return;
  const same = (a: typeof base, b: typeof base): boolean => a.length === b.length && a.every(({ values }, i) => contentKey(table, values) === contentKey(table, b[i]?.values ?? {}));
  if (where === 'mine-removed') {
    if (!same(base, theirs)) merging.conflicts.push({ kind: 'sheet-missing', owner: def.key, list: null, field: '', row: '', changes: mergeTable(table, base, base, theirs).taken.length, at: null });
    return;
  }
  if (where === 'theirs-new') {
    merging.added.push(def.key);
    merging.rows[def.key] = merging.theirs.rows[def.key] ?? [];
    merging.side[def.key] = merging.theirs.side[def.key] ?? [];
    gather(merging, def.key, mergeTable(table, [], [], theirs));
    return;
  }
  if (!same(base, theirs)) placeRows(merging, def, table, mergeTable(table, base, mine, theirs));
  mergeSide(merging, def);
}

/** Rows as they stand in the sheet of mine: what theirs took out closes up, what it brings goes under the last row. */
function placeRows(merging: Merging, def: RawSheetDef, table: TableDef, merge: TableMerge): void {
  gather(merging, def.key, merge);
  const missing = new Set(merging.shape.missing?.[def.key] ?? []);
  const remove = merge.removed.map(({ at }) => at);
  const kept = placesAfter(merge.kept, remove);
  const first = merging.shape.firstRows[def.key] ?? 1;
  const next = kept.reduce((last, { row }) => Math.max(last, row), first - 1) + 1;
  const keys = def.columns.map(({ key }) => key);
  const all = new BlockBuilder(keys);
  for (const { row, values } of kept) all.add(row, keys.map((key) => values[key] ?? null));
  const append = new BlockBuilder(keys);
  merge.appended.forEach((values, i) => {
    const cells = keys.map((key) => values[key] ?? null);
    append.add(next + i, cells);
    all.add(next + i, cells);
  });
  const lost = [...missing].flatMap((key) => {
    const changes = merge.appended.filter((values) => values[key] !== undefined).length + merge.kept.filter(({ changed }) => changed.includes(key)).length;
    return changes === 0 ? [] : [{ key, changes }];
  });
  for (const { key, changes } of lost) merging.conflicts.push({ kind: 'column-missing', owner: def.key, list: table.list, field: key, row: '', changes, at: null });
  merging.rows[def.key] = all.blocks();
  const edits = kept.flatMap(({ row, values, changed }) => changed.filter((key) => !missing.has(key)).map((key) => ({ row, key, value: values[key] ?? null })));
  if (remove.length + edits.length + merge.appended.length > 0) merging.changes[def.key] = { remove, edits, append: append.blocks() };
}

/** Rows that stay move up by as many as were taken out above them. Both are ascending. */
function placesAfter(kept: TableMerge['kept'], removed: readonly number[]): readonly { readonly row: number; readonly values: RowValues; readonly changed: readonly string[] }[] {
  let above = 0;
  return kept.map(({ row: { at, values }, changed }) => {
    while ((removed[above] ?? Infinity) < at) above++;
    return { row: at - above, values, changed };
  });
}

function mergeSide(merging: Merging, def: RawSheetDef): void {
  const table = sideTable(def);
  if (table === null) return;
  const [base = [], mine = [], theirs = []] = [merging.base, merging.mine, merging.theirs].map((typed) => sideRows(typed.side[def.key] ?? []));
  const merge = mergeTable(table, base, mine, theirs);
  gather(merging, def.key, merge);
  const rows = [...merge.kept.map(({ row }) => row.values), ...merge.appended];
  for (const values of rows.slice(table.room)) merging.conflicts.push({ kind: 'no-room', owner: def.key, list: table.list, field: '', row: table.labelOf(values), theirs: values, at: null });
  if (rows.length > 0 || merging.side[def.key] !== undefined) merging.side[def.key] = rows.slice(0, table.room);
}
