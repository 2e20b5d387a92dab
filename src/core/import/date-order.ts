/**
 * Order of day and month, decided from the whole column and never row by row: a row with a number above 12 proves it for
 * all; without such a row, or with rows that prove opposite orders, the column is refused.
 */
import { foldText } from '../codec/clean';
import type { DateOrder } from '../codec/codec';
import { isDate, isoOf, serialOf } from '../codec/date';
import { readDate } from '../codec/date-text';

export interface Example {
  /** Row of the source. */
  readonly row: number;
  readonly value: string;
}

export type DateOrderReading =
  /** `proof` is null where nothing needed one: years in front, serial dates, blanks. */
  | { readonly decided: DateOrder; readonly proof: Example | null }
  | { readonly decided: null; readonly ambiguous: Example & { readonly dmy: string; readonly mdy: string; readonly count: number } }
  | { readonly decided: null; readonly contradiction: { readonly dmy: Example; readonly mdy: Example } };

export function decideDateOrder(texts: Iterable<Example>): DateOrderReading {
  const proof: { dmy: Example | null; mdy: Example | null } = { dmy: null, mdy: null };
  let open: (Example & { readonly dmy: string; readonly mdy: string }) | null = null;
  let count = 0;
  let yearFirst: Example | null = null;
  const known = new Map<string, ReturnType<typeof orderOf>>();
  for (const { row, value } of texts) {
    let order = known.get(value);
    if (order === undefined) known.set(value, (order = orderOf(value)));
    if (order === 'ymd') yearFirst ??= { row, value };
    else if (order === 'dmy') proof.dmy ??= { row, value };
    else if (order === 'mdy') proof.mdy ??= { row, value };
    else if (order !== 'none') {
      count++;
      open ??= { row, value, ...order };
    }
  }
  if (proof.dmy !== null && proof.mdy !== null) return { decided: null, contradiction: { dmy: proof.dmy, mdy: proof.mdy } };
  if (proof.dmy !== null) return { decided: 'dmy', proof: proof.dmy };
  if (proof.mdy !== null) return { decided: 'mdy', proof: proof.mdy };
  return open === null ? { decided: 'ymd', proof: yearFirst } : { decided: null, ambiguous: { ...open, count } };
}

/** What one text proves; the two readings when it is open; `none` when it proves nothing. */
function orderOf(value: string): DateOrder | 'none' | { readonly dmy: string; readonly mdy: string } {
  const reading = readDate(foldText(value));
  if (reading.kind === 'date') return 'ymd';
  if (reading.kind !== 'open') return 'none';
  const { first, second, year } = reading;
  const [dmy, mdy] = [isDate(year, second, first), isDate(year, first, second)];
  if (dmy && mdy) return first === second ? 'none' : { dmy: isoOf(serialOf(year, second, first)), mdy: isoOf(serialOf(year, first, second)) };
  return dmy ? 'dmy' : mdy ? 'mdy' : 'none';
}
