/**
 * Layout of a raw-data sheet: title, how to fill, header, rows from row 4 for as long as the sheet goes. Styles, formats
 * and rules cover the whole columns, so that what is typed or pasted below the last row is treated like the rest; codes
 * are text before anyone types.
 */
import { address, columnLetters, MAX_ROW, quoteSheet } from '../model/address';
import type { Block } from '../model/block';
import type { CellValue } from '../model/cell';
import type { FormWording } from '../model/form-def';
import { FIRST_DATA_ROW, HEADER_ROW, headerText, type RawColumnDef, type RawSheetDef, type SideTableDef } from '../model/raw-sheet';
import type { CellSpec, ColumnSpec, ConditionalFormatSpec, SheetSpec, ValidationSpec } from '../model/sheet-spec';
import { kindFormat, kindStyle } from './formats';
import { lastUsedRow } from './last-row';
import { columnListWord, listName, sideFirstColumn, tableName } from './names';
import { textHeight, textWidth } from './text-size';
import { cellRule } from './validation';

export interface RawSheetContent {
  readonly blocks: readonly Block[];
  /** Rows of the small table beside, by column key. */
  readonly side: readonly Readonly<Record<string, CellValue>>[];
}

export interface RawSheetContext {
  readonly wording: FormWording;
  readonly homeSheet: string;
}

/** Narrowest sheet, characters: below it title and help would not fit. */
const LEAST_WIDTH = 60;
const GAP_WIDTH = 3;

export function rawSheet(def: RawSheetDef, content: RawSheetContent, context: RawSheetContext): SheetSpec {
  const { side } = def;
  const widths = columnWidths(def);
  const last = lastUsedRow(content.blocks);
  const count = def.columns.length;
  return {
    name: def.sheet,
    columns: [
      ...def.columns.map((column, i): ColumnSpec => ({ width: widths[i] ?? column.width, style: kindStyle(column.kind), format: kindFormat(column.kind) })),
      ...(side === undefined ? [] : [{ width: GAP_WIDTH }, ...side.columns.map((column): ColumnSpec => ({ width: Math.max(column.width, headerWidth(column)) }))]),
    ],
    rowHeights: { 1: 30, 2: Math.max(22, Math.round(textHeight(def.howTo, sum(widths) - (widths.at(-1) ?? 0), 9))), [HEADER_ROW]: 32 },
    cells: [...headCells(def, context), ...def.columns.map((column, i): CellSpec => ({ row: HEADER_ROW, column: i + 1, style: 'header', value: headerText(column) })), ...sideCells(def, content)],
    merges: headMerges(def),
    validations: [...def.columns.map((column, i) => columnRule(def, column, i, context)), ...sideRules(def, context)].filter((rule) => rule !== null),
    conditionalFormats: missing(def),
    table: { name: tableName(def), ref: `A${HEADER_ROW}:${address(last, count)}`, headers: def.columns.map(headerText) },
    freeze: { row: FIRST_DATA_ROW, column: 1 },
    protect: false,
    print: { orientation: 'landscape', repeatRows: `1:${HEADER_ROW}` },
    activeCell: `A${FIRST_DATA_ROW}`,
    rawRows: { firstRow: FIRST_DATA_ROW, keys: def.columns.map((column) => column.key), blocks: content.blocks },
  };
}

function headerWidth(column: RawColumnDef): number {
  return textWidth(headerText(column)) + 4; // room for the filter button
}

function columnWidths(def: RawSheetDef): readonly number[] {
  const widths = def.columns.map((column) => Math.max(column.width, headerWidth(column)));
  const short = LEAST_WIDTH - sum(widths);
  return short <= 0 ? widths : widths.map((width) => width + Math.ceil(short / widths.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

/** Title and clause in row 1, help and the link back in row 2. */
function headCells(def: RawSheetDef, context: RawSheetContext): readonly CellSpec[] {
  const count = def.columns.length;
  return [
    { row: 1, column: 1, style: 'title', value: def.sheet },
    { row: 1, column: count - 1, style: 'clause', value: `${context.wording.standard} ${def.feeds}` },
    { row: 2, column: 1, style: 'howTo', value: def.howTo },
    { row: 2, column: count, style: 'link', value: context.wording.backHome, link: `${quoteSheet(context.homeSheet)}!A1` },
  ];
}

function headMerges(def: RawSheetDef): readonly string[] {
  const count = def.columns.length;
  return [
    { row: 1, from: 1, to: count - 2 },
    { row: 1, from: count - 1, to: count },
    { row: 2, from: 1, to: count - 1 },
  ]
    .filter((merge) => merge.to > merge.from)
    .map((merge) => `${address(merge.row, merge.from)}:${address(merge.row, merge.to)}`);
}

function columnRule(def: RawSheetDef, column: RawColumnDef, index: number, context: RawSheetContext): ValidationSpec | null {
  const letters = columnLetters(index + 1);
  return ruleFor(column, `${letters}${FIRST_DATA_ROW}:${letters}${MAX_ROW}`, columnListWord(def, column), context);
}

function ruleFor(column: RawColumnDef, ref: string, listWord: string, context: RawSheetContext): ValidationSpec | null {
  return cellRule(
    ref,
    {
      kind: column.kind,
      label: column.header,
      prompt: column.prompt,
      ...(column.choices === undefined ? {} : { list: listName(listWord) }),
      ...(column.open === undefined ? {} : { open: column.open }),
      ...(column.min === undefined ? {} : { min: column.min }),
      ...(column.max === undefined ? {} : { max: column.max }),
    },
    context.wording,
  );
}

/** A required blank is marked once anything else of its row is filled. */
function missing(def: RawSheetDef): readonly ConditionalFormatSpec[] {
  const end = columnLetters(def.columns.length);
  return def.columns.flatMap((column, index) => {
    const letters = columnLetters(index + 1);
    return column.required
      ? [{
          ref: `${letters}${FIRST_DATA_ROW}:${letters}${MAX_ROW}`,
          formula: `AND(ISBLANK($${letters}${FIRST_DATA_ROW}),COUNTA($A${FIRST_DATA_ROW}:$${end}${FIRST_DATA_ROW})>0)`,
          look: 'missing' as const,
        }]
      : [];
  });
}

function sideCells(def: RawSheetDef, content: RawSheetContent): readonly CellSpec[] {
  const { side } = def;
  if (side === undefined) return [];
  const at = sideFirstColumn(def);
  const rows = Array.from({ length: side.rows }, (_, i) => i);
  return [
    { row: 2, column: at, style: 'section', value: side.title },
    ...side.columns.map((column, c): CellSpec => ({ row: HEADER_ROW, column: at + c, style: 'header', value: headerText(column) })),
    ...rows.flatMap((i) => side.columns.map((column, c) => sideCell(column, FIRST_DATA_ROW + i, at + c, content.side[i]?.[column.key] ?? null))),
  ];
}

function sideCell(column: RawColumnDef, row: number, at: number, value: CellValue): CellSpec {
  return { row, column: at, style: kindStyle(column.kind), format: kindFormat(column.kind), ...(value === null || value === '' ? {} : { value }) };
}

function sideRules(def: RawSheetDef, context: RawSheetContext): readonly (ValidationSpec | null)[] {
  const { side } = def;
  return side === undefined ? [] : side.columns.map((column, c) => ruleFor(column, sideRange(side, sideFirstColumn(def) + c), columnListWord(def, column), context));
}

function sideRange(side: SideTableDef, column: number): string {
  return `${address(FIRST_DATA_ROW, column)}:${address(FIRST_DATA_ROW + side.rows - 1, column)}`;
}
