/** A stored value as it is read: dates as ISO, the rest as it is. */
import { isoOf, isoTimeOf } from '../../core/codec/date';
import { shown } from '../../core/codec/codec';
import type { CellValue } from '../../core/model/cell';
import type { ValueKind } from '../../core/model/raw-sheet';

const DATES: ReadonlySet<ValueKind> = new Set(['date', 'datetime', 'month']);

export function storedText({ kind }: { readonly kind: ValueKind }, value: CellValue): string {
  if (typeof value !== 'number' || !DATES.has(kind) || value < 61) return shown(value);
  if (kind === 'month') return isoOf(value).slice(0, 7);
  return Number.isInteger(value) ? isoOf(value) : isoTimeOf(value);
}
