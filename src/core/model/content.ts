/**
 * Everything people put into a workbook, apart from its layout. A workbook is a function of its content: generating it
 * again from what was read gives the same workbook.
 */
import type { Block } from './block';
import type { CellValue } from './cell';
import type { PeriodKey, Periods } from './period';

/** 汇总填报: a numerator and a denominator typed in place of rows. */
export interface Summary {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Where the figures come from. */
  readonly evidence: string;
}

export interface WorkbookContent {
  /** Keys of the forms and raw-data sheets that the enterprise chose. */
  readonly chosen: readonly string[];
  /** Null while the periods or the as-of date on 首页 are missing or wrong: then nothing is measured. */
  readonly periods: Periods | null;
  /** Form key -> field key -> what was typed. */
  readonly entries: Readonly<Record<string, Readonly<Record<string, CellValue>>>>;
  /** Raw-data sheet key -> its rows. */
  readonly rows: Readonly<Record<string, readonly Block[]>>;
  /** Raw-data sheet key -> rows of the small table beside it (by column key). */
  readonly side: Readonly<Record<string, readonly Readonly<Record<string, CellValue>>[]>>;
  /** Metric key -> period -> 汇总填报. */
  readonly summaries: Readonly<Record<string, Readonly<Partial<Record<PeriodKey, Summary>>>>>;
}
