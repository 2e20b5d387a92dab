/**
 * A finding of the review, one row of 审核记录: what somebody, or the check, found at a cell or a sheet; what the enterprise answered;
 * what became of it. The sheet holds the words, so that it can be filled in without the program.
 */
import type { Anchor } from './anchor';

/** must: it has to be put right; should: a suggestion; note: to be known. */
export type FindingLevel = 'must' | 'should' | 'note';
/** accepted: it was right, and is put right; rejected: it was not, the answer says why. Both close it. */
export type FindingState = 'open' | 'answered' | 'accepted' | 'rejected';

/** The words of the lists 审核级别 and 审核状态. */
export const LEVEL_WORDS = { must: '必须修改', should: '建议修改', note: '提示' } as const satisfies Readonly<Record<FindingLevel, string>>;
export const STATE_WORDS = { open: '待答复', answered: '已答复', accepted: '已采纳', rejected: '不采纳' } as const satisfies Readonly<Record<FindingState, string>>;

export const REVIEW_FORM = 'review';
export const FINDINGS = 'findings';

export interface Finding {
  /** As printed in 序号: 1 for the first row. */
  readonly number: number;
  /** As typed. */
  readonly sheet: string;
  /** As typed; '' for the sheet as a whole. */
  readonly cell: string;
  readonly finding: string;
  readonly clause: string;
  /** Null where the cell holds another word. */
  readonly level: FindingLevel | null;
  readonly raisedBy: string;
  /** Serial date. */
  readonly raised: number | null;
  readonly answer: string;
  readonly answeredBy: string;
  readonly answered: number | null;
  /** Null where the cell holds another word. */
  readonly state: FindingState | null;
  readonly settledBy: string;
  readonly settled: number | null;
  /** Code of the rule, for what came from the check; '' for what people found. */
  readonly source: string;
  readonly anchor: Anchor | null;
}

export const isClosed = ({ state }: Pick<Finding, 'state'>): boolean => state === 'accepted' || state === 'rejected';
