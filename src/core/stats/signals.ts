/** Signals on a control chart: rules 1 (one point beyond three standard deviations) and 4 (eight in a row on one side of the centre) of the Western Electric handbook (1956). */

export type SignalRule = '1' | '4';

export const ONE_SIDE = 8;
/** Decimals of a distance in standard deviations that count; what is behind them is rounding. */
export const Z_DIGITS = 9;
export const VALUE_DIGITS = 12;

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
  readonly rules: readonly SignalRule[];
}

export function judge(points: readonly ChartPoint[]): readonly Judged[] {
  const judged: Judged[] = [];
  for (const { value, center, sd, restart } of points) {
    const before = restart ? 0 : (judged.at(-1)?.side ?? 0);
    const distance = value === null || center === null ? null : round(value - center, VALUE_DIGITS);
    const z = distance === null || !(sd > 0) ? null : round(distance / sd, Z_DIGITS);
    const side = z === null ? before : carried(before, Math.sign(z));
    const beyond = z === null ? distance !== null && distance !== 0 : Math.abs(z) > 3;
    judged.push({ z, side, rules: [...(beyond ? ['1' as const] : []), ...(z !== null && Math.abs(side) >= ONE_SIDE ? ['4' as const] : [])] });
  }
  return judged;
}

/** One more on the same side, or the first on the other; 0 on neither. */
function carried(before: number, sign: number): number {
  if (sign === 0) return 0;
  return before * sign > 0 ? before + sign : sign;
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
