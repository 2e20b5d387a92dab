/** Everything that the port says of a workbook, so that two hosts can be held against each other: rules by cell, not by how they are cut. */
import type { ReadableWorkbook } from '../../../src/app/ports';
import { address } from '../../../src/core/model/address';
import { areasOf, refOf, without, type Area } from '../../../src/core/model/area';
import type { SheetCell } from '../../../src/core/model/cell';

export interface WorkbookSaid {
  readonly names: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, SheetCell>>;
  readonly sheets: Readonly<Record<string, unknown>>;
}

/** Areas of one kind in a form that does not depend on how they were cut. */
function canonical(refs: readonly string[]): string {
  // Cut along every edge of every area, then put together by columns.
  const areas = areasOf(refs);
  const columns = [...new Set(areas.flatMap(({ left, right }) => [left, right + 1]))].sort((a, b) => a - b);
  const rows = [...new Set(areas.flatMap(({ top, bottom }) => [top, bottom + 1]))].sort((a, b) => a - b);
  const stripes: string[] = [];
  columns.slice(0, -1).forEach((left, i) => {
    let open: Area | null = null;
    rows.slice(0, -1).forEach((top, r) => {
      const piece: Area = { top, bottom: (rows[r + 1] ?? top + 1) - 1, left, right: (columns[i + 1] ?? left + 1) - 1 };
      const held = areas.some((area) => without(piece, area).length === 0);
      if (held && open !== null && open.bottom === top - 1) open = { ...open, bottom: piece.bottom };
      else if (held) {
        if (open !== null) stripes.push(refOf(open));
        open = piece;
      }
    });
    if (open !== null) stripes.push(refOf(open));
  });
  // Stripes of single columns: equal neighbours may be cut otherwise.
  return stripes.flatMap((ref) => areasOf([ref]).flatMap((area) => Array.from({ length: area.right - area.left + 1 }, (_, c) => refOf({ ...area, left: area.left + c, right: area.left + c })))).sort().join(' ');
}

function grouped<T extends { readonly refs: readonly string[] }>(rules: readonly T[], key: (rule: T) => unknown): Readonly<Record<string, string>> {
  const groups = new Map<string, string[]>();
  for (const rule of rules) groups.set(JSON.stringify(key(rule)), [...groups.get(JSON.stringify(key(rule))) ?? [], ...rule.refs]);
  return Object.fromEntries([...groups].map(([name, refs]) => [name, canonical(refs)]));
}

/** `structured`: whose rules, formats and merges are read too; all without it. */
export async function saidOf(book: ReadableWorkbook, structured: readonly string[] = book.sheetNames): Promise<WorkbookSaid> {
  const cells: Record<string, SheetCell> = {};
  const sheets: Record<string, unknown> = {};
  for (const sheet of book.sheetNames) {
    const filled: (readonly [number, number])[] = [];
    // oxlint-disable-next-line no-await-in-loop -- sheet by sheet
    for await (const { row, cells: found } of book.rows(sheet)) {
      for (const [column, { value, date, formula }] of found) {
        if (formula === undefined && (value === null || value === '')) continue;
        filled.push([row, column]);
        cells[`${sheet}!${address(row, column)}`] = { value: value === '' ? null : value, ...(date === true ? { date } : {}), ...(formula === undefined ? {} : { formula }) };
      }
    }
    if (!structured.includes(sheet)) {
      sheets[sheet] = null;
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop
    const { merges, hiddenRows, hiddenColumns, validations, conditionalFormats, tables, columnFormats, cellFormats } = await book.structure(sheet);
    const formats = new Map<number, typeof cellFormats>();
    for (const run of cellFormats) formats.set(run.column, [...formats.get(run.column) ?? [], run]);
    sheets[sheet] = {
      merges: [...merges].sort(), hiddenRows, hiddenColumns, tables,
      validations: grouped(validations, ({ rule, severity }) => [rule, severity]),
      conditionalFormats: grouped(conditionalFormats, ({ formula }) => formula),
      columnFormats: columnFormats.flatMap(({ first, last, format }) => Array.from({ length: last - first + 1 }, (_, i) => `${first + i} ${format}`)),
      cellFormats: Object.fromEntries(filled.map(([row, column]) => [address(row, column), formats.get(column)?.find(({ first, last }) => row >= first && row <= last)?.format ?? 'General'])),
    };
  }
  return { names: Object.fromEntries([...book.names].filter(([name]) => !name.startsWith('_'))), cells, sheets };
}
