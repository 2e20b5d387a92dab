/** Item 4 of table A.1: performance, service, consistency, times between failures. */
import { judged, stated, type MetricCase } from '../../../support/metric-case';

/** 效率 means 62 and 68, variances 4 and 4; 噪声 means 85 and 68, variances 50 and 2, less is better. */
const TWO_CHARACTERISTICS = `
  characteristic direction stage  value date
  效率           越大越好  改进前 60    2023-05-01
  效率           越大越好  改进前 62    2023-05-01
  效率           越大越好  改进前 64    .
  效率           越大越好  改进后 66    .
  效率           越大越好  改进后 68    .
  效率           越大越好  改进后 70    .
  噪声           越小越好  改进前 80    .
  噪声           越小越好  改进前 90    .
  噪声           越小越好  改进后 67    .
  噪声           越小越好  改进后 69    .
`;

const tests = (...lines: readonly string[]): Readonly<Record<string, string>> => ({ performanceTests: ['characteristic direction stage value', ...lines].join('\n') });
/** Two values before and two after. */
const four = (name: string, direction: string, ...values: readonly number[]): readonly string[] => values.map((value, i) => `${name} ${direction} ${i < 2 ? '改进前' : '改进后'} ${value}`);

const samples: readonly MetricCase[] = [
  {
    name: 'performance-improvement, consistency-improvement: two characteristics', periods: null, rows: { performanceTests: TWO_CHARACTERISTICS },
    expect: { 'performance-improvement': { current: { status: 'no-data', reason: 'periods-missing' } }, 'consistency-improvement': { current: { status: 'no-data', reason: 'periods-missing' } } },
  },
  // (68-62)/62 and, less being better, (85-68)/85 = 0.2.
  stated('performance-improvement', 'mean of two characteristics', { performanceTests: TWO_CHARACTERISTICS }, { status: 'ok', numerator: 6 / 62 + 0.2, denominator: 2, value: (6 / 62 + 0.2) / 2, rows: { used: 10, notDue: 0, outside: 0, invalid: 0 } }),
  // √(4/4) = 1 and √(2/50) = 0.2; their geometric mean is √0.2.
  stated('consistency-improvement', 'geometric mean of two characteristics', { performanceTests: TWO_CHARACTERISTICS }, { status: 'ok', numerator: 0.2, denominator: 2, value: Math.SQRT1_2 * Math.sqrt(0.4) }),
  // From -50 to -40 where more is better: 10 of 50 better, not worse.
  stated('performance-improvement', 'negative values', tests('温度 越大越好 改进前 -50', '温度 越大越好 改进后 -40'), { status: 'ok', value: 0.2 }),
  stated('performance-improvement', 'it got worse', tests('温度 越小越好 改进前 50', '温度 越小越好 改进后 60'), { status: 'ok', value: -0.2 }),
  stated('performance-improvement', 'rows that cannot be read', tests(
    '温度 越大越好 改进前 50', '温度 越大越好 改进后 60', '温度 越大越好 改进前 "50"', '温度 . 改进前 50', '温度 越大越好 试验 50', '. 越大越好 改进前 50', '温度 越大越好 改进后 #DIV/0!', '. . . .',
  ), { status: 'ok', value: 0.2, rows: { used: 2, invalid: 5, outside: 0 } }),
  stated('performance-improvement', 'nothing after', tests('温度 越大越好 改进前 50', '压力 越大越好 改进前 5', '压力 越大越好 改进后 6'), { status: 'not-applicable', reason: 'too-few-values', value: null }),
  stated('performance-improvement', 'mean 0 before', tests('温差 越小越好 改进前 1', '温差 越小越好 改进前 -1', '温差 越小越好 改进后 0.5'), { status: 'not-applicable', reason: 'zero-baseline', value: null }),
  stated('performance-improvement', 'two directions', tests('温度 越大越好 改进前 50', '温度 越小越好 改进后 60'), { status: 'not-applicable', reason: 'mixed-directions', value: null }),
  // Thirty characteristics fit, each from 100 to 130; one more does not.
  stated('performance-improvement', 'as many characteristics as the table holds', tests(...Array.from({ length: 30 }, (_, i) => [`K${i} 越大越好 改进前 100`, `K${i} 越大越好 改进后 130`]).flat()), { status: 'ok', value: 0.3, denominator: 30 }),
  stated('performance-improvement', 'one characteristic too many', tests(...Array.from({ length: 31 }, (_, i) => [`K${i} 越大越好 改进前 100`, `K${i} 越大越好 改进后 130`]).flat()), { status: 'not-applicable', reason: 'too-many-groups', numerator: null, value: null, rows: { used: 62 } }),
  stated('performance-improvement', 'no rows', tests(), { status: 'no-data', reason: 'no-rows', value: null }),
  stated('consistency-improvement', 'one value is no spread', tests('长度 越小越好 改进前 50', '长度 越小越好 改进前 51', '长度 越小越好 改进后 50'), { status: 'not-applicable', reason: 'too-few-values', value: null }),
  stated('consistency-improvement', 'no spread before', tests(...four('长度', '越小越好', 50, 50, 50, 51)), { status: 'not-applicable', reason: 'zero-spread', value: null }),
  stated('consistency-improvement', 'two directions', tests('长度 越小越好 改进前 50', '长度 越小越好 改进前 52', '长度 越大越好 改进后 50', '长度 越大越好 改进后 51'), { status: 'not-applicable', reason: 'mixed-directions', value: null }),
  // Variances 2 and 0.5: √(0.5/2). The common 1e6 takes the digits of a sum of squares that is not centred.
  stated('consistency-improvement', 'small spread of large values', tests(...four('长度', '越小越好', 1_000_001, 1_000_003, 1_000_000, 1_000_001)), { status: 'ok', value: 0.5, numerator: 0.5, denominator: 1 }),
];

const service: readonly MetricCase[] = [
  // Before 1 of 2, after 3 of 4.
  stated('service-improvement', 'percentage points', { serviceRequests: `
    id requestedAt      limitHours respondedAt
    S1 2023-05-20T09:00 4          2023-05-20T10:00
    S2 2023-05-20T09:00 4          2023-05-20T19:00
    S3 2024-05-20T09:00 4          2024-05-20T10:00
    S4 2024-05-21T09:00 4          2024-05-21T10:00
    S5 2024-05-22T09:00 4          2024-05-22T10:00
    S6 2024-05-23T09:00 4          .
  ` }, { status: 'ok', numerator: 0.25, denominator: null, value: 0.25, rows: { used: 4, outside: 2 } }),
  stated('service-improvement', 'nothing before', { serviceRequests: `
    id requestedAt      limitHours respondedAt
    S3 2024-05-20T09:00 4          2024-05-20T10:00
  ` }, { status: 'not-applicable', reason: 'baseline-not-ok', value: null }),
  stated('service-improvement', 'nothing after', { serviceRequests: `
    id requestedAt      limitHours respondedAt
    S1 2023-05-20T09:00 4          2023-05-20T10:00
  ` }, { status: 'no-data', reason: 'no-rows', value: null }),
];

const reliability: readonly MetricCase[] = [
  // First failures at 400, 0 and 120 h; four more ran 800 + 500 + 300 + 0 h without: 2120 h over 3. MTBF: 1000 + 800 + 500 + 300 + 0 + 60 over 3 + 0 + 2 + 0 + 0 + 1.
  judged('warranty', `
    serialNo shipDate   warrantyMonths firstFailureDate liability hours firstFailureHours failureCount
    W1       2024-01-01 12             2024-03-01       企业      1000  400               3            | 400/1   1000/3
    W2       2024-02-29 12             .                .         800   .                 0            | 800/0   800/0 has not failed: its hours count
    W3       2024-05-01 12             2024-06-01       用户      500   100               2            | 500/0   500/2 the user's fault is no first failure
    W4       2024-05-01 12             .                .         300   .                 0            | 300/0   300/0
    W5       2024-05-01 12             2024-05-01       企业      60    0                 1            | 0/1     60/1 failed when switched on
    W6       2024-12-31 12             .                .         0     .                 0            | 0/0     0/0
    W7       2024-05-01 12             2024-06-01       企业      900   .                 1            | invalid 900/1 failed, but nobody knows when
    W8       2024-05-01 12             .                .         .     .                 0            | invalid invalid
    W9       2024-05-01 12             .                企业      700   120               .            | 120/1   invalid
    W10      2023-12-31 12             2024-03-01       企业      1000  400               3            | outside outside
    W11      2024-05-01 12             .                .         700   无                无           | invalid invalid
    W12      2025-01-01 12             .                .         700   .                 0            | outside outside
    W13      .          12             .                .         700   .                 0            | invalid invalid
  `, { 'mean-time-to-first-failure': [2120, 3], 'mean-time-between-failures': [3560, 7] }),
  ...(['mean-time-to-first-failure', 'mean-time-between-failures'] as const).map((id) => stated(id, 'no failure', { warranty: `
    serialNo shipDate   hours failureCount
    W1       2024-05-01 600   0
    W2       2024-05-01 400   0
  ` }, { status: 'not-applicable', reason: 'no-failure', numerator: 1000, denominator: 0, value: null })),
];

export const IMPROVEMENT: readonly MetricCase[] = [...samples, ...service, ...reliability];
