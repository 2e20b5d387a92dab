/** A plain list as a sheet: title, a line about it, headers, rows. Printed on A4 across, headers on every page. */
import type { CellSpec, SheetSpec } from '../core/model/sheet-spec';
import { columnLetters } from '../core/model/address';
import { MAX_ROW_HEIGHT, textHeight } from '../core/form/text-size';

export interface ListColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly centred?: boolean;
  /** People type here. */
  readonly input?: boolean;
}

export interface ListCell {
  readonly value: string | number | null;
  /** Internal target, e.g. `'首页'!B5`. */
  readonly link?: string;
}

export interface ListContent {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly ListCell[])[];
}

export const LIST_HEADER_ROW = 3;
/** Characters of a cell that the format holds. */
const MOST_TEXT = 32_767;

export function listSheet({ name, title, about, columns, rows }: ListContent): SheetSpec {
  const last = columnLetters(columns.length);
  const cells: CellSpec[] = [
    { row: 1, column: 1, style: 'title', value: title },
    { row: 2, column: 1, style: 'howTo', value: about },
    ...columns.map(({ header }, c): CellSpec => ({ row: LIST_HEADER_ROW, column: c + 1, style: 'header', value: header })),
  ];
  const heights: Record<number, number> = { 1: 28, 2: textHeight(about, columns.reduce((sum, { width }) => sum + width, 0)), [LIST_HEADER_ROW]: 22 };
  rows.forEach((row, r) => {
    const at = LIST_HEADER_ROW + 1 + r;
    columns.forEach(({ centred = false, input = false }, c) => {
      const { value = null, link } = row[c] ?? {};
      const style = input ? (centred ? 'inputCentre' : 'input') : link === undefined ? (centred ? 'label' : 'labelLeft') : 'link';
      cells.push({ row: at, column: c + 1, style, ...(value === '' ? {} : typeof value === 'string' ? { format: '@', value: value.slice(0, MOST_TEXT) } : value === null ? {} : { value }), ...(link === undefined ? {} : { link }) });
    });
    heights[at] = Math.min(MAX_ROW_HEIGHT, Math.max(20, ...columns.map(({ width }, c) => textHeight(String(row[c]?.value ?? ''), width))));
  });
  return {
    name, columns: columns.map(({ width }) => ({ width })), cells, rowHeights: heights,
    merges: [`A1:${last}1`, `A2:${last}2`], freeze: { row: LIST_HEADER_ROW + 1, column: 1 }, protect: false,
    print: { orientation: 'landscape', repeatRows: `${LIST_HEADER_ROW}:${LIST_HEADER_ROW}` }, activeCell: `A${LIST_HEADER_ROW + 1}`,
  };
}
