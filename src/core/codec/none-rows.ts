/**
 * 无 typed in place of a record: nothing of the kind happened (blank is not zero). Such a row needs its date and its
 * category, so that it stands for a period; its other required cells may stay blank, and it has no key.
 */
import type { CellValue } from '../model/cell';

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

/** `valueOf` gives the row's value of a column key. */
export function saysNone(sheetKey: string, valueOf: (key: string) => CellValue): boolean {
  const rule = NONE_ROWS[sheetKey];
  if (rule === undefined) return false;
  const value = valueOf(rule.says);
  return typeof value === 'string' && value.trim() === '无';
}

/** True when the column may be blank in a row that says 无. */
export function waivedByNone(sheetKey: string, columnKey: string): boolean {
  const rule = NONE_ROWS[sheetKey];
  return rule !== undefined && rule.says !== columnKey && !rule.keeps.includes(columnKey);
}
