/** A small workbook with something of everything, made by the host itself, and a patch that changes something of everything. */
import { addWorkbook } from '../../../src/app/add-workbook';
import type { WorkbookPatch } from '../../../src/core/model/workbook-patch';
import { blocksOf, cellAt, sheetOf, workbookOf } from '../workbook-spec';
import type { ExcelPage } from './excel-page';
import { cloneBook, createBook, type Book } from './model';

const SMALL = workbookOf([
  sheetOf('表', {
    protect: true, cells: [cellAt(1, 1, '标题', { style: 'title' }), cellAt(2, 1, '项', { style: 'label' }), cellAt(2, 2, '旧', { style: 'input' }), cellAt(3, 2, 5, { formula: 'LEN(B2)', style: 'computed' })],
    merges: ['A1:C1'], validations: [{ ref: 'B2', rule: { type: 'textLength', max: 20 }, allowBlank: true, severity: 'stop', errorTitle: '长', error: '太长。' }],
    conditionalFormats: [{ ref: 'B2:B9', formula: 'ISBLANK($B2)', look: 'missing' }],
  }),
  sheetOf('数据', {
    columns: [{ width: 12, style: 'input', format: '@' }, { width: 12, style: 'input', format: 'yyyy-mm-dd' }, { width: 12 }],
    cells: [cellAt(1, 1, '编号', { style: 'header' }), cellAt(1, 2, '日期', { style: 'header' }), cellAt(2, 3, '表外')],
    table: { name: '表_数据', ref: 'A1:B4', headers: ['编号', '日期'] }, rawRows: { firstRow: 2, keys: ['no', 'day'], blocks: blocksOf(['no', 'day'], 2, [['001', 45_000], ['002', 45_001], ['003', 45_002]]) },
  }),
  sheetOf('旧表', { protect: true, cells: [cellAt(1, 1, '算出', { style: 'label' }), cellAt(2, 1, 2, { formula: '1+1', style: 'computed' })] }),
  sheetOf('要删的', { cells: [cellAt(1, 1, 1)], state: 'veryHidden' }),
], { names: [{ name: '合计', refersTo: '表!$B$3' }, { name: '要删', refersTo: '表!$B$2' }] });
const results = (formula: string): number => ({ 'LEN(B2)': 5, '1+1': 2, '2+2': 4, 'LEN(B3)': 6, '表!B3*2': 10 })[formula] ?? 0;

/** Something of everything. */
export const PATCH: WorkbookPatch = {
  remove: ['要删的'],
  replace: [sheetOf('旧表', { protect: true, cells: [cellAt(1, 1, '新算', { style: 'label' }), cellAt(3, 1, 4, { formula: '2+2', style: 'computed' })], merges: ['A1:B1'] })],
  add: [{ spec: sheetOf('新表', { protect: true, cells: [cellAt(1, 1, '新'), cellAt(2, 1, 10, { formula: '表!B3*2', style: 'computed' })] }), before: '数据' }],
  sheets: [
    {
      sheet: '表', cells: [{ row: 2, column: 2, value: '新' }, { row: 3, column: 2, value: 6, formula: 'LEN(B3)', height: 40 }, { row: 4, column: 2, value: 45_000, date: true, look: { style: 'inputCentre', format: 'yyyy-mm-dd' } }],
      rules: { validations: [{ ref: 'B2:B3', rule: { type: 'any' }, allowBlank: true, severity: 'stop', prompt: '随便' }], conditionalFormats: [{ ref: 'B4:B9', formula: 'ISBLANK($B4)', look: 'missing' }], formats: [{ ref: 'C2:C1048576', format: '0.00' }] },
      charts: [{ name: '图', title: '一句话', description: '', ref: 'E2:H9', series: [{ kind: 'bar', name: '日期', colour: '1F5E6B', categories: { ref: '数据!$A$2:$A$4', values: ['001', '002', '003'] }, values: { ref: '数据!$B$2:$B$4', values: [1, 2, 3] }, labels: 'last' }] }],
    },
    { sheet: '数据', list: { headerRow: 1, columns: { no: 1, day: 2 }, remove: [3], append: blocksOf(['no', 'day'], 4, [['004', 45_003], ['005', null], ['=006', 45_004]]) } },
  ],
  names: [{ name: '合计', refersTo: '表!$B$4' }, { name: '要删', refersTo: null }, { name: '新名', refersTo: '新表!$A$1' }],
  properties: { 质升: '1' },
};

const made = new WeakMap<ExcelPage, Book>();

export async function smallBook(page: ExcelPage): Promise<Book> {
  const known = made.get(page);
  if (known !== undefined) return cloneBook(known);
  const { id, wire } = page.serve(createBook(results));
  await (await page.open(id)).apply(addWorkbook(SMALL));
  if (wire.session.breaches.length > 0) throw new Error(wire.session.breaches.join('\n'));
  made.set(page, wire.book);
  return cloneBook(wire.book);
}
