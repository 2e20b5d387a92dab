/** A sheet's cells, looks, notes, table and conditional formats in exceljs; what exceljs cannot write is added to the package afterwards. */
import type { CellErrorValue, CellValue as ExcelValue, Workbook, Worksheet } from 'exceljs';
import { address } from '../../../core/model/address';
import { isCellError, type CellValue } from '../../../core/model/cell';
import type { CellSpec, SheetSpec } from '../../../core/model/sheet-spec';
import { CONDITIONAL_LOOKS, STYLES } from '../../../core/model/style';
import { fileFormula } from './future-functions';
import { cellStyle, conditionalStyle } from './look';
import { parseRange } from './sheet-elements';
import { encodeText } from './text';

/** exceljs leaves out columns of this width, which Excel then shows narrower. */
const DROPPED_WIDTH = 9;

/** Errors that every version of Excel knows; a newer one (`#SPILL!`) is kept as text, since older programs refuse it as an error. */
const ERRORS: Readonly<Record<string, CellErrorValue>> = Object.fromEntries(
  (['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const).map((error) => [error, { error }]),
);

function plainValue(value: Exclude<CellValue, null>): string | number | boolean | CellErrorValue {
  if (typeof value === 'string') return encodeText(value);
  return isCellError(value) ? ERRORS[value.error] ?? value.error : value;
}

function excelValue(spec: CellSpec): ExcelValue {
  const value = spec.value ?? null;
  if (spec.formula === undefined) return value === null ? null : plainValue(value);
  const formula = { formula: encodeText(fileFormula(spec.formula)), ...(value === null ? {} : { result: plainValue(value) }) };
  if (spec.array !== true) return formula;
  // exceljs writes array formulas, but its types do not say so.
  const array = { ...formula, shareType: 'array', ref: address(spec.row, spec.column) };
  return array;
}

function layCells(sheet: Worksheet, spec: SheetSpec): void {
  for (const ref of spec.merges ?? []) sheet.mergeCells(ref);
  const given = new Set<string>();
  for (const one of spec.cells) {
    const cell = sheet.getCell(one.row, one.column);
    given.add(cell.address);
    if (cell.master === cell) cell.value = excelValue(one);
    cell.style = cellStyle(STYLES[one.style], one.format);
    if (one.note !== undefined) cell.note = { texts: [{ text: encodeText(one.note) }], margins: { insetmode: 'auto' } };
  }
  // Cells under a merge that the spec does not name carry the borders of the whole.
  for (const ref of spec.merges ?? []) {
    const { top, left, bottom, right } = parseRange(ref);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const cell = sheet.getCell(row, column);
        if (!given.has(cell.address)) cell.style = cell.master.style;
      }
    }
  }
}

/** The last row above the rows that are typed: what a column's look does not reach. */
function headerRow(spec: SheetSpec): number {
  if (spec.table !== undefined) return parseRange(spec.table.ref).top;
  return (spec.rawRows?.firstRow ?? spec.freeze?.row ?? 1) - 1;
}

/** A column's look holds below the header only; the format knows whole columns, so cells above are given a look of their own. */
function clearAboveHeader(sheet: Worksheet, spec: SheetSpec): void {
  const given = new Set(spec.cells.map(({ row, column }) => address(row, column)));
  const styled = spec.columns.flatMap(({ style }, index) => (style === undefined ? [] : [index + 1]));
  for (let row = 1; row <= headerRow(spec); row++) {
    for (const column of styled) {
      const cell = sheet.getCell(row, column);
      if (!given.has(cell.address) && !cell.isMerged) cell.style = cellStyle(STYLES.blank);
    }
  }
}

export function addSheet(book: Workbook, spec: SheetSpec): void {
  const sheet = book.addWorksheet(spec.name, { state: spec.state ?? 'visible' });
  spec.columns.forEach((column, index) => {
    const target = sheet.getColumn(index + 1);
    target.width = column.width === DROPPED_WIDTH ? DROPPED_WIDTH + 0.01 : column.width;
    if (column.hidden === true) target.hidden = true;
    if (column.style !== undefined) target.style = cellStyle(STYLES[column.style], column.format);
  });
  if (spec.table !== undefined) {
    // The package pass writes the table's part anew; this reserves it and its relationship.
    sheet.addTable({
      name: spec.table.name,
      ref: spec.table.ref.split(':')[0] ?? spec.table.ref,
      headerRow: true,
      columns: spec.table.headers.map((name) => ({ name: encodeText(name) })),
      rows: [spec.table.headers.map(() => null)],
    });
  }
  layCells(sheet, spec);
  clearAboveHeader(sheet, spec);
  for (const [row, height] of Object.entries(spec.rowHeights ?? {})) sheet.getRow(Number(row)).height = height;
  (spec.conditionalFormats ?? []).forEach(({ ref, formula, look }, index) => {
    sheet.addConditionalFormatting({
      ref,
      rules: [{ type: 'expression', formulae: [encodeText(fileFormula(formula))], style: conditionalStyle(CONDITIONAL_LOOKS[look]), priority: index + 1 }],
    });
  });
}
