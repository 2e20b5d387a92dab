import { openAsBlob } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { buildWorkbook } from '../../src/app/build-workbook';
import { createDesk } from '../../src/app/desk/create-desk';
import { measure } from '../../src/app/measure';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import { webIdentity } from '../../src/host/web/identity';
import { blobOf, blobSource } from '../../src/host/web/blob-source';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { portableGzip } from '../../src/host/xlsx/package/portable-gzip';
import type { Bench } from './bench';
import { pageFile, pageWork } from './page';
import { orderLine } from './sample-rows';
import { contentWith, standard } from './sample-workbook';

const ROWS = 1_000_000;
const COLUMNS = [0, 1, 2, 4, 5, 6, 7, 8];

/** The order lines with what the metric needs: eight of their columns, the others blank. */
const eight = (i: number): ReturnType<typeof orderLine> => orderLine(i).map((value, column) => (COLUMNS.includes(column) ? value : null));

export const bench: Bench = {
  title: 'a workbook of 1,000,000 order lines x 8: opened, checked, measured, by the same use cases in Node and in the page',
  unit: 'rows',
  rounds: 3,
  prepare: async (folder) => {
    const content = contentWith('deliveries', eight, ROWS);
    await writeFile(pageFile(folder), await createXlsxFormat().write(buildWorkbook(content, standard, measure(content))));
  },
  ways: {
    'the desk in Node': (folder) => Promise.resolve(async () => {
      const desk = createDesk({ xlsx: createXlsxFormat(), delimited: { decode: (bytes) => decodeCsv(bytes) }, source: blobSource, keep: blobOf, identity: webIdentity, gzip: portableGzip }, standard);
      await desk.open({ name: 'page.xlsx', file: await openAsBlob(pageFile(folder)) });
      const { issues } = await desk.check(null);
      const reports = await desk.measure(null);
      const used = reports.find(({ key }) => key === 'on-time-delivery-rate')?.current?.rows.used ?? 0;
      if (used < ROWS / 10 || issues.some(({ sheet }) => sheet === '数据_销售交付')) throw new Error('the rows were not measured, or break a rule');
      return ROWS;
    }),
    'the page in Chromium': (folder) => Promise.resolve(async () => {
      const { facts, ...outcome } = await pageWork({ file: pageFile(folder), rows: ROWS });
      return { ...outcome, facts: { 'MB of the file': (await stat(pageFile(folder))).size / 1e6, ...facts } };
    }),
  },
};
