/**
 * Rows of a list taken out and appended. Rows that stay are copied up over those that go, so that no reference to the list
 * breaks: formulas, names and rules point to the cells that they pointed to, and read what stands there now. The table ends
 * with its last row.
 */
import { HostError, type Omission } from '../../../app/ports';
import { address, columnLetters, MAX_ROW } from '../../../core/model/address';
import { refOf, type Area } from '../../../core/model/area';
import { cellOf } from '../../../core/model/block-builder';
import type { ListPatch } from '../../../core/model/workbook-patch';
import type { Excel } from '../api';
import { inExcel } from '../in-excel';
import { areaOfRange } from '../read/read-area';
import { putSteps, type PutCell } from '../write/cell-steps';
import { RANGE_BYTES, type Step } from '../write/step';
import { typedValue } from '../write/typed';
import { assertFree } from './edit-cells';
import { putEntries } from '../write/undo';
import type { Undo } from '../write/undo-data';
import { Snapshot, withUndo } from './snapshot';
import type { SurveyedSheet } from './survey';

export interface ListChange {
  readonly steps: readonly Step[];
  readonly left: readonly Omission[];
}

interface Shape {
  readonly header: number;
  readonly left: number;
  readonly right: number;
  /** Last row that holds something. */
  readonly end: number;
}

/** Throws HostError `xlsx/no-list`, `xlsx/too-many-rows`, `xlsx/cell-merged`, and for content that no cell holds. */
export async function listChange(excel: Excel, sheet: SurveyedSheet, patch: ListPatch, signal?: AbortSignal): Promise<ListChange> {
  const { name } = sheet;
  const { remove = [], append = [] } = patch;
  const rows = append.reduce((last, { firstRow, length }) => Math.max(last, firstRow + length - 1), 0);
  if (rows > MAX_ROW) throw new HostError('xlsx/too-many-rows', { sheet: name, rows, limit: MAX_ROW });
  const table = sheet.tables.find(({ area }) => area.top === patch.headerRow && Object.values(patch.columns).some((column) => column >= area.left && column <= area.right));
  const shape = await shapeOf(excel, name, patch, table?.area);
  const tableEnd = Math.max(shape.end, table?.area.bottom ?? 0);
  const gone = goneRows(remove, shape);
  const stays = shape.end - gone.length;
  const [left, right] = columnsOf(patch, shape);
  const snapshot = new Snapshot();
  // The formats of the row below are those of its columns.
  await snapshot.read(excel, name, { top: shape.header + 1, bottom: Math.min(MAX_ROW, Math.max(tableEnd, shape.header + 1) + 1), left, right }, signal);
  const moved = moveSteps(name, shape, gone, snapshot);
  const put = appendSteps(sheet, patch, { ...shape, left, right }, stays, snapshot);
  const touched: Area = { top: Math.min(gone[0] ?? Infinity, ...append.map(({ firstRow }) => firstRow)), bottom: Math.max(rows, gone.length === 0 ? 0 : shape.end), left, right };
  const steps = withUndo([...moved, ...put], undoRows(name, touched, shape.end, snapshot));
  if (table === undefined || steps.length === 0) return { steps, left: [] };
  const bottom = Math.max(shape.header + 1, stays, rows);
  if (bottom === table.area.bottom) return { steps, left: [] };
  if (!excel.supports('1.13')) return { steps, left: [{ what: 'table-length', sheet: name }] };
  const resize = (ref: string): Step => ({ sheet: name, bytes: RANGE_BYTES, carryOut: ({ workbook }) => workbook.worksheets.getItem(name).tables.getItem(table.name).resize?.(ref) });
  return { steps: [...steps, { ...resize(refOf({ ...table.area, bottom })), undo: [{ what: 'resize', sheet: name, table: table.name, ref: refOf(table.area) }] }], left: [] };
}

async function shapeOf(excel: Excel, sheet: string, { headerRow, columns }: ListPatch, table: Area | undefined): Promise<Shape> {
  const numbers = Object.values(columns);
  const [left, right] = table === undefined ? [numbers.reduce((a, b) => Math.min(a, b), Infinity), numbers.reduce((a, b) => Math.max(a, b), 0)] : [table.left, table.right];
  if (right < left) throw new HostError('xlsx/no-list', { sheet, row: headerRow });
  const { used, header } = await inExcel(excel, async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    const cells = target.getRange(`${columnLetters(left)}:${columnLetters(right)}`).getUsedRangeOrNullObject(true);
    const heads = target.getRangeByIndexes(headerRow - 1, left - 1, 1, right - left + 1);
    cells.load('rowIndex,columnIndex,rowCount,columnCount');
    heads.load('values');
    await context.sync();
    return { used: cells.isNullObject ? null : areaOfRange(cells), header: heads.values?.[0] ?? [] };
  }, { sheet });
  if (header.every((raw) => raw === '' || raw === null)) throw new HostError('xlsx/no-list', { sheet, row: headerRow });
  return { header: headerRow, left, right, end: Math.max(headerRow, used?.bottom ?? 0) };
}

/** The columns of the list and of what is appended. */
function columnsOf({ columns }: ListPatch, { left, right }: Shape): readonly [number, number] {
  return Object.values(columns).reduce<readonly [number, number]>(([from, to], column) => [Math.min(from, column), Math.max(to, column)], [left, right]);
}

function goneRows(remove: NonNullable<ListPatch['remove']>, { header, end }: Shape): readonly number[] {
  if (remove === 'all') return Array.from({ length: end - header }, (_, i) => header + 1 + i);
  const rows = [...new Set(remove)].filter((row) => row > header && row <= end);
  rows.sort((a, b) => a - b);
  return rows;
}

/** Stretches of rows that stay, copied up in one go each; then the tail is blanked. */
function moveSteps(sheet: string, { left, right, end }: Shape, gone: readonly number[], snapshot: Snapshot): readonly Step[] {
  const first = gone[0];
  if (first === undefined) return [];
  const steps: Step[] = [];
  const formats = new Map<number, Map<number, PutCell>>();
  let to = first;
  gone.forEach((row, i) => {
    const [from, until] = [row + 1, (gone[i + 1] ?? end + 1) - 1];
    if (from > until) return;
    const source = { top: from, bottom: until, left, right };
    const target = { top: to, bottom: to + until - from, left, right };
    steps.push({ sheet, bytes: RANGE_BYTES * 2, carryOut: ({ workbook }) => {
      const cells = workbook.worksheets.getItem(sheet);
      cells.getRange(refOf(target)).copyFrom(cells.getRange(refOf(source)), 'Formulas');
    } });
    for (let r = from; r <= until; r++) for (let column = left; column <= right; column++) {
      const { format } = snapshot.at(r, column);
      if (format === snapshot.at(to + r - from, column).format) continue;
      const cells = formats.get(to + r - from) ?? new Map<number, PutCell>();
      formats.set(to + r - from, cells.set(column, { typed: null, format }));
    }
    to = target.bottom + 1;
  });
  const tail = refOf({ top: to, bottom: end, left, right });
  return [...steps, { sheet, bytes: RANGE_BYTES, carryOut: ({ workbook }) => workbook.worksheets.getItem(sheet).getRange(tail).clear('Contents') }, ...putSteps(sheet, formats)];
}

/** New rows look like the last one; where there is none, as their columns do. */
function appendSteps({ name, merges }: SurveyedSheet, { append = [], columns }: ListPatch, { header, end }: Shape, stays: number, snapshot: Snapshot): readonly Step[] {
  const cells = new Map<number, Map<number, PutCell>>();
  for (const block of append) {
    for (let i = 0; i < block.length; i++) {
      const row = block.firstRow + i;
      const found = new Map<number, PutCell>();
      for (const [key, column] of Object.entries(columns)) {
        const value = cellOf(block, key, i);
        if (value === null) continue;
        assertFree(name, row, column, merges);
        const own = snapshot.at(row <= end ? row : end + 1, column).format;
        const format = row > stays && end > header ? snapshot.at(end, column).format : own;
        found.set(column, { typed: typedValue(value, format, { sheet: name, cell: address(row, column) }), ...(format === own ? {} : { format }) });
      }
      if (found.size > 0) cells.set(row, found);
    }
  }
  return putSteps(name, cells);
}

/** Rows that were there as they were; those under them blank. */
function undoRows(sheet: string, touched: Area, end: number, snapshot: Snapshot): readonly Undo[] {
  const places: (readonly [number, number])[] = [];
  for (let row = touched.top; row <= Math.min(touched.bottom, end); row++) for (let column = touched.left; column <= touched.right; column++) places.push([row, column]);
  const back: Undo = { what: 'put', sheet, cells: putEntries(snapshot.before(places)) };
  return touched.bottom <= end ? [back] : [back, { what: 'clear', sheet, ref: refOf({ ...touched, top: Math.max(touched.top, end + 1) }) }];
}
