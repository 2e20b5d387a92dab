/**
 * What a rule over one cell is. A cell is held against what its codec makes of it: the codec reads generously, as an
 * import must; what is stored in the sheet has to be exactly what formulas can count.
 */
import type { CellProblemCode } from '../codec/problem';
import type { Issue } from '../issue/issue';
import type { CellValue } from '../model/cell';
import type { ValueKind } from '../model/raw-sheet';
import type { CheckIssueCode } from './codes';

/** What raw columns and form fields have in common. */
export interface CellDef {
  readonly kind: ValueKind;
  /** Header or label, for the sentence. */
  readonly label: string;
  readonly required: boolean;
  readonly choices?: readonly string[];
  readonly open?: boolean;
  /** Inclusive bounds of numbers; of texts, `max` is the number of characters. */
  readonly min?: number;
  readonly max?: number;
  /** False where `12%` is refused. */
  readonly percent?: boolean;
}

export interface Finding {
  readonly code: CellProblemCode | CheckIssueCode;
  readonly params: Issue['params'];
}

/** A filled cell: what is stored, and the value that its codec reads from it (null: nothing but blanks). */
export interface ReadCell {
  readonly value: Exclude<CellValue, null>;
  readonly read: CellValue;
}

export interface CellRule {
  /** Kinds of columns that the rule looks at. */
  readonly kinds: ReadonlySet<ValueKind>;
  /** Null when all is well. The label is added to the parameters by the caller. */
  find(cell: ReadCell, def: CellDef): Finding | null;
}

export const TEXTUAL: ReadonlySet<ValueKind> = new Set<ValueKind>(['text', 'code']);
export const NUMERIC: ReadonlySet<ValueKind> = new Set<ValueKind>(['number', 'count', 'money']);
export const DATED: ReadonlySet<ValueKind> = new Set<ValueKind>(['date', 'datetime', 'month']);
export const ANY: ReadonlySet<ValueKind> = new Set<ValueKind>([...TEXTUAL, ...NUMERIC, ...DATED, 'choice', 'uscc', 'industry']);

