/** The edits of the proof, each as a patch and as the same done with exceljs (load, change, save), and the parts that it concerns. */
import ExcelJS from 'exceljs';
import { columnLetters } from '../../../src/core/model/address';
import type { SheetSpec } from '../../../src/core/model/sheet-spec';
import type { WorkbookPatch } from '../../../src/core/model/workbook-patch';
import { blocksOf, cellAt, sheetOf } from '../workbook-spec';
import { relationshipsFrom, workbookPath, type PackageView } from './package-view';
import { listTarget, plainCell, readSheets, type ListTarget, type SheetView } from './targets';

export const EDITS = ['number', 'text', 'rows', 'sheet', 'chart'] as const;
export type EditName = (typeof EDITS)[number];

export const EDIT_TITLES: Readonly<Record<EditName, string>> = {
  number: 'one number typed', text: 'one text typed', rows: 'two rows appended to a list or table', sheet: 'a generated sheet added', chart: 'a chart added',
};

export interface Edit {
  readonly patch: WorkbookPatch;
  /** Null where exceljs has nothing that does it. */
  readonly exceljs: ((book: ExcelJS.Workbook) => void) | null;
  /** Parts that may change; new parts may come. */
  readonly concerned: ReadonlySet<string>;
  /** Cells that change: `sheet!row,column`. */
  readonly cells: ReadonlySet<string>;
  readonly addedSheet?: string;
}

const TEXT = ' 改过的 "文" & <more> ';
export const ADDED = '质升 新表';

function addedSheet(): SheetSpec {
  return sheetOf(ADDED, {
    columns: [{ width: 20 }, { width: 12, style: 'inputNumber', format: '0.00' }],
    cells: [cellAt(1, 1, '标题', { style: 'title' }), cellAt(3, 1, '项目', { style: 'header' }), cellAt(3, 2, '数', { style: 'header' }), cellAt(4, 1, '甲', { note: '说明' }), cellAt(4, 2, 2.5, { style: 'inputNumber', format: '0.00' }), cellAt(6, 2, 5, { formula: 'B4*2', style: 'computed' }), cellAt(7, 1, 45_500, { format: 'yyyy-mm-dd' })],
    merges: ['A1:B1'], rowHeights: { 1: 30 }, table: { name: 'zhisheng_added', ref: 'A3:B4', headers: ['项目', '数'] }, freeze: { row: 4, column: 1 }, protect: true,
    validations: [{ ref: 'B4:B99', rule: { type: 'decimal', min: 0 }, allowBlank: true, severity: 'stop' }],
    conditionalFormats: [{ ref: 'A4', formula: 'A4=""', look: 'missing' }], print: { orientation: 'landscape', repeatRows: '1:3', area: 'A1:B9' },
  });
}

/** As exceljs would be asked for nearly the same sheet. */
function addWithExceljs(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet(ADDED, { views: [{ state: 'frozen', xSplit: 0, ySplit: 3 }] });
  sheet.getCell('A1').value = '标题';
  sheet.mergeCells('A1:B1');
  sheet.addTable({ name: 'zhisheng_added', ref: 'A3', headerRow: true, columns: [{ name: '项目' }, { name: '数' }], rows: [['甲', 2.5]] });
  sheet.getCell('A4').note = '说明';
  sheet.getCell('B6').value = { formula: 'B4*2', result: 5 };
  sheet.getCell('B4').dataValidation = { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0], allowBlank: true };
}

/** Excel's chain of calculation goes where formulas come, move or go. */
function chain(view: PackageView): readonly string[] {
  const paths = [...view.kinds].filter(([, kind]) => kind === 'calcChain').map(([path]) => path);
  return paths.length === 0 ? [] : [...paths, '[Content_Types].xml', relsOf(workbookPath(view))];
}

const relsOf = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels');

function sheetIn(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error('a sheet is not there after loading');
  return sheet;
}

function typed(sheet: SheetView, type: 'n' | 's'): Edit {
  const { row, column } = plainCell(sheet, type);
  const value = type === 'n' ? 12_345.678 : TEXT;
  return {
    patch: { sheets: [{ sheet: sheet.name, cells: [{ row, column, value }] }] },
    exceljs: (book) => { sheetIn(book, sheet.name).getCell(row, column).value = value; },
    concerned: new Set([sheet.path]), cells: new Set([`${sheet.name}!${row},${column}`]),
  };
}

function appended(view: PackageView, { sheet, table, headerRow, columns, firstRow }: ListTarget): Edit {
  const values: readonly (readonly (string | number)[])[] = [0, 1].map((n) => columns.map((_, i) => (i === 0 ? `新行 ${n + 1}` : i + n / 4)));
  const keys = columns.map((column) => `c${column}`);
  return {
    patch: { sheets: [{ sheet: sheet.name, list: { headerRow, columns: Object.fromEntries(keys.map((key, i) => [key, columns[i] ?? 1])), append: blocksOf(keys, firstRow, values) } }] },
    exceljs: (book) => {
      // exceljs appends to a table only by its own list of rows, which it does not read from a file: cells are written, the range stays.
      const loaded = sheetIn(book, sheet.name);
      values.forEach((row, n) => row.forEach((value, i) => { loaded.getCell(firstRow + n, columns[i] ?? 1).value = value; }));
    },
    // A table's range and the names that cover the list move along.
    concerned: new Set([sheet.path, workbookPath(view), ...(table === null ? [] : [table]), ...chain(view)]),
    cells: new Set(values.flatMap((row, n) => row.map((_, i) => `${sheet.name}!${firstRow + n},${columns[i] ?? 1}`))),
  };
}

function charted(view: PackageView, sheet: SheetView): Edit {
  const quoted = `'${sheet.name.replaceAll("'", "''")}'`;
  const points = (column: number, values: readonly (string | number)[]): { ref: string; values: readonly (string | number)[] } => ({ ref: `${quoted}!$${columnLetters(column)}$2:$${columnLetters(column)}$4`, values });
  const drawings = relationshipsFrom(view, sheet.path).filter(({ type }) => type === 'drawing').map(({ target }) => view.find(target) ?? target);
  return {
    patch: { sheets: [{ sheet: sheet.name, charts: [{ name: '质升图', title: '趋势', description: '说明', ref: 'L3:S20', legend: true, valueAxis: { title: '值', format: '0.0' }, series: [
      { kind: 'bar', name: '量', categories: points(1, ['a', 'b', 'c']), values: points(2, [1, 2, 3]), colour: '4472C4', labels: 'all' },
      { kind: 'line', name: '率', categories: points(1, ['a', 'b', 'c']), values: points(2, [1, 2, 3]), colour: 'C00000', markers: true, dashed: true, secondary: true }] }] }] },
    exceljs: null,
    concerned: new Set([sheet.path, relsOf(sheet.path), '[Content_Types].xml', ...drawings, ...drawings.map(relsOf)]), cells: new Set(),
  };
}

/** Null where the workbook has nothing that the edit could be done to. */
export function editOf(name: EditName, view: PackageView): Edit | null {
  const sheets = readSheets(view);
  const sheet = sheets.find(({ cells }) => cells.some(({ type, formula, value }) => value !== null && !formula && (type === 'n' || type === 's'))) ?? sheets[0];
  if (sheet === undefined) return null;
  switch (name) {
    case 'number': return typed(sheet, 'n');
    case 'text': return typed(sheet, 's');
    case 'chart': return charted(view, sheet);
    case 'rows': {
      const list = listTarget(sheets, 2);
      return list === null ? null : appended(view, list);
    }
    case 'sheet': {
      const workbook = workbookPath(view);
      const kinds = ['styles', 'extended-properties'];
      const more = [...view.kinds].filter(([, kind]) => kinds.includes(kind)).map(([path]) => path);
      return { patch: { add: [{ spec: addedSheet() }] }, exceljs: addWithExceljs, concerned: new Set(['[Content_Types].xml', workbook, relsOf(workbook), ...more, ...chain(view)]), cells: new Set(), addedSheet: ADDED };
    }
  }
}

export async function editWithExceljs(bytes: Uint8Array, edit: Edit): Promise<Uint8Array> {
  if (edit.exceljs === null) throw new Error('exceljs has no charts');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  edit.exceljs(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
