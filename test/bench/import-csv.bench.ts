import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { importRows } from '../../src/app/import-rows';
import { loadSource } from '../../src/app/load-source';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import { nodeFiles } from '../../src/host/node/files';
import { nodeGzip } from '../../src/host/node/gzip';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import type { Bench } from './bench';
import { writeOrdersCsv } from './orders-csv';
import { ROWS } from './sample-rows';
import { emptyContent, sheetDef } from './sample-workbook';

const FILE = 'orders.csv';
const def = sheetDef('deliveries');
const host = { files: nodeFiles(), xlsx: createXlsxFormat({ gzip: nodeGzip }), delimited: { decode: (bytes: Uint8Array) => decodeCsv(bytes) } };

export const bench: Bench = {
  title: 'CSV of 100,000 order lines to checked rows in memory',
  unit: 'rows',
  rounds: 5,
  prepare: (folder) => writeOrdersCsv(join(folder, FILE), ROWS),
  ways: {
    /** First, so that the ratio says what the import takes beyond it: texts of every cell, nothing understood. */
    'papaparse alone': (folder) => Promise.resolve(async () => Papa.parse<string[]>(await readFile(join(folder, FILE), 'utf8')).data.length - 1),
    /** Encoding and delimiter found, columns mapped, the order of dates decided, every cell decoded and judged, rows rejected or taken. */
    zhisheng: (folder) => Promise.resolve(async () => {
      const { table } = await loadSource(join(folder, FILE), undefined, def, undefined, host);
      return importRows(emptyContent(), def, table).plan.acceptedCount;
    }),
  },
};
