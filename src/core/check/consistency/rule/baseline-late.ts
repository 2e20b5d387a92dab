/** 7.6: the baseline period (提升前) ends before the improvement begins: the first start of a line of the plan. Length and order of the periods have rules of their own. */
import { isoOf } from '../../../codec/date';
import type { ConsistencyRule } from '../consistency-rule';

export const baselineLate: ConsistencyRule = {
  find(workbook) {
    const home = workbook.form('home');
    const end = home?.day('periods.baseline.end') ?? null;
    const starts = (workbook.form('E')?.rows('lines') ?? []).flatMap((line) => line.day('start') ?? []);
    if (home === null || end === null || starts.length === 0) return [];
    const start = starts.reduce((first, day) => Math.min(first, day));
    if (end < start) return [];
    return [{ code: 'consistency/baseline-late', clause: '7.6', at: home.at('periods.baseline.end'), params: { baselineEnd: isoOf(end), start: isoOf(start) } }];
  },
};
