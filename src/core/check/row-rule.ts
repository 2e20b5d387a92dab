/** What a rule over a whole row is, and how it reads cells. Rules that compare rows with each other are in `group-rule.ts`. */
import type { Block } from '../model/block';
import { NUMBER, TEXT } from '../model/block';
import type { RawColumnDef, RawSheetDef } from '../model/raw-sheet';
import type { Finding } from './cell-rule';

/** Reports a finding at the cell of a column. */
export type Report = (finding: Finding, columnKey: string, row: number) => void;

export interface RowVisitor {
  /** A row with at least one filled cell. */
  row(block: Block, index: number, report: Report): void;
}

export interface RowRule {
  /** Null for sheets that the rule has nothing to say about. */
  create(def: RawSheetDef): RowVisitor | null;
}

/** Null where the cell holds no number. */
export function numberAt(block: Block, key: string, index: number): number | null {
  const column = block.columns[key];
  return column?.kind[index] === NUMBER ? (column.number[index] ?? null) : null;
}

/** '' where the cell holds no text. */
export function textAt(block: Block, key: string, index: number): string {
  const column = block.columns[key];
  return column?.kind[index] === TEXT ? (column.text[index] ?? '') : '';
}

/** Throws `RangeError` when the sheet has no such column: the tables of the rules name real ones. */
export function columnOf(def: RawSheetDef, key: string): RawColumnDef {
  const column = def.columns.find((one) => one.key === key);
  if (column === undefined) throw new RangeError(`${def.key} has no column ${key}`);
  return column;
}
