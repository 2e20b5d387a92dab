/** Our reader against openpyxl's, on files of openpyxl, LibreOffice, exceljs and ours; and on kept fixtures by hand. */
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetCell } from '../../../../src/core/model/cell';
import { openWorkbook } from '../../../../src/host/xlsx/read/workbook';
import { writeWorkbook } from '../../../../src/host/xlsx/write/workbook';
import { convert, describeWithLibreOffice } from '../../../support/libreoffice';
import { describeWithOpenpyxl, openpyxlLoads, runOpenpyxl } from '../../../support/openpyxl';
import { blocksOf, cellAt, sheetOf, workbookOf } from '../../../support/workbook-spec';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '..', 'fixtures', name)));

type Cells = Record<string, SheetCell>;

function ours(bytes: Uint8Array): Record<string, Cells> {
  const workbook = openWorkbook(bytes);
  return Object.fromEntries(workbook.sheetNames.map((name) => [name, Object.fromEntries([...workbook.rows(name)].flatMap(({ row, cells }) =>
    [...cells].map(([column, cell]) => [`R${row}C${column}`, cell])))]));
}

async function theirs(bytes: Uint8Array): Promise<Record<string, Cells>> {
  const { sheets } = await openpyxlLoads(bytes);
  return Object.fromEntries(sheets.map(({ name, cells }) => [name, Object.fromEntries(cells.filter(({ value, formula }) => value !== '' || formula !== null).map(({ row, column, value, formula, date }) => [`R${row}C${column}`, {
    value: value ?? null, ...(date && typeof value === 'number' ? { date } : {}), ...(formula === null ? {} : { formula: formula.replaceAll('_xlfn.', '') }),
  }]))]));
}

const MANY = String.raw`
import openpyxl, random, datetime, sys, io
random.seed(7)
wb = openpyxl.Workbook()
formats = ["General", "0.00", "yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "h:mm", "[h]:mm:ss", "#,##0.00;[Red]-#,##0.00", "@", "0%", "mmm-yy"]
for s in range(3):
    ws = wb.active if s == 0 else wb.create_sheet("表 %d" % s)
    for r in range(1, 60):
        for c in range(1, 12):
            k = random.randrange(8)
            cell = ws.cell(r * (s + 1), c * (1 + 20 * s))
            if k == 0: continue
            cell.value = [None, random.uniform(-1e6, 1e6), random.randrange(40000, 46000), "文 <%d> & \"q\"" % r, " 空格 ", random.random() < .5, "=A%d*2" % r, "#DIV/0!"][k]
            cell.number_format = random.choice(formats)
out = io.BytesIO(); wb.save(out); sys.stdout.buffer.write(out.getvalue())
`;

async function byExceljs(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow(['文', 1 / 3, new Date(Date.UTC(2024, 1, 29)), true, { error: '#REF!' }]);
  sheet.addRow([{ richText: [{ text: 'a ' }, { font: { bold: true }, text: 'b' }] }, { formula: 'B1*3', result: 1 }, { formula: 'A1&"x"', result: '文x' }]);
  sheet.fillFormula('D3:D9', 'B1+ROW()', [1, 2, 3, 4, 5, 6, 7]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('kept files', () => {
  it.each(['openpyxl.xlsx', 'libreoffice.xlsx'])('%s', (name) => {
    const cells = ours(fixture(name));
    expect(Object.keys(cells)).toEqual(['数据 一', '隐']);
    expect(openWorkbook(fixture(name)).names.get('区')).toBe("'数据 一'!$A$1:INDEX('数据 一'!$A:$A,3)");
    expect(cells['数据 一']).toMatchObject({
      R2C1: { value: '00123' }, R2C2: { value: 45_292, date: true }, R2C4: { value: ' 前后空格 ' }, R2C5: { value: 45_292, date: true }, R2C6: { value: 1.5, date: true },
      R2C7: { value: 7 }, R3C1: { value: 'A&B <c>' }, R3C4: { value: '二行\n文字' }, R4C1: { value: '=1+1' }, R4C2: { value: 0.25, date: true }, R4C3: { value: -1e21 },
      R6C1: { value: true }, R6C2: { value: { error: '#N/A' } }, R9C16384: { value: '末' },
    });
    expect(cells['数据 一']?.['R2C7']).toEqual({ value: 7 });
    expect(cells['数据 一']?.['R3C2']?.value).toBeCloseTo(45_351 + 12.5 / 24, 8);
  });
});

describeWithOpenpyxl('against openpyxl', () => {
  it('on its own files', async () => {
    const bytes = new Uint8Array(await runOpenpyxl(MANY));
    const cells = ours(bytes);
    expect(Object.values(cells).flatMap((sheet) => Object.keys(sheet)).length).toBeGreaterThan(1500);
    expect(cells).toEqual(await theirs(bytes));
  });

  it('on files of exceljs, with shared formulas', async () => {
    const bytes = await byExceljs();
    const cells = ours(bytes);
    expect(cells['表']?.['R9C4']).toEqual({ value: 7, formula: 'B7+ROW()' });
    expect(cells).toEqual(await theirs(bytes));
  });

  it('on ours', async () => {
    const keys = ['a', 'b'];
    const bytes = await writeWorkbook(workbookOf([sheetOf('表', {
      columns: [{ width: 9, style: 'input' }, { width: 9, style: 'input', format: 'yyyy-mm-dd' }],
      cells: [cellAt(1, 1, '标题 & <x>'), cellAt(1, 2, 45_292.75, { format: 'yyyy-mm-dd h:mm' }), cellAt(2, 1, 2, { formula: 'STDEV.S(B4:B9)' })],
      rawRows: { firstRow: 4, keys, blocks: blocksOf(keys, 4, [['x', 45_292], [' y ', null], [false, { error: '#N/A' }], [null, 0.1]]) },
    })]));
    expect(ours(bytes)).toEqual(await theirs(bytes));
  });
});

describeWithLibreOffice('against openpyxl, files saved by LibreOffice', () => {
  it('reads them alike', async () => {
    const saved = await convert([fixture('openpyxl.xlsx'), new Uint8Array(await runOpenpyxl(MANY)), await byExceljs()], 'xlsx:Calc MS Excel 2007 XML');
    expect(saved).toHaveLength(3);
    for (const bytes of saved) expect(ours(bytes)).toEqual(await theirs(bytes));
  });
});
