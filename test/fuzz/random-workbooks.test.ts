/** Random workbooks, written in every manner that the standard allows, are read as they were meant. */
import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { bytesSource } from '../../src/host/xlsx/package/bytes-source';
import { expectedOf } from '../support/fuzz/expect-workbook';
import { randomWorkbook } from '../support/fuzz/random-workbook';
import { readBlocks, readOpen } from '../support/fuzz/read-all';
import { readStrictly } from '../support/fuzz/strict-workbook';
import { writeRandomWorkbook } from '../support/fuzz/write-workbook';

const format = createXlsxFormat();

it('the slow reading of whole trees agrees with the model, so that either can judge', () => {
  fc.assert(fc.property(randomWorkbook, (workbook) => {
    const read = readStrictly(writeRandomWorkbook(workbook));
    expect(read).toEqual(expectedOf(workbook));
  }), { numRuns: 300 });
});

it('rows and blocks give the model', async () => {
  await fc.assert(fc.asyncProperty(randomWorkbook, async (workbook) => {
    const open = await format.open(bytesSource(zipSync(Object.fromEntries(writeRandomWorkbook(workbook)), { level: workbook.manner % 2 === 0 ? 6 : 0 })));
    const expected = expectedOf(workbook);
    expect(await readOpen(open)).toEqual(expected);
    for (const [sheet, cells] of expected.sheets) {
      // oxlint-disable-next-line no-await-in-loop -- one sheet after the other
      const found = await readBlocks(open, sheet, [1, 2, 4, 8]);
      expect(found).toEqual(new Map([...cells].filter(([name, { value }]) => /^[ABDH]\d/.test(name) && value !== null && value !== '').map(([name, { value }]) => [name, value])));
    }
  }), { numRuns: 300 });
});
