/**
 * A sheet as data -> the steps that build it in Excel, on a sheet that is there and empty: columns, cells, looks, merges,
 * rules, table, panes, print set-up, protection last.
 */
import { HostError, type Omission } from '../../../app/ports';
import { address, columnLetters, MAX_ROW } from '../../../core/model/address';
import { areaOf, holds, refOf, type Area } from '../../../core/model/area';
import { ERROR } from '../../../core/model/block';
import { cellOf } from '../../../core/model/block-builder';
import type { CellSpec, SheetSpec } from '../../../core/model/sheet-spec';
import { STYLES, type StyleLook } from '../../../core/model/style';
import type { Excel, Raw, SheetApi } from '../api';
import { bytesOf } from '../read/block-size';
import { putMatrix, putSteps, type PutCell } from './cell-steps';
import { chartSteps } from './chart-steps';
import { gather, lookSteps, setLook } from './looks';
import { pageStep, protectStep } from './page';
import type { Place } from './rectangles';
import { addConditionalFormat, setValidation } from './rules';
import { RANGE_BYTES, REQUEST_BYTES, type Step } from './step';
import { typedFormula, typedValue } from './typed';

const RULE_BYTES = 1500;
/** Arrays spill by themselves from here on; before, a formula over arrays would give one value. */
const DYNAMIC_ARRAYS = '1.12';
const NOTES = '1.18';

export interface BuiltSheet {
  readonly steps: readonly Step[];
  readonly left: readonly Omission[];
}

/** Throws HostError for content that no cell holds, `excel/too-old` for formulas that this Excel would not compute right. */
export function sheetSteps(excel: Excel, spec: SheetSpec, enterpriseName: string): BuiltSheet {
  const { name } = spec;
  const merges = (spec.merges ?? []).flatMap((ref) => areaOf(ref) ?? []);
  const step = (bytes: number, carryOut: (sheet: SheetApi) => void): Step => ({ sheet: name, bytes, carryOut: ({ workbook }) => carryOut(workbook.worksheets.getItem(name)) });
  if (!excel.supports(DYNAMIC_ARRAYS) && spec.cells.some(({ array }) => array === true)) throw new HostError('excel/too-old', { sheet: name, code: DYNAMIC_ARRAYS });
  const notes = spec.cells.filter(({ note }) => note !== undefined);
  const links = spec.cells.filter(({ link }) => link !== undefined);
  const steps = [
    step(RANGE_BYTES * 4 * spec.columns.length, (sheet) => layColumns(sheet, spec)),
    ...putSteps(name, cellsToPut(spec, merges)),
    ...rawSteps(spec),
    step(RANGE_BYTES * links.length, (sheet) => {
      for (const { row, column, link = '', value } of links) sheet.getRange(address(row, column)).hyperlink = { documentReference: link, ...(typeof value === 'string' ? { textToDisplay: value } : {}) };
    }),
    ...looksOf(spec, merges),
    step(RANGE_BYTES * (merges.length + 10), (sheet) => {
      for (const area of merges) sheet.getRange(refOf(area)).merge();
      for (const [height, refs] of heightsOf(spec)) sheet.getRanges(refs).format.rowHeight = height;
    }),
    ...(spec.validations ?? []).map((rule) => step(RULE_BYTES, (sheet) => setValidation(sheet.getRange(rule.ref).dataValidation, rule))),
    ...(spec.conditionalFormats ?? []).map((rule) => step(RULE_BYTES, (sheet) => addConditionalFormat(sheet.getRange(rule.ref).conditionalFormats, rule))),
    step(RANGE_BYTES, (sheet) => addTable(sheet, spec)),
    // They go with their sheet, where that is taken back.
    ...chartSteps(name, spec.charts ?? []).map(({ bytes, carryOut }): Step => ({ sheet: name, bytes, carryOut })),
    ...(excel.supports(NOTES) ? notes.map(({ row, column, note = '' }): Step => ({ sheet: name, bytes: RANGE_BYTES + note.length * 3, carryOut: ({ workbook }) => void workbook.notes?.add(`'${name.replaceAll("'", "''")}'!${address(row, column)}`, note) })) : []),
    step(RANGE_BYTES * 12, (sheet) => pageStep(sheet, spec, enterpriseName)),
    step(RANGE_BYTES, (sheet) => protectStep(sheet, spec)),
  ];
  return { steps, left: notes.length > 0 && !excel.supports(NOTES) ? [{ what: 'notes', sheet: name }] : [] };
}

/** The last row above the rows that are typed: what a column's look does not reach. */
function headerRow(spec: SheetSpec): number {
  if (spec.table !== undefined) return areaOf(spec.table.ref)?.top ?? 0;
  return (spec.rawRows?.firstRow ?? spec.freeze?.row ?? 1) - 1;
}

/** Characters of a column -> points, with the digits 8 pixels wide of the faces that Chinese workbooks have. */
const points = (characters: number): number => (characters * 8 + 5) * 0.75;

function layColumns(sheet: SheetApi, spec: SheetSpec): void {
  spec.columns.forEach(({ width, hidden, style, format }, index) => {
    const letters = columnLetters(index + 1);
    const column = sheet.getRange(`${letters}:${letters}`);
    column.format.columnWidth = points(width);
    if (style !== undefined) {
      setLook(column.format, STYLES[style], { tall: true });
      if (format !== undefined) column.numberFormat = format;
    }
    if (hidden === true) column.columnHidden = true;
  });
}

const columnFormat = (spec: SheetSpec, column: number): string => {
  const { style, format = 'General' } = spec.columns[column - 1] ?? {};
  return style === undefined ? 'General' : format;
};

function cellsToPut(spec: SheetSpec, merges: readonly Area[]): Map<number, Map<number, PutCell>> {
  const rows = new Map<number, Map<number, PutCell>>();
  const put = (row: number, column: number, cell: PutCell): void => {
    const cells = rows.get(row) ?? new Map<number, PutCell>();
    rows.set(row, cells.set(column, cell));
  };
  // What stands above the rows to type is no date and no text because its column is.
  const top = headerRow(spec);
  spec.columns.forEach(({ style, format }, index) => {
    if (style !== undefined && format !== undefined) for (let row = 1; row <= top; row++) put(row, index + 1, { typed: null, format: 'General' });
  });
  for (const cell of spec.cells) {
    if (isCovered(merges, cell)) continue;
    const { row, column, format = 'General' } = cell;
    put(row, column, { typed: typedCell(spec.name, cell), ...(format === columnFormat(spec, column) ? {} : { format }) });
  }
  return rows;
}

function typedCell(sheet: string, { row, column, value = null, formula, format = 'General' }: CellSpec): Raw {
  const name = { sheet, cell: address(row, column) };
  if (formula !== undefined) return typedFormula(formula, name);
  return value === null || value === '' ? null : typedValue(value, format, name);
}

const isCovered = (merges: readonly Area[], { row, column }: Place): boolean => merges.some((area) => holds(area, row, column) && !(row === area.top && column === area.left));

function rawSteps({ name, rawRows, columns }: SheetSpec): readonly Step[] {
  const steps: Step[] = [];
  if (rawRows === undefined) return steps;
  const { keys } = rawRows;
  const formats = keys.map((_, c) => columns[c]?.format ?? 'General');
  for (const block of rawRows.blocks) {
    if (block.firstRow + block.length - 1 > MAX_ROW) throw new HostError('xlsx/too-many-rows', { sheet: name, rows: block.firstRow + block.length - 1, limit: MAX_ROW });
    let rows: Raw[][] = [];
    let [bytes, first] = [0, block.firstRow];
    const flush = (): void => {
      if (rows.length > 0) steps.push(putMatrix(name, first, 1, rows, 'formulas'));
      first += rows.length;
      [rows, bytes] = [[], 0];
    };
    for (let i = 0; i < block.length; i++) {
      const row = keys.map((key, c): Raw => {
        const value = cellOf(block, key, i);
        return value === null ? null : typedValue(value, formats[c] ?? 'General', { sheet: name, cell: address(block.firstRow + i, c + 1) });
      });
      rows.push(row);
      bytes += bytesOf([row]);
      if (bytes > REQUEST_BYTES / 2) flush();
    }
    flush();
  }
  return [...steps, ...errorSteps(name, rawRows, formats)];
}

/** In a cell of texts an error is a text, unless the cell is made one of texts afterwards. */
function errorSteps(name: string, { blocks, keys }: NonNullable<SheetSpec['rawRows']>, formats: readonly string[]): readonly Step[] {
  return blocks.flatMap((block) => keys.flatMap((key, c) => [...block.columns[key]?.kind ?? []].flatMap((kind, i): readonly Step[] => (kind !== ERROR || formats[c] !== '@' ? [] : [{
    sheet: name, bytes: RANGE_BYTES,
    carryOut({ workbook }) {
      const cell = workbook.worksheets.getItem(name).getRange(address(block.firstRow + i, c + 1));
      cell.numberFormat = 'General';
      cell.values = [[block.columns[key]?.text[i] ?? '']];
      cell.numberFormat = '@';
    },
  }]))));
}

function looksOf(spec: SheetSpec, merges: readonly Area[]): readonly Step[] {
  const cells = new Map<StyleLook, Place[]>();
  const merged = new Map<StyleLook, Area[]>();
  const given = new Set(spec.cells.map(({ row, column }) => address(row, column)));
  const inMerge = (place: Place): Area | undefined => merges.find((area) => holds(area, place.row, place.column));
  for (const cell of spec.cells) {
    const area = inMerge(cell);
    const look = STYLES[cell.style];
    if (area === undefined) gather(cells, look, cell);
    else if (area.top === cell.row && area.left === cell.column) gather(merged, look, area);
  }
  const top = headerRow(spec);
  spec.columns.forEach(({ style }, index) => {
    const column = index + 1;
    if (style !== undefined) for (let row = 1; row <= top; row++) if (!given.has(address(row, column)) && inMerge({ row, column }) === undefined) gather(cells, STYLES.blank, { row, column });
  });
  const overColumns = spec.columns.some(({ style }) => style !== undefined);
  return lookSteps(spec.name, cells, merged, overColumns);
}

/** References of the rows of each height. */
function heightsOf({ rowHeights = {} }: SheetSpec): readonly (readonly [number, string])[] {
  const byHeight = new Map<number, string[]>();
  for (const [row, height] of Object.entries(rowHeights)) gather(byHeight, height, `${row}:${row}`);
  // As short as a reference may be, and to spare.
  return [...byHeight].flatMap(([height, refs]) => Array.from({ length: Math.ceil(refs.length / 400) }, (_, i) => [height, refs.slice(i * 400, (i + 1) * 400).join(',')] as const));
}

function addTable(sheet: SheetApi, { table, rawRows }: SheetSpec): void {
  const area = table === undefined ? null : areaOf(table.ref);
  if (table === undefined || area === null) return;
  const last = rawRows?.blocks.at(-1);
  const bottom = Math.max(area.bottom, area.top + 1, last === undefined ? 0 : last.firstRow + last.length - 1);
  const added = sheet.tables.add(refOf({ ...area, bottom }), true);
  added.name = table.name;
  // The header's own look stays.
  added.style = '';
}
