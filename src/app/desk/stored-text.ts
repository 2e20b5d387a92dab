/** A stored value as it is read: dates as ISO, the rest as it is. */
import { shown } from '../../core/codec/codec';
import { serialText } from '../../core/codec/serial';
import type { CellValue } from '../../core/model/cell';
import type { ValueKind } from '../../core/model/raw-sheet';

const DATES: ReadonlySet<ValueKind> = new Set(['date', 'datetime', 'month']);

export function storedText({ kind }: { readonly kind: ValueKind }, value: CellValue): string {
  if (typeof value !== 'number' || !DATES.has(kind) || value < 61) return shown(value);
  const text = serialText(value);
  return kind === 'month' ? text.slice(0, 7) : text;
}
