/**
 * Changes to one sheet: rows of its list taken out and appended, cells written. The sheet is read once for what could
 * stand in the way; the change itself is made while the file is written. Notes and comments stay at their cells.
 */
import type { Area } from '../../../../core/model/area';
import type { SheetPatch } from '../../../../core/model/workbook-patch';
import type { PatchContext } from '../context';
import { formulaOf } from './cells';
import { styleOf, type CellWrite } from './cell-write';
import { assertMovable, assertPlaces, mergesOf } from './check-places';
import { assertContent, editsByRow, sortedBlocks, writeOf, type Writes } from './edited-rows';
import { inheritedFormat, readColumnFormats } from './head';
import { namesAfter } from './list-names';
import { askList, filledColumns, lastFormats, shapeList } from './list-plan';
import { rangesAfter } from './list-ranges';
import { rowBefore } from './list-rows';
import { findTable, tableAfter } from './list-table';
import { rewriteSheet } from './rewrite-sheet';
import { surveySheet, type ListQuestion } from './survey';

/** What the cells that are written over say before they go. */
class Look {
  /** A formula is written over. */
  formula = false;
  readonly #written = new Map<number, CellWrite[]>();
  readonly #shown = new Map<number, CellWrite[]>();
  /** Dates for which there is no cell yet: by the write, the format of the row or column. */
  readonly #fresh = new Map<CellWrite, number>();

  /** No cell moves, so that a cell is found at once or not at all. */
  readonly #still: boolean;

  constructor(cells: ReadonlyMap<number, readonly CellWrite[]>, list: ListQuestion | undefined) {
    this.#still = list === undefined || list.removed.length === 0;
    const add = (map: Map<number, CellWrite[]>, row: number, write: CellWrite): void => {
      const writes = map.get(row);
      if (writes === undefined) map.set(row, [write]);
      else writes.push(write);
    };
    for (const [row, writes] of cells) {
      for (const write of writes) {
        const source = sourceRow(list, row, write.column);
        if (source !== null) add(this.#written, source, write);
        if (write.date === true) {
          // Cells under the list's end, which is not known yet, do not move.
          if (source !== row) add(this.#written, row, write);
          add(this.#shown, row, write);
          this.#fresh.set(write, -1);
        }
      }
    }
  }

  get rows(): ReadonlySet<number> {
    return new Set([...this.#written.keys(), ...this.#shown.keys()]);
  }

  /** Dates are given their formats here, before the part of the formats is written. */
  at(row: number, open: string, cells: ReadonlyMap<number, string>, columns: ReturnType<typeof readColumnFormats>, prefix: string, styles: PatchContext['styles']): void {
    for (const write of this.#written.get(row) ?? []) {
      const old = cells.get(write.column);
      if (old === undefined) continue;
      this.formula ||= write.keepFormula !== true && formulaOf(old, prefix) !== undefined;
      styleOf(write, old, { inherited: 0, styles });
      if (this.#still) this.#fresh.delete(write);
    }
    for (const write of this.#shown.get(row) ?? []) if (this.#fresh.has(write)) this.#fresh.set(write, inheritedFormat(columns, open, write.column));
  }

  finish(columns: ReturnType<typeof readColumnFormats>, fallback: (write: CellWrite) => number | undefined, styles: PatchContext['styles']): void {
    for (const [write, known] of this.#fresh) {
      const inherited = known < 0 ? inheritedFormat(columns, undefined, write.column) : known;
      styleOf({ ...write, fallback: fallback(write) ?? inherited }, undefined, { inherited, styles });
    }
  }
}

/** Where the cell that will stand here stands before the change; null where it is new. */
function sourceRow(list: ListQuestion | undefined, row: number, column: number): number | null {
  if (list === undefined || row <= list.header || column < list.left || column > list.right) return row;
  return list.removed === 'all' ? null : rowBefore({ removed: list.removed, end: Infinity }, row);
}

/** What the writes fill; blanks fill nothing. */
function writtenArea({ blocks, columns, filled, cells }: Writes): Area | null {
  let area: Area | null = null;
  const add = (top: number, bottom: number, column: number): void => {
    area = area === null ? { top, bottom, left: column, right: column } : {
      top: Math.min(area.top, top), bottom: Math.max(area.bottom, bottom), left: Math.min(area.left, column), right: Math.max(area.right, column),
    };
  };
  for (const { firstRow, length, columns: held } of blocks) {
    for (const key of Object.keys(held)) add(firstRow, firstRow + length - 1, columns[key] ?? 1);
    for (const { column } of filled) add(firstRow, firstRow + length - 1, column);
  }
  for (const [row, writes] of cells) {
    for (const { column, value, formula, style } of writes) if (value !== null || formula !== undefined || style !== undefined) add(row, row, column);
  }
  return area;
}

/**
 * Registers the change of the sheet's part and of those that go with it. Charts are not its work. Throws HostError:
 * `xlsx/sheet-missing`, `xlsx/no-list`, `xlsx/rows-below`, `xlsx/cell-merged`, `xlsx/cell-in-array`, `xlsx/too-many-rows`,
 * `xlsx/text-too-long`, `xlsx/not-finite`, `xlsx/formula-too-long`, `xlsx/damaged`, `xlsx/too-large`.
 */
export async function patchSheet(context: PatchContext, patch: SheetPatch): Promise<void> {
  const { parts, styles, date1904, limits } = context;
  const { name: sheet, path: part } = context.sheet(patch.sheet);
  const blocks = sortedBlocks(patch);
  const changesList = patch.list !== undefined && (blocks.length > 0 || (patch.list.remove?.length ?? 0) > 0);
  const listPatch = changesList ? patch.list : undefined;
  if (listPatch === undefined && (patch.cells?.length ?? 0) === 0) return;
  assertContent(patch);
  const cells = new Map([...editsByRow(patch.cells ?? [])].map(([row, edits]) => [row, [...edits.values()].map((edit) => writeOf(edit, styles))]));
  for (const writes of cells.values()) writes.sort((a, b) => a.column - b.column);

  const table = listPatch === undefined ? undefined : await findTable(context, sheet, part, listPatch);
  const asked = listPatch === undefined ? undefined : askList(sheet, listPatch, table, blocks, cells);
  const look = new Look(cells, asked);
  let columns: ReturnType<typeof readColumnFormats> | undefined;
  const rows = [...cells.keys()];
  const survey = await surveySheet(parts.pieces(part), {
    part, limits, rows: look.rows,
    firstRow: asked === undefined ? rows.reduce((a, b) => Math.min(a, b), Infinity) : 1,
    lastRow: asked === undefined ? rows.reduce((a, b) => Math.max(a, b), 0) : Infinity,
    look: (row, open, found, head) => {
      columns ??= readColumnFormats(head.text);
      look.at(row, open, found, columns, head.prefix, styles);
    },
    ...(asked === undefined ? {} : { list: asked }),
  });

  const list = asked === undefined ? undefined : shapeList(sheet, asked, table, blocks, survey);
  const places = { merges: mergesOf(survey.tail), arrays: survey.arrays };
  if (list !== undefined) assertMovable(sheet, list, places);
  assertPlaces(sheet, places, list, cells, blocks, listPatch?.columns ?? {});
  const formats = lastFormats(survey.last);
  const appended = (row: number): boolean => blocks.some(({ firstRow, length }) => row >= firstRow && row < firstRow + length);
  const inAppended = new Set([...cells].filter(([row]) => appended(row)).flatMap(([, writes]) => writes));
  look.finish(columns ?? readColumnFormats(survey.head), (write) => (inAppended.has(write) ? formats.get(write.column) : undefined), styles);
  const writes: Writes = {
    blocks, columns: listPatch?.columns ?? {}, formats, cells,
    filled: list === undefined || listPatch === undefined ? [] : filledColumns(sheet, list, listPatch, table, blocks, survey.last),
  };

  let formulas = look.formula || [...cells.values()].some((some) => some.some(({ formula }) => formula !== undefined));
  if (list !== undefined) {
    // Formulas of other sheets read the table and the names too.
    formulas ||= survey.anyFormula || writes.filled.length > 0;
    const named = await parts.text(context.workbook);
    const names = namesAfter(named, list, sheet);
    if (names !== named) parts.set(context.workbook, names);
    const tableXml = table === undefined ? undefined : tableAfter(table, list, sheet);
    if (table !== undefined && tableXml !== undefined && tableXml !== table.xml) parts.set(table.path, tableXml);
    formulas ||= names !== named || tableXml !== table?.xml;
  }
  if (formulas) context.formulasChanged();
  parts.rewrite(part, (pieces) => rewriteSheet(pieces, {
    part, limits, date1904, styles, writes, written: writtenArea(writes),
    ...(list === undefined ? {} : { tail: (tail: string) => rangesAfter(tail, list, sheet) }),
    ...(list === undefined || list.removed.length === 0 ? {} : { move: { list, sheet, part } }),
  }));
}
