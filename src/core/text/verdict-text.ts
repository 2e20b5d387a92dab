/**
 * What became of a metric, in one plain sentence: both figures with what they were computed from, the difference with its
 * interval, and what the test allows to say. Absence of evidence is never put as evidence of absence.
 */
import { SMALL_SAMPLE, type MetricChange, type MetricResult } from '../model/metric-result';
import type { Language } from './cli';
import { differenceFigure, figure, figureStyle, fractionText, rangeFigure, type FigureStyle } from './figure-text';
import { plainNumber, pValue } from './format';
import { basisLabel } from './labels';
import { reasonText } from './metric-text';

/** A change with, where it was refused, the reason. */
export type ExplainedChange = MetricChange & { readonly reason?: string | null; readonly tested?: boolean };

interface Phrases {
  readonly notCompared: (name: string, why: string) => string;
  readonly fromTo: (name: string, before: string, after: string) => string;
  readonly stands: (name: string, after: string) => string;
  readonly difference: (difference: string, interval: string) => string;
  readonly interval: (percent: string, range: string) => string;
  readonly bracket: (parts: readonly string[]) => string;
  readonly conclusion: Readonly<Record<'improved' | 'worsened' | 'no-evidence', (p: string) => string>>;
  readonly total: Readonly<Record<'improved' | 'worsened' | 'same', string>>;
  readonly untested: string;
  readonly same: string;
  readonly bound: (percent: string, range: string) => string;
  readonly before: string;
  readonly after: string;
  readonly few: string;
  readonly separator: string;
  readonly stop: string;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  zh: {
    notCompared: (name, why) => `${name}不作前后比较：${why}`,
    fromTo: (name, before, after) => `${name}由 ${before}变为 ${after}`,
    stands: (name, after) => `${name}为 ${after}`,
    difference: (difference, interval) => `差 ${difference}${interval}`,
    interval: (percent, range) => `（${percent} 区间 ${range}）`,
    bracket: (parts) => `（${parts.join('，')}）`,
    conclusion: {
      improved: (p) => `数据说明有改善（${p}）`,
      worsened: (p) => `数据说明变差了（${p}）`,
      'no-evidence': (p) => `数据不能说明有变化（${p}）`,
    },
    total: {
      improved: '有改善；全部记录的合计，不作抽样检验',
      worsened: '变差了；全部记录的合计，不作抽样检验',
      same: '没有变化；全部记录的合计，不作抽样检验',
    },
    untested: '数据不足以检验，不能说明有变化',
    same: '两期相同，没有变化',
    bound: (percent, range) => `有 ${percent} 的把握${range}`,
    before: '提升前',
    after: '提升后',
    few: '样本少（不足 30），结论仅供参考',
    separator: '，',
    stop: '。',
  },
  en: {
    notCompared: (name, why) => `${name} is not compared: ${why}`,
    fromTo: (name, before, after) => `${name} went from ${before} to ${after}`,
    stands: (name, after) => `${name} is ${after}`,
    difference: (difference, interval) => `a difference of ${difference}${interval}`,
    interval: (percent, range) => ` (${percent} interval ${range})`,
    bracket: (parts) => ` (${parts.join(', ')})`,
    conclusion: {
      improved: (p) => `the data show an improvement (${p})`,
      worsened: (p) => `the data show that it got worse (${p})`,
      'no-evidence': (p) => `the data do not show a change (${p})`,
    },
    total: {
      improved: 'an improvement; a total of all records, to which no test of a sample applies',
      worsened: 'worse than before; a total of all records, to which no test of a sample applies',
      same: 'no change; a total of all records, to which no test of a sample applies',
    },
    untested: 'the data are too few for a test and do not show a change',
    same: 'the same in both periods',
    bound: (percent, range) => `${range} with ${percent} confidence`,
    before: 'before',
    after: 'after',
    few: 'small sample (fewer than 30), to be taken with care',
    separator: ', ',
    stop: '.',
  },
};

/**
 * `baseline` is null for metrics that are themselves a comparison. `unitText` is the metric's own unit (件, 起), where it
 * has one.
 */
export function verdictSentence(
  change: ExplainedChange,
  baseline: MetricResult | null,
  current: MetricResult | null,
  name: string,
  language: Language,
  unitText?: string,
): string {
  const words = PHRASES[language];
  const before = baseline?.value ?? null;
  const after = current?.value ?? null;
  if (change.verdict === 'not-comparable' || current === null || after === null || (baseline !== null && before === null)) {
    return words.notCompared(name, whyNot(change, baseline, current, language, unitText)) + words.stop;
  }
  const style = figureStyle(current.unit, [before ?? after, after], language, unitText, change.difference);
  const shown = (result: MetricResult, value: number): string => figure(value, style) + origin(result, language);
  const opening = baseline === null || before === null ? words.stands(name, figure(after, style)) : words.fromTo(name, shown(baseline, before), shown(current, after));
  // A metric that compares by itself is its own difference: only the interval is new.
  const itself = baseline === null && change.difference === after;
  const parts = [
    ...(itself ? [opening + intervalOf(change, style)] : [opening, ...differenceOf(change, style)]),
    conclusionOf(change, language),
  ];
  const few = change.interval?.method === 'newcombe' && baseline !== null && [baseline, current].some(({ denominator }) => denominator !== null && denominator < SMALL_SAMPLE);
  return [...parts, ...(few ? [words.few] : [])].join(words.separator) + words.stop;
}

/** The same for where the figures stand beside it: what they were computed from, the difference with its interval, what the test allows to say. */
export function verdictEvidence(change: ExplainedChange, baseline: MetricResult | null, current: MetricResult, language: Language, unitText?: string): string {
  const words = PHRASES[language];
  const after = current.value;
  if (change.verdict === 'not-comparable' || after === null) return words.notCompared('', whyNot(change, baseline, current, language, unitText)).trim() + words.stop;
  const style = figureStyle(current.unit, [baseline?.value ?? after, after], language, unitText, change.difference);
  const [from, to] = [baseline === null ? '' : fractionText(baseline), fractionText(current)];
  const itself = baseline === null && change.difference === after;
  const interval = intervalOf(change, style).replaceAll(/^[（\s(]+|[）)]+$/gu, '');
  const parts = [from === '' ? to : `${from} → ${to}`, ...(itself ? [interval] : differenceOf(change, style)), conclusionOf(change, language)];
  return parts.filter((part) => part !== '').join(words.separator) + words.stop;
}

/** `（293/308）`, `（12/40，汇总填报）`; '' where there is nothing to add. */
function origin(result: MetricResult, language: Language): string {
  const fraction = fractionText(result);
  const parts = [...(fraction === '' ? [] : [fraction]), ...(result.basis === 'summary' ? [basisLabel('summary', language)] : [])];
  return parts.length === 0 ? '' : PHRASES[language].bracket(parts);
}

function differenceOf(change: MetricChange, style: FigureStyle): readonly string[] {
  const { difference } = change;
  return difference === null ? [] : [PHRASES[style.language].difference(differenceFigure(difference, style), intervalOf(change, style))];
}

/** `（95% 区间 −3.4 至 3.1）`; '' where there is none. */
function intervalOf({ interval }: MetricChange, style: FigureStyle): string {
  if (interval === null) return '';
  return PHRASES[style.language].interval(`${Math.round(interval.level * 100)}%`, rangeFigure(interval, style));
}

function conclusionOf({ verdict, test, difference, tested = false }: ExplainedChange, language: Language): string {
  const words = PHRASES[language];
  const known = verdict === 'not-comparable' ? 'no-evidence' : verdict;
  if (test !== null) return words.conclusion[known](pValue(test.p));
  if (known !== 'no-evidence') return words.total[known];
  if (difference !== 0) return words.untested;
  return tested ? words.same : words.total.same;
}

/** The reason given, else the first that the two results show. A lower bound that exists is told. */
function whyNot(change: ExplainedChange, baseline: MetricResult | null, current: MetricResult | null, language: Language, unitText?: string): string {
  const words = PHRASES[language];
  const own = [
    ...(baseline === null ? [] : [failure(words.before, baseline, language, unitText)]),
    ...(current === null ? [] : [failure(words.after, current, language, unitText)]),
  ].filter((text) => text !== '');
  if (own.length > 0) return own.join(language === 'zh' ? '；' : '; ');
  const differs = baseline !== null && current !== null;
  const seen = differs && baseline.basis !== current.basis ? 'basis-differs' : differs && baseline.version !== current.version ? 'version-differs' : 'current-not-ok';
  return reasonText(change.reason ?? seen, language);
}

function failure(when: string, result: MetricResult, language: Language, unitText?: string): string {
  if (result.status === 'ok') return '';
  const why = reasonText(result.reason ?? result.status, language);
  const { interval } = result;
  if (interval === null || (interval.low !== null && interval.high !== null)) return `${when}${language === 'zh' ? '' : ': '}${why}`;
  const style = figureStyle(result.unit, [interval.low ?? interval.high ?? 0], language, unitText);
  // One end of a two-sided interval: 90 % becomes 95 %.
  const oneSided = `${plainNumber(100 - (100 - interval.level * 100) / 2, 1)}%`;
  const range = `${rangeFigure(interval, style)}${style.unitText === '' ? '' : ` ${style.unitText}`}`;
  return `${when}${language === 'zh' ? '' : ': '}${why}${language === 'zh' ? '，' : ', '}${PHRASES[language].bound(oneSided, range)}`;
}
