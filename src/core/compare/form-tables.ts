/** The entries of a form taken apart: fields that stand alone, and tables of repeated rows (`problems[2].cause`). */
import { shown } from '../codec/codec';
import { isoOf } from '../codec/date';
import { isSerial } from '../codec/serial';
import { isBlankValue } from '../merge/same-value';
import type { CellValue } from '../model/cell';
import type { FieldPlace } from '../model/form';
import type { TableColumn, TableDef, TableRow } from './table';

export type Entries = Readonly<Record<string, CellValue>>;

const REPEATED = /^(.*)\[(\d+)\]\.([^[\]]+)$/u;
/** Cells whose words name a row, and how much of them. */
const LABEL_CELLS = 2;
const LABEL_LENGTH = 20;

export interface RepeatedKey {
  readonly list: string;
  readonly index: number;
  readonly column: string;
}

/** Null for a field that stands alone. */
export function repeatedKey(key: string): RepeatedKey | null {
  const [, list, index, column] = REPEATED.exec(key) ?? [];
  return list === undefined || column === undefined ? null : { list, index: Number(index), column };
}

/** The first words of a row, for people. */
export function firstWords(columns: readonly (TableColumn & { readonly kind?: string })[], values: Entries): string {
  const words = columns.flatMap(({ key, kind }) => {
    const value = values[key];
    if (value === undefined || isBlankValue(value)) return [];
    return [typeof value === 'number' && (kind === 'date' || kind === 'month' || kind === 'datetime') && isSerial(value) ? isoOf(value) : shown(value).trim().slice(0, LABEL_LENGTH)];
  });
  return words.slice(0, LABEL_CELLS).join('、');
}

/** Tables of a form by the name of their rows, in the order of the form. */
export function formTables(owner: string, fields: readonly FieldPlace[]): ReadonlyMap<string, TableDef> {
  const parts = new Map<string, { readonly columns: Map<string, FieldPlace>; last: number }>();
  for (const field of fields) {
    const repeated = repeatedKey(field.key);
    if (repeated === null) continue;
    const part = parts.get(repeated.list) ?? { columns: new Map<string, FieldPlace>(), last: 0 };
    if (!part.columns.has(repeated.column)) part.columns.set(repeated.column, field);
    part.last = Math.max(part.last, repeated.index);
    parts.set(repeated.list, part);
  }
  return new Map([...parts].map(([list, { columns, last }]): [string, TableDef] => {
    const named = [...columns].map(([key, { label, kind }]) => ({ key, label, kind }));
    return [list, { owner, list, columns: named, keyOf: () => null, labelOf: (values) => firstWords(named, values), room: last + 1, placed: true }];
  }));
}

/** Rows of a table that have something in them, by their numbers. */
export function tableRows({ list, columns }: Pick<TableDef, 'list' | 'columns'>, entries: Entries): readonly TableRow[] {
  const known = new Set(columns.map(({ key }) => key));
  const rows = new Map<number, Record<string, CellValue>>();
  for (const [key, value] of Object.entries(entries)) {
    const repeated = repeatedKey(key);
    if (repeated === null || repeated.list !== list || !known.has(repeated.column) || isBlankValue(value)) continue;
    rows.set(repeated.index, { ...rows.get(repeated.index), [repeated.column]: value });
  }
  return [...rows].sort(([a], [b]) => a - b).map(([at, values]) => ({ at, values }));
}
