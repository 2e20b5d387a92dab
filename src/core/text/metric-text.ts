/** Why a metric has no figure, or two figures are not compared: reason code -> one clause without a full stop. */
import type { Language } from './cli';

export const REASONS = {
  'no-data': { zh: '没有数据', en: 'there are no data' },
  'not-applicable': { zh: '不适用', en: 'it does not apply' },
  'no-rows': { zh: '没有属于这一期的记录', en: 'the period has no rows' },
  'nothing-recorded': { zh: '这一项一行也没有记录，没有发生的请填 0', en: 'nothing was recorded; where nothing happened, type 0' },
  'not-due': { zh: '这一期的记录到数据截止日都还没有到期', en: 'no row of the period is due by the as-of date' },
  'zero-denominator': { zh: '分母为 0，没有可计算的对象', en: 'the denominator is 0: there is nothing to measure' },
  'periods-missing': { zh: '首页的两个期间或数据截止日没有填好', en: 'the periods or the as-of date on 首页 are not filled in' },
  'mixed-scales': { zh: '同一指标里混有不同的满分或量纲，不能相加', en: 'scores of different scales cannot be added' },
  'mixed-directions': { zh: '同一项性能指标的方向前后不一致（有越大越好，也有越小越好）', en: 'one characteristic has both directions' },
  'months-differ': { zh: '两期有数据的月份不同，直接相比会有季节影响', en: 'the periods have data of different months' },
  'weights-not-one': { zh: '题项权重之和不是 1', en: 'the weights do not add up to 1' },
  'item-without-weight': { zh: '有题项没有填权重', en: 'an item has no weight' },
  'step-without-data': { zh: '有工序没有检验数，不能跳过它相乘', en: 'a process step has nothing inspected and cannot be skipped' },
  'too-many-groups': { zh: '分组数超过上限，没有截断计算', en: 'there are more groups than allowed; none was cut' },
  'base-not-positive': { zh: '对比的基数不大于 0，百分比没有意义', en: 'the base of the percentage is not above 0' },
  'no-comparable-product': { zh: '没有两期都生产的产品（可比产品）', en: 'no product was made in both periods' },
  'no-failure': { zh: '没有发生故障，只能给出下限', en: 'there was no failure, so that only a lower bound exists' },
  'period-too-long': { zh: '期间超过可计算的月数', en: 'the period has more months than can be computed' },
  'baseline-not-ok': { zh: '提升前没有可用的数值', en: 'there is no figure before' },
  'current-not-ok': { zh: '提升后没有可用的数值', en: 'there is no figure after' },
  'too-few-values': { zh: '测值太少，每个阶段至少要 2 个', en: 'there are too few values: two per stage at least' },
  'zero-baseline': { zh: '改进前的均值为 0，不能算相对变化', en: 'the mean before is 0, so that there is no relative change' },
  'zero-spread': { zh: '改进前的测值没有差异，标准差为 0', en: 'the values before do not vary' },
  'invalid-summary': { zh: '汇总填报的分子或分母不完整、不是数字或互相矛盾', en: 'the summary lacks a figure or its figures contradict each other' },
  'basis-differs': { zh: '两期的数据来源不同，一期是逐行数据，一期是汇总填报', en: 'one period has rows and the other a summary' },
  'length-differs': { zh: '两期长短不同', en: 'the periods differ in length' },
  'version-differs': { zh: '两期所用的指标定义版本不同', en: 'the definitions are of different versions' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type ReasonCode = keyof typeof REASONS;

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(REASONS, code);
}

/** Takes a status other than ok where there is no reason. Throws `RangeError` for an unknown code. */
export function reasonText(reason: string, language: Language): string {
  if (!isReasonCode(reason)) throw new RangeError(`no sentence for ${reason}`);
  return REASONS[reason][language];
}
