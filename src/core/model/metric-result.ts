/** What measuring gives: the shapes of `zhisheng measure --json`. */
import type { PeriodKey } from './period';

/** Fewer than this (trials of a rate, rows or pieces of others) is marked 样本少. */
export const SMALL_SAMPLE = 30;

export type MetricUnit = 'ratio' | 'hours' | 'score' | 'count' | 'money';
export type Better = 'higher' | 'lower';
export type MetricStatus = 'ok' | 'not-applicable' | 'no-data';
export type Basis = 'rows' | 'summary';

export interface Interval {
  readonly method: 'wilson' | 'newcombe' | 'welch' | 'chi-square' | 't' | 'poisson' | 'normal' | 'f';
  /** Two-sided level, 0.95 unless the definition says otherwise. */
  readonly level: number;
  /** Null where the interval is open on that side. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface RowCounts {
  /** Rows that enter the denominator. */
  readonly used: number;
  /** In the period, but due after the as-of date. */
  readonly notDue: number;
  /** Of another period, or left out by the definition. */
  readonly outside: number;
  /** A cell that the metric needs is missing or not of its kind. */
  readonly invalid: number;
}

export interface MetricResult {
  readonly key: string;
  readonly item: string;
  readonly name: string;
  readonly version: number;
  readonly period: PeriodKey;
  readonly status: MetricStatus;
  /** Reason code of a status other than ok. */
  readonly reason: string | null;
  readonly basis: Basis;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly unit: MetricUnit;
  readonly better: Better;
  readonly interval: Interval | null;
  readonly rows: RowCounts;
}

export type Verdict = 'improved' | 'worsened' | 'no-evidence' | 'not-comparable';

export interface ChangeTest {
  readonly method: 'z' | 'fisher' | 'welch' | 'poisson' | 'f' | 'stouffer';
  readonly statistic: number | null;
  readonly p: number;
}

export interface MetricChange {
  readonly key: string;
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Null where the figures are totals of all records, which no test applies to. */
  readonly test: ChangeTest | null;
  readonly verdict: Verdict;
}
