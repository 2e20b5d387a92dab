/**
 * 3.1: the income on 首页, by which the enterprise is small, against what the rows of 数据_财务 give for a year. Years differ; a
 * factor of twenty means 元 in place of 万元, and makes another size class.
 */
import { shownFigure } from '../figures';
import type { ConsistencyRule } from '../consistency-rule';

/** The metric whose denominator is the income of the period. */
const INCOME_OF = 'rd-spending-ratio';
const YEAR = 365;
const MOST = 20;

export const revenueScale: ConsistencyRule = {
  find(workbook) {
    const home = workbook.form('home');
    const typed = home?.number('enterprise.revenue') ?? null;
    if (home === null || typed === null || typed <= 0 || workbook.periods === null) return [];
    const { periods } = workbook;
    for (const { key, period, denominator, basis } of workbook.results) {
      if (key !== INCOME_OF || basis !== 'rows' || denominator === null || denominator <= 0) continue;
      const { start, end } = periods[period];
      const yearly = (denominator / (end - start + 1)) * YEAR;
      const factor = typed / yearly;
      if (factor < MOST && factor > 1 / MOST) continue;
      const params = { value: shownFigure(typed, 'money'), computed: shownFigure(Number(yearly.toPrecision(3)), 'money') };
      return [{ code: 'consistency/revenue-scale', clause: '3.1', at: home.at('enterprise.revenue'), params }];
    }
    return [];
  },
};
