/** What the names in a metric's expressions stand for in the workbook: raw columns, days of the windows. */
import { columnName } from '../../form/names';
import type { PeriodKey } from '../../model/period';
import type { RawSheetDef } from '../../model/raw-sheet';
import type { FormulaScope } from '../formula';
import type { Window } from '../metric-def';

export type BoundNames = Readonly<Record<'low' | 'high' | 'asOf', string>>;

export const AS_OF = '数据截止日';
/** 1 when all dates on 首页 are there and in order. */
export const PERIODS_VALID = '期间有效';
/** 1 when both periods are equally long, give or take a leap day. */
export const PERIODS_COMPARABLE = '期间可比';

const WORD: Readonly<Record<PeriodKey, string>> = { baseline: '提升前', current: '提升后' };

export const startName = (period: PeriodKey): string => `${WORD[period]}_开始`;
export const endName = (period: PeriodKey): string => `${WORD[period]}_结束`;
/** The last day that is known of the period: its end or the as-of date. */
export const knownEndName = (period: PeriodKey): string => `${WORD[period]}_已知止`;
export const threeYearsName = (period: PeriodKey): string => `${WORD[period]}_三年起`;

export function boundNames(window: Window, period: PeriodKey): BoundNames {
  switch (window) {
    case 'period':
    case 'all':
      return { low: startName(period), high: endName(period), asOf: AS_OF };
    case 'elapsed':
      return { low: startName(period), high: period === 'baseline' ? '同期截止日' : '本期截止日', asOf: AS_OF };
    case 'threeYears':
      return { low: threeYearsName(period), high: knownEndName(period), asOf: AS_OF };
    case 'upTo':
      return { low: '1', high: knownEndName(period), asOf: AS_OF };
  }
}

/** Scope of expressions over the rows of a raw sheet. */
export function rowScope(sheet: RawSheetDef, bounds: BoundNames): FormulaScope {
  return {
    column: (key) => columnName(sheet, key),
    bound: (name) => bounds[name],
    part: (name) => { throw new RangeError(`a row has no part ${name}`); },
  };
}

/** Scope of expressions over parts. */
export function partScope(part: (name: string) => string): FormulaScope {
  return {
    column: (key) => { throw new RangeError(`parts have no column ${key}`); },
    bound: (name) => { throw new RangeError(`parts have no ${name}`); },
    part,
  };
}
