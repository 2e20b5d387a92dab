/** Workbooks made by the libraries of JavaScript, and by the product itself. */
import ExcelJS from 'exceljs';
import * as XLSX from 'xlsx';
import { z } from 'zod';
import { writeWorkbook } from '../../../src/host/xlsx/write/workbook';
import { blocksOf, cellAt, sheetOf, workbookOf } from '../workbook-spec';
import { PIXEL } from './by-hand/book';
import type { CorpusFile } from './corpus-file';

function listOf(book: ExcelJS.Workbook, name = '清单'): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name);
  sheet.addRow(['编号', '数量', '日期']);
  for (let i = 1; i <= 5; i++) sheet.addRow([`甲${i}`, i * 1.5, new Date(Date.UTC(2024, 0, i))]);
  return sheet;
}

async function byExceljs(name: string, fill: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void): Promise<CorpusFile> {
  const book = new ExcelJS.Workbook();
  book.created = new Date(Date.UTC(2024, 0, 1));
  book.modified = book.created;
  fill(book, listOf(book));
  return { name: `exceljs-${name}`, madeBy: 'exceljs', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

export async function exceljsFiles(): Promise<readonly CorpusFile[]> {
  return Promise.all([
    byExceljs('rich-texts-notes.xlsx', (_, sheet) => {
      sheet.getCell('E2').value = { richText: [{ text: '粗', font: { bold: true } }, { text: ' 常 ' }] };
      sheet.getCell('A2').note = { texts: [{ text: '批注', font: { italic: true } }] };
      sheet.getCell('E3').value = { text: '链', hyperlink: 'https://example.com/?a=1&b=2' };
      sheet.getCell('E4').value = { error: '#N/A' };
    }),
    byExceljs('table-totals.xlsx', (book) => {
      const sheet = book.addWorksheet('表');
      sheet.addTable({ name: 'T1', ref: 'B2', headerRow: true, totalsRow: true, style: { theme: 'TableStyleLight3', showRowStripes: true },
        columns: [{ name: '名', totalsRowLabel: '合计', filterButton: true }, { name: '数', totalsRowFunction: 'sum' }], rows: [['a', 1], ['b', 2]] });
    }),
    byExceljs('image-background.xlsx', (book, sheet) => {
      const image = book.addImage({ base64: Buffer.from(PIXEL).toString('base64'), extension: 'png' });
      sheet.addImage(image, 'F2:G4');
      sheet.addBackgroundImage(image);
    }),
    byExceljs('conditional-validation.xlsx', (_, sheet) => {
      sheet.addConditionalFormatting({ ref: 'B2:B6', rules: [{ type: 'iconSet', priority: 1, iconSet: '3Arrows', cfvo: [{ type: 'percent', value: 0 }, { type: 'percent', value: 33 }, { type: 'percent', value: 67 }] }, { type: 'expression', priority: 2, formulae: ['$B2>3'], style: { font: { bold: true } } }] });
      sheet.getCell('A9').dataValidation = { type: 'list', allowBlank: true, formulae: ['$A$2:$A$6'] };
    }),
    byExceljs('views-groups-protection.xlsx', (book, sheet) => {
      sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 1 }];
      sheet.getColumn(2).outlineLevel = 1;
      sheet.getRow(3).hidden = true;
      sheet.mergeCells('E8:F9');
      sheet.autoFilter = 'A1:C6';
      sheet.headerFooter.oddFooter = '&P';
      book.addWorksheet('隐', { state: 'hidden', properties: { tabColor: { argb: 'FF00FF00' } } }).getCell('A1').value = 1;
      book.definedNames.add('清单!$A$2:$A$6', '区');
      sheet.fillFormula('D2:D6', 'B2*2', [3, 6, 9, 12, 15]);
    }),
  ]);
}

export function sheetjsFiles(): readonly CorpusFile[] {
  const rows = [['编号', '数量', '日期'], ['甲', 1.5, new Date(Date.UTC(2024, 0, 1, 12))], ['乙', 2, new Date(Date.UTC(2024, 0, 2, 12))]];
  const made = (name: string, fill: (book: XLSX.WorkBook, sheet: XLSX.WorkSheet) => void, options: XLSX.WritingOptions = {}): CorpusFile => {
    const [book, sheet] = [XLSX.utils.book_new(), XLSX.utils.aoa_to_sheet(rows)];
    XLSX.utils.book_append_sheet(book, sheet, '清单');
    fill(book, sheet);
    return { name: `sheetjs-${name}`, madeBy: 'SheetJS', bytes: z.instanceof(Uint8Array).parse(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', ...options })) };
  };
  return [
    made('shared-strings.xlsx', (_, sheet) => {
      sheet['!merges'] = [XLSX.utils.decode_range('E1:F2')];
      sheet['!cols'] = [{ wch: 20 }, { hidden: true }];
      sheet['!autofilter'] = { ref: 'A1:C3' };
    }, { bookSST: true, compression: true }),
    made('inline-properties.xlsx', (book, sheet) => {
      book.Props = { Title: '题', Author: '张三' };
      book.Custprops = { 项目: '甲' };
      sheet['A2'] = { t: 's', v: '甲', l: { Target: 'https://example.com/' }, c: [{ a: '张三', t: '批注' }] };
      sheet['B9'] = { t: 'n', v: 3.5, f: 'SUM(B2:B3)' };
      sheet['!ref'] = 'A1:C9';
    }),
  ];
}

export async function ownFiles(): Promise<readonly CorpusFile[]> {
  const raw = sheetOf('数据_一', {
    cells: ['编号', '数量'].map((value, i) => cellAt(3, i + 1, value, { style: 'header' })), columns: [{ width: 12, style: 'input' }, { width: 9, style: 'inputNumber', format: '0.00' }],
    table: { name: 'raw_1', ref: 'A3:B6', headers: ['编号', '数量'] }, protect: true, freeze: { row: 4, column: 2 }, print: { orientation: 'landscape', repeatRows: '1:3' },
    validations: [{ ref: 'B4:B1048576', rule: { type: 'decimal', min: 0 }, allowBlank: true, severity: 'stop' }],
    rawRows: { firstRow: 4, keys: ['id', 'n'], blocks: blocksOf(['id', 'n'], 4, [['甲', 1], ['乙', 2.5], [null, 3]]) },
  });
  const form = sheetOf('附录A', {
    cells: [cellAt(1, 1, '标题', { style: 'title' }), cellAt(2, 1, '填', { note: '说明' }), cellAt(3, 2, 6.5, { formula: 'SUM(数据_一!B4:B6)', style: 'computed' }), cellAt(4, 1, '去', { link: "'数据_一'!A1", style: 'link' })],
    merges: ['A1:C1'], conditionalFormats: [{ ref: 'A2', formula: 'A2=""', look: 'missing' }], rowHeights: { 1: 30 }, protect: true, print: { orientation: 'portrait', area: 'A1:C9', breaksAfter: [5] },
  });
  const files = [
    { name: '质升-form-and-rows.xlsx', spec: workbookOf([form, raw], { names: [{ name: '全部', refersTo: '数据_一!$A$4:$A$6' }] }) },
    { name: '质升-rows-only.xlsx', spec: workbookOf([raw]) },
  ];
  return Promise.all(files.map(async ({ name, spec }) => ({ name, madeBy: '质升' as const, bytes: await writeWorkbook(spec) })));
}
