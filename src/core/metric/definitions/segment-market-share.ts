/** A.1 2.5 主导产品在细分市场占有率, by value. The segment's total enters once per month and segment. */
import { and, cell, isAny, isDate, isFilled, isKey, isNumber, monthEnd, not } from '../algebra';
import { ratio, sum } from '../declare';
import { positive } from './common';

export const segmentMarketShare = ratio({
  key: 'segment-market-share', item: '2.5', name: '主导产品在细分市场占有率', nameEn: 'Share of the main products in their market segment', version: 1,
  family: 'census', monthly: false,
  definition: '主导产品本期收入 ÷ 同期所在细分市场总额（同月同一细分市场只计一次）；总额须注明数据来源，缺来源的行不参与',
  populations: [{
    sheet: 'productRevenue', window: 'period',
    scope: not(isAny('main', '否')),
    valid: and(isAny('main', '是'), isDate('month'), isNumber('revenue'), isKey('segment'), positive('segmentTotal'), isFilled('segmentSource')),
    due: monthEnd(cell('month')),
  }],
  parts: {
    numerator: sum(cell('revenue')),
    denominator: sum(cell('segmentTotal'), { once: { text: 'segment', keep: 'first' } }),
  },
});
