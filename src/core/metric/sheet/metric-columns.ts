/** Columns of 指标计算: what is shown left, what it rests on right, one row per metric. */
import type { PeriodKey } from '../../model/period';

export const FIRST_METRIC_ROW = 5;

/** Columns shown for the change. */
export const CHANGE_COLUMNS = {
  item: 1, name: 2, unit: 3, baseline: 4, current: 5, difference: 6, low: 7, high: 8, p: 9, verdict: 10, better: 11,
} as const;

/** Offsets of the columns that each period has. */
export const PERIOD_COLUMNS = {
  status: 0, basis: 1, numerator: 2, denominator: 3, low: 4, high: 5, error: 6, used: 7, notDue: 8, outside: 9, invalid: 10, few: 11,
} as const;

export type PeriodColumn = keyof typeof PERIOD_COLUMNS;

const PERIOD_WIDTH = Object.keys(PERIOD_COLUMNS).length;
const FIRST_PERIOD_COLUMN: Readonly<Record<PeriodKey, number>> = { baseline: 12, current: 12 + PERIOD_WIDTH };
export const DEFINITION_COLUMN = 12 + 2 * PERIOD_WIDTH;
export const VERSION_COLUMN = DEFINITION_COLUMN + 1;
export const KEY_COLUMN = DEFINITION_COLUMN + 2;

export function periodColumn(period: PeriodKey, column: PeriodColumn): number {
  return FIRST_PERIOD_COLUMN[period] + PERIOD_COLUMNS[column];
}

export function valueColumn(period: PeriodKey): number {
  return period === 'baseline' ? CHANGE_COLUMNS.baseline : CHANGE_COLUMNS.current;
}
