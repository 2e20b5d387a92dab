/** One source row -> the values of the sheet's columns and everything that is wrong with them. */
import { saysNone, waivedByNone } from '../codec/none-rows';
import { textLimit, tooLong } from '../codec/text-limit';
import type { CellValue } from '../model/cell';
import { headerText, type RawSheetDef } from '../model/raw-sheet';
import type { SourceRow } from '../model/source-table';
import type { Issue } from '../issue/issue';
import { isBlank } from './cells';
import { importIssue } from './codes';
import { columnReader, type ReadingContext } from './column-reader';
import type { MappedColumn, Mapping } from './mapping';

export interface RowReading {
  /** In the order of the sheet's columns. */
  readonly values: readonly CellValue[];
  readonly issues: readonly Issue[];
}

const NO_ISSUES: readonly Issue[] = [];

/** `width` is the number of columns of the source's header. */
export function rowReader(def: RawSheetDef, mapping: Mapping, contexts: ReadonlyMap<string, ReadingContext>, width: number): (row: SourceRow) => RowReading {
  const place = new Map(def.columns.map((column, i) => [column.key, i]));
  const readers = def.columns.flatMap((column, at) => {
    const filling = mapping.columns.find((one) => one.key === column.key)?.filling;
    return filling === undefined || !('index' in filling) ? [] : [{ at, column, index: filling.index, max: textLimit(def, column).max, read: columnReader(column, filling, contexts.get(column.key) ?? {}) }];
  });
  const constants = mapping.columns.flatMap(({ key, filling }) => (filling.reason === 'constant' ? [{ at: place.get(key) ?? 0, value: filling.value }] : []));
  const derived = inOrder(mapping).map(({ at, copy, when }) => ({ at: place.get(at) ?? 0, copy: place.get(copy) ?? 0, when: when === null ? null : (place.get(when) ?? 0) }));
  const required = def.columns.flatMap((column, at) => (column.required ? [{ at, column: headerText(column), waivable: waivedByNone(def.key, column.key) }] : []));
  const blank = def.columns.map((): CellValue => null);
  const issue = (code: string, params: Issue['params']): Issue => ({ code, severity: 'error', sheet: def.sheet, cell: '', clause: def.feeds, params });

  return ({ row, cells }) => {
    const values = blank.slice();
    let issues: Issue[] | null = null;
    let bad: Set<number> | null = null;
    for (const { at, column, index, max, read } of readers) {
      const decoded = read(cells[index]);
      if ('value' in decoded) {
        const { value } = decoded;
        values[at] = value;
        const length = max === undefined || typeof value !== 'string' ? null : tooLong(value, max);
        if (length === null) continue;
        (bad ??= new Set()).add(at);
        (issues ??= []).push(issue('cell/length', { column: column.header, row, length, limit: max ?? 0 }));
      } else {
        (bad ??= new Set()).add(at);
        (issues ??= []).push(issue(decoded.problem.code, { column: column.header, row, ...decoded.problem.params }));
      }
    }
    for (const { at, value } of constants) values[at] = value;
    for (const { at, copy, when } of derived) {
      if (when === null || values[when] !== null) values[at] = values[copy] ?? null;
      if (bad?.has(copy) === true) bad.add(at);
    }
    const none = saysNone(def.key, (key) => values[place.get(key) ?? -1] ?? null);
    for (const { at, column, waivable } of required)
      if (values[at] === null && bad?.has(at) !== true && !(none && waivable)) (issues ??= []).push(issue('cell/required', { column, row }));
    const spilt = spill(cells, width);
    if (spilt > 0) (issues ??= []).push(importIssue('import/row-too-long', def.sheet, def.feeds, { row, cells: spilt, columns: width }));
    return { values, issues: issues ?? NO_ISSUES };
  };
}

/** Derived columns, each after the one that it copies. Circles were refused before. */
function inOrder(mapping: Mapping): readonly { readonly at: string; readonly copy: string; readonly when: string | null }[] {
  const byKey = new Map<string, MappedColumn>(mapping.columns.map((one) => [one.key, one]));
  const ordered = new Map<string, { readonly at: string; readonly copy: string; readonly when: string | null }>();
  const visit = (key: string | null): void => {
    const filling = key === null ? undefined : byKey.get(key)?.filling;
    if (key === null || filling?.reason !== 'derived' || ordered.has(key)) return;
    visit(filling.copy);
    if (filling.when !== key) visit(filling.when);
    ordered.set(key, { at: key, copy: filling.copy, when: filling.when });
  };
  for (const { key } of mapping.columns) visit(key);
  return [...ordered.values()];
}

/** Filled texts to the right of the header: 0, or the number of cells up to the last. Cells of a workbook cannot shift. */
function spill(cells: SourceRow['cells'], width: number): number {
  for (let i = cells.length - 1; i >= width; i--) if (typeof cells[i] === 'string' && !isBlank(cells[i])) return i + 1;
  return 0;
}
