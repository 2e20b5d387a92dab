/** Reads the cells of one source column into values, remembering texts that it has read: days and choices repeat. */
import { codecs } from '../codec/codecs';
import { cleanText } from '../codec/clean';
import { problem, type CodecContext, type DateOrder, type Decoded, type SourceCell } from '../codec/codec';
import { isoOf } from '../codec/date';
import { FIRST_PLAUSIBLE, isPlausibleSerial, LAST_PLAUSIBLE, serialText } from '../codec/serial';
import type { RawColumnDef, ValueKind } from '../model/raw-sheet';
import type { SourceValue } from '../model/source-table';
import type { Filling } from './mapping';

const REMEMBERED = 20_000;
const BLANK: Decoded = { value: null };

export interface ReadingContext {
  readonly dateOrder?: DateOrder;
  readonly decimal?: '.' | ',';
}

export function columnReader(column: RawColumnDef, filling: Extract<Filling, { source: string }>, found: ReadingContext): (cell: SourceValue) => Decoded {
  const { factor, translate } = filling;
  const { decode } = codecs[column.kind];
  // Bounds are those of the sheet's unit: in the source's unit they are divided by the factor.
  const context: CodecContext = {
    ...column,
    ...found,
    percent: false,
    ...(column.min === undefined ? {} : { min: column.min / factor }),
    ...(column.max === undefined ? {} : { max: column.max / factor }),
  };
  const known = new Map<string, Decoded>();

  function read(cell: SourceCell): Decoded {
    const text = typeof cell === 'string' ? cell : typeof cell.value === 'string' ? cell.value : null;
    const translated = text === null || translate.size === 0 ? undefined : translate.get(cleanText(text));
    const decoded = withinReach(column, decode(translated ?? cell, context));
    return factor === 1 || !('value' in decoded) || typeof decoded.value !== 'number' ? decoded : { value: scaled(decoded.value, factor) };
  }

  return (cell) => {
    if (cell === undefined || cell === '') return BLANK;
    if (typeof cell !== 'string') return read(cell);
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const decoded = read(cell);
    if (known.size < REMEMBERED) known.set(cell, decoded);
    return decoded;
  };
}

const DAYS: ReadonlySet<ValueKind> = new Set(['date', 'datetime', 'month']);

/** In the sheet a day is a number, and only numbers of this century and the last are taken for days: others would be mistakes there. */
function withinReach({ kind }: RawColumnDef, decoded: Decoded): Decoded {
  if (!DAYS.has(kind) || !('value' in decoded) || typeof decoded.value !== 'number' || isPlausibleSerial(decoded.value)) return decoded;
  const early = decoded.value < FIRST_PLAUSIBLE;
  return problem('cell/range', serialText(decoded.value), { bound: early ? 'min' : 'max', limit: isoOf(early ? FIRST_PLAUSIBLE : LAST_PLAUSIBLE) });
}

/** Division by the whole number keeps 123.4 元 at 0.01234 万元, where multiplying by 0.0001 would not. */
function scaled(value: number, factor: number): number {
  return factor < 1 ? value / Math.round(1 / factor) : value * factor;
}
