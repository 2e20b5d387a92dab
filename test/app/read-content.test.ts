/** What reading finds wrong with a workbook as a whole. */
import { buildWorkbook } from '../../src/app/build-workbook';
import { createContent } from '../../src/app/create-workbook';
import { measure } from '../../src/app/measure';
import type { ReadableWorkbook } from '../../src/app/ports';
import { readContent } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { memoryWorkbook } from '../support/memory-workbook';

const standard = loadStandard();

function workbook(sheets: string): ReadableWorkbook {
  const content = createContent({}, sheets, standard);
  return memoryWorkbook(buildWorkbook(content, standard, measure(content)));
}

/** The workbook as it reads after a person deleted or renamed a sheet; the names stay, pointing nowhere or elsewhere. */
const without = (book: ReadableWorkbook, sheet: string): ReadableWorkbook => ({ ...book, sheetNames: book.sheetNames.filter((name) => name !== sheet) });

test('a raw-data sheet that the names still speak of is missed', async () => {
  const book = workbook('数据_销售交付,数据_成品检验');
  expect((await readContent(book, standard)).issues).toEqual([]);
  expect((await readContent(without(book, '数据_成品检验'), standard)).issues).toEqual([
    { code: 'sheet/missing', severity: 'error', sheet: '数据_成品检验', cell: '', clause: 'A.1 6.5、7.6c', params: {} },
  ]);
});

test('sheets that were never chosen are not missed', async () => {
  expect((await readContent(workbook('数据_销售交付'), standard)).issues).toEqual([]);
});
