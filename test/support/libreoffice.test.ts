/** The support itself: what it reports back must be what the engine computed. */
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { describeWithLibreOffice, editWithBasic, recalculateAll, convertToPdf, toPng, typeInto } from './libreoffice';
import { at, plainXlsx } from './plain-xlsx';

async function sample(third: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表 一');
  sheet.getCell('A1').value = { formula: '1/3', result: third };
  sheet.getCell('B1').value = { formula: 'NA()' };
  sheet.getCell('C1').value = { formula: '"a<"&"b"' };
  sheet.getCell('D1').value = { formula: 'A2>1' };
  sheet.getCell('A2').value = 2;
  sheet.getCell('A3').value = { formula: 'SUM(A4:A9)', result: 0 };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('describeWith', () => {
  it('reads a grid', () => {
    expect(at([[null, 3]], 1, 2)).toBe(3);
    expect(at([[null, 3]], 7, 2)).toBeNull();
  });
});

describeWithLibreOffice('LibreOffice support', () => {
  it('recalculates stale cached values, many files at a time', async () => {
    const [one, two] = await recalculateAll([await sample(99), await sample(7)]);
    for (const cells of [one?.get('表 一'), two?.get('表 一')]) {
      const third = at(cells ?? [], 1, 1);
      expect(Math.abs(Number(third) - 1 / 3)).toBeLessThan(1e-15);
      expect(cells?.[0]?.slice(1)).toEqual([{ error: '#N/A' }, 'a<b', true]);
    }
  });

  it('types cells as a person would and saves', async () => {
    const saved = plainXlsx(await typeInto(await sample(0), [
      { sheet: '表 一', row: 4, column: 1, value: 0.1 },
      { sheet: '表 一', row: 5, column: 1, value: '=0.2+0', formula: true },
      { sheet: '表 一', row: 6, column: 1, value: '中文"引号"\n二行' },
    ])).get('表 一');
    expect(at(saved, 3, 1)).toBeCloseTo(0.3, 14);
    expect(at(saved, 6, 1)).toBe('中文"引号"\n二行');
  });

  it('reports an error of the Basic', async () => {
    await expect(editWithBasic(await sample(0), 'doc.Sheets.getByName("none").unprotect("")')).rejects.toThrow(/LibreOffice Basic: line/);
  });

  it('prints to PDF and PNG', async () => {
    const pdf = await convertToPdf(await sample(0));
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
    const pages = await toPng(pdf);
    expect(pages.map((page) => [...page.subarray(1, 4)])).toEqual([[80, 78, 71]]);
  });
});
