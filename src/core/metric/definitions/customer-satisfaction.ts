/**
 * A.1 7.1 顾客满意度 and 7.6 e 第三方满意度: sum of item means times item weights, 0 to 100. Scales up to 10 points map
 * (x - 1) / (k - 1), a scale out of 100 maps x / k.
 */
import {
  and, cell, choose, divide, isAny, isDate, isFilled, isKey, isNumber, less, lessOrEqual, multiply, not, number, or, part,
  subtract, type Bool,
} from '../algebra';
import { count, ratio, sum } from '../declare';
import type { MetricDef, Population } from '../metric-def';

const pointScale = lessOrEqual(cell('fullScore'), number(10));
const index = choose(
  pointScale,
  multiply(divide(subtract(cell('score'), number(1)), choose(less(number(1), cell('fullScore')), subtract(cell('fullScore'), number(1)), number(1))), number(100)),
  multiply(divide(cell('score'), choose(less(number(1), cell('fullScore')), cell('fullScore'), number(1))), number(100)),
);
const inScale: Bool = and(
  isNumber('score'), isNumber('fullScore'), lessOrEqual(number(2), cell('fullScore')), lessOrEqual(cell('score'), cell('fullScore')),
  or(and(pointScale, lessOrEqual(number(1), cell('score'))), and(not(pointScale), lessOrEqual(number(0), cell('score')))),
);
const answers = (scope?: Bool): Population => ({
  sheet: 'satisfaction', window: 'period', ...(scope === undefined ? {} : { scope }),
  valid: and(isFilled('questionnaireNo'), isDate('date'), isKey('item'), isAny('surveyor', '企业', '第三方'), inScale),
  due: cell('date'),
});
const scales = {
  lowScale: { kind: 'min', of: cell('fullScore') },
  highScale: { kind: 'max', of: cell('fullScore') },
} as const;
const mixedScales = { when: less(part('lowScale'), part('highScale')), status: 'not-applicable', reason: 'mixed-scales' } as const;

const satisfactionIndex = (def: Pick<MetricDef, 'key' | 'item' | 'name' | 'nameEn' | 'definition' | 'populations'>): MetricDef => ratio({
  version: 1, unit: 'score', unitText: '分', family: 'score', monthly: false,
  ...def,
  parts: scales,
  grouping: {
    by: { kind: 'text', column: 'item' }, heading: '题项', limit: 40,
    labels: { answers: '作答数', total: '得分合计', mean: '平均分', weight: '权重', share: '计入权重', weighted: '加权分', unweighted: '缺权重的题项数' },
    parts: { answers: count(), total: sum(index) },
    derived: {
      mean: choose(less(number(0), part('answers')), divide(part('total'), part('answers')), number(0)),
      share: choose(less(number(0), part('answers')), part('weight'), number(0)),
      weighted: multiply(part('mean'), part('share')),
    },
    totals: {
      weighted: { kind: 'sum', of: 'weighted' },
      weight: { kind: 'sum', of: 'share' },
      unweighted: { kind: 'count', where: and(less(number(0), part('answers')), less(part('weight'), number(0))) },
    },
    weights: { key: 'item', weight: 'weight' },
    cluster: { column: 'questionnaireNo', of: 'total' },
  },
  numerator: part('weighted'),
  denominator: part('weight'),
  guards: [
    mixedScales,
    {
      when: and(less(number(0), part('weightRows')), or(less(part('weightSum'), number(1 - 1e-6)), less(number(1 + 1e-6), part('weightSum')))),
      status: 'not-applicable', reason: 'weights-not-one',
    },
    { when: less(number(0), part('unweighted')), status: 'not-applicable', reason: 'item-without-weight' },
  ],
});

export const customerSatisfaction = satisfactionIndex({
  key: 'customer-satisfaction', item: '7.1', name: '顾客满意度', nameEn: 'Customer satisfaction',
  definition: '各题项平均分（折算 0–100）×题项权重之和；权重表空白时各题等权；10 分及以下量表按（x−1）/（k−1）折算，百分制按 x/k；两种满分混用时不能计算',
  populations: [answers()],
});

export const thirdPartySatisfaction = satisfactionIndex({
  key: 'third-party-satisfaction', item: '7.6e', name: '客户第三方满意度', nameEn: 'Customer satisfaction measured by a third party',
  definition: '同 7.1，只用调查方为第三方的问卷；没有第三方问卷时不用企业自评代替',
  populations: [answers(not(isAny('surveyor', '企业')))],
});

export const customerSatisfactionByPoints = ratio({
  key: 'customer-satisfaction', item: '7.1', name: '顾客满意度', nameEn: 'Customer satisfaction', version: 1,
  variant: { id: 'points', label: '得分率（总得分÷应得总分）' }, monthly: false, family: 'census',
  definition: '各题评分之和 ÷ 各题满分之和',
  populations: [answers()],
  parts: { ...scales, numerator: sum(cell('score')), denominator: sum(cell('fullScore')) },
  guards: [mixedScales],
});
