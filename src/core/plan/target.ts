/**
 * 7.4 e): the target that is proposed from the figure before the improvement. A third of what is missing is made good: of the
 * way to 100 % for rates, to full marks for scores, to zero for what should be low; other figures rise by a tenth. Rounded to
 * figures that people would set, towards the better side, never past the end, and never where there is nothing to gain.
 */
import type { MetricUnit } from '../model/metric-result';
import type { TargetRule } from '../reference/problem-kinds';

/** Part of the gap that is closed. */
const SHARE = 1 / 3;
const RAISE = 0.1;
const FULL_SCORE = 100;
const SLACK = 1e-9;

/** Null where the figure leaves nothing to propose. */
export function proposedTarget(rule: TargetRule, baseline: number, unit: MetricUnit): number | null {
  switch (rule) {
    case 'gap':
      return baseline < 0 || baseline >= 1 ? null : upTo(baseline, 1, 0.01);
    case 'score':
      return baseline < 0 || baseline >= FULL_SCORE ? null : upTo(baseline, FULL_SCORE, 1);
    case 'reduce':
      if (baseline <= 0) return null;
      // One case less at least: a part of a case is none.
      return unit === 'count' ? Math.max(0, Math.min(Math.floor(baseline * (1 - SHARE)), Math.ceil(baseline) - 1)) : downFrom(baseline);
    case 'raise': {
      if (baseline <= 0) return null;
      const step = 10 ** (Math.floor(Math.log10(baseline)) - 1);
      return rounded(Math.ceil((baseline * (1 + RAISE)) / step - SLACK) * step);
    }
  }
}

/** In steps of one (of the scale's unit), of a tenth where less than ten are missing, and so on. */
function upTo(baseline: number, end: number, unit: number): number {
  const gap = end - baseline;
  const step = stepFor(gap, unit);
  return Math.min(end, rounded(Math.ceil((baseline + gap * SHARE) / step - SLACK) * step));
}

function downFrom(baseline: number): number {
  const step = stepFor(baseline, 0.01);
  return Math.max(0, rounded(Math.floor((baseline * (1 - SHARE)) / step + SLACK) * step));
}

/** 1 for 10 and more of the unit, 0.1 for 1 to 10, and so on: the third of the gap has at least two steps. */
function stepFor(gap: number, unit: number): number {
  return unit * 10 ** Math.min(0, Math.floor(Math.log10(gap / unit)) - 1);
}

/** Without the tail of binary fractions. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
