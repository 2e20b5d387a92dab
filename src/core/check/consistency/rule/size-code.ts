/** 3.1: the code that the size class goes by (划型代码) is a class of the industry on 首页, which begins with the same division. */
import type { ConsistencyRule } from '../consistency-rule';

const DIVISION = 2;

export const sizeCode: ConsistencyRule = {
  find(workbook) {
    const home = workbook.form('home');
    const [industry, code] = [home?.text('enterprise.industry') ?? '', home?.text('enterprise.sizeCode') ?? ''];
    if (home === null || !/^\d{2,4}$/u.test(industry) || !/^\d{2,4}$/u.test(code) || code.startsWith(industry.slice(0, DIVISION))) return [];
    return [{ code: 'consistency/size-code-differs', clause: '3.1', at: home.at('enterprise.sizeCode'), params: { code, industry } }];
  },
};
