/** Figures as people write them, held against computed ones: equal when the computed one rounds to what is written. */
import type { MetricUnit } from '../../model/metric-result';

/** Binary fractions: 0.945 x 100 is not 94.5. */
const SLACK = 1e-9;

function scaleOf(unit: MetricUnit): number {
  return unit === 'ratio' ? 100 : 1;
}

/** `written` in the scale of reading: 80.9 for 80.9%. Half a unit of its last written decimal is allowed. */
export function roundsTo(written: string, value: number, unit: MetricUnit): boolean {
  const decimals = written.split('.')[1]?.length ?? 0;
  return Math.abs(Number(written) - value * scaleOf(unit)) <= 0.5 * 10 ** -decimals + SLACK;
}

/** The same for a typed number: 0.809 in a cell is 80.9%. */
export function typedAgrees(typed: number, value: number, unit: MetricUnit): boolean {
  return roundsTo(String(Number((typed * scaleOf(unit)).toPrecision(12))), value, unit);
}

/** `80.9%`, `73.7`, `3`. */
export function shownFigure(value: number, unit: MetricUnit): string {
  const text = String(Number((value * scaleOf(unit)).toFixed(unit === 'ratio' ? 1 : 2)));
  return unit === 'ratio' ? `${text}%` : text;
}
