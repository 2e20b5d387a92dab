/** A change of a list worked out: which cells it is, where it ends before and after, what its new rows take from it. */
import { HostError } from '../../../../app/ports';
import { BLANK, type Block } from '../../../../core/model/block';
import type { ListPatch } from '../../../../core/model/workbook-patch';
import { shiftFormula } from '../../read/shift-formula';
import type { CellWrite } from './cell-write';
import { openTag } from './cells';
import type { FilledColumn } from './edited-rows';
import { formulaAfter, isRemoved, removedAbove, rowAfter, rowBefore, runsOf, type ListShape } from './list-rows';
import type { ListTable } from './list-table';
import type { LastRow, ListQuestion, Survey } from './survey';
import { attributeOf } from './xml-text';

/** Throws HostError `xlsx/no-list` for a list without columns, RangeError for rows above it. */
export function askList(sheet: string, patch: ListPatch, table: ListTable | undefined, blocks: readonly Block[], cells: ReadonlyMap<number, readonly CellWrite[]>): ListQuestion {
  const { headerRow: header, remove = [] } = patch;
  const columns = [...Object.values(patch.columns), ...(table === undefined ? [] : [table.area.left, table.area.right])];
  if (columns.length === 0) throw new HostError('xlsx/no-list', { sheet, row: header });
  const rows = remove === 'all' ? [] : remove;
  if (rows.some((row) => !(row > header))) throw new RangeError(`${sheet}: a row to take out above the list`);
  const runs = runsOf(rows);
  const appended = blocks[0] === undefined || remove === 'all' ? 0 : (rowBefore({ removed: runs, end: Infinity }, blocks[0].firstRow) ?? 1) - 1;
  return {
    header,
    left: columns.reduce((a, b) => Math.min(a, b)),
    right: columns.reduce((a, b) => Math.max(a, b)),
    known: Math.max(table?.area.bottom ?? 0, runs.at(-1)?.to ?? 0, appended),
    // Without a table whatever stands under the header is the list's; where rows are appended says how far a table's list goes.
    further: table === undefined ? 'all' : blocks.length === 0 || remove === 'all' ? 'adjoining' : 'none',
    removed: remove === 'all' ? 'all' : runs,
    filledFrom: blocks[0]?.firstRow ?? Infinity,
    fills: (row, column) => {
      const block = blocks.find(({ firstRow, length }) => row >= firstRow && row < firstRow + length);
      if (block === undefined || cells.get(row)?.some((write) => write.column === column) === true) return false;
      return Object.entries(block.columns).some(([key, { kind }]) => patch.columns[key] === column && (kind[row - block.firstRow] ?? BLANK) !== BLANK);
    },
  };
}

/** Throws HostError `xlsx/no-list` where nothing stands in the header row, `xlsx/rows-below` where something stands under a list whose length changes, or formulas alone where a row is appended. */
export function shapeList(sheet: string, question: ListQuestion, table: ListTable | undefined, blocks: readonly Block[], survey: Survey): ListShape {
  const { header, left, right } = question;
  if (table === undefined && !survey.hasHeader) throw new HostError('xlsx/no-list', { sheet, row: header });
  const tableEnd = table?.area.bottom ?? survey.end;
  const end = Math.max(survey.end, tableEnd, header + 1);
  const removed = question.removed === 'all'
    ? [{ from: header + 1, to: end, before: 0 }]
    : question.removed.filter(({ from }) => from <= end).map((run) => ({ ...run, to: Math.min(run.to, end) }));
  const stays = end - removedAbove(removed, end + 1);
  const newEnd = blocks.reduce((last, { firstRow, length }) => Math.max(last, firstRow + length - 1), stays);
  if (survey.below !== undefined && (removed.length > 0 || newEnd > end)) throw new HostError('xlsx/rows-below', { sheet, cell: survey.below });
  if (survey.covered !== undefined) throw new HostError('xlsx/rows-below', { sheet, cell: survey.covered });
  return { header, left, right, end, tableEnd, removed, newEnd };
}

/** By column, the formats of the list's last row. */
export function lastFormats(last: LastRow | undefined): ReadonlyMap<number, number> {
  return new Map([...last?.cells ?? []].map(([column, xml]) => [column, Number(attributeOf(openTag(xml), 's') ?? 0)]));
}

/** The table's formulas for columns that the blocks do not hold. */
export function filledColumns(sheet: string, list: ListShape, patch: ListPatch, table: ListTable | undefined, blocks: readonly Block[], last: LastRow | undefined): readonly FilledColumn[] {
  const covered = new Set(blocks.flatMap(({ columns }) => Object.keys(columns)).map((key) => patch.columns[key]));
  return (table?.calculated ?? []).filter(({ column }) => !covered.has(column)).flatMap(({ column, array, anywhere, formula }): readonly FilledColumn[] => {
    if (anywhere) return [{ column, array, formula: () => formula }];
    const text = last?.formulas.get(column);
    if (last === undefined || text === undefined) return [];
    const stays = !isRemoved(list.removed, last.row);
    const [row, base] = stays ? [rowAfter(list, last.row), formulaAfter(list, text, sheet, true)] : [last.row, text];
    return [{ column, array, formula: (to) => shiftFormula(base, to - row, 0) }];
  });
}
