/**
 * The decimal mark of a column of numbers, told from the whole column and never cell by cell: `3,5` proves a comma, `3.5`
 * and `1,234,567` a point. A column with proofs of both is refused.
 */
import { foldText } from '../codec/clean';
import { readNumber } from '../codec/number-text';
import type { Example } from './date-order';

const COMMA = /^[^\d]*\d+,(?:\d{1,2}|\d{4,})[^\d,.]*$|\d\.\d{3},\d|\d\.\d{3}\.\d{3}(?!\d)|^[^\d]*0,\d+/;
const POINT = /^[^\d]*\d*\.(?:\d{1,2}|\d{4,})[^\d,.]*$|\d,\d{3}\.\d|\d,\d{3},\d{3}(?!\d)|^[^\d]*0\.\d+/;

export type DecimalReading =
  /** `proof` is null where nothing shows a mark: then the point is the mark, and commas stand between thousands. */
  | { readonly decided: '.' | ','; readonly proof: Example | null }
  | { readonly decided: null; readonly point: Example; readonly comma: Example };

export function decideDecimal(texts: Iterable<Example>): DecimalReading {
  let point: Example | null = null;
  let comma: Example | null = null;
  for (const { row, value } of texts) {
    const text = foldText(value);
    if (point === null && proves(text, POINT, '.')) point = { row, value };
    else if (comma === null && proves(text, COMMA, ',')) comma = { row, value };
    if (point !== null && comma !== null) return { decided: null, point, comma };
  }
  return comma === null ? { decided: '.', proof: point } : { decided: ',', proof: comma };
}

/** Remarks and other texts that are no numbers prove nothing. */
function proves(text: string, pattern: RegExp, mark: '.' | ','): boolean {
  if (!text.includes('.') && !text.includes(',')) return false;
  return pattern.test(text) && typeof readNumber(text, mark) === 'number';
}
