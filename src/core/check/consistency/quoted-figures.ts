/**
 * Figures that a running text quotes of metrics. Read clause by clause: the words before the first figure name the metric;
 * 由 X 升至 Y are before and after, any other figure may be either, or the change.
 */
import type { MetricResult } from '../../model/metric-result';
import { metricsMeant } from './metric-names';
import { figuresIn, withoutBlanks, type TextFigure } from './text-figures';

/** Which of the computed figures the sentence means. */
export type FigureRole = 'before' | 'after' | 'any';

export interface QuotedFigure {
  readonly figure: TextFigure;
  readonly role: FigureRole;
  /** Metrics that it may be of; none where the text names none. */
  readonly metrics: readonly MetricResult[];
  /** The figure is a target or somebody else's. */
  readonly other: boolean;
}

const CLAUSE_END = /[，。；;：:！？、\n]/u;
const FROM = /(?:由|从)$/u;
const TO = /(?:升至|升到|上升到|上升至|升为|降至|降到|降为|下降到|下降至|提高到|提高至|提升到|提升至|增至|增加到|增长到|减至|减少到|变为|改善到|改善为|达到|到|至)$/u;
const TARGET = /目标|计划(?:达|升|降|提|增|减)|预期|预计|力争|要求|行业|同行|全国|全省/u;

export function quotedFigures(text: string, results: readonly MetricResult[]): readonly QuotedFigure[] {
  const measured = results.filter(({ period, status }) => period === 'current' && status === 'ok');
  return text.split(CLAUSE_END).flatMap((clause) => quotedIn(withoutBlanks(clause), measured));
}

/** Keys of the metrics that a text quotes figures of; where a phrase may mean several, the first. */
export function quotedMetrics(text: string, results: readonly MetricResult[]): readonly string[] {
  return quotedFigures(text, results).flatMap(({ metrics: [first], other }) => (first === undefined || other ? [] : [first.key]));
}

function quotedIn(clause: string, measured: readonly MetricResult[]): readonly QuotedFigure[] {
  let end = 0;
  let meant: readonly MetricResult[] = [];
  let fromBefore = false;
  return figuresIn(clause).map((figure): QuotedFigure => {
    const words = clause.slice(end, figure.start);
    end = figure.end;
    const units = measured.filter(({ unit }) => unit === figure.unit || (figure.unit === 'points' && unit === 'ratio'));
    const named = metricsMeant(words, units);
    if (named.length > 0) [meant, fromBefore] = [named, false];
    const from = FROM.test(words);
    const role: FigureRole = from ? 'before' : fromBefore && TO.test(words) ? 'after' : 'any';
    fromBefore = from;
    return { figure, role, metrics: meant.filter((metric) => units.includes(metric)), other: TARGET.test(words) };
  });
}
