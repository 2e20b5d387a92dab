import { nodeFiles } from '../../src/host/node/files';
import { nodeGzip } from '../../src/host/node/gzip';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import type { Bench } from './bench';
import { COLUMNS } from './excel-like';
import { bookIn, LARGE, LARGE_ROWS, patchCell, writeBook } from './patch-book';

export const bench: Bench = {
  title: 'one cell written in the middle of a sheet of 800,000 rows x 8, saved safely',
  unit: 'rows',
  prepare: writeBook,
  ways: {
    zhisheng: (folder) => Promise.resolve(async () => {
      await patchCell(folder, LARGE, LARGE_ROWS / 2, Math.random());
      return LARGE_ROWS;
    }),
    'reading the sheet': (folder) => Promise.resolve(async () => {
      const book = await createXlsxFormat({ gzip: nodeGzip }).open(await nodeFiles().open(bookIn(folder)));
      let rows = 0;
      for await (const block of book.blocks(LARGE, COLUMNS)) rows += block.length;
      return rows - 1;
    }),
  },
};
