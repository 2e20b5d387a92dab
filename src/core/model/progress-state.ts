/** 7.5.1: where a line of the plan stands on the as-of date, never on the day on which somebody looks. */
import type { CellValue } from './cell';

export type ProgressState = 'unplanned' | 'waiting' | 'running' | 'inTime' | 'late' | 'overdue' | 'done';

export interface LineDates {
  /** Serial dates; anything else counts as not given. */
  readonly start: CellValue;
  readonly end: CellValue;
  /** When it was really done. */
  readonly done: CellValue;
}

export function progressStateOf({ start, end, done }: LineDates, asOf: CellValue): ProgressState {
  if (typeof done === 'number') return typeof end !== 'number' ? 'done' : done <= end ? 'inTime' : 'late';
  if (typeof start !== 'number' || typeof end !== 'number' || typeof asOf !== 'number') return 'unplanned';
  return asOf > end ? 'overdue' : asOf >= start ? 'running' : 'waiting';
}
