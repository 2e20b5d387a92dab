import { buildWorkbook } from '../../src/app/build-workbook';
import { measure } from '../../src/app/measure';
import { nodeGzip } from '../../src/host/node/gzip';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import type { Bench } from './bench';
import { writeWithExceljs } from './exceljs-book';
import { orderLine, ROWS } from './sample-rows';
import { contentWith, standard } from './sample-workbook';

const xlsx = createXlsxFormat({ gzip: nodeGzip });

export const bench: Bench = {
  title: 'generate a workbook: every sheet, 100,000 order lines',
  unit: 'rows',
  ways: {
    /** From the content to the bytes, figures and formulas included. */
    zhisheng: () => {
      const content = contentWith('deliveries', orderLine, ROWS);
      return Promise.resolve(async () => {
        await xlsx.write(buildWorkbook(content, standard, measure(content)));
        return ROWS;
      });
    },
    /** The same cells, which it is given. */
    exceljs: () => {
      const content = contentWith('deliveries', orderLine, ROWS);
      const spec = buildWorkbook(content, standard, measure(content));
      return Promise.resolve(async () => {
        await writeWithExceljs(spec);
        return ROWS;
      });
    },
  },
};
