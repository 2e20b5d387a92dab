/** The small workbooks that are mutated: as parts, with what is read from them unharmed. */
import * as fc from 'fast-check';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorkbook } from '../../../src/host/xlsx/write/workbook';
import { blocksOf, cellAt, sheetOf, workbookOf } from '../workbook-spec';
import { expectedOf } from './expect-workbook';
import { randomWorkbook } from './random-workbook';
import { readStrictly, type StrictReading } from './strict-workbook';
import { writeRandomWorkbook } from './write-workbook';

export interface Seed {
  readonly name: string;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly expected: StrictReading;
}

async function ofExceljs(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow(['文', 1 / 3, new Date(Date.UTC(2024, 1, 29)), true, { error: '#REF!' }]);
  sheet.addRow([{ richText: [{ text: 'a ' }, { font: { bold: true }, text: 'b' }] }, { formula: 'B1*3', result: 1 }, { formula: 'A1&"x"', result: '文x' }]);
  sheet.fillFormula('D3:D6', 'B1+B2', [1, 2, 3, 4]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function ours(): Promise<Uint8Array> {
  const keys = ['a', 'b'];
  return writeWorkbook(workbookOf([sheetOf('表', {
    columns: [{ width: 9, style: 'input' }, { width: 9, style: 'input', format: 'yyyy-mm-dd' }],
    cells: [cellAt(1, 1, '标题 & <x>'), cellAt(2, 1, 2, { formula: 'STDEV.S(B4:B9)' })],
    rawRows: { firstRow: 4, keys, blocks: blocksOf(keys, 4, [['x', 45_292], [' y ', null], [false, { error: '#N/A' }], [null, 0.1]]) },
  })]));
}

/** `root` is the project's folder. Throws where a seed is not read as it is meant. */
export async function createSeeds(root: string): Promise<readonly Seed[]> {
  const seeds: Seed[] = fc.sample(randomWorkbook, { seed: 4918, numRuns: 40 }).filter(({ sheets }) => sheets.some(({ rows }) => rows.length > 2)).slice(0, 14)
    .map((workbook, i) => ({ name: `random ${i}`, parts: writeRandomWorkbook(workbook), expected: expectedOf(workbook) }));
  const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(root, 'test/host/xlsx/fixtures', name)));
  const files: readonly (readonly [string, Uint8Array])[] = [['exceljs', await ofExceljs()], ['ours', await ours()], ['openpyxl', fixture('openpyxl.xlsx')], ['LibreOffice', fixture('libreoffice.xlsx')]];
  for (const [name, bytes] of files) {
    const parts = new Map(Object.entries(unzipSync(bytes)));
    let reason = '';
    const expected = readStrictly(parts, (said) => (reason = said));
    if (expected === null) throw new Error(`${name}: no opinion, ${reason}`);
    seeds.push({ name, parts, expected });
  }
  return seeds;
}
