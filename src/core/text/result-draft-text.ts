/**
 * What the program drafts for 成效总结 (7.6). A figure is called better or worse only where the test shows it, or where all
 * records were counted; what the data do not show is said to be so.
 */
import type { DraftFigure, DraftProblem, SummaryFacts } from '../model/draft-facts';
import { figure, figureStyle, type FigureStyle } from './figure-text';
import { basisLabel } from './labels';
import { verdictEvidence } from './verdict-text';

function day(serial: number): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  return `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日`;
}

function styleOf({ metric, before, after, change }: DraftFigure): FigureStyle {
  return figureStyle(metric.unit, [before?.value, after.value].flatMap((value) => value ?? []), 'zh', metric.unitText, change.difference ?? null);
}

/** `采购产品(服务)及时交付率由 80.9% 升至 94.0%`; figures that read alike are told once. */
export function movement(of: DraftFigure): string {
  const { metric, before, after } = of;
  const style = styleOf(of);
  const now = figure(after.value ?? 0, style);
  if (before?.value === null || before === null) return `${metric.name}为 ${now}`;
  const was = figure(before.value, style);
  if (was === now) return `${metric.name}两期均为 ${now}`;
  return `${metric.name}由 ${was}${/[%\d]$/u.test(was) ? ' ' : ''}${(after.value ?? 0) > before.value ? '升至' : '降至'} ${now}`;
}

/** What may be said of it. Totals of all records are no samples: nothing has to be shown by a test. */
export function conclusion({ change }: DraftFigure): string {
  const shown = change.test === undefined || change.test !== null ? '数据说明' : '';
  switch (change.verdict) {
    case 'improved':
      return `${shown}有改善`;
    case 'worsened':
      return `${shown}变差了`;
    case 'no-evidence':
      return '数据不能说明有变化';
    case 'not-comparable':
      return '两期不可比，不作结论';
  }
}

export function targetWords({ target, figure: of }: DraftProblem): string {
  if (target === null || of === null || of.after.value === null) return '';
  const met = of.metric.better === 'higher' ? of.after.value >= target : of.after.value <= target;
  return `${met ? '达到' : '未达到'}目标 ${figure(target, { ...styleOf(of), digits: digitsOf(target, of.metric.unit === 'ratio' && of.metric.unitText === undefined) })}`;
}

/** Targets are round: without decimals that say nothing. */
function digitsOf(target: number, percent: boolean): number {
  const text = String(Number((percent ? target * 100 : target).toFixed(3)));
  return text.split('.')[1]?.length ?? 0;
}

/** For the cell beside the figures: source, what they were computed from, difference with its interval, conclusion. */
export function draftEvidenceOf({ metric, before, after, change }: DraftFigure, source: string): string {
  const { difference = null, interval = null, test = null } = change;
  const said = verdictEvidence({ ...change, difference, interval, test }, before, after, 'zh', metric.unitText);
  const from = after.basis === 'summary' ? basisLabel('summary', 'zh') : source;
  return from === '' ? said : `${from}：${said}`;
}

export function periodSentence({ periods: { baseline, current, asOf } }: Pick<SummaryFacts, 'periods'>): string {
  const open = asOf < current.end ? '，提升后期间还没有结束，以下为阶段性结论' : '';
  return `以 ${day(baseline.start)}至 ${day(baseline.end)}为提升前、${day(current.start)}至 ${day(current.end)}为提升后，数据截止 ${day(asOf)}${open}。`;
}

export const KIND_NAMES = ['经营业绩', '成本管控', '产品质量', '生产效率', '客户服务'] as const;

export function draftSummary(facts: SummaryFacts): string {
  const { figures, kinds, problems } = facts;
  const count = (verdict: string): number => figures.filter(({ change }) => change.verdict === verdict).length;
  const [better, worse, open, none] = [count('improved'), count('worsened'), count('no-evidence'), count('not-comparable')];
  const told = new Set([...kinds, ...problems.map((problem) => problem.figure)].flatMap((one) => one?.metric.key ?? []));
  const worsened = figures.filter(({ metric, change }) => change.verdict === 'worsened' && !told.has(metric.key));
  const missing = KIND_NAMES.filter((_, i) => kinds[i] === null || kinds[i] === undefined);
  return [
    periodSentence(facts),
    `共核算指标 ${figures.length} 个：改善 ${better} 个，变差 ${worse} 个，数据不能说明有变化 ${open} 个${none === 0 ? '' : `，数据太少或不可比、不作结论 ${none} 个`}。`,
    `五类指标：${kinds.flatMap((one, i) => (one === null ? [] : [`${KIND_NAMES[i] ?? ''}，${movement(one)}，${conclusion(one)}`])).join('；')}${missing.length === 0 ? '' : `；${missing.join('、')}没有数据`}。`,
    ...problems.map((problem) => problemSentence(problem)),
    ...(worsened.length === 0 ? [] : [`需要关注：${worsened.map((one) => `${movement(one)}，${conclusion(one)}`).join('；')}。`]),
    ...(open + none === 0 ? [] : ['数据不能说明有变化的，不作为成效。']),
  ].join('\n');
}

function problemSentence(problem: DraftProblem): string {
  const { number, problem: text, figure: of } = problem;
  const head = `问题${number === '' ? '' : ` ${number}`}“${text}”：`;
  if (of === null) return `${head}没有可用的指标数据，不作结论。`;
  return `${head}${[movement(of), targetWords(problem), conclusion(of)].filter((part) => part !== '').join('，')}。`;
}
