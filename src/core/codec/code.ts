/**
 * Codes: text that must stay text (order numbers, serial numbers), in half width. A number cell becomes its exact integer text; one that
 * a spreadsheet has cut to 15 digits, or turned into a date, is recognised: the code cannot be brought back.
 */
import { isCellError } from '../model/cell';
import { cleanText, narrowText } from './clean';
import { NOTHING, problem, type Codec, type Decoded, type SourceCell } from './codec';
import { isoOf } from './date';
import { isSerial } from './serial';

/** Spreadsheets keep 15 digits. */
const EXACT_BELOW = 1e15;
/** As a spreadsheet shows and exports a long number: 9.13205E+17. */
export const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E\+\d{1,3}$/i;

export function decodeCode(cell: SourceCell): Decoded {
  if (typeof cell === 'string') return stored(cell);
  const { value } = cell;
  if (value === null) return NOTHING;
  if (isCellError(value)) return problem('cell/error', value);
  if (typeof value === 'string') return stored(value);
  if (typeof value === 'boolean') return problem('cell/kind', value, { kind: 'code' });
  if (cell.date === true && isSerial(value)) return problem('cell/code-lost', isoOf(value));
  return Math.abs(value) < EXACT_BELOW ? { value: String(value) } : problem('cell/code-lost', value);
}

function stored(text: string): Decoded {
  const clean = narrowText(cleanText(text));
  if (clean === '') return NOTHING;
  return SCIENTIFIC.test(clean) ? problem('cell/code-lost', clean) : { value: clean };
}

export const codeCodec: Codec = { decode: decodeCode, format: '@' };
