/**
 * A sheet as data: everything a host needs to build it, and nothing of how. Rows and columns are numbers (1 = A),
 * references are A1 strings without the sheet's name, formulas have no leading `=`.
 */
import type { Block } from './block';
import type { CellValue } from './cell';
import type { ChartSpec } from './chart-spec';

/** The looks of the product; `core/form/style.ts` says what each is. */
export type StyleName =
  | 'title' // sheet title, 16 pt bold centred
  | 'clause' // 右上角: DB32/T 4918—2024 附录 B
  | 'howTo' // one grey line on how to fill
  | 'header' // header band
  | 'section' // heading of a part of a sheet
  | 'label' // printed label of a form, centred
  | 'labelLeft'
  | 'prompt' // grey prompt of the standard at the top of a box to fill, open below
  | 'input' // a cell to type in: tinted, thin border, unlocked, wrapped, left
  | 'inputTop' // a large box for sentences: text begins at the top
  | 'boneDown' // a bone of a fishbone, above its spine
  | 'boneUp' // below it
  | 'spine'
  | 'arrow' // the point of the spine
  | 'inputUnder' // the box below a prompt, open above
  | 'inputCentre' // dates, choices
  | 'inputNumber'
  | 'computed' // formula cell, locked
  | 'computedCentre'
  | 'computedNumber'
  | 'text' // static text, wrapped, left
  | 'note' // 9 pt grey
  | 'link'
  | 'blank';

export interface CellSpec {
  readonly row: number;
  readonly column: number;
  /** A typed value, or, where there is a formula, its cached result. */
  readonly value?: CellValue;
  readonly formula?: string;
  /** True for a formula that must be evaluated over arrays (Ctrl+Shift+Enter). */
  readonly array?: boolean;
  readonly style: StyleName;
  /** Number format, e.g. `0.00%`, `yyyy-mm-dd`, `@`. */
  readonly format?: string;
  /** Internal target `'首页'!A1`. */
  readonly link?: string;
  /** A note (classic comment) on the cell. */
  readonly note?: string;
  /** What the program says of the file at the time of writing: whatever value the file holds there is an older one. */
  readonly stamp?: true;
}

export interface ColumnSpec {
  /** Width in characters. */
  readonly width: number;
  readonly hidden?: boolean;
  /** Style and format of the whole column below the header (raw-data sheets). */
  readonly style?: StyleName;
  readonly format?: string;
}

export interface ValidationSpec {
  /** Where, e.g. `F4:F1048576`. */
  readonly ref: string;
  readonly rule:
    | { readonly type: 'list'; readonly source: string } // a defined name or a range on the lists sheet; never a literal list
    | { readonly type: 'date' | 'decimal' | 'whole' | 'textLength'; readonly min?: number; readonly max?: number }
    | { readonly type: 'custom'; readonly formula: string }
    | { readonly type: 'any' };
  readonly allowBlank: boolean;
  /** 'stop' refuses, 'warning' asks. */
  readonly severity: 'stop' | 'warning';
  readonly promptTitle?: string;
  readonly prompt?: string;
  readonly errorTitle?: string;
  readonly error?: string;
}

export interface ConditionalFormatSpec {
  readonly ref: string;
  /** True where the look applies, written for the top-left cell of `ref`. */
  readonly formula: string;
  /** `missingUnder` is `missing` for a box whose prompt stands above it without a line between. */
  readonly look: 'missing' | 'missingUnder' | 'prompt' | 'improved' | 'worsened' | 'muted';
}

export interface TableSpec {
  /** Table name, unique in the workbook. */
  readonly name: string;
  /** Header row and the rows under it, e.g. `A3:M4`. */
  readonly ref: string;
  readonly headers: readonly string[];
}

export interface PrintSpec {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated on each page, e.g. `1:3`. */
  readonly repeatRows?: string;
  readonly area?: string;
  /** Rows after which a page ends. */
  readonly breaksAfter?: readonly number[];
}

/** Rows of a raw-data sheet, streamed by the host below the header. */
export interface RawRowsSpec {
  readonly firstRow: number;
  /** Column keys in sheet order (column A first). */
  readonly keys: readonly string[];
  readonly blocks: readonly Block[];
}

export interface SheetSpec {
  readonly name: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly columns: readonly ColumnSpec[];
  /** Heights in points by row number. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly cells: readonly CellSpec[];
  readonly merges?: readonly string[];
  readonly validations?: readonly ValidationSpec[];
  readonly conditionalFormats?: readonly ConditionalFormatSpec[];
  readonly table?: TableSpec;
  /** Rows above and columns left of this cell stay in view. */
  readonly freeze?: { readonly row: number; readonly column: number };
  /** Locked without a password except cells of the input styles. */
  readonly protect: boolean;
  readonly print: PrintSpec;
  /** The cell selected when the sheet opens: the first to fill. */
  readonly activeCell: string;
  readonly rawRows?: RawRowsSpec;
  /** Charts that a new sheet comes with. One that is there already is changed by a patch. */
  readonly charts?: readonly ChartSpec[];
}

export interface NameSpec {
  readonly name: string;
  /** A formula without `=`, e.g. `参数!$A$4:$A$9`. */
  readonly refersTo: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly names: readonly NameSpec[];
  readonly title: string;
  /** Sheet shown when the workbook opens. */
  readonly active: string;
  /** Name in the footer of every sheet. */
  readonly enterpriseName: string;
}
