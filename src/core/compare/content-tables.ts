/** Tables of the raw-data sheets: their rows, and the small table beside them. */
import { shown } from '../codec/codec';
import { rowKeyReader, shownKey } from '../codec/row-key';
import { isBlankValue } from '../merge/same-value';
import { MAX_ROW } from '../model/address';
import type { CellValue } from '../model/cell';
import { FIRST_DATA_ROW, type RawSheetDef } from '../model/raw-sheet';
import { firstWords } from './form-tables';
import { SIDE, type TableDef, type TableRow } from './table';

export function rawTable(def: RawSheetDef): TableDef {
  const columns = def.columns.map(({ key, header, kind }) => ({ key, label: header, kind }));
  const keyOf = rowKeyReader(def);
  return {
    owner: def.key, list: '', columns, room: MAX_ROW - FIRST_DATA_ROW + 1, placed: false,
    keyOf: (values) => keyOf((key) => values[key] ?? null),
    labelOf: (values) => (keyOf((key) => values[key] ?? null) === null ? firstWords(columns, values) : shownKey(def, (key) => values[key] ?? null)),
  };
}

/** Null where the sheet has no such table. Its first column says what a row is about. */
export function sideTable(def: RawSheetDef): TableDef | null {
  if (def.side === undefined) return null;
  const columns = def.side.columns.map(({ key, header, kind }) => ({ key, label: header, kind }));
  const [first] = columns;
  return {
    owner: def.key, list: SIDE, columns, room: def.side.rows, placed: false,
    keyOf: (values) => {
      const value = values[first?.key ?? ''];
      return value === undefined || isBlankValue(value) ? null : shown(value).trim().toLowerCase();
    },
    labelOf: (values) => firstWords(columns, values),
  };
}

export function sideRows(rows: readonly Readonly<Record<string, CellValue>>[]): readonly TableRow[] {
  return rows.map((values, at) => ({ at, values: Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlankValue(value))) }));
}
