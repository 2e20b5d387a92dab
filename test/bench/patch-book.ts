/** A workbook of some 40 MB for benches of changing one: a large sheet as Excel writes it, and a small one of a few cells. */
import { join } from 'node:path';
import { nodeFiles } from '../../src/host/node/files';
import { nodeGzip } from '../../src/host/node/gzip';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { writeExcelLike } from './excel-like';

export const LARGE = '数据';
export const SMALL = '小';
export const LARGE_ROWS = 800_000;
const format = createXlsxFormat({ gzip: nodeGzip });

/** Path of the workbook in the folder. */
export function bookIn(folder: string): string {
  return join(folder, 'book.xlsx');
}

export async function writeBook(folder: string): Promise<void> {
  const files = nodeFiles();
  const plain = join(folder, 'large.xlsx');
  await writeExcelLike(plain, LARGE_ROWS);
  const book = await format.open(await files.open(plain));
  await files.replace(bookIn(folder), book.patch({
    add: [{ spec: { name: SMALL, columns: [{ width: 12 }], cells: [{ row: 1, column: 1, value: '甲', style: 'text' }], protect: false, print: { orientation: 'portrait' }, activeCell: 'A1' } }],
  }));
}

/** One cell written into a sheet of the workbook; the changed file takes the old one's place. */
export async function patchCell(folder: string, sheet: string, row: number, value: number): Promise<void> {
  const files = nodeFiles();
  const file = await files.open(bookIn(folder));
  const book = await format.open(file);
  await files.replace(bookIn(folder), book.changes({ sheets: [{ sheet, cells: [{ row, column: 3, value }] }] }), { unchangedSince: file.version, keepsBytes: true });
}
