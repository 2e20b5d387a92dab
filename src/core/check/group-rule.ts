/**
 * What a rule over rows that belong together is: rows of one key, one person, one product. A row tells its group by itself, so
 * that after an edit only the groups that the row left and joined are judged again.
 */
import type { Block } from '../model/block';
import type { RawSheetDef } from '../model/raw-sheet';
import type { Report } from './row-rule';

/** A row where it lies. */
export interface RowAt {
  readonly block: Block;
  readonly index: number;
  /** Row of the sheet. */
  readonly row: number;
}

export interface GroupJudge {
  /** The group that the row belongs to; null for none. */
  key(block: Block, index: number): string | null;
  /** Reports what is wrong among the rows of one group: two or more, from the top. */
  judge(rows: readonly RowAt[], report: Report): void;
}

export interface GroupRule {
  /** Null for sheets that the rule has nothing to say about. */
  create(def: RawSheetDef): GroupJudge | null;
}
