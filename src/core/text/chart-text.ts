/** Titles and descriptions of charts: one sentence each, with the measured figure, that says no more than the data show. */
import type { MetricChange, MetricResult } from '../model/metric-result';
import type { Periods } from '../model/period';
import type { Language } from './cli';
import { differenceFigure, figure, figureStyle } from './figure-text';
import { reasonText } from './metric-text';

export interface ChangeOf {
  readonly change: (MetricChange & { readonly reason: string | null; readonly tested: boolean }) | undefined;
  /** Null for metrics that are themselves a comparison. */
  readonly baseline: MetricResult | null;
  readonly current: MetricResult;
  readonly name: string;
  readonly unitText?: string;
}

export interface PeriodWords {
  readonly before: string;
  readonly after: string;
}

/** `2023 年` where the periods are the same stretch of different years (whole years), else 提升前. `yearOf` gives the year of a day that begins or ends one. */
export function periodWords(periods: Periods | null, yearOf: (period: { readonly start: number; readonly end: number }) => number | null, language: Language): PeriodWords {
  const years = periods === null ? [null, null] : [yearOf(periods.baseline), yearOf(periods.current)];
  const [before, after] = years;
  if (before === null || after === null || before === undefined || after === undefined) return language === 'zh' ? { before: '提升前', after: '提升后' } : { before: 'before', after: 'after' };
  return language === 'zh' ? { before: `${before} 年`, after: `${after} 年` } : { before: String(before), after: String(after) };
}

/** `准时交付率 2024 年比 2023 年提高 3.2 个百分点`. */
export function changeTitle({ change, baseline, current, name, unitText }: ChangeOf, periods: PeriodWords, language: Language): string {
  const zh = language === 'zh';
  const [before, after] = [baseline?.value ?? null, current.value];
  if (change === undefined || after === null || change.verdict === 'not-comparable' || (baseline !== null && before === null)) {
    const why = reasonText(change?.reason ?? (current.status === 'ok' ? 'baseline-not-ok' : 'current-not-ok'), language);
    return zh ? `${name}不作前后比较：${why}` : `${name} is not compared: ${why}`;
  }
  const style = figureStyle(current.unit, [before ?? after, after], language, unitText, change.difference);
  if (baseline === null || before === null) {
    const value = figure(after, style);
    if (change.tested && change.verdict === 'no-evidence') return zh ? `没有充分证据表明${name}有变化（${value}）` : `No sufficient evidence of a change: ${name} (${value})`;
    return zh ? `${name}为 ${value}` : `${name}: ${value}`;
  }
  const figures = `${figure(before, style)} → ${figure(after, style)}`;
  const difference = change.difference ?? 0;
  if (difference === 0) return zh ? `${name}前后相同，都是 ${figure(after, style)}` : `${name} is the same: ${figure(after, style)}`;
  if (change.verdict === 'no-evidence') return zh ? `没有充分证据表明${name}有变化（${figures}）` : `No sufficient evidence of a change: ${name} (${figures})`;
  const size = differenceFigure(Math.abs(difference), style);
  if (!zh) return `${name} ${difference > 0 ? 'rose' : 'fell'} by ${size} (${periods.after} against ${periods.before})`;
  const verb = difference > 0 ? (current.unit === 'count' ? '增加' : '提高') : (current.unit === 'count' ? '减少' : '降低');
  const gap = /^\d/.test(periods.after) ? ' ' : '';
  return `${name}${gap}${periods.after}比${/^\d/.test(periods.before) ? ' ' : ''}${periods.before}${verb} ${size}`;
}

const MOST_NAMED = 3;

export interface RunOf {
  readonly name: string;
  /** Limits were computed. */
  readonly limits: boolean;
  /** Months with a signal, `2024-03`. */
  readonly signals: readonly string[];
  /** The limits of the months after are their own. */
  readonly restarted: boolean;
}

export function runTitle({ name, limits, signals, restarted }: RunOf, language: Language): string {
  const zh = language === 'zh';
  if (!limits) return zh ? `${name}逐月数值（有数据的月份不足，不画控制限）` : `${name} by month (too few months for limits)`;
  const own = restarted ? (zh ? '，提升后按新水平另算控制限' : '; limits computed anew after the change') : '';
  if (signals.length === 0) return zh ? `${name}各月没有异常信号${own}` : `${name}: no signal in any month${own}`;
  const named = signals.slice(0, MOST_NAMED).join(zh ? '、' : ', ');
  const more = signals.length > MOST_NAMED;
  return zh ? `${name}有 ${signals.length} 个月出现异常信号：${named}${more ? ' 等' : ''}${own}` : `${name}: signals in ${signals.length} month(s): ${named}${more ? ' …' : ''}${own}`;
}

export const chartDescription = (name: string, language: Language): string => (language === 'zh' ? `${name}提升前后的对比，数值见图表数据。` : `${name} before and after; the figures are on 图表数据.`);
export const runDescription = (name: string, language: Language): string => (language === 'zh' ? `${name}逐月的数值、中心线和控制限，数值见图表数据。` : `${name} by month with centre and limits; the figures are on 图表数据.`);
