/**
 * What identifies a row: the values of the sheet's `unique` columns, compared as spreadsheets and people do: without case,
 * blanks at the ends and times of day; codes without width. A blank optional one, such as a line number, is part of the key.
 */
import { isCellError, type CellValue } from '../model/cell';
import type { RawColumnDef, RawSheetDef } from '../model/raw-sheet';
import { cleanText, narrowText } from './clean';
import { shown } from './codec';
import { isoOf } from './date';
import { saysNone } from './none-rows';
import { isSerial } from './serial';

type ValueOf = (key: string) => CellValue;

const DAYS: ReadonlySet<string> = new Set(['date', 'month']);

/**
 * Reads the key of a row from its values by column key. Null when the rows have no identity, the row says 无, a required
 * part is missing, or nothing of the key is filled.
 */
export function rowKeyReader(def: RawSheetDef): (valueOf: ValueOf) => string | null {
  const columns = keyColumns(def);
  if (columns.length === 0) return () => null;
  return (valueOf) => {
    if (saysNone(def.key, valueOf)) return null;
    let filled = false;
    let key = '';
    for (const column of columns) {
      const text = comparable(valueOf(column.key), column);
      if (text === '' && column.required) return null;
      filled ||= text !== '';
      key += `${text}\u0000`;
    }
    return filled ? key : null;
  };
}

/** The key for people: `订单号=10248、行号=1`. */
export function shownKey(def: RawSheetDef, valueOf: ValueOf): string {
  const parts = keyColumns(def).flatMap((column) => {
    const value = valueOf(column.key);
    return value === null ? [] : [`${column.header}=${shownValue(column, value)}`];
  });
  return parts.join('、');
}

function keyColumns({ columns, unique = [] }: RawSheetDef): readonly RawColumnDef[] {
  return unique.flatMap((key) => columns.filter((column) => column.key === key));
}

/** '' where the cell holds nothing to compare. */
function comparable(value: CellValue, { kind }: RawColumnDef): string {
  if (value === null || isCellError(value)) return '';
  if (typeof value === 'number') return String(DAYS.has(kind) ? Math.floor(value) : value);
  const text = cleanText(shown(value));
  return (kind === 'code' ? narrowText(text) : text).toLowerCase();
}

function shownValue({ kind }: RawColumnDef, value: CellValue): string {
  if (typeof value !== 'number' || !isSerial(value) || (kind !== 'date' && kind !== 'datetime' && kind !== 'month')) return shown(value).trim();
  return kind === 'month' ? isoOf(value).slice(0, 7) : isoOf(value);
}
