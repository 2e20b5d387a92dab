import ExcelJS from 'exceljs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWorkbook } from '../../src/app/build-workbook';
import { loadWorkbook } from '../../src/app/load-workbook';
import { measure } from '../../src/app/measure';
import { nodeFiles } from '../../src/host/node/files';
import { nodeGzip } from '../../src/host/node/gzip';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import type { Bench } from './bench';
import { orderLine, ROWS } from './sample-rows';
import { contentWith, sheetDef, standard } from './sample-workbook';

const xlsx = createXlsxFormat({ gzip: nodeGzip });

const FILE = 'enterprise.xlsx';

export const bench: Bench = {
  title: 'measure the 100,000 order lines of a workbook file',
  unit: 'rows',
  /** Without cell rules: exceljs makes one per cell of a range, and for the million rows that a rule covers it never ends. */
  prepare: async (folder) => {
    const content = contentWith('deliveries', orderLine, ROWS);
    const spec = buildWorkbook(content, standard, measure(content));
    await writeFile(join(folder, FILE), await xlsx.write({ ...spec, sheets: spec.sheets.map((sheet) => ({ ...sheet, validations: [] })) }));
  },
  ways: {
    /** Every sheet is read, every metric is measured in both periods. */
    zhisheng: (folder) => Promise.resolve(async () => {
      const { content } = await loadWorkbook(join(folder, FILE), { files: nodeFiles(), xlsx }, standard);
      const { results } = measure(content);
      const line = results.find(({ key, period }) => key === 'on-time-delivery-rate' && period === 'current');
      if (line?.status !== 'ok') throw new Error('nothing was measured');
      return Object.values(line.rows).reduce((sum, rows) => sum + rows, 0);
    }),
    /** The file is loaded, and that is all. */
    exceljs: (folder) => Promise.resolve(async () => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(join(folder, FILE));
      return (book.getWorksheet(sheetDef('deliveries').sheet)?.rowCount ?? 0) - 3;
    }),
  },
};
