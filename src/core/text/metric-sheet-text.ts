/** Words on the metric sheets that no list or table of the command line needs. Sheets are in Chinese, as the standard is. */
import type { Better } from '../model/metric-result';

const BETTER: Readonly<Record<Better, string>> = { higher: '越高越好', lower: '越低越好' };

export const betterLabel = (better: Better): string => BETTER[better];

/** In place of a verdict that needs a test which no formula of a spreadsheet does. */
export const VERDICT_BY_PROGRAM = '以程序检验为准';

/** What 首页 says of 指标计算, 指标分组 and 月度数据. */
export const METRIC_SHEET_PURPOSES: readonly string[] = ['全部指标：提升前、提升后、变化和结论', '按工序、产品、题项、月份分组的计算过程', '各指标按月的数据'];

/** Of 图表 and 图表数据. */
export const CHART_SHEET_PURPOSES = ['五类指标对比图、排列图、逐月控制图', '图表所用的数，实时计算'] as const;

export const WORKBOOK_TITLE = '小微企业质量管理体系认证提升工作簿';
