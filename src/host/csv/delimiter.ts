/** The delimiter of a file, told from its first records: the one that cuts most of them into the same number of fields. */
import Papa from 'papaparse';

export type Delimiter = ',' | ';' | '\t' | '|';

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];
const RECORDS = 100;

/** A file of one column gives the comma. */
export function detectDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(text, delimiter);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Share of the records that have the commonest number of fields above one, then that number; half of it where quotes then stand in the middle of fields. */
function scoreOf(text: string, delimiter: Delimiter): number {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: RECORDS, skipEmptyLines: 'greedy' });
  const fits = errors.some(({ type }) => type === 'Quotes') ? 0.5 : 1;
  const counts = new Map<number, number>();
  for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [fields, records] = [0, 0];
  for (const [length, count] of counts) if (count > records || (count === records && length > fields)) [fields, records] = [length, count];
  return records === 0 ? 0 : fits * (records / data.length + Math.min(fields, 999) / 10_000);
}
