/**
 * 无 typed in place of a record: nothing of the kind happened (blank is not zero). Such a row needs its date and its
 * category, so that it stands for a period; its other required cells may stay blank, and it has no key.
 */
import type { Block } from '../model/block';
import { textAt } from './row-rule';

interface NoneRule {
  /** The column that says 无. */
  readonly says: string;
  /** Columns that stay required. */
  readonly keeps: readonly string[];
}

export const NONE_ROWS: Readonly<Record<string, NoneRule>> = {
  complaints: { says: 'id', keeps: ['receivedDate'] },
  compliance: { says: 'name', keeps: ['category', 'date'] },
  innovations: { says: 'name', keeps: ['category', 'date'] },
  qualityIssues: { says: 'id', keeps: ['foundDate'] },
  supplierIssues: { says: 'id', keeps: ['dueDate'] },
};

export function saysNone(sheetKey: string, block: Block, index: number): boolean {
  const rule = NONE_ROWS[sheetKey];
  return rule !== undefined && textAt(block, rule.says, index).trim() === '无';
}

/** True when the column may be blank in a row that says 无. */
export function waivedByNone(sheetKey: string, columnKey: string): boolean {
  const rule = NONE_ROWS[sheetKey];
  return rule !== undefined && rule.says !== columnKey && !rule.keeps.includes(columnKey);
}
