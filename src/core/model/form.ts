/** Where the entries of a form stand in its sheet: what the reader, the rules and the checks share. */
import type { ValueKind } from './raw-sheet';

export interface FieldPlace {
  /** Stable key, unique in the form; fields of repeated rows are `list[3].owner` (0-based). */
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly kind: ValueKind;
  /** Required always, or (`row`) when anything else of the same repeated row is filled. */
  readonly required: boolean | 'row';
  readonly label: string;
  readonly clause: string;
  /** What the standard, or we, say of it: shown where it is filled in. */
  readonly prompt?: string;
  readonly choices?: readonly string[];
  readonly open?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Defined name that follows the cell when rows are inserted, where there is one. */
  readonly name?: string;
  /** Entries of one repeated row share this, e.g. `problems[2]`. */
  readonly group?: string;
  /** The program's own: no rule judges it. */
  readonly own?: true;
  /** Not required while the other field holds this value. */
  readonly unless?: { readonly key: string; readonly value: string };
}
