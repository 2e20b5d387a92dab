/** Figures that a text quotes of metrics and that are not the computed ones. What names no metric, or is a target, is not judged. */
import type { Issue } from '../../issue/issue';
import type { MetricResult } from '../../model/metric-result';
import { roundsTo, shownFigure } from './figures';
import { quotedFigures, type FigureRole } from './quoted-figures';
import type { TextFigure } from './text-figures';
import type { WorkbookFacts } from './workbook-facts';

/** Parameters `figure`, `metric`, `computed`. */
export function wrongFigures(text: string, workbook: WorkbookFacts): readonly Issue['params'][] {
  return quotedFigures(text, workbook.results).flatMap(({ figure, role, metrics, other }): readonly Issue['params'][] => {
    const [first] = metrics;
    if (first === undefined || other || metrics.some((metric) => fits(figure, metric, role, workbook))) return [];
    return [{ figure: figure.text, metric: first.name, computed: computedOf(first, role, workbook) }];
  });
}

function fits({ number, unit }: TextFigure, metric: MetricResult, role: FigureRole, workbook: WorkbookFacts): boolean {
  const [before, after] = [workbook.value(metric.key, 'baseline'), workbook.value(metric.key, 'current')];
  const is = (value: number | null): boolean => value !== null && roundsTo(number, Math.abs(value), metric.unit);
  // A metric that compares the periods itself has its figure under the current one.
  if (role === 'before' && before !== null) return is(before);
  if (role === 'after') return is(after);
  const change = before === null || after === null ? null : after - before;
  if (unit === 'points') return is(change);
  const relative = metric.unit === 'ratio' && change !== null && before !== null && before !== 0 ? change / before : null;
  return is(before) || is(after) || is(change) || is(relative);
}

function computedOf({ key, unit }: MetricResult, role: FigureRole, workbook: WorkbookFacts): string {
  const periods = role === 'before' ? (['baseline'] as const) : role === 'after' ? (['current'] as const) : (['baseline', 'current'] as const);
  return periods.flatMap((period) => workbook.value(key, period) ?? []).map((value) => shownFigure(value, unit)).join('、');
}
