import ExcelJS from 'exceljs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { buildWorkbook } from '../../src/app/build-workbook';
import { checkWorkbook } from '../../src/app/check-workbook';
import { importRows } from '../../src/app/import-rows';
import { loadSource } from '../../src/app/load-source';
import { measure } from '../../src/app/measure';
import { serialOfIso } from '../../src/core/codec/date';
import { headerText } from '../../src/core/model/raw-sheet';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import { nodeFiles } from '../../src/host/node/files';
import { nodeGzip } from '../../src/host/node/gzip';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import type { Bench } from './bench';
import { writeOrdersCsv } from './orders-csv';
import { ROWS } from './sample-rows';
import { emptyContent, sheetDef, standard } from './sample-workbook';

const xlsx = createXlsxFormat({ gzip: nodeGzip });

const FILE = 'orders.csv';
const def = sheetDef('deliveries');
const host = { files: nodeFiles(), xlsx, delimited: { decode: (bytes: Uint8Array) => decodeCsv(bytes) } };
const NUMBERS = new Set(def.columns.flatMap(({ kind }, i) => (kind === 'number' ? [i] : [])));
const DATES = new Set(def.columns.flatMap(({ kind }, i) => (kind === 'date' ? [i] : [])));

export const bench: Bench = {
  title: 'import 100,000 order lines from CSV into a new workbook file',
  unit: 'rows',
  prepare: (folder) => writeOrdersCsv(join(folder, FILE), ROWS),
  ways: {
    /** Decode, map columns, read every cell, check every rule, measure, write. */
    zhisheng: (folder) => Promise.resolve(async () => {
      const { table } = await loadSource(join(folder, FILE), undefined, def, undefined, host);
      const { content, plan } = importRows(emptyContent(), def, table);
      const measurement = measure(content);
      const { issues } = checkWorkbook({ content, readIssues: [], results: measurement.results, changes: measurement.changes }, standard);
      const bytes = await xlsx.write(buildWorkbook(content, standard, measurement));
      await host.files.replace(join(folder, 'ours.xlsx'), bytes);
      if (issues.some(({ sheet }) => sheet === def.sheet)) throw new Error('the sample rows break a rule');
      return plan.acceptedCount;
    }),
    /** Parse, turn numbers and dates into numbers, write one sheet; nothing is checked or measured. */
    exceljs: (folder) => Promise.resolve(async () => {
      const { data } = Papa.parse<string[]>(await readFile(join(folder, FILE), 'utf8'));
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet(def.sheet);
      sheet.addRow(def.columns.map(headerText));
      for (const cells of data.slice(1)) {
        sheet.addRow(cells.map((cell, c) => (cell === '' ? null : NUMBERS.has(c) ? Number(cell) : DATES.has(c) ? serialOfIso(cell) : cell)));
      }
      await book.xlsx.writeFile(join(folder, 'theirs.xlsx'));
      return data.length - 1;
    }),
  },
};
