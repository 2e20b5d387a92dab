/** A cell of a date column -> serial with the time of day: what the codecs for date, date and time, and month share. */
import { isCellError } from '../model/cell';
import type { ValueKind } from '../model/raw-sheet';
import { foldText } from './clean';
import { NOTHING, problem, type CodecContext, type Decoded, type SourceCell } from './codec';
import { isDate, isoOf, serialOf } from './date';
import { readDate, type DateReading } from './date-text';
import { isPlausibleSerial, isSerial } from './serial';

export function dateOf(cell: SourceCell, kind: ValueKind, context: CodecContext): Decoded {
  if (typeof cell === 'string') return fromText(cell, kind, context);
  const { value } = cell;
  if (value === null) return NOTHING;
  if (isCellError(value)) return problem('cell/error', value);
  if (typeof value === 'boolean') return problem('cell/kind', value, { kind });
  if (typeof value === 'string') return fromText(value, kind, context);
  if (cell.date === true) return isSerial(value) ? { value } : problem('cell/no-such-date', value);
  return fromNumber(value, kind);
}

/** 20240506, or a serial date whose format got lost. */
function fromNumber(value: number, kind: ValueKind): Decoded {
  if (isPlausibleSerial(value)) return { value };
  const digits = String(value);
  return /^(19|20)\d{6}$/.test(digits) ? fromReading(digits, readDate(digits), {}, kind) : problem('cell/kind', value, { kind });
}

function fromText(raw: string, kind: ValueKind, context: CodecContext): Decoded {
  const text = foldText(raw);
  if (text === '') return NOTHING;
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromNumber(Number(text), kind);
  return fromReading(text, readDate(text), context, kind);
}

function fromReading(text: string, reading: DateReading, context: CodecContext, kind: ValueKind): Decoded {
  switch (reading.kind) {
    case 'date': {
      const { year, month, day, time } = reading.date;
      return isDate(year, month, day) ? { value: serialOf(year, month, day) + time } : problem('cell/no-such-date', text);
    }
    case 'open':
      return fromOpen(text, reading, context);
    case 'year-short':
      return problem('cell/year-short', text);
    case 'no-time':
      return problem('cell/no-such-date', text);
    default:
      return problem('cell/kind', text, { kind });
  }
}

/** 03-06-2011 by the order of the column; alone only when both readings are the same day. */
function fromOpen(text: string, { first, second, year, time }: Extract<DateReading, { kind: 'open' }>, { dateOrder }: CodecContext): Decoded {
  const dmy = isDate(year, second, first);
  const mdy = isDate(year, first, second);
  if (!dmy && !mdy) return problem('cell/no-such-date', text);
  if (dateOrder === undefined) {
    const [asDmy, asMdy] = [dmy ? serialOf(year, second, first) : 0, mdy ? serialOf(year, first, second) : 0];
    if (asDmy === asMdy) return { value: asDmy + time };
    return problem('cell/date-order', text, { dmy: dmy ? isoOf(asDmy) : '', mdy: mdy ? isoOf(asMdy) : '' });
  }
  if (dateOrder === 'dmy' && dmy) return { value: serialOf(year, second, first) + time };
  if (dateOrder === 'mdy' && mdy) return { value: serialOf(year, first, second) + time };
  return problem('cell/date-order-contradiction', text, { order: dateOrder });
}
