/** Figures of metrics for people: rounded for reading only, with what they were computed from. */
import type { MetricDef } from '../core/metric/metric-def';
import { SMALL_SAMPLE, type MetricResult } from '../core/model/metric-result';
import type { Language } from '../core/text/cli';
import { differenceFigure, figure, figureStyle, fractionText } from '../core/text/figure-text';
import { basisLabel, invalidRowsLabel, smallSampleLabel } from '../core/text/labels';
import { reasonText } from '../core/text/metric-text';

/** A period's figure, its numerator and denominator, and what to mind; the reason where there is no figure. */
export function resultWords(result: MetricResult, def: MetricDef, language: Language): string {
  const { status, reason, value, denominator, basis } = result;
  const invalid = result.rows.invalid > 0 ? [invalidRowsLabel(result.rows.invalid, language)] : [];
  if (status !== 'ok' || value === null) return [reasonText(reason ?? status, language), ...invalid].join(language === 'zh' ? '，' : ', ');
  const fraction = def.family === 'proportion' ? fractionText(result) : '';
  const words = [
    figure(value, figureStyle(result.unit, [value], language, def.unitText)),
    ...(fraction === '' ? [] : [`(${fraction})`]),
    ...(basis === 'summary' ? [basisLabel('summary', language)] : []),
    ...(def.family === 'proportion' && denominator !== null && denominator < SMALL_SAMPLE ? [smallSampleLabel(language)] : []),
    ...invalid,
  ];
  return words.join(' ');
}

/** `−0.2 个百分点`, `−3 起`; '' where nothing is compared, and for metrics that are a comparison themselves. */
export function differenceWords(difference: number | null, def: MetricDef, language: Language): string {
  if (difference === null || def.scope === 'comparison') return '';
  return differenceFigure(difference, figureStyle(def.unit, [difference], language, def.unitText));
}
