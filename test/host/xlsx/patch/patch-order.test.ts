/** The steps of one patch together: what one makes, the next can change. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { createXlsxFormat } from '../../../../src/host/xlsx/format';
import { writeWorkbook } from '../../../../src/host/xlsx/write/workbook';
import { packageFaults } from '../../../support/excel-rules-package';
import { cellAt, sheetOf, workbookOf } from '../../../support/workbook-spec';
import { changes, parts, patched, refusal } from './patched';

let base = new Uint8Array();
beforeAll(async () => {
  base = Uint8Array.from(await writeWorkbook(workbookOf([sheetOf('甲', { cells: [cellAt(1, 1, 1)] }), sheetOf('乙', { cells: [cellAt(1, 1, 'x')] }), sheetOf('丙')])));
});

describe('one patch', () => {
  it('removes, replaces, adds, writes cells, draws, names and says', async () => {
    const done = await patched(base, {
      remove: ['丙'],
      replace: [sheetOf('乙', { cells: [cellAt(1, 1, 'y'), cellAt(2, 1, 5)] })],
      add: [{ spec: sheetOf('丙', { cells: [cellAt(1, 1, 'neu')] }), before: '甲' }],
      sheets: [
        { sheet: '丙', cells: [{ row: 2, column: 2, value: 45_292, date: true }, { row: 1, column: 1, value: 'neuer', look: { style: 'title' } }] },
        { sheet: '乙', cells: [{ row: 3, column: 1, value: 10, formula: 'A2*2' }], charts: [{ name: '图', title: '题', description: '', ref: 'C1:F9', series: [{ kind: 'bar', name: 'n', categories: { ref: '乙!$A$2', values: [5] }, values: { ref: '乙!$A$2', values: [5] }, colour: '000000' }] }] },
      ],
      names: [{ name: '量', refersTo: '乙!$A$2' }],
      properties: { 版本: '1' },
    });
    expect(packageFaults(done).filter((fault) => !/sharedStrings.xml: counts \d+ uses/.test(fault))).toEqual([]);
    const workbook = await createXlsxFormat().open(bytesSource(done));
    expect([workbook.sheetNames, workbook.names.get('量')]).toEqual([['丙', '甲', '乙'], '乙!$A$2']);
    const rows = async (name: string): Promise<unknown[]> => {
      const found: unknown[] = [];
      for await (const { row, cells } of workbook.rows(name)) found.push([row, ...[...cells.values()].map(({ value, formula, date }) => [value, formula ?? date])]);
      return found;
    };
    expect(await rows('丙')).toEqual([[1, ['neuer', undefined]], [2, [45_292, true]]]);
    expect(await rows('乙')).toEqual([[1, ['y', undefined]], [2, [5, undefined]], [3, [10, 'A2*2']]]);
    expect(changes(base, done).changed).not.toContain('xl/worksheets/sheet1.xml');
  });

  it('can be made again from the same opened workbook', async () => {
    const workbook = await createXlsxFormat().open(bytesSource(base));
    const collect = async (): Promise<Uint8Array> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of workbook.patch({ add: [{ spec: sheetOf('丁') }] })) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    expect(Buffer.compare(await collect(), await collect())).toBe(0);
  });

  it('refuses before the first byte what a later step cannot do', async () => {
    const long = { row: 1, column: 1, value: 'x'.repeat(40_000) };
    expect(await refusal(base, { add: [{ spec: sheetOf('丁') }], sheets: [{ sheet: '丁', cells: [long] }] })).toEqual(['xlsx/text-too-long', expect.objectContaining({ sheet: '丁', cell: 'A1' })]);
    expect(parts(await patched(base, { add: [{ spec: sheetOf('丁') }] }))['xl/worksheets/sheet4.xml']).toContain('<sheetData');
  });
});
