/** Numbers, whole numbers and money. Percentages are stored as fractions, where a column takes them. */
import { isCellError } from '../model/cell';
import type { ValueKind } from '../model/raw-sheet';
import { foldText } from './clean';
import { NOTHING, problem, type Codec, type CodecContext, type Decoded, type SourceCell } from './codec';
import { readNumber } from './number-text';

function decoder(kind: ValueKind): Codec['decode'] {
  return (cell, context) => {
    const read = numberOf(cell, kind, context);
    if ('problem' in read || read.value === null) return read;
    const { value } = read;
    if (typeof value !== 'number') return read;
    if (kind === 'count' && !Number.isInteger(value)) return problem('cell/not-whole', value);
    const min = context.min ?? (kind === 'count' ? 0 : undefined);
    if (min !== undefined && value < min) return problem('cell/range', value, { bound: 'min', limit: min });
    if (context.max !== undefined && value > context.max) return problem('cell/range', value, { bound: 'max', limit: context.max });
    return read;
  };
}

function numberOf(cell: SourceCell, kind: ValueKind, context: CodecContext): Decoded {
  if (typeof cell !== 'string') {
    const { value } = cell;
    if (value === null) return NOTHING;
    if (isCellError(value)) return problem('cell/error', value);
    if (typeof value === 'boolean' || (typeof value === 'number' && cell.date === true)) return problem('cell/kind', value, { kind });
    if (typeof value === 'number') return { value };
    return numberOf(value, kind, context);
  }
  const text = foldText(cell);
  if (text === '') return NOTHING;
  if (text.includes('%') && (kind !== 'number' || context.percent === false)) return problem('cell/kind', text, { kind });
  const value = readNumber(text, context.decimal);
  if (value === 'ambiguous') return problem('cell/number-ambiguous', text);
  return value === 'none' ? problem('cell/kind', text, { kind }) : { value };
}

export const numberCodec: Codec = { decode: decoder('number'), format: 'General' };
export const countCodec: Codec = { decode: decoder('count'), format: '0' };
export const moneyCodec: Codec = { decode: decoder('money'), format: '#,##0.00' };
