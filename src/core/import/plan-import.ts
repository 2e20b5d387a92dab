/**
 * What an import would do: which source column goes where and why, how dates are read, which rows go in and which do
 * not, each with its reasons. Nothing is dropped in silence: accepted + rejected + blank = rows of the source, unless an
 * error concerns the table as a whole; then no row is read.
 */
import type { DateOrder } from '../codec/codec';
import { rowKeyReader, shownKey } from '../codec/row-key';
import type { Issue } from '../issue/issue';
import { MAX_ROW } from '../model/address';
import type { Block } from '../model/block';
import { BlockBuilder } from '../model/block-builder';
import type { CellValue } from '../model/cell';
import type { RawSheetDef } from '../model/raw-sheet';
import type { SourceTable } from '../model/source-table';
import type { ImportMap } from '../template/raw-map';
import { isBlank } from './cells';
import { importIssue } from './codes';
import { decideColumns, type ColumnDateOrder } from './column-decisions';
import { mapColumns } from './map-columns';
import type { Mapping } from './mapping';
import { rowReader } from './row-reader';

export interface ImportOptions {
  readonly map?: ImportMap;
  /** For all date columns; rows that contradict it are rejected. */
  readonly dateOrder?: DateOrder;
  /** The sheet's row (1-based) that the first accepted row gets. */
  readonly firstRow: number;
  /** Rejected rows that are listed with their reasons; all are counted. Default 1000. */
  readonly maxRejectedKept?: number;
  /** Keys (`rowKeyReader`) of rows that the sheet has already, with their row numbers. */
  readonly existing?: ReadonlyMap<string, number>;
}

export interface RejectedRow {
  readonly sourceRow: number;
  readonly issues: readonly Issue[];
}

export interface ImportPlan {
  readonly mapping: Mapping;
  readonly dateOrders: readonly ColumnDateOrder[];
  /** The accepted rows, one after the other from `firstRow`. */
  readonly accepted: readonly Block[];
  readonly acceptedCount: number;
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  /** Issue code -> rejected rows that have it. */
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly blankCount: number;
  readonly unmapped: readonly string[];
  readonly missing: readonly string[];
  /** Of the import as a whole. With an error among them nothing was read. */
  readonly issues: readonly Issue[];
  /** True when an error concerns the table as a whole. */
  readonly refused: boolean;
}

export const MAX_REJECTED_KEPT = 1000;

export function planImport(def: RawSheetDef, source: SourceTable, options: ImportOptions): ImportPlan {
  const mapping = mapColumns(def, source, options.map);
  const decisions = decideColumns(def, source, mapping, options.dateOrder);
  const issues = [...tableIssues(def, source), ...mapping.issues, ...decisions.issues];
  const common = { mapping, dateOrders: decisions.dateOrders, unmapped: mapping.unmapped, missing: mapping.missing };
  const nothing = { accepted: [], acceptedCount: 0, rejected: [], rejectedCount: 0, rejectedBy: {}, blankCount: 0 };
  if (issues.some((issue) => issue.severity === 'error')) return { ...common, ...nothing, issues, refused: true };

  const read = rowReader(def, mapping, decisions.contexts, source.header.length);
  const place = new Map(def.columns.map(({ key }, i) => [key, i]));
  const builder = new BlockBuilder(def.columns.map((column) => column.key));
  const keyOf = rowKeyReader(def);
  const seen = new Map<string, number>();
  const { firstRow, existing, maxRejectedKept = MAX_REJECTED_KEPT } = options;
  const rejected: RejectedRow[] = [];
  const rejectedBy: Record<string, number> = {};
  let [acceptedCount, rejectedCount, blankCount, overflow] = [0, 0, 0, 0];

  for (const row of source.rows) {
    if (row.cells.every(isBlank)) {
      blankCount++;
      continue;
    }
    const reading = read(row);
    let problems = reading.issues;
    if (problems.length === 0) {
      const valueOf = (key: string): CellValue => reading.values[place.get(key) ?? -1] ?? null;
      const clash = duplicate(def, row.row, keyOf(valueOf), valueOf, seen, existing);
      if (clash !== null) problems = [clash];
    }
    if (problems.length > 0) {
      rejectedCount++;
      for (const code of new Set(problems.map((issue) => issue.code))) rejectedBy[code] = (rejectedBy[code] ?? 0) + 1;
      if (rejected.length < maxRejectedKept) rejected.push({ sourceRow: row.row, issues: problems });
    } else if (firstRow + acceptedCount > MAX_ROW) overflow++;
    else builder.add(firstRow + acceptedCount++, reading.values);
  }

  if (blankCount > 0) issues.push(importIssue('import/blank-rows', def.sheet, def.feeds, { count: blankCount }));
  if (rejectedCount > rejected.length) issues.push(importIssue('import/rejected-unlisted', def.sheet, def.feeds, { count: rejectedCount, listed: rejected.length }));
  if (overflow > 0) {
    issues.push(importIssue('import/sheet-full', def.sheet, def.feeds, { count: overflow, limit: MAX_ROW }));
    return { ...common, ...nothing, issues, refused: true };
  }
  return { ...common, accepted: builder.blocks(), acceptedCount, rejected, rejectedCount, rejectedBy, blankCount, issues, refused: false };
}

function tableIssues(def: RawSheetDef, source: SourceTable): readonly Issue[] {
  if (source.headerRow === 0) return [importIssue('import/no-header', def.sheet, def.feeds, {})];
  return source.rows.some((row) => !row.cells.every(isBlank)) ? [] : [importIssue('import/no-rows', def.sheet, def.feeds, {})];
}

/** The issue of a row whose key is taken; otherwise its key is taken from now on. */
function duplicate(
  def: RawSheetDef,
  row: number,
  key: string | null,
  valueOf: (key: string) => CellValue,
  seen: Map<string, number>,
  existing: ReadonlyMap<string, number> | undefined,
): Issue | null {
  if (key === null) return null;
  const inSheet = existing?.get(key);
  if (inSheet !== undefined) return importIssue('import/duplicate-key', def.sheet, def.feeds, { row, key: shownKey(def, valueOf), clash: inSheet });
  const inSource = seen.get(key);
  if (inSource !== undefined) return importIssue('import/duplicate-in-source', def.sheet, def.feeds, { row, key: shownKey(def, valueOf), clash: inSource });
  seen.set(key, row);
  return null;
}
