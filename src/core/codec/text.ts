/** Plain text: names, remarks. */
import { cleanText } from './clean';
import { NOTHING, problem, type Codec, type SourceCell, type Decoded } from './codec';
import { isoOf } from './date';
import { isSerial } from './serial';
import { isCellError } from '../model/cell';

function decode(cell: SourceCell): Decoded {
  if (typeof cell === 'string') return stored(cell);
  const { value } = cell;
  if (value === null) return NOTHING;
  if (isCellError(value)) return problem('cell/error', value);
  if (typeof value === 'number') return { value: cell.date === true && isSerial(value) ? isoOf(value) : String(value) };
  return stored(typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value);
}

function stored(text: string): Decoded {
  const clean = cleanText(text);
  return clean === '' ? NOTHING : { value: clean };
}

export const textCodec: Codec = { decode, format: '@' };
