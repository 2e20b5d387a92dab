import ExcelJS from 'exceljs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbook } from '../../src/host/xlsx/read/workbook';
import type { Bench } from './bench';
import { KEYS, ROWS, sampleRow } from './sample-rows';

const FILE = 'rows.xlsx';

export const bench: Bench = {
  title: 'read 100,000 raw rows, every cell',
  unit: 'rows',
  /** Written by exceljs, with shared strings, as Excel would. */
  prepare: async (folder) => {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: join(folder, FILE), useSharedStrings: true });
    const sheet = book.addWorksheet('数据');
    sheet.addRow([...KEYS]).commit();
    for (let i = 0; i < ROWS; i++) sheet.addRow([...sampleRow(i)]).commit();
    sheet.commit();
    await book.commit();
  },
  ways: {
    zhisheng: async (folder) => {
      const bytes = new Uint8Array(await readFile(join(folder, FILE)));
      return () => {
        let rows = 0;
        let cells = 0;
        for (const row of openWorkbook(bytes).rows('数据', 2)) {
          rows++;
          cells += row.cells.size;
        }
        return cells > ROWS ? Promise.resolve(rows) : Promise.reject(new Error(`${cells} cells`));
      };
    },
    exceljs: async (folder) => {
      const bytes = await readFile(join(folder, FILE));
      return async () => {
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(bytes.buffer);
        return (book.getWorksheet('数据')?.rowCount ?? 0) - 1;
      };
    },
  },
};
