/** Reads the cells of one source column into values, remembering texts that it has read: days and choices repeat. */
import { codecs } from '../codec/codecs';
import { cleanText } from '../codec/clean';
import type { CodecContext, DateOrder, Decoded, SourceCell } from '../codec/codec';
import type { RawColumnDef } from '../model/raw-sheet';
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
    const decoded = decode(translated ?? cell, context);
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

/** Division by the whole number keeps 123.4 元 at 0.01234 万元, where multiplying by 0.0001 would not. */
function scaled(value: number, factor: number): number {
  return factor < 1 ? value / Math.round(1 / factor) : value * factor;
}
