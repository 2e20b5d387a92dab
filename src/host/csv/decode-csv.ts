/** A CSV file -> rows of texts. For Node and the browser alike. */
import Papa from 'papaparse';
import { HostError } from '../../app/ports';
import { unguarded } from '../../core/model/formula-guard';
import type { SourceGrid, SourceRow } from '../../core/model/source-table';
import { detectDelimiter, type Delimiter } from './delimiter';
import { decodeText, type TextEncoding } from './encoding';

export interface CsvFile extends SourceGrid {
  /** What was chosen, for the report. */
  readonly encoding: TextEncoding;
  readonly delimiter: string;
}

export interface CsvOptions {
  /** Instead of detecting it. */
  readonly delimiter?: Delimiter;
}

/**
 * Blank lines are rows, so that row numbers are those that a spreadsheet shows. Throws `HostError`: those of `decodeText`,
 * `csv/unclosed-quote` with the row
 * where a quoted field begins that never ends, and `csv/bad-quote` where text follows a closing quote: rows could be cut wrongly.
 */
export function decodeCsv(bytes: Uint8Array, options: CsvOptions = {}): CsvFile {
  const { text, encoding } = decodeText(bytes);
  // Excel's own hint: a first line `sep=;`.
  const hint = /^sep=([,;\t|])\r?(?:\n|$)/i.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const delimiter = options.delimiter ?? hint?.[1] ?? detectDelimiter(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  const before = hint === null ? 1 : 2;
  const bad = errors.find((error) => error.code === 'InvalidQuotes');
  if (bad !== undefined) throw new HostError('csv/bad-quote', { row: (bad.row ?? 0) + before });
  const unclosed = errors.find((error) => error.code === 'MissingQuotes');
  if (unclosed !== undefined) throw new HostError('csv/unclosed-quote', { row: (unclosed.row ?? 0) + before });
  const rows: SourceRow[] = data.map((cells, i) => ({ row: i + before, cells: cells.some((cell) => cell.startsWith("'")) ? cells.map(unguarded) : cells }));
  const last = rows.at(-1);
  if (last?.cells.length === 1 && last.cells[0] === '') rows.pop();
  return { rows, encoding, delimiter };
}
