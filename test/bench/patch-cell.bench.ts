import { copyFile, open, readFile, rename, stat } from 'node:fs/promises';
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
      await patchCell(folder, SMALL, 2, Math.random());
      return (await stat(bookIn(folder))).size;
    }),
    /** Nothing is changed: the file through memory, as a program copies it that means to change something. */
    'read, write, flush, rename': (folder) => Promise.resolve(async () => {
      const beside = join(folder, 'read.tmp');
      const file = await open(beside, 'w');
      await file.writeFile(await readFile(bookIn(folder)));
      await file.sync();
      await file.close();
      await rename(beside, join(folder, 'read.xlsx'));
      return (await stat(join(folder, 'read.xlsx'))).size;
    }),
    /** The same without leaving the kernel. */
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
