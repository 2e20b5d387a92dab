/**
 * Rows from outside into a raw-data sheet: below the rows that are there, or in their place when the caller asks for it.
 * Pure: the content comes back with the rows in it, and the plan says what was done. A dry run uses the plan alone.
 */
import { rowKeyReader } from '../core/codec/row-key';
import { trimRows } from '../core/import/trim-rows';
import { planImport, type ImportOptions, type ImportPlan } from '../core/import/plan-import';
import type { Block } from '../core/model/block';
import { cellOf } from '../core/model/block-builder';
import type { WorkbookContent } from '../core/model/content';
import { HEADER_ROW, type RawSheetDef } from '../core/model/raw-sheet';
import type { SourceTable } from '../core/model/source-table';

export interface ImportRowsOptions extends Pick<ImportOptions, 'map' | 'dateOrder' | 'maxRejectedKept'> {
  /** Take the new rows in place of those that the sheet has. Rows that are there stay when no new row is accepted. */
  readonly replace?: boolean;
  /** Row of the sheet's header, where people moved it. */
  readonly headerRow?: number;
}

export interface ImportRowsResult {
  /** The content given, when nothing was accepted. */
  readonly content: WorkbookContent;
  readonly plan: ImportPlan;
}

/** The sheet is added to the chosen ones when it was not among them. */
export function importRows(content: WorkbookContent, def: RawSheetDef, source: SourceTable, options: ImportRowsOptions = {}): ImportRowsResult {
  const { replace = false, headerRow = HEADER_ROW, ...rest } = options;
  const kept = replace ? [] : trimRows(content.rows[def.key] ?? []);
  const last = kept.at(-1);
  const firstRow = last === undefined ? headerRow + 1 : last.firstRow + last.length;
  const plan = planImport(def, source, { ...rest, firstRow, existing: keysOf(def, kept) });
  if (plan.acceptedCount === 0) return { content, plan };
  const chosen = content.chosen.includes(def.key) ? content.chosen : [...content.chosen, def.key];
  return { content: { ...content, chosen, rows: { ...content.rows, [def.key]: [...kept, ...plan.accepted] } }, plan };
}

/** Keys of the rows with their row numbers; the first of those that share one. */
function keysOf(def: RawSheetDef, blocks: readonly Block[]): ReadonlyMap<string, number> {
  const keyOf = rowKeyReader(def);
  const keys = new Map<string, number>();
  for (const block of blocks)
    for (let i = 0; i < block.length; i++) {
      const key = keyOf((name) => cellOf(block, name, i));
      if (key !== null && !keys.has(key)) keys.set(key, block.firstRow + i);
    }
  return keys;
}
