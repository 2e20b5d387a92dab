import { copyFile, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench';
import { bookIn, patchCell, SMALL, writeBook } from './patch-book';

export const bench: Bench = {
  title: 'one cell written in a small sheet of a workbook of some 40 MB, saved safely',
  unit: 'bytes of the file',
  rounds: 7,
  prepare: writeBook,
  ways: {
    zhisheng: (folder) => Promise.resolve(async () => {
      await patchCell(folder, SMALL, 2);
      return (await stat(join(folder, 'out.xlsx'))).size;
    }),
    /** Nothing is changed: the file beside, flushed, renamed. */
    'copy, flush, rename': (folder) => Promise.resolve(async () => {
      const beside = join(folder, 'copy.tmp');
      await copyFile(bookIn(folder), beside);
      const file = await open(beside, 'r+');
      await file.sync();
      await file.close();
      await rename(beside, join(folder, 'copy.xlsx'));
      return (await stat(join(folder, 'copy.xlsx'))).size;
    }),
  },
};
