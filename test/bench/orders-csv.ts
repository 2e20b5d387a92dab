/** Order lines as a CSV file with the headers of the sheet and dates as text. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { shown } from '../../src/core/codec/codec';
import { isoOf } from '../../src/core/codec/date';
import { orderLine } from './sample-rows';
import { sheetDef } from './sample-workbook';

const def = sheetDef('deliveries');
const DATES = new Set(def.columns.flatMap(({ kind }, i) => (kind === 'date' ? [i] : [])));
const CHUNK = 1 << 16;

export async function writeOrdersCsv(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  let waiting = def.columns.map(({ header }) => header).join(',');
  for (let i = 0; i < rows; i++) {
    waiting += `\n${orderLine(i).map((value, c) => (typeof value === 'number' && DATES.has(c) ? isoOf(value) : shown(value))).join(',')}`;
    if (waiting.length < CHUNK) continue;
    if (!file.write(waiting)) await once(file, 'drain');
    waiting = '';
  }
  file.end(waiting);
  await once(file, 'finish');
}
