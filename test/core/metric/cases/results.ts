/** Item 8 of table A.1, 7.6 a, b, d, and 汇总填报 in place of rows. */
import type { Summary } from '../../../../src/core/model/content';
import { judged, stated, until, YEARS, type Expected, type MetricCase } from '../../../support/metric-case';

/** Longer than a spreadsheet looks up. */
const LONG = '泵'.repeat(121);
const finance = (...lines: readonly string[]): Readonly<Record<string, string>> => ({ finance: ['month revenue cost', ...lines].join('\n') });
const year = (of: number, months: number, revenue: number): readonly string[] => Array.from({ length: months }, (_, i) => `${of}-${String(i + 1).padStart(2, '0')}-01 ${revenue} .`);

const innovation: readonly MetricCase[] = [
  // New for the month of launch and the eleven after it: 40 + 30 + 20 + 10 of 1000.
  judged('productRevenue', `
    month       product revenue newProduct launchDate
    2024-03-01  新1     40      是         2024-03-31 | 40/1000 the month of launch
    2024-02-01  新2     30      是         2023-03-01 | 30/1000 the twelfth month
    2024-03-01  新2     99      是         2023-03-01 | 0/1000 the thirteenth
    2024-05-01  新3     20      是         .          | 20/1000 nobody wrote down the launch
    2024-02-01  新4     10      是         2024-02-29 | 10/1000
    2024-05-01  旧1     77      否         .          | 0/1000
    2024-05-01  旧2     77      .          .          | invalid
    2024-05-01  新5     77      是         去年       | invalid
    2024-05-01  新6     "77"    是         .          | invalid
    2023-12-01  新7     77      是         2023-12-01 | outside
  `, { 'new-product-revenue-share': [100, 1000] }, { rows: finance('2024-03-01 1000 .', '2023-03-01 5000 .') }),
  stated('new-product-revenue-share', 'income of the enterprise missing', { productRevenue: `
    month      product revenue newProduct
    2024-03-01 新1     40      是
  `, ...finance() }, { status: 'no-data', reason: 'no-rows', value: null }),
  judged('innovations', `
    category     name   level  status date
    发明专利     专利1  .      授权   2019-05-05 | 1       outside outside a stock: of any year
    实用新型专利 专利2  .      有效   2024-12-31 | 1       outside outside
    发明专利     专利3  .      申请   2024-05-05 | 0       outside outside applied for
    发明专利     专利4  .      失效   2020-05-05 | 0       outside outside
    外观设计专利 专利5  .      授权   2024-05-05 | outside outside outside a design is neither
    发明专利     专利6  .      授权   2025-01-01 | outside outside outside after the period
    发明专利     .      .      授权   2024-05-05 | invalid outside outside
    标准         标准1  团体   发布   2024-05-05 | outside 1       outside
    标准         标准2  国家级 起草   2023-05-05 | outside 1       outside
    标准         无     .      .      2024-05-05 | outside 0       outside
    标准         标准3  .      .      .          | outside invalid outside
    质量奖       奖1    市级   .      2024-05-05 | outside outside 1
    科技奖励     奖2    国家级 .      2022-05-05 | outside outside 1
    质量奖       奖3    县级   .      2024-05-05 | outside outside 0 below the level of cities
    质量奖       奖4    .      .      2024-05-05 | outside outside 0
  `, { 'patent-count': [2, null], 'standards-activity-count': [2, null], 'award-count': [2, null] }),
  {
    // Stocks at the end of each period; the as-of date cuts the current one.
    name: 'stocks at the end of either period', periods: until('2024-10-17'), rows: { innovations: `
      category name  status date
      发明专利 专利1 授权   2023-12-31
      发明专利 专利2 授权   2024-01-01
      发明专利 专利3 授权   2024-10-17
      发明专利 专利4 授权   2024-10-18
    ` },
    expect: { 'patent-count': { baseline: { status: 'ok', value: 1 }, current: { status: 'ok', value: 3, rows: { used: 3, notDue: 0, outside: 1 } } } },
  },
];

const money: readonly MetricCase[] = [
  // 12 × 100 before, 12 × 110 after.
  stated('revenue-growth-rate', 'two full years', finance(...year(2023, 12, 100), ...year(2024, 12, 110)), { status: 'ok', numerator: 120, denominator: 1200, value: 0.1 }),
  stated('revenue-growth-rate', 'it fell', finance('2023-05-01 100 .', '2024-05-01 80 .'), { status: 'ok', numerator: -20, denominator: 100, value: -0.2 }),
  // Known up to 31 March: the later months of 2023 do not enter.
  stated('revenue-growth-rate', 'the same three months', finance(...year(2023, 12, 100), ...year(2024, 3, 110)), { status: 'ok', numerator: 30, denominator: 300, value: 0.1, rows: { used: 3 } }, { periods: until('2024-03-31') }),
  // Known up to the middle of March: March is in neither.
  stated('revenue-growth-rate', 'whole months only', finance(...year(2023, 12, 100), ...year(2024, 3, 110)), { status: 'ok', denominator: 200, value: 0.1, rows: { used: 2 } }, { periods: until('2024-03-15') }),
  // A leap year before: up to 31 March 2025 there are 90 days, up to 31 March 2024 there were 91.
  stated('revenue-growth-rate', 'the same months of a leap year', finance(...year(2024, 12, 100), ...year(2025, 3, 120)), { status: 'ok', numerator: 60, denominator: 300, value: 0.2 }, { periods: { baseline: YEARS.current, current: { start: 45_658, end: 46_022 }, asOf: 45_747 } }),
  stated('revenue-growth-rate', 'a month missing', finance(...year(2023, 12, 100), ...year(2024, 11, 110)), { status: 'not-applicable', reason: 'months-differ', value: null }),
  stated('revenue-growth-rate', 'an enterprise too young', finance(...year(2024, 12, 110)), { status: 'not-applicable', reason: 'baseline-not-ok', value: null }),
  stated('revenue-growth-rate', 'no income before', finance('2023-05-01 0 .', '2024-05-01 80 .'), { status: 'not-applicable', reason: 'base-not-positive', value: null }),
  stated('revenue-growth-rate', 'nothing now', finance('2023-05-01 100 .'), { status: 'no-data', reason: 'no-rows', value: null }),
  judged('finance', `
    month      revenue cost
    2024-01-01 1000    700 | 700/1000
    2024-02-01 500     .   | invalid
    2024-03-01 -5      1   | invalid
    2024-03-01 5       -1  | invalid
    2024-04-01 500     450 | 450/500
  `, { 'cost-reduction-rate/cost-to-income': [1150, 1500] }),
  // 泵A 10 each before: 200 × 10 - 1800 = 200 of 2000; 泵B 2 each: 50 × 2 - 150 = -50 of 100. 泵C is new, 泵D was given up.
  stated('cost-reduction-rate', 'comparable products', { productCost: `
    month      product quantity totalCost
    2023-05-01 泵A     60       700
    2023-06-01 泵a     40       300
    2024-05-01 泵A     200      1800
    2023-05-01 泵B     50       100
    2024-05-01 泵B     50       150
    2024-05-01 泵C     10       1000
    2023-05-01 泵D     10       1000
    2024-05-01 泵A     0        50
    2024-05-01 泵A     5        .
    2024-05-01 .       5        50
    2024-05-01 泵A     5        -50
    2024-05-01 ${LONG} 5        50
    2023-05-01 赠品    10       0
    2024-05-01 赠品    10       10
  ` }, { status: 'ok', numerator: 150, denominator: 2100, value: 1 / 14, rows: { used: 4, outside: 5, invalid: 5 } }),
  // 9 each after 10 each; October is not over.
  stated('cost-reduction-rate', 'months not over', { productCost: `
    month      product quantity totalCost
    2023-05-01 泵A     10       100
    2024-09-01 泵A     10       90
    2024-10-01 泵A     10       10
  ` }, { status: 'ok', numerator: 10, denominator: 100, rows: { used: 1, notDue: 1, outside: 1 } }, { periods: until('2024-10-17') }),
  judged('finance', `
    month      revenue cost
    2024-09-01 100     70  | 70/100
    2024-10-01 100     70  | notDue
  `, { 'cost-reduction-rate/cost-to-income': [70, 100] }, { name: 'months of the income statement not over', periods: until('2024-10-17') }),
  stated('cost-reduction-rate', 'nothing was made in both periods', { productCost: `
    month      product quantity totalCost
    2023-05-01 泵A     60       700
    2024-05-01 泵B     60       700
  ` }, { status: 'not-applicable', reason: 'no-comparable-product', value: null }),
  stated('cost-reduction-rate', 'sixty products', { productCost: ['month product quantity totalCost', ...Array.from({ length: 60 }, (_, i) => [`2023-05-01 P${i} 10 100`, `2024-05-01 P${i} 10 90`]).flat()].join('\n') }, { status: 'ok', numerator: 600, denominator: 6000, value: 0.1 }),
  stated('cost-reduction-rate', 'a product too many', { productCost: ['month product quantity totalCost', ...Array.from({ length: 61 }, (_, i) => [`2023-05-01 P${i} 10 100`, `2024-05-01 P${i} 10 90`]).flat()].join('\n') }, { status: 'not-applicable', reason: 'too-many-groups', value: null }),
];

const LINE = 'orderNo quantity dueDate deliveryDate deliveredQuantity';

/** 汇总填报 of the current period, beside rows of its sheet or without any. */
function typed(id: string, sheet: string, name: string, numerator: number | null, denominator: number | null, current: Expected, table = '', periods: MetricCase['periods'] = YEARS): MetricCase {
  const summary: Summary = { numerator, denominator, evidence: '台账' };
  return { name: `${id}: ${name}`, periods, rows: { [sheet]: table }, summaries: { [id]: { current: summary } }, expect: { [id]: { current } } };
}

const summaries: readonly MetricCase[] = [
  typed('on-time-delivery-rate', 'deliveries', 'typed in place of rows', 45, 50, { status: 'ok', basis: 'summary', numerator: 45, denominator: 50, value: 0.9, rows: { used: 0 } }),
  typed('on-time-delivery-rate', 'deliveries', 'rows stand above what was typed', 45, 50, { status: 'ok', basis: 'rows', numerator: 1, denominator: 1, value: 1 }, `${LINE}\nD1 10 2024-05-20 2024-05-20 10`),
  typed('on-time-delivery-rate', 'deliveries', 'also rows that are not due', 45, 50, { status: 'not-applicable', reason: 'not-due', basis: 'rows', numerator: null, value: null }, `${LINE}\nD1 10 2024-11-20 . .`, until('2024-10-17')),
  typed('on-time-delivery-rate', 'deliveries', 'rows of the other period do not', 45, 50, { status: 'ok', basis: 'summary', value: 0.9 }, `${LINE}\nD1 10 2023-05-20 2023-05-20 10`),
  typed('on-time-delivery-rate', 'deliveries', 'without a denominator', 45, null, { status: 'not-applicable', reason: 'invalid-summary', basis: 'summary', numerator: 45, value: null }),
  typed('on-time-delivery-rate', 'deliveries', 'of nothing', 0, 0, { status: 'not-applicable', reason: 'zero-denominator', basis: 'summary', value: null }),
  typed('on-time-delivery-rate', 'deliveries', 'more than all', 51, 50, { status: 'not-applicable', reason: 'invalid-summary', value: null }),
  typed('on-time-delivery-rate', 'deliveries', 'less than none', -1, 50, { status: 'not-applicable', reason: 'invalid-summary', value: null }),
  typed('on-time-delivery-rate', 'deliveries', 'a denominator alone', null, 50, { status: 'no-data', reason: 'no-rows', basis: 'rows', value: null }),
  typed('on-time-delivery-rate', 'deliveries', 'without periods', 45, 50, { status: 'no-data', reason: 'periods-missing', value: null }, '', null),
  typed('penalty-count', 'compliance', 'a number typed', 3, null, { status: 'ok', basis: 'summary', numerator: 3, denominator: null, value: 3 }),
  typed('mean-time-between-failures', 'warranty', 'typed without failure', 1000, 0, { status: 'not-applicable', reason: 'no-failure', basis: 'summary', numerator: 1000, denominator: 0, value: null }),
  typed('mean-time-between-failures', 'warranty', 'typed', 3600, 12, { status: 'ok', basis: 'summary', value: 300 }),
  typed('revenue-growth-rate', 'finance', 'typed: growth over income before', 120, 1200, { status: 'ok', basis: 'summary', value: 0.1 }),
  typed('labor-efficiency', 'workOrders', 'typed above 100 %', 110, 100, { status: 'ok', basis: 'summary', value: 1.1 }),
  typed('customer-satisfaction', 'satisfaction', 'typed', 84.5, 1, { status: 'ok', basis: 'summary', value: 84.5 }),
];

export const RESULTS: readonly MetricCase[] = [...innovation, ...money, ...summaries];
