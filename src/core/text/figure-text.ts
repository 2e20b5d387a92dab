/** The figures of a sentence: a value with what it was computed from, a difference, an interval. */
import type { Interval, MetricResult, MetricUnit } from '../model/metric-result';
import type { Language } from './cli';
import { amountDigits, fixed, percent, percentDigits, plainNumber, UNIT_TEXT } from './format';

/** How the figures of one sentence are written. */
export interface FigureStyle {
  readonly unit: MetricUnit;
  readonly unitText: string;
  readonly digits: number;
  readonly language: Language;
}

/** `values` are those that stand beside each other in the sentence; a difference is given decimals until it shows. */
export function figureStyle(of: MetricUnit, values: readonly number[], language: Language, unitText?: string, difference: number | null = null): FigureStyle {
  // A ratio with a unit of its own (比值) is no percentage, and the word adds nothing to the number.
  const plain = of === 'ratio' && unitText !== undefined;
  const unit = plain ? 'score' : of;
  const digits = unit === 'ratio' ? percentDigits(values) : values.every(Number.isInteger) ? 0 : amountDigits(values);
  const scale = unit === 'ratio' ? 100 : 1;
  const vanishes = difference !== null && difference !== 0 && Number((difference * scale).toFixed(digits)) === 0;
  return { unit, unitText: plain ? '' : (unitText ?? UNIT_TEXT[unit][language]), digits: vanishes ? digits + 1 : digits, language };
}

/** `95.1%`, `412.5 小时`. */
export function figure(value: number, { unit, unitText, digits }: FigureStyle): string {
  return unit === 'ratio' ? percent(value, digits) : withUnit(fixed(value, digits), unitText);
}

/** `−0.2 个百分点`, `−3 起`. */
export function differenceFigure(value: number, { unit, unitText, digits, language }: FigureStyle): string {
  if (unit !== 'ratio') return withUnit(fixed(value, digits), unitText);
  return `${fixed(value * 100, digits)} ${language === 'zh' ? '个百分点' : 'percentage points'}`;
}

/** `−3.4 至 3.1`, without unit; one side may be open. */
export function rangeFigure({ low, high }: Interval, { unit, digits, language }: FigureStyle): string {
  const scale = unit === 'ratio' ? 100 : 1;
  const [from, to] = [low, high].map((end) => (end === null ? null : fixed(end * scale, digits)));
  if (from === null || from === undefined) return language === 'zh' ? `不高于 ${to}` : `at most ${to}`;
  if (to === null || to === undefined) return language === 'zh' ? `不低于 ${from}` : `at least ${from}`;
  return language === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
}

/** `293/308`; '' for counts and scores, whose denominator says nothing. */
export function fractionText({ numerator, denominator, unit }: MetricResult): string {
  if (numerator === null || denominator === null || unit === 'count' || unit === 'score') return '';
  return `${plainNumber(numerator)}/${plainNumber(denominator)}`;
}

function withUnit(text: string, unitText: string): string {
  return unitText === '' ? text : `${text} ${unitText}`;
}
