/** What identifies a row: the values of the sheet's `unique` columns. A blank one, such as a line number, is part of the key. */
import { shown } from '../codec/codec';
import { isoOf } from '../codec/date';
import { isSerial } from '../codec/serial';
import type { CellValue } from '../model/cell';
import type { RawColumnDef, RawSheetDef } from '../model/raw-sheet';

/** Null when the sheet's rows have no identity, or nothing of the key is filled. */
export function rowKey(def: RawSheetDef, valueOf: (key: string) => CellValue): string | null {
  if (def.unique === undefined) return null;
  let filled = false;
  let key = '';
  for (const name of def.unique) {
    const value = valueOf(name);
    filled ||= value !== null;
    key += `${shown(value)}\u0000`;
  }
  return filled ? key : null;
}

/** The key for people: `订单号=10248、行号=1`. */
export function shownKey(def: RawSheetDef, valueOf: (key: string) => CellValue): string {
  const parts = (def.unique ?? []).flatMap((name) => {
    const column = def.columns.find((one) => one.key === name);
    const value = valueOf(name);
    return column === undefined || value === null ? [] : [`${column.header}=${shownValue(column, value)}`];
  });
  return parts.join('、');
}

function shownValue({ kind }: RawColumnDef, value: CellValue): string {
  if (typeof value !== 'number' || !isSerial(value) || (kind !== 'date' && kind !== 'datetime' && kind !== 'month')) return shown(value);
  return kind === 'month' ? isoOf(value).slice(0, 7) : isoOf(value);
}
