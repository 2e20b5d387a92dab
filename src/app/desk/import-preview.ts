/** What an import would do, in the few rows that a person looks at. */
import { shown } from '../../core/codec/codec';
import { isBlank } from '../../core/import/cells';
import { filledRows } from '../../core/import/filled-rows';
import type { ImportPlan } from '../../core/import/plan-import';
import { cellOf } from '../../core/model/block-builder';
import type { Block } from '../../core/model/block';
import { headerText, type RawSheetDef } from '../../core/model/raw-sheet';
import type { SourceRow, SourceTable } from '../../core/model/source-table';
import type { LoadedSource } from '../load-source';
import { shownSource } from '../rejected-csv';
import { storedText } from './stored-text';
import type { Correction, ImportPreview, ImportTarget, PreviewRow } from './import-data';

/** Rows of the preview, and rejected rows that are shown. */
const FIRST_ROWS = 20;
const REJECTED_ROWS = 200;

/** The source with its corrected cells. */
export function corrected(table: SourceTable, corrections: readonly Correction[]): SourceTable {
  if (corrections.length === 0) return table;
  const byRow = new Map<number, Correction[]>();
  for (const correction of corrections) byRow.set(correction.row, [...(byRow.get(correction.row) ?? []), correction]);
  return {
    ...table,
    rows: table.rows.map((row): SourceRow => {
      const changes = byRow.get(row.row);
      if (changes === undefined) return row;
      const cells = table.header.map((_, column) => row.cells[column]).concat(row.cells.slice(table.header.length));
      for (const { column, text } of changes) cells[column] = text;
      return { row: row.row, cells };
    }),
  };
}

export function importPreview(def: RawSheetDef, source: LoadedSource, plan: ImportPlan, before: readonly Block[]): ImportPreview {
  const { table, encoding, sheet } = source;
  const targets = def.columns.map((column): ImportTarget => ({
    key: column.key, header: headerText(column), required: column.required,
    filling: plan.mapping.columns.find(({ key }) => key === column.key)?.filling ?? null,
  }));
  const byRow = new Map(table.rows.map((row) => [row.row, row]));
  return {
    encoding, sourceSheet: sheet, headerRow: table.headerRow, header: table.header, targets,
    dateOrders: plan.dateOrders, issues: plan.issues, refused: plan.refused,
    before: filledRows(before), accepted: plan.acceptedCount, rejected: plan.rejectedCount, blank: plan.blankCount, rejectedBy: plan.rejectedBy,
    rows: previewRows(def, table, plan, targets),
    rejectedRows: plan.rejected.slice(0, REJECTED_ROWS).map(({ sourceRow, issues }) => ({
      row: sourceRow, issues, texts: table.header.map((_, column) => shownSource(byRow.get(sourceRow)?.cells[column])),
    })),
  };
}

/** Accepted rows stand in the order of the source: each row that was not rejected takes the next of them. */
function previewRows(def: RawSheetDef, { rows }: SourceTable, { refused, rejected, accepted }: ImportPlan, targets: readonly ImportTarget[]): readonly PreviewRow[] {
  const turnedDown = new Set(rejected.map(({ sourceRow }) => sourceRow));
  const first = accepted[0];
  const shownRows: PreviewRow[] = [];
  let next = 0;
  for (const row of rows) {
    if (shownRows.length >= FIRST_ROWS) break;
    if (row.cells.every(isBlank)) continue;
    const out = refused || turnedDown.has(row.row) || first === undefined || next >= first.length;
    shownRows.push({ row: row.row, rejected: turnedDown.has(row.row), texts: out ? targets.map(({ filling }) => sourceOf(row, filling)) : storedRow(def, first, next++) });
  }
  return shownRows;
}

function storedRow(def: RawSheetDef, block: Block, index: number): readonly string[] {
  return def.columns.map((column) => storedText(column, cellOf(block, column.key, index)));
}

function sourceOf(row: SourceRow, filling: ImportTarget['filling']): string {
  if (filling === null || filling.reason === 'derived') return '';
  return filling.reason === 'constant' ? shown(filling.value) : shownSource(row.cells[filling.index]);
}
