/** The figures of a metric in words, as cards and details show them. */
import type { MetricReport } from '../../../app/desk/metric-reports';
import { SMALL_SAMPLE, type MetricResult } from '../../../core/model/metric-result';
import type { Language } from '../../../core/text/cli';
import { differenceFigure, figure, figureStyle } from '../../../core/text/figure-text';
import { reasonText } from '../../../core/text/metric-text';

export function nameOf({ name, nameEn }: MetricReport, language: Language): string {
  return language === 'zh' ? name : nameEn;
}

const unitOf = ({ unitText }: MetricReport): string | undefined => unitText ?? undefined;

/** The value, or why there is none. */
export function valueText(report: MetricReport, result: MetricResult | null, language: Language): string {
  if (result === null) return '';
  const { status, value, reason } = result;
  if (status !== 'ok' || value === null) return reasonText(reason ?? status, language);
  return figure(value, figureStyle(report.unit, [value], language, unitOf(report)));
}

/** '' where nothing is compared, and for metrics that are a comparison themselves. */
export function differenceText(report: MetricReport, language: Language): string {
  const difference = report.change?.difference ?? null;
  if (difference === null || report.baseline === null) return '';
  const text = differenceFigure(difference, figureStyle(report.unit, [difference], language, unitOf(report)));
  return difference > 0 ? `+${text}` : text;
}

/** A rate over fewer than 30. */
export function isSmall({ family }: MetricReport, result: MetricResult | null): boolean {
  return family === 'proportion' && result !== null && result.denominator !== null && result.denominator < SMALL_SAMPLE;
}
