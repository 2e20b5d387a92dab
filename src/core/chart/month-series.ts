/**
 * A metric's months with their control limits: frozen at the months before; computed anew from the months after once the
 * metric is shown to have changed, else carried on.
 */
import type { Measured } from '../metric/measure-metrics';
import type { Verdict } from '../model/metric-result';
import { centerOf, limitsAt, type Center, type ControlKind, type Observation } from '../stats/control-limits';
import { judge, type Judged } from '../stats/signals';
import { controlKindOf } from './control-kind';

export interface SeriesMonth extends Judged {
  /** The first month of limits of their own. */
  readonly restart: boolean;
  readonly period: 'baseline' | 'current';
  /** Days, both inclusive. */
  readonly low: number;
  readonly high: number;
  /** Null: a month without data, which is a gap. */
  readonly value: number | null;
  readonly center: number | null;
  readonly sd: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface MonthSeries {
  readonly kind: ControlKind;
  readonly baseline: Center | null;
  readonly current: Center | null;
  /** The limits of the months after are their own. */
  readonly restarted: boolean;
  readonly months: readonly SeriesMonth[];
}

export function monthSeries(baseline: Measured, current: Measured, verdict: Verdict): MonthSeries {
  const kind = controlKindOf(baseline.def);
  const [before, after] = [observations(baseline), observations(current)];
  const [own, later] = [centerOf(kind, before), centerOf(kind, after)];
  const restarted = later !== null && (verdict === 'improved' || verdict === 'worsened');
  const bare = ([[baseline, before, own], [current, after, restarted ? later : own]] as const).flatMap(([{ period, months }, values, center]) =>
    months.map(({ low, high }, i) => {
      const observation = values[i] ?? null;
      const limits = center === null || observation === null ? null : limitsAt(kind, center, observation.size);
      return {
        period, low, high, value: observation?.value ?? null, center: center?.center ?? null,
        sd: limits?.sd ?? null, lower: limits?.lower ?? null, upper: limits?.upper ?? null,
        restart: restarted && period === 'current' && i === 0,
      };
    }));
  const judged = judge(bare.map(({ value, center, sd, restart }) => ({ value, center, sd: sd ?? 0, restart })));
  return { kind, baseline: own, current: later, restarted, months: bare.map((month, i) => ({ ...month, ...(judged[i] ?? { z: null, side: 0, rules: [] }) })) };
}

/** As on 月度数据: a month has a value where its period has one and something was counted. */
function observations({ outcome, months }: Measured): readonly (Observation | null)[] {
  return months.map(({ numerator, denominator }) => (outcome.status !== 'ok' || denominator === 0 ? null : { value: numerator / denominator, size: denominator }));
}
