/**
 * Changes to a workbook that people own, as data. What is not named here stays as it is. Done in this order: sheets removed,
 * replaced, added; rows of lists removed, then appended; cells; rules; charts; what charts show; names; properties. Rows and columns are
 * numbers (1 = A) of the sheet as it will be, formulas have no leading `=`.
 */
import type { Block } from './block';
import type { CellValue } from './cell';
import type { ChartPoints, ChartSpec } from './chart-spec';
import type { ConditionalFormatSpec, SheetSpec, StyleName, ValidationSpec } from './sheet-spec';

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** Null blanks the cell. With a formula: its cached result. */
  readonly value: CellValue;
  readonly formula?: string;
  /** The formula is evaluated over arrays (Ctrl+Shift+Enter). */
  readonly array?: boolean;
  /** The formula that is there stays; only its cached result becomes `value`. Nothing happens where the cell has none. */
  readonly keepFormula?: boolean;
  /** The number is a serial date: a cell whose format shows no date is given yyyy-mm-dd. */
  readonly date?: boolean;
  /** The row becomes at least this high, points: cells that are merged do not make their rows grow. */
  readonly height?: number;
  /** Absent: the cell keeps its look; a new one takes that of its row or column. */
  readonly look?: { readonly style: StyleName; readonly format?: string };
}

/** Rows under a header, and the table that they form, when they form one. */
export interface ListPatch {
  readonly headerRow: number;
  /** Column key -> column number, for the keys of `append`. */
  readonly columns: Readonly<Record<string, number>>;
  /**
   * Rows to take out, ascending, or all. What is under them moves up inside the list's columns (those of the table, else from
   * the first to the last of `columns`); cells beside the list stay where they are.
   * Formulas and rules of the same sheet, the table and names go along. Not followed: formulas and rules of other sheets and
   * charts. Where those point to single cells of the list, or to some of its rows, they read what stands there afterwards.
   */
  readonly remove?: readonly number[] | 'all';
  /** Rows to write; `firstRow` of each block is its row in the sheet after the removal. Cells there that a block leaves blank keep what they hold. */
  readonly append?: readonly Block[];
}

/** Rules and formats put back; what holds for other cells stays. */
export interface RulesPatch {
  /** Each takes the place of whatever cell rule its cells have. */
  readonly validations?: readonly ValidationSpec[];
  /** Each takes the place of those with the same formula on its cells; others there stay. */
  readonly conditionalFormats?: readonly ConditionalFormatSpec[];
  /** The number format of cells that are there, and of the columns where the range goes to the end of the sheet; the rest of their looks stays. */
  readonly formats?: readonly { readonly ref: string; readonly format: string }[];
}

/** Cells that charts refer to, and what they hold now. */
export interface ShownCells extends ChartPoints {
  /** The reference as the charts have it; `ref` takes its place. */
  readonly from: string;
}

export interface SheetPatch {
  readonly sheet: string;
  readonly list?: ListPatch;
  readonly cells?: readonly CellEdit[];
  readonly rules?: RulesPatch;
  readonly charts?: readonly ChartSpec[];
  /**
   * What the sheet's charts keep of the cells that they refer to. Charts and series that are not there stay away, and nothing
   * else of a chart changes. A program that recalculates follows the cells by itself.
   */
  readonly shown?: readonly ShownCells[];
}

export interface WorkbookPatch {
  readonly remove?: readonly string[];
  /** By name; the sheet keeps its place, its drawings and the names that point to it. */
  readonly replace?: readonly SheetSpec[];
  readonly add?: readonly { readonly spec: SheetSpec; /** Name of the sheet that it stands before; last without it. */ readonly before?: string }[];
  /** Name in the footer of sheets added and replaced; without it the replaced ones keep their footers. */
  readonly enterpriseName?: string;
  readonly sheets?: readonly SheetPatch[];
  /** Names of workbook scope: set, or removed with null. */
  readonly names?: readonly { readonly name: string; readonly refersTo: string | null }[];
  /** Custom document properties by name: set, or removed with null. Others stay. */
  readonly properties?: Readonly<Record<string, string | null>>;
}
