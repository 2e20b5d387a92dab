/** What a program made with exceljs alone would do: the cells of a workbook, one after the other. */
import ExcelJS, { type Style } from 'exceljs';
import { isCellError, type CellValue } from '../../src/core/model/cell';
import { cellOf } from '../../src/core/model/block-builder';
import type { SheetSpec, StyleName, WorkbookSpec } from '../../src/core/model/sheet-spec';
import { STYLES } from '../../src/core/model/style';
import { cellStyle } from '../../src/host/xlsx/write/look';

type Styles = (name: StyleName, format: string | undefined) => Partial<Style>;

/** One object per look, which is what exceljs likes best. */
function styles(): Styles {
  const known = new Map<string, Partial<Style>>();
  return (name, format) => {
    const id = `${name}|${format ?? ''}`;
    const style = known.get(id) ?? cellStyle(STYLES[name], format);
    known.set(id, style);
    return style;
  };
}

const plain = (value: CellValue): string | number | boolean | null => (isCellError(value) ? value.error : value);

function addSheet(book: ExcelJS.Workbook, spec: SheetSpec, styleOf: Styles): void {
  const sheet = book.addWorksheet(spec.name);
  spec.columns.forEach((column, c) => {
    sheet.getColumn(c + 1).width = column.width;
  });
  for (const one of spec.cells) {
    const cell = sheet.getCell(one.row, one.column);
    const value = plain(one.value ?? null);
    cell.value = one.formula === undefined ? value : { formula: one.formula, ...(value === null ? {} : { result: value }) };
    cell.style = styleOf(one.style, one.format);
  }
  // Given cell by cell: exceljs copies a column's look for every cell that takes it over.
  const looks = spec.columns.map(({ style, format }) => (style === undefined ? null : styleOf(style, format)));
  for (const block of spec.rawRows?.blocks ?? []) {
    for (let i = 0; i < block.length; i++) {
      const row = sheet.addRow(spec.rawRows?.keys.map((key) => plain(cellOf(block, key, i))) ?? []);
      looks.forEach((look, c) => {
        if (look !== null && row.getCell(c + 1).value !== null) row.getCell(c + 1).style = look;
      });
    }
  }
}

/** The same cells with the same looks; no cell rules, no names, no protection. */
export async function writeWithExceljs(spec: WorkbookSpec): Promise<number> {
  const book = new ExcelJS.Workbook();
  const styleOf = styles();
  for (const sheet of spec.sheets) addSheet(book, sheet, styleOf);
  return (await book.xlsx.writeBuffer()).byteLength;
}
