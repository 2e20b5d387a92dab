/**
 * A metric's months with their control limits: frozen at the months before; computed anew from the months after once the
 * metric is shown to have changed, else carried on. Months without data are left out.
 */
import { MOST_MONTHS, type Measured } from '../metric/measure-metrics';
import type { Verdict } from '../model/metric-result';
import { centerOf, limitsAt, type Center, type ControlKind, type Observation } from '../stats/control-limits';
import { judge, type Judged, type SignalRule } from '../stats/signals';
import { controlKindOf } from './control-kind';

export interface SeriesMonth extends Judged {
  /** The first month of limits of their own. */
  readonly restart: boolean;
  readonly period: 'baseline' | 'current';
  /** Place among the rows of 月度数据, from 1. */
  readonly position: number;
  /** First day. */
  readonly low: number;
  readonly value: number;
  readonly center: number | null;
  readonly sd: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface MonthSeries {
  readonly kind: ControlKind;
  readonly baseline: Center | null;
  readonly current: Center | null;
  /** First day of the periods; 0 while they are missing. */
  readonly start: number;
  /** Months with data of each period. */
  readonly counts: Readonly<Record<'baseline' | 'current', number>>;
  /** The limits of the months after are their own. */
  readonly restarted: boolean;
  /** The last ones. */
  readonly months: readonly SeriesMonth[];
}

/** Months with data that a run chart has room for. */
export const RUN_MONTHS = 36;

/** `verdict`: what is said of the metric's change on the sheet. */
export function monthSeries(baseline: Measured, current: Measured, verdict: Verdict, rules: ReadonlySet<SignalRule>): MonthSeries {
  const kind = controlKindOf(baseline.def);
  const [before, after] = [observations(baseline), observations(current)];
  const [own, later] = [centerOf(kind, before), centerOf(kind, after)];
  const restarted = later !== null && (verdict === 'improved' || verdict === 'worsened');
  const known = ([[baseline, before, own], [current, after, restarted ? later : own]] as const).flatMap(([{ period, months }, values, center]) =>
    months.flatMap(({ low }, i) => {
      const observation = values[i] ?? null;
      if (observation === null) return [];
      const limits = center === null ? null : limitsAt(kind, center, observation.size);
      return [{
        period, low, position: i + 1 + (period === 'current' ? MOST_MONTHS : 0), value: observation.value, center: center?.center ?? null,
        sd: limits?.sd ?? null, lower: limits?.lower ?? null, upper: limits?.upper ?? null,
      }];
    })).slice(-RUN_MONTHS);
  const first = known.findIndex(({ period }) => period === 'current');
  const bare = known.map((month, i) => ({ ...month, restart: restarted && i === first }));
  const judged = judge(bare.map(({ value, center, sd, restart }) => ({ value, center, sd: sd ?? 0, restart })), rules);
  return {
    kind, baseline: own, current: later, restarted, start: baseline.months[0]?.low ?? 0,
    counts: { baseline: countOf(before), current: countOf(after) },
    months: bare.map((month, i) => ({ ...month, ...(judged[i] ?? NOT_JUDGED) })),
  };
}

const NOT_JUDGED: Judged = { z: null, side: 0, zones: '', trend: 0, rules: [] };

const countOf = (values: readonly (Observation | null)[]): number => values.filter((value) => value !== null).length;

/** As on 月度数据: a month has a value where its period has one and something was counted. */
function observations({ outcome, months }: Measured): readonly (Observation | null)[] {
  return months.map(({ numerator, denominator }) => (outcome.status !== 'ok' || denominator === 0 ? null : { value: numerator / denominator, size: denominator }));
}
