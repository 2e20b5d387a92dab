import ExcelJS from 'exceljs';
import { STYLES } from '../../src/core/model/style';
import { cellStyle } from '../../src/host/xlsx/write/look';
import { writeWorkbook } from '../../src/host/xlsx/write/workbook';
import { sheetOf, workbookOf } from '../support/workbook-spec';
import type { Bench } from './bench';
import { COLUMNS, KEYS, ROWS, sampleBlocks, sampleRow } from './sample-rows';

export const bench: Bench = {
  title: 'write a workbook of 100,000 raw rows',
  unit: 'rows',
  ways: {
    zhisheng: () => {
      const rawRows = { firstRow: 2, keys: KEYS, blocks: sampleBlocks(ROWS, 2) };
      const header = KEYS.map((value, c) => ({ row: 1, column: c + 1, value, style: 'header' as const }));
      const spec = workbookOf([sheetOf('数据', { columns: COLUMNS, cells: header, rawRows })]);
      return Promise.resolve(async () => {
        await writeWorkbook(spec);
        return ROWS;
      });
    },
    exceljs: () => Promise.resolve(async () => {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet('数据');
      COLUMNS.forEach((column, c) => {
        sheet.getColumn(c + 1).style = cellStyle(STYLES[column.style ?? 'input'], column.format);
      });
      sheet.addRow([...KEYS]);
      for (let i = 0; i < ROWS; i++) sheet.addRow([...sampleRow(i)]);
      await book.xlsx.writeBuffer();
      return ROWS;
    }),
  },
};
