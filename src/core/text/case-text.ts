/** Words of the case as a document (annex F): a Chinese document whatever the language of the program. */
import type { CaseFigure } from '../model/case-facts';
import type { Periods } from '../model/period';
import { differenceFigure, figure, figureStyle, fractionText } from './figure-text';
import { verdictLabel } from './labels';
import { reasonText } from './metric-text';

/** Headings as F.2 and F.3 name the parts. */
export const CASE_HEADINGS = {
  intro: 'a） 企业简介',
  problems: 'b） 提升前主要问题及原因',
  results: 'c） 提升行动取得的成效',
  highlights: 'd） 提升行动主要亮点',
  lessons: 'e） 启示',
  attachments: 'f） 附件',
  units: '主要起草单位',
} as const;

export const CASE_WORDS = {
  subject: '小微企业质量管理体系认证提升案例（DB32/T 4918—2024 附录 F）',
  draft: '草稿：还不符合附录 F 的要求，不得报送',
  draftBefore: '报送前须改好：',
  untitled: '（未写标题）',
  missing: '（未写）',
  figures: '提升前后主要指标对比',
  problems: '问题、原因、做法与效果',
  picture: '主要比率提升前后对比',
  metric: '指标',
  before: '提升前',
  after: '提升后',
  change: '变化',
  verdict: '结论',
  problem: '问题',
  cause: '原因',
  method: '主要做法',
  effect: '效果',
  noAttachments: '无。',
  unitNumber: '序号',
  unit: '单位名称',
  unitKind: '类别',
} as const;

export const tableCaption = (number: number, text: string): string => `表 ${number}　${text}`;
export const pictureCaption = (number: number, text: string): string => `图 ${number}　${text}`;

export function industryLine(name: string, code: string): string {
  return `企业所属行业：${name || CASE_WORDS.missing}　　行业代码：${code || CASE_WORDS.missing}`;
}

export interface FigureWords {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly verdict: string;
}

/** A row of the table of figures; counts under the rates. */
export function figureWords(of: CaseFigure): FigureWords {
  const { before, after, change } = of;
  const style = figureStyle(after.unit, [before?.value, after.value].flatMap((value) => value ?? []), 'zh', of.unitText, change.difference);
  const said = (result: typeof after | null): string => {
    if (result === null) return '—';
    if (result.value === null) return reasonText(result.reason ?? result.status, 'zh');
    const fraction = fractionText(result);
    return figure(result.value, style) + (fraction === '' || !Number.isInteger(result.denominator) ? '' : `\n(${fraction})`);
  };
  const itself = before === null;
  return {
    name: of.name,
    before: said(before),
    after: said(after),
    change: itself || change.difference === null ? '—' : differenceFigure(change.difference, style),
    verdict: verdictLabel(change.verdict, 'zh'),
  };
}

/** `采购产品(服务)及时交付率 80.9% → 94.0%，▲ 改善`; the metric alone compares where there is no figure before. */
export function effectText(of: CaseFigure | null): string {
  if (of === null) return '—';
  const { name, before, after, verdict } = figureWords(of);
  const [from = '', to = ''] = [before, after].map((text) => text.split('\n')[0]);
  return of.before === null ? `${name} ${to}\n${verdict}` : `${name}\n${from} → ${to}\n${verdict}`;
}

function day(serial: number): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  return `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日`;
}

/** Under the table: what is compared, and what the words mean. */
export function figuresNote(periods: Periods | null): string {
  const about = periods === null
    ? ''
    : `提升前：${day(periods.baseline.start)}至 ${day(periods.baseline.end)}；提升后：${day(periods.current.start)}至 ${day(periods.current.end)}；数据截止 ${day(periods.asOf)}。`;
  return `注：${about}括号内为分子/分母；变化按未修约的数值计算。“改善”“变差”：比率、均值等按 95% 的置信水平通过统计检验，全部记录的合计按数值大小；“无充分证据”：数据不足以说明有变化。`;
}

/** What the chart shows, as a sentence of counts. */
export function chartTitle(figures: readonly CaseFigure[]): string {
  const improved = figures.filter(({ change }) => change.verdict === 'improved').length;
  return `${figures.length} 项比率提升前后对比，${improved} 项有改善的充分证据`;
}

/** For people who cannot see the chart: all its figures. */
export function chartDescription(figures: readonly CaseFigure[]): string {
  return figures.map((of) => {
    const { name, before, after, verdict } = figureWords(of);
    return `${name}：提升前 ${before.split('\n')[0] ?? ''}，提升后 ${after.split('\n')[0] ?? ''}，${verdict}`;
  }).join('；');
}
