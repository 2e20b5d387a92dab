/** F.2 c): figures that the case quotes of a metric are the computed ones. What names no metric, or is a target, is not judged. */
import type { MetricResult } from '../../../model/metric-result';
import { CASE_PARTS } from '../case-parts';
import { roundsTo, shownFigure } from '../figures';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { quotedFigures, type FigureRole } from '../quoted-figures';
import type { TextFigure } from '../text-figures';
import type { WorkbookFacts } from '../workbook-facts';

export const caseFigures: ConsistencyRule = {
  find(workbook) {
    const form = workbook.form('F');
    if (form === null) return [];
    return CASE_PARTS.flatMap(([key]) =>
      quotedFigures(form.text(key), workbook.results).flatMap(({ figure, role, metrics, other }): readonly ConsistencyFinding[] => {
        const [first] = metrics;
        if (first === undefined || other || metrics.some((metric) => fits(figure, metric, role, workbook))) return [];
        return [{ code: 'consistency/case-figure', clause: 'F.2 c', at: form.at(key), params: { figure: figure.text, metric: first.name, computed: computedOf(first, role, workbook) } }];
      }),
    );
  },
};

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
