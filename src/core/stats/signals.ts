/**
 * Signals on a control chart. Rules 1 to 4 are those of the Western Electric handbook (1956); rule 5 is the trend test of
 * L. S. Nelson (Journal of Quality Technology 16, 1984), which ISO 7870-2 and GB/T 17989.2 list too. Tests that need more
 * points than two years have months (14 alternating, 15 close to the centre) are not offered.
 */

export const SIGNAL_RULES = ['1', '2', '3', '4', '5'] as const;
export type SignalRule = (typeof SIGNAL_RULES)[number];
/** One point beyond three standard deviations, eight on one side. */
export const DEFAULT_RULES: ReadonlySet<SignalRule> = new Set<SignalRule>(['1', '4']);

export const ONE_SIDE = 8;
/** Steps in one direction: six points. */
export const TREND = 5;
/** Decimals of a distance in standard deviations that count; what is behind them is rounding. */
export const Z_DIGITS = 9;
export const VALUE_DIGITS = 12;
/** Points that rules 2 and 3 look back on. */
const LOOK_BACK = 5;
const OF_THREE = 3;

export interface ChartPoint {
  /** Null: a month without data. */
  readonly value: number | null;
  /** Null: no limits. */
  readonly center: number | null;
  readonly sd: number;
  /** True for the first month of new limits: runs begin again. */
  readonly restart: boolean;
}

export interface Judged {
  /** Distance from the centre in standard deviations; null without data, without limits, or where nothing varies. */
  readonly z: number | null;
  /** Points in a row on one side, negative below. Months without data do not break it. */
  readonly side: number;
  /** Zones of the last five points, this one last: A beyond two standard deviations above, B beyond one, C between, D and E below. */
  readonly zones: string;
  /** Steps in a row in one direction, negative downwards. */
  readonly trend: number;
  readonly rules: readonly SignalRule[];
}

export function judge(points: readonly ChartPoint[], asked: ReadonlySet<SignalRule> = DEFAULT_RULES): readonly Judged[] {
  const judged: Judged[] = [];
  let last: number | null = null;
  for (const { value, center, sd, restart } of points) {
    const before = restart ? undefined : judged.at(-1);
    if (restart) last = null;
    const distance = value === null || center === null ? null : round(value - center, VALUE_DIGITS);
    const z = distance === null || !(sd > 0) ? null : round(distance / sd, Z_DIGITS);
    const side = z === null ? (before?.side ?? 0) : carried(before?.side ?? 0, Math.sign(z));
    const zones = z === null ? (before?.zones ?? '') : `${before?.zones ?? ''}${zoneOf(z)}`.slice(-LOOK_BACK);
    const step = distance === null || value === null || last === null ? null : Math.sign(round(value - last, VALUE_DIGITS));
    const trend = step === null ? (distance === null ? (before?.trend ?? 0) : 0) : carried(before?.trend ?? 0, step);
    if (distance !== null) last = value;
    const held: Readonly<Record<SignalRule, boolean>> = {
      1: z === null ? distance !== null && distance !== 0 : Math.abs(z) > 3,
      2: z !== null && among(zones.slice(-OF_THREE), 2, ['A'], ['E']),
      3: z !== null && among(zones, LOOK_BACK - 1, ['A', 'B'], ['D', 'E']),
      4: z !== null && Math.abs(side) >= ONE_SIDE,
      5: distance !== null && Math.abs(trend) >= TREND,
    };
    judged.push({ z, side, zones, trend, rules: SIGNAL_RULES.filter((rule) => asked.has(rule) && held[rule]) });
  }
  return judged;
}

function zoneOf(z: number): string {
  if (Math.abs(z) <= 1) return 'C';
  return z > 0 ? (z > 2 ? 'A' : 'B') : z < -2 ? 'E' : 'D';
}

/** The last of them lies in one of the zones, and so do at least so many of all. */
function among(zones: string, least: number, ...sides: readonly (readonly string[])[]): boolean {
  return sides.some((side) => side.includes(zones.at(-1) ?? '') && Array.from(zones).filter((zone) => side.includes(zone)).length >= least);
}

/** One more in the same direction, or the first in the other; 0 in neither. */
function carried(before: number, sign: number): number {
  if (sign === 0) return 0;
  return before * sign > 0 ? before + sign : sign;
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
