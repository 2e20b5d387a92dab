/**
 * A raw-data sheet as the template declares it: row 1 title, row 2 how to fill, row 3 header, rows from row 4.
 */
export const HEADER_ROW = 3;
export const FIRST_DATA_ROW = 4;

/** What a cell is meant to hold. One codec per kind. */
export type ValueKind =
  | 'text'
  | 'code' // text that must stay text: order numbers, serial numbers, unified social credit code
  | 'number'
  | 'count' // a whole number, zero or more
  | 'money' // 万元 unless the column says otherwise
  | 'date'
  | 'datetime'
  | 'month' // stored as the serial date of the month's first day
  | 'choice'
  | 'uscc' // 统一社会信用代码, GB 32100-2015
  | 'industry'; // GB/T 4754-2017 division, two digits

export interface RawColumnDef {
  /** English key, stable. */
  readonly key: string;
  /** The header as it stands in the sheet, without the star of a required column. */
  readonly header: string;
  readonly kind: ValueKind;
  readonly required: boolean;
  /** Column width in characters. */
  readonly width: number;
  /** Allowed values of a `choice`, in the order of the list. */
  readonly choices?: readonly string[];
  /** True when other values than the choices are fine (the list only proposes). */
  readonly open?: boolean;
  readonly unit?: string;
  /** Inclusive bounds for numbers. */
  readonly min?: number;
  readonly max?: number;
  /** Headers of ERP exports that mean this column (金蝶, 用友, English); compared without case, spaces and punctuation. */
  readonly synonyms: readonly string[];
  /** Headers taken only when no header or synonym fits, e.g. 物料编码 where there is no 物料名称. */
  readonly fallbacks?: readonly string[];
  /** What to type, shown when the cell is selected. */
  readonly prompt: string;
  /** An example value for the prompt row and the docs. */
  readonly example: string;
}

/** A small table to the right of the rows, e.g. the weights of survey items. */
export interface SideTableDef {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly RawColumnDef[];
  /** Number of rows laid out. */
  readonly rows: number;
}

export interface RawSheetDef {
  readonly key: string;
  /** Sheet name, e.g. `数据_销售交付`. */
  readonly sheet: string;
  /** Clauses or items that the rows feed, e.g. `A.1 6.6、7.5`. */
  readonly feeds: string;
  /** One line on how to fill, row 2. */
  readonly howTo: string;
  readonly columns: readonly RawColumnDef[];
  /** Column keys that together identify a row, where rows have an identity. */
  readonly unique?: readonly string[];
  readonly side?: SideTableDef;
  readonly starter: boolean;
}

/** The header as printed: required columns carry a star. */
export function headerText(column: RawColumnDef): string {
  const unit = column.unit === undefined ? '' : `(${column.unit})`;
  return `${column.header}${unit}${column.required ? '*' : ''}`;
}
