/**
 * F.2 c): figures that the case quotes of a metric are the computed ones. Read clause by clause: the words before the first
 * figure name the metric; 由 X 升至 Y are before and after, any other figure may be either, or the change. What names no metric,
 * or is a target, is not judged.
 */
import type { MetricResult } from '../../../model/metric-result';
import { CASE_PARTS } from '../case-parts';
import { roundsTo, shownFigure } from '../figures';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { metricsMeant } from '../metric-names';
import { figuresIn, withoutBlanks, type TextFigure } from '../text-figures';
import type { WorkbookFacts } from '../workbook-facts';

const CLAUSE_END = /[，。；;：:！？、\n]/u;
const FROM = /(?:由|从)$/u;
const TO = /(?:升至|升到|上升到|上升至|升为|降至|降到|降为|下降到|下降至|提高到|提高至|提升到|提升至|增至|增加到|增长到|减至|减少到|变为|改善到|改善为|达到|到|至)$/u;
const TARGET = /目标|计划(?:达|升|降|提|增|减)|预期|预计|力争|要求|行业|同行|全国|全省/u;

export const caseFigures: ConsistencyRule = {
  find(workbook) {
    const form = workbook.form('F');
    if (form === null) return [];
    return CASE_PARTS.flatMap(([key]) =>
      form
        .text(key)
        .split(CLAUSE_END)
        .flatMap((clause) => wrongFigures(withoutBlanks(clause), workbook))
        .map((params): ConsistencyFinding => ({ code: 'consistency/case-figure', clause: 'F.2 c', at: form.at(key), params })),
    );
  },
};

function wrongFigures(clause: string, workbook: WorkbookFacts): readonly ConsistencyFinding['params'][] {
  const figures = figuresIn(clause);
  const measured = workbook.results.filter(({ period, status }) => period === 'current' && status === 'ok');
  let end = 0;
  let meant: readonly MetricResult[] = [];
  let fromBefore = false;
  return figures.flatMap((figure) => {
    const words = clause.slice(end, figure.start);
    end = figure.end;
    const units = measured.filter(({ unit }) => unit === figure.unit || (figure.unit === 'points' && unit === 'ratio'));
    const named = metricsMeant(words, units);
    if (named.length > 0) [meant, fromBefore] = [named, false];
    const metrics = meant.filter((metric) => units.includes(metric));
    const [first] = metrics;
    const from = FROM.test(words);
    const allowed: Role = from ? 'before' : fromBefore && TO.test(words) ? 'after' : 'any';
    fromBefore = from;
    if (first === undefined || TARGET.test(words) || metrics.some((metric) => fits(figure, metric, allowed, workbook))) return [];
    return [{ figure: figure.text, metric: first.name, computed: computedOf(first, allowed, workbook) }];
  });
}

/** Which of the computed figures the sentence means. */
type Role = 'before' | 'after' | 'any';

function fits({ number, unit }: TextFigure, metric: MetricResult, role: Role, workbook: WorkbookFacts): boolean {
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

function computedOf({ key, unit }: MetricResult, role: Role, workbook: WorkbookFacts): string {
  const periods = role === 'before' ? (['baseline'] as const) : role === 'after' ? (['current'] as const) : (['baseline', 'current'] as const);
  return periods.flatMap((period) => workbook.value(key, period) ?? []).map((value) => shownFigure(value, unit)).join('、');
}
