/**
 * What two copies have in common, for a merge without their ancestor: as if both had begun with it. What only one has counts as
 * added there, what both have differently as changed by both, which is then a question.
 */
import { BlockBuilder } from '../model/block-builder';
import type { CellValue } from '../model/cell';
import type { FieldPlace } from '../model/form';
import type { RawSheetDef } from '../model/raw-sheet';
import { sameValue } from '../merge/same-value';
import { alignRows, duplicateKeys } from './align';
import { rawTable, sideRows, sideTable } from './content-tables';
import { formTables, repeatedKey, tableRows, type Entries } from './form-tables';
import type { Shape, Typed } from './merge-contents';
import { rowsOfBlocks, type RowValues, type TableDef, type TableRow } from './table';

export function commonPart(a: Typed, b: Typed, shape: Pick<Shape, 'fields' | 'rawSheets'>): Typed {
  const chosen = a.chosen.filter((key) => b.chosen.includes(key));
  const raw = shape.rawSheets.filter(({ key }) => chosen.includes(key));
  return {
    chosen,
    entries: Object.fromEntries(Object.entries(shape.fields).map(([key, fields]) => [key, commonEntries(key, fields, a.entries[key] ?? {}, b.entries[key] ?? {})])),
    rows: Object.fromEntries(raw.map((def) => [def.key, commonBlocks(def, a, b)])),
    side: Object.fromEntries(raw.flatMap((def) => {
      const table = sideTable(def);
      return table === null ? [] : [[def.key, commonRows(table, sideRows(a.side[def.key] ?? []), sideRows(b.side[def.key] ?? [])).map(({ values }) => values)]];
    })),
  };
}

function commonEntries(owner: string, fields: readonly FieldPlace[], a: Entries, b: Entries): Entries {
  const tables = formTables(owner, fields);
  const entries: Record<string, CellValue> = {};
  for (const [key, value] of Object.entries(a)) {
    const repeated = repeatedKey(key);
    if ((repeated === null || !tables.has(repeated.list)) && sameValue(value, b[key])) entries[key] = value;
  }
  for (const def of tables.values()) {
    for (const { at, values } of commonRows(def, tableRows(def, a), tableRows(def, b))) for (const [column, value] of Object.entries(values)) entries[`${def.list}[${at}].${column}`] = value;
  }
  return entries;
}

function commonRows(def: TableDef, a: readonly TableRow[], b: readonly TableRow[]): readonly TableRow[] {
  const { pairs } = alignRows(def, a, b, duplicateKeys(def, a, b));
  return a.flatMap(({ at, values }, index) => {
    const other = b[pairs.get(index) ?? -1];
    if (other === undefined) return [];
    const common: RowValues = Object.fromEntries(Object.entries(values).filter(([key, value]) => sameValue(value, other.values[key])));
    return Object.keys(common).length === 0 ? [] : [{ at, values: common }];
  });
}

function commonBlocks(def: RawSheetDef, a: Typed, b: Typed): ReturnType<BlockBuilder['blocks']> {
  const table = rawTable(def);
  const keys = def.columns.map(({ key }) => key);
  const builder = new BlockBuilder(keys);
  const rows = (typed: Typed): readonly TableRow[] => rowsOfBlocks(table.columns, typed.rows[def.key] ?? []);
  for (const { at, values } of commonRows(table, rows(a), rows(b))) builder.add(at, keys.map((key) => values[key] ?? null));
  return builder.blocks();
}
