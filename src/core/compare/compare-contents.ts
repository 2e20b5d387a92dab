/** What differs between two copies in what people put in: field by field, repeated and raw rows by what identifies them. */
import { sameValue } from '../merge/same-value';
import type { CellValue } from '../model/cell';
import type { FieldPlace } from '../model/form';
import type { RawSheetDef } from '../model/raw-sheet';
import { alignRows, duplicateKeys, groupsOf } from './align';
import type { Subject } from './conflict';
import { rawTable, sideRows, sideTable } from './content-tables';
import { formTables, repeatedKey, tableRows, type Entries } from './form-tables';
import type { Shape, Typed } from './merge-contents';
import { contentKey, rowsOfBlocks, type RowValues, type TableDef, type TableRow } from './table';

export type Difference = Subject & {
  /** Places in the first and the second copy: row of the sheet, or number of the repeated row; null where it is not there, or the field stands alone. */
  readonly a: number | null;
  readonly b: number | null;
} & (
    | { readonly kind: 'entry'; readonly before: CellValue; readonly after: CellValue }
    | { readonly kind: 'row-added' | 'row-removed'; readonly values: RowValues }
    | { readonly kind: 'row-changed'; readonly before: CellValue; readonly after: CellValue }
    /** Rows with one key, not the same on both sides: nobody knows which is which. */
    | { readonly kind: 'duplicate'; readonly before: readonly RowValues[]; readonly after: readonly RowValues[] }
    | { readonly kind: 'sheet-added' | 'sheet-removed' }
  );

export function compareContents(a: Typed, b: Typed, { fields, rawSheets }: Pick<Shape, 'fields' | 'rawSheets'>): readonly Difference[] {
  const differences: Difference[] = [];
  const shared = (key: string): boolean => {
    const [inA, inB] = [a.chosen.includes(key), b.chosen.includes(key)];
    if (inA !== inB) differences.push({ kind: inA ? 'sheet-removed' : 'sheet-added', owner: key, list: null, field: '', row: '', a: null, b: null });
    return inA && inB;
  };
  for (const [key, formFields] of Object.entries(fields)) if (shared(key)) differences.push(...compareForm(key, formFields, a.entries[key] ?? {}, b.entries[key] ?? {}));
  for (const def of rawSheets) if (shared(def.key)) differences.push(...compareRaw(def, a, b));
  return differences;
}

function compareForm(owner: string, fields: readonly FieldPlace[], a: Entries, b: Entries): readonly Difference[] {
  const tables = formTables(owner, fields);
  const order = new Map(fields.map(({ key }, i) => [key, i]));
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !tables.has(repeatedKey(key)?.list ?? ''));
  keys.sort((x, y) => (order.get(x) ?? Infinity) - (order.get(y) ?? Infinity));
  const single = keys.flatMap((key): Difference[] => {
    const [before = null, after = null] = [a[key], b[key]];
    return sameValue(before, after) ? [] : [{ kind: 'entry', owner, list: null, field: key, row: '', a: null, b: null, before, after }];
  });
  return [...single, ...[...tables.values()].flatMap((def) => compareTable(def, tableRows(def, a), tableRows(def, b)))];
}

function compareRaw(def: RawSheetDef, a: Typed, b: Typed): readonly Difference[] {
  const table = rawTable(def);
  const side = sideTable(def);
  const rows = compareTable(table, rowsOfBlocks(table.columns, a.rows[def.key] ?? []), rowsOfBlocks(table.columns, b.rows[def.key] ?? []));
  return side === null ? rows : [...rows, ...compareTable(side, sideRows(a.side[def.key] ?? []), sideRows(b.side[def.key] ?? []))];
}

export function compareTable(def: TableDef, a: readonly TableRow[], b: readonly TableRow[]): readonly Difference[] {
  const doubtful = duplicateKeys(def, a, b);
  const { pairs, added, removed } = alignRows(def, a, b, doubtful);
  const subject = (values: RowValues, field = ''): Subject => ({ owner: def.owner, list: def.list, field, row: def.labelOf(values) });
  const unclear = ({ values }: TableRow): boolean => doubtful.has(def.keyOf(values) ?? '');
  const only = (kind: 'row-added' | 'row-removed', rows: readonly TableRow[], indexes: readonly number[]): readonly Difference[] =>
    indexes.flatMap((index): Difference[] => {
      const row = rows[index];
      if (row === undefined || unclear(row)) return [];
      return [{ kind, ...subject(row.values), a: kind === 'row-removed' ? row.at : null, b: kind === 'row-added' ? row.at : null, values: row.values }];
    });
  const changed = [...pairs].flatMap(([x, y]): Difference[] => {
    const [was, is] = [a[x], b[y]];
    if (was === undefined || is === undefined) return [];
    return def.columns.flatMap(({ key }): Difference[] => {
      const [before = null, after = null] = [was.values[key], is.values[key]];
      return sameValue(before, after) ? [] : [{ kind: 'row-changed', ...subject(was.values, key), a: was.at, b: is.at, before, after }];
    });
  });
  return [...changed, ...only('row-removed', a, removed), ...only('row-added', b, added), ...duplicates(def, doubtful, a, b, subject)];
}

function duplicates(def: TableDef, doubtful: ReadonlySet<string>, a: readonly TableRow[], b: readonly TableRow[], subject: (values: RowValues) => Subject): readonly Difference[] {
  if (doubtful.size === 0) return [];
  const [inA, inB] = [groupsOf(def, doubtful, a), groupsOf(def, doubtful, b)];
  const said = (rows: readonly TableRow[]): string => rows.map(({ values }) => contentKey(def, values)).sort().join('\u0001');
  return [...doubtful].flatMap((key): Difference[] => {
    const [before = [], after = []] = [inA.get(key), inB.get(key)];
    if (said(before) === said(after)) return [];
    const values = (before[0] ?? after[0])?.values ?? {};
    return [{ kind: 'duplicate', ...subject(values), a: before[0]?.at ?? null, b: after[0]?.at ?? null, before: before.map((row) => row.values), after: after.map((row) => row.values) }];
  });
}
