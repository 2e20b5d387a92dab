/** 3.1: the enterprise is small or micro by the rule of 2017. Silent while 首页 has no industry. */
import { sizeClass, type Indicator } from '../../../reference/enterprise-size';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';

const CLAUSE = '3.1';

/** Field of 首页 by what the rule calls it. */
const FIGURES: Readonly<Record<Indicator, string>> = { employees: 'enterprise.employees', revenue: 'enterprise.revenue', assets: 'enterprise.assets' };

export const small: ConsistencyRule = {
  find(workbook) {
    const home = workbook.form('home');
    const industry = home?.text('enterprise.sizeCode') || (home?.text('enterprise.industry') ?? '');
    if (home === null || industry === '') return [];
    const result = sizeClass({ industry, employees: home.number(FIGURES.employees), revenue: home.number(FIGURES.revenue), assets: home.number(FIGURES.assets) });
    const one = (code: ConsistencyFinding['code'], key: string, params: ConsistencyFinding['params']): readonly ConsistencyFinding[] => [{ code, clause: CLAUSE, at: home.at(key), params }];
    if (result.size !== null) {
      return result.size === '小型' || result.size === '微型' ? [] : one('consistency/not-small', FIGURES.employees, { size: result.size, industry });
    }
    switch (result.reason) {
      case 'figure-missing': {
        const missing = (result.missing ?? []).map((indicator) => FIGURES[indicator]);
        const [first] = missing;
        return first === undefined ? [] : one('consistency/size-figure-missing', first, { missing: missing.map((key) => home.label(key)).join('、') });
      }
      case 'class-needed':
        return one('consistency/size-code-needed', 'enterprise.sizeCode', { industry });
      case 'not-covered':
        return one('consistency/size-not-covered', 'enterprise.industry', { industry });
      case 'industry-unknown':
        // The rules of cells say so.
        return [];
    }
  },
};
