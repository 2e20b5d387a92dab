/** A form whose every cell has its place, before any value: what the sheet, the field list and the checks share. */
import type { ComputedDef } from '../model/form-def';
import type { FieldDef } from '../model/form-def';
import type { FieldPlace } from '../model/form';
import type { StyleName } from '../model/sheet-spec';

export interface PlacedFrame {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly style: StyleName;
}

export type PlacedContent =
  | { readonly type: 'text'; readonly text: string; readonly link?: string }
  | { readonly type: 'field'; readonly place: FieldPlace; readonly def: FieldDef }
  /** `prefix` precedes the field keys that the rule names; `metric` and `stage` are those of the row. */
  | { readonly type: 'computed'; readonly def: ComputedDef; readonly prefix: string; readonly metric?: string; readonly stage?: string; readonly name?: string };

export type PlacedCell = PlacedFrame & { readonly content: PlacedContent };

export interface PlacedForm {
  readonly cells: readonly PlacedCell[];
  /** Heights in points where the layout sets them. */
  readonly heights: ReadonlyMap<number, number>;
  readonly lastRow: number;
  /** Rows after which a printed page ends. */
  readonly breaks: readonly number[];
  /** Header rows repeated on each page, where there are any. */
  readonly repeatRows?: string;
}
