/** The periods that are compared (提升前, 提升后) and the date up to which the rows are known (数据截止日). */
export interface Period {
  /** First and last day, serial dates, both inclusive. */
  readonly start: number;
  readonly end: number;
}

export type PeriodKey = 'baseline' | 'current';

export interface Periods {
  readonly baseline: Period;
  readonly current: Period;
  /** 数据截止日: typed and stored; nothing in the product reads today's date. */
  readonly asOf: number;
}
