/** A metric as it is declared: which rows, what is counted or summed, and when it cannot be computed. */
import type { Better, MetricUnit } from '../model/metric-result';
import type { Bool, Num } from './algebra';

/**
 * Which days a row's due date is held against:
 * - `period`: the whole period; rows due after the as-of date are not due yet;
 * - `elapsed`: the period up to the as-of date, and the same stretch of the baseline (同期), for what adds up over time;
 * - `threeYears`: the 36 months up to the end of the period or the as-of date, whichever is first (5.1 近三年);
 * - `upTo`: everything up to that day, for stocks;
 * - `all`: no dates.
 */
export type Window = 'period' | 'elapsed' | 'threeYears' | 'upTo' | 'all';

/** The rows of one sheet that a metric looks at. */
export interface Population {
  /** Key of the raw-data sheet. */
  readonly sheet: string;
  /** Rows that the definition leaves out count as outside. */
  readonly scope?: Bool;
  /** Rows in scope that fail this are invalid: a needed cell is missing or not of its kind. Must rule out what would make `due` or a part meaningless. */
  readonly valid: Bool;
  /** The day that decides to which period the row belongs. */
  readonly due?: Num;
  readonly window: Window;
}

/** Of rows with equal keys only one enters: the first, or the latest of each month (by due date, then by place). */
export interface Once {
  readonly text: string;
  readonly keep: 'first' | 'latestOfMonth';
}

export interface Aggregate {
  readonly kind: 'count' | 'sum' | 'min' | 'max' | 'variance';
  /** Which population; the first when not said. */
  readonly from?: number;
  readonly of?: Num;
  readonly where?: Bool;
  readonly once?: Once;
  /** Measured over this period whatever period the metric is asked for. */
  readonly period?: 'baseline' | 'current';
}

/** Groups of rows: by a number (process step), by a text (product, item), or the months of the window. */
export interface Grouping {
  readonly by: { readonly kind: 'number' | 'text'; readonly column: string } | { readonly kind: 'months' };
  /** Heading of the group in the sheet. */
  readonly heading: string;
  /** Headings of parts, derived values and totals, by name. */
  readonly labels: Readonly<Record<string, string>>;
  /** More groups than this are refused, not cut. */
  readonly limit: number;
  /** Per group, over its rows. */
  readonly parts: Readonly<Record<string, Aggregate>>;
  /** Per group, from its parts and earlier derived values, in this order. */
  readonly derived: Readonly<Record<string, Num>>;
  /** Over the groups: what becomes a part of the metric. `weight` looks the group up in the side table of the sheet. */
  readonly totals: Readonly<Record<string, Total>>;
  /** Key of the side table with a weight per group (题项权重). */
  readonly weights?: { readonly key: string; readonly weight: string };
  /** Rows with the same text here were sampled together (one questionnaire); `of` is the part whose values are averaged. */
  readonly cluster?: { readonly column: string; readonly of: string };
}

export interface Total {
  readonly kind: 'sum' | 'product' | 'count';
  /** Name of a part or derived value of the group; ignored by `count`. */
  readonly of?: string;
  readonly where?: Bool;
}

export interface Guard {
  /** The metric cannot be computed when this holds. Parts are those of the metric. */
  readonly when: Bool;
  readonly status: 'not-applicable' | 'no-data';
  readonly reason: string;
}

/**
 * How the figure varies, hence how its interval and its change are judged:
 * - `proportion`: k of n, Wilson, Newcombe, z or Fisher;
 * - `countRate`: events over exposure, Poisson;
 * - `time`: total time over failures, chi-square;
 * - `ratioOfTotals`: quotient of two sums over rows, by linearisation;
 * - `yield`: product of proportions, by linearisation of its logarithm;
 * - `score`: mean over questionnaires, Welch;
 * - `beforeAfter`: the metric is itself a comparison of two samples;
 * - `census`: totals of all records: no sampling error, no test.
 */
export type Family = 'proportion' | 'countRate' | 'time' | 'ratioOfTotals' | 'yield' | 'score' | 'beforeAfter' | 'census';

export interface MetricDef {
  readonly key: string;
  /** Item of table A.1 or clause, e.g. `6.6`, `7.6c`, `R1`. */
  readonly item: string;
  readonly name: string;
  readonly nameEn: string;
  /** Raised whenever the definition changes the figure. */
  readonly version: number;
  readonly unit: MetricUnit;
  /** Unit as printed where it is not %: 件, 起, 项, h, 分. */
  readonly unitText?: string;
  readonly better: Better;
  readonly family: Family;
  /** The definition in the field's words: what is over what, which rows, which edge cases. */
  readonly definition: string;
  /** Set when this is another accepted way to compute the metric of the same key. */
  readonly variant?: { readonly id: string; readonly label: string };
  /** `period`: once per period; `comparison`: one figure out of both periods, reported as current. */
  readonly scope: 'period' | 'comparison';
  /** `beforeAfter` only: what the two samples are compared by. */
  readonly evidence?: 'means' | 'spreads' | 'shares';
  /** The value of a comparison that means no change; 0 where not said. */
  readonly neutral?: number;
  readonly populations: readonly Population[];
  readonly parts: Readonly<Record<string, Aggregate>>;
  readonly grouping?: Grouping;
  readonly numerator: Num;
  readonly denominator?: Num;
  /** Default: numerator / denominator, or the numerator where there is no denominator. */
  readonly value?: Num;
  /** Checked in order after `no rows` and before `zero denominator`. */
  readonly guards?: readonly Guard[];
  /** May be filled as 汇总填报. */
  readonly summary: boolean;
  /** Has a monthly series: ratios whose numerator and denominator are parts over one population. */
  readonly monthly: boolean;
}
