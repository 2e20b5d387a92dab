/** Items 5 and 6 of table A.1 and 7.6 c, d: suppliers, production, inspection, deliveries, warranty, service. */
import { judged, stated, until, YEARS, type MetricCase } from '../../../support/metric-case';

const INSIDE = until('2024-10-17');

const purchasing: readonly MetricCase[] = [
  // Accepted P1, P7 and P7 again; let through P2 too.
  judged('purchases', `
    orderNo line conclusion inspectDate
    P1      1    合格       2024-01-01    | 1/1     1/1 first day
    P2      1    让步接收   2024-05-20    | 0/1     1/1 a concession
    P3      1    挑选       2024-05-20    | 0/1     0/1
    P4      1    退货       2024-05-20    | 0/1     0/1
    P5      1    不合格     2024-05-20    | 0/1     0/1
    P6      1    免检       2024-05-20    | outside outside
    P6      2    .          .             | blank   blank nothing in the columns that matter here
    P7      1    合格       2024-12-31    | 1/1     1/1 last day
    P7      1    合格       2024-12-31    | 1/1     1/1 typed twice: the checks name it, the figure has it twice
    P8      1    .          2024-05-20    | invalid invalid
    P9      1    合格       .             | invalid invalid
    P10     1    合格       "2024/5/20"   | invalid invalid
    P11     1    合格       2023-12-31    | outside outside
    P12     1    #VALUE!    2024-05-20    | invalid invalid
    P13     1    12         2024-05-20    | 0/1     0/1 a conclusion that is none of the known
  `, { 'purchase-acceptance-rate': [3, 8], 'purchase-acceptance-rate/with-concession': [4, 8] }),
  stated('purchase-acceptance-rate', 'only exempt lots', { purchases: `
    orderNo conclusion inspectDate
    P1      免检       2024-05-20
  ` }, { status: 'no-data', reason: 'no-rows', value: null }),
  judged('purchases', `
    orderNo quantity dueDate    arrivalDate      arrivalQuantity onTimeQuantity
    Q1      10       2024-05-20 2024-05-20       10              .     | 1/1 on the day
    Q2      10       2024-05-20 2024-05-20T23:30 10              .     | 1/1 late in the evening
    Q3      10       2024-05-20 2024-05-21       10              .     | 0/1
    Q4      10       2024-05-20 2024-05-20       9.5             .     | 0/1 in part
    Q5      10       2024-05-20 2024-05-25       10              10    | 1/1 all in time, a replacement later
    Q6      10       2024-05-20 2024-05-25       10              6     | 0/1 in part in time
    Q7      10       2024-05-20 .                .               10    | 1/1
    Q8      10       2024-12-31 .                .               .     | 0/1 open, due on the last day
    Q9      10       2024-05-20 2024-05-20       12              .     | 1/1 more than ordered
    Q10     10       2024-05-20 2024-05-20       .               .     | invalid how much came?
    Q11     0        2024-05-20 2024-05-20       0               .     | invalid nothing ordered
    Q12     .        2024-05-20 2024-05-20       10              .     | invalid
    Q13     10       "20240520" 2024-05-20       10              .     | invalid
    Q14     10       2025-01-01 .                .               .     | outside
    Q15     10       2023-12-31 .                .               .     | outside
    Q16     10       2024-05-20 2024-05-20       十              .     | invalid
    Q17     10       2024-05-20 2024-05-20       10              "10"  | invalid
  `, { 'supplier-on-time-delivery-rate': [5, 9] }),
  judged('supplierIssues', `
    id dueDate    closedDate verification
    V1 2024-05-20 2024-05-20 有效   | 1/1
    V2 2024-05-20 2024-05-21 有效   | 0/1 late
    V3 2024-05-20 2024-05-20 待验证 | 0/1 not verified yet
    V4 2024-05-20 2024-05-20 无效   | 0/1
    V5 2024-05-20 .          有效   | 0/1 open
    V6 2024-05-20 2024-05-20 .      | 0/1
    V7 .          2024-05-20 有效   | invalid
    V8 2024-05-20 完成       有效   | invalid
    V9 2023-12-31 2024-01-05 有效   | outside due in the period before
    VA 2024-12-31 2024-12-31 有效   | 1/1
  `, { 'supplier-issue-resolution-rate': [2, 7] }),
];

/** Forty orders of 10 in each year, every other one short: enough for an interval and a test. */
const FORTY = ['orderNo product planQuantity planDate actualDate doneQuantity', ...Array.from({ length: 80 }, (_, i) => {
  const date = i < 40 ? '2023-05-20' : '2024-05-20';
  return `W${i} P 10 ${date} ${date} ${i % 2 === 0 ? 10 : i < 40 ? 7 : 8}`;
})].join('\n');

const orders: readonly MetricCase[] = [
  // 50×2 + 0 + 30×0.5 over 80 + 5 + 10.
  judged('workOrders', `
    orderNo actualDate doneQuantity standardHours actualHours
    L1      2024-05-20 50           2             80  | 100/80
    L2      2024-05-20 0            2             5   | 0/5 nothing good came out
    L3      2024-12-31 30           0.5           10  | 15/10 faster than the standard
    L4      2024-05-20 30           .             .   | outside no hours
    L5      2024-05-20 30           2             .   | invalid
    L6      2024-05-20 30           2             0   | invalid
    L7      .          30           2             5   | invalid not finished
    L8      2023-05-20 30           2             5   | outside
    L9      2024-05-20 .            2             5   | invalid
  `, { 'labor-efficiency': [115, 95] }),
  // Done in time N1, N3, N8, N9. Up to the plan: 100+100+100+90+0+40+25+10+7 without N8's factor.
  judged('workOrders', `
    orderNo planQuantity planDate     actualDate doneQuantity factor
    N1      100          2024-05-20   2024-05-20 100          .    | 1/1     100/100 100/100
    N2      100          2024-05-20   2024-05-21 100          .    | 0/1     100/100 100/100 late, but made
    N3      100          2024-05-20   2024-05-20 120          .    | 1/1     100/100 120/100 more makes up for nothing
    N4      100          2024-05-20   2024-05-18 90           .    | 0/1     90/100  90/100 in part
    N5      100          2024-05-20   .          .            .    | 0/1     0/100   0/100 open past due
    N6      100          2024-05-20   .          40           .    | 0/1     40/100  40/100 begun
    N7      100          2024-05-20   2024-05-20 .            .    | invalid invalid invalid
    N8      10           2024-02-29   2024-02-29 10           2.5  | 1/1     25/25   25/25
    N9      10           2024-12-31   2024-12-31 10           1    | 1/1     10/10   10/10
    NA      10           2024-05-20   2024-05-20 10           0    | 1/1     invalid invalid
    NB      10           2024-05-20   2024-05-20 10           两   | 1/1     invalid invalid
    NC      0            2024-05-20   2024-05-20 10           .    | invalid invalid invalid
    ND      10           "2024-05-20" 2024-05-20 10           .    | invalid invalid invalid
    NE      10           2025-01-01   2024-12-20 10           .    | outside outside outside
    NF      10           2023-12-31   2024-01-01 10           .    | outside outside outside
    NG      10           2024-05-20   2024-05-20 -1           .    | invalid invalid invalid
  `, { 'schedule-attainment-rate': [6, 10], 'plan-completion-rate': [465, 635], 'plan-completion-rate/offsetting': [485, 635] }),
  judged('workOrders', `
    orderNo planQuantity planDate   actualDate doneQuantity
    N1      100          2024-10-17 .          .    | 0/1    0/100
    N2      100          2024-10-18 .          .    | notDue notDue
    N3      100          2024-10-18 2024-10-16 100  | notDue notDue made early, but not due
    N4      100          2024-10-01 2024-10-01 100  | 1/1    100/100
    N5      100          2025-01-02 .          .    | outside outside
  `, { 'schedule-attainment-rate': [1, 2], 'plan-completion-rate': [100, 200] }, { name: 'orders as of a day inside the period', periods: INSIDE }),
];

const inspection = (...lines: readonly string[]): Readonly<Record<string, string>> => ({ processInspection: ['date step inspected firstPassed', ...lines].join('\n') });

/** Enough orders of either year for an interval: 285 of 350 eight times, and 320 of 350. */
const manyOrders = (['2023', '2024'] as const).flatMap((year, y) => Array.from({ length: 8 }, () => [[100, 90, 100], [80, 80, 80], [120, 90, 110], [50, 25, 30]]).flat()
  .map((line, i) => `${year}-${i} ${line[0] ?? 0} ${year}-05-20 ${year}-05-20 ${line[1 + y] ?? 0}`));

const spreads: readonly MetricCase[] = [
  {
    name: 'plan-completion-rate: orders enough for an interval', periods: YEARS, rows: { workOrders: ['orderNo planQuantity planDate actualDate doneQuantity', ...manyOrders].join('\n') },
    expect: { 'plan-completion-rate': { baseline: { status: 'ok', numerator: 2280, denominator: 2800 }, current: { status: 'ok', numerator: 2560, denominator: 2800 } } },
  },
];

const processes: readonly MetricCase[] = [
  judged('processInspection', `
    date       step process key inspected firstPassed reworkPassed
    2024-05-20 1    车削    是  100       90          5      | 90/100  95/100
    2024-05-21 2    磨削    是  50        50          .      | 50/50   50/50
    2024-05-20 3    装配    否  100       10          .      | outside outside
    2024-05-20 1    车削    是  100       90          15     | invalid invalid more passed than were inspected
    2024-05-20 1    车削    是  0         0           .      | invalid invalid nothing inspected
    2024-05-20 1    车削    .   100       90          .      | invalid invalid
    2024-05-20 1    车削    是  100       .           .      | invalid invalid
    2024-05-20 1    车削    是  100       0           0      | 0/100   0/100
    2023-12-31 1    车削    是  100       90          .      | outside outside
    "5月20日"  1    车削    是  100       90          .      | invalid invalid
    2024-05-20 1    车削    是  100       90          无     | invalid invalid
  `, { 'key-process-yield': [140, 250], 'key-process-yield/after-rework': [145, 250] }),
  // Step 10: 95+84 of 200, 0.895; step 20: 88 of 100. Out of order, over two months, one row without a step.
  stated('rolled-throughput-yield', 'sums of rows, not means of days', inspection('2024-06-01 20 100 88', '2024-05-01 10 100 95', '2024-06-01 10 100 84', '2024-06-01 . 100 50', '2024-06-01 0 100 50', '2024-06-01 10 100 101'), { status: 'ok', numerator: 0.895 * 0.88, denominator: null, value: 0.7876, rows: { used: 3, invalid: 3 } }),
  stated('rolled-throughput-yield', 'a step of the other period without inspection now', inspection('2024-06-01 1 100 95', '2023-06-01 1 100 95', '2023-06-01 2 100 90'), { status: 'not-applicable', reason: 'step-without-data', value: null, rows: { used: 1, outside: 2 } }),
  stated('rolled-throughput-yield', 'nothing passes a step', inspection('2024-06-01 1 100 95', '2024-06-01 2 100 0'), { status: 'ok', value: 0 }),
  stated('rolled-throughput-yield', 'forty steps', inspection(...Array.from({ length: 40 }, (_, i) => `2024-06-01 ${i + 1} 100 ${i === 7 ? 50 : 100}`)), { status: 'ok', value: 0.5 }),
  stated('rolled-throughput-yield', 'a step too many', inspection(...Array.from({ length: 41 }, (_, i) => `2024-06-01 ${i + 1} 100 100`)), { status: 'not-applicable', reason: 'too-many-groups', value: null, rows: { used: 41 } }),
  stated('rolled-throughput-yield', 'no rows in the period', inspection('2023-06-01 1 100 95'), { status: 'no-data', reason: 'no-rows', value: null }),
];

const finals: readonly MetricCase[] = [
  // 80 of 100 at first, 95 in the end: the published example of a factory's terminal.
  judged('finalInspection', `
    date         lot  submission submitted passed
    2024-05-20   F1   1          100       80     | 80/100  80/100
    2024-05-22   F1   2          20        15     | outside 15/0 again, after rework
    2024-05-23   F1   3          5         0      | outside 0/0
    2024-05-20   F2   .          100       80     | invalid invalid
    2024-05-20   F3   1          100       120    | invalid invalid
    2024-05-20   F4   1          0         0      | invalid invalid
    2024-05-20   F5   1.5        10        1      | invalid 1/0
    "2024-05-20" F6   1          100       80     | invalid invalid
    2023-12-31   F7   1          100       80     | outside outside
    2024-12-31   F8   1          50        50     | 50/50   50/50
  `, { 'first-submission-yield': [130, 150], 'product-pass-rate': [146, 150] }),
  stated('product-pass-rate', 'first submitted in the period before', { finalInspection: `
    date       lot submission submitted passed
    2023-12-30 F1  1          100       80
    2024-01-02 F1  2          20        20
  ` }, { status: 'not-applicable', reason: 'zero-denominator', numerator: 20, denominator: 0, value: null }),
  stated('first-submission-yield', 'only second submissions', { finalInspection: `
    date       lot submission submitted passed
    2024-01-02 F1  2          20        20
  ` }, { status: 'no-data', reason: 'no-rows', value: null, rows: { outside: 1 } }),
];

const deliveries: readonly MetricCase[] = [
  judged('deliveries', `
    orderNo quantity dueDate    deliveryDate deliveredQuantity onTimeQuantity delayLiability
    D1      10       2024-05-20 2024-05-20   10                .              .        | 1/1     1/1
    D2      10       2024-05-20 2024-05-21   10                .              企业     | 0/1     0/1
    D3      10       2024-05-20 2024-05-21   10                .              客户     | outside outside the customer's delay enters neither side
    D4      10       2024-05-20 2024-05-21   10                .              不可抗力 | 0/1     0/1
    D5      10       2024-05-20 2024-05-20   8                 .              .        | 0/1     1/1 in part
    D6      10       2024-05-20 2024-06-01   10                10             .        | 1/1     0/1
    D7      10       2024-02-29 .            .                 .              .        | 0/1     0/1 open
    D8      10       2024-05-20 2025-02-01   10                .              .        | 0/1     0/1 after the as-of date
    D9      10       2024-05-20 2024-05-20   .                 .              .        | invalid 1/1 how much came does not matter to the day
    DA      -5       2024-05-20 2024-05-20   5                 .              .        | invalid 1/1
    DB      10       无         2024-05-20   10                .              .        | invalid invalid
    DC      10       2024-12-31 2024-12-31   10                .              .        | 1/1     1/1
    DC      10       2024-12-31 2024-12-31   10                .              .        | 1/1     1/1 the same line twice
    DD      10       2025-01-01 2024-12-31   10                .              .        | outside outside
  `, { 'on-time-delivery-rate': [4, 9], 'on-time-delivery-rate/date-only': [6, 11] }),
  judged('deliveries', `
    orderNo quantity dueDate    deliveryDate deliveredQuantity
    D1      10       2024-10-17 .            .                 | 0/1    0/1 due on the as-of date
    D2      10       2024-10-18 .            .                 | notDue notDue
    D3      10       2024-10-18 2024-10-17   10                | notDue notDue
    D4      10       2024-10-16 2024-10-16   10                | 1/1    1/1
  `, { 'on-time-delivery-rate': [1, 2], 'on-time-delivery-rate/date-only': [1, 2] }, { name: 'deliveries as of a day inside the period', periods: INSIDE }),
  stated('on-time-delivery-rate', 'nothing but the customer', { deliveries: `
    orderNo quantity dueDate    deliveryDate deliveredQuantity delayLiability
    D1      10       2024-05-20 2024-05-21   10                客户
  ` }, { status: 'no-data', reason: 'no-rows', value: null, rows: { outside: 1 } }),
];

const afterSale: readonly MetricCase[] = [
  // Twelve months old in 2024, or at the end of a shorter warranty: U1-U6, U8, U9.
  judged('warranty', `
    serialNo shipDate   warrantyMonths firstFailureDate liability
    U1       2023-05-20 12             2024-05-20       企业  | 1/1 on the last day of the twelve months
    U2       2023-05-20 12             2024-05-21       企业  | 0/1 a day later
    U3       2023-05-20 24             2024-03-01       .     | 1/1 twelve months of a longer warranty
    U4       2023-05-20 12             2023-06-01       用户  | 0/1 the user's fault
    U5       2024-02-29 6              .                .     | 0/1 until 29 August
    U6       2023-08-31 6              2024-02-29       企业  | 1/1 six months after 31 August is 29 February
    U7       2024-05-20 12             2024-06-01       企业  | outside not a year old
    U8       2023-01-01 12             .                .     | 0/1 a year old on the first day
    U9       2023-12-31 12             .                .     | 0/1 and on the last
    UA       2022-12-31 12             2023-03-01       企业  | outside
    UB       2023-05-20 .              .                .     | invalid
    UC       2023-05-20 0              .                .     | invalid
    UD       2023-05-20 601            .                .     | invalid
    UE       2023-05-20 12             坏了             企业  | invalid
    UF       .          12             .                .     | invalid
  `, { 'warranty-failure-rate': [3, 8] }),
  judged('warranty', `
    serialNo shipDate   warrantyMonths firstFailureDate liability
    U1       2023-10-17 12             2024-03-01       企业  | 1/1 a year old on the as-of date
    U2       2023-10-18 12             2024-03-01       企业  | notDue
    U3       2023-02-28 12             .                .     | 0/1 until 28 February of a leap year
  `, { 'warranty-failure-rate': [1, 2] }, { name: 'warranty as of a day inside the period', periods: INSIDE }),
  // Hours to respond 4 + 241/60 + 1/60 + 0 + 2.
  judged('serviceRequests', `
    id requestedAt      limitHours respondedAt
    R1 2024-05-20T09:00 4          2024-05-20T13:00 | 1/1     4/1 to the minute
    R2 2024-05-20T09:00 4          2024-05-20T13:01 | 0/1     4.016666666666667/1 a minute late
    R3 2024-05-20T09:00 0.5        2024-05-20T09:01 | 1/1     0.016666666666666666/1
    R4 2024-05-20T09:00 4          .                | 0/1     0/0 open past due
    R5 2024-05-20T09:00 4          2024-05-20T08:00 | invalid invalid answered before it was asked
    R6 2024-05-20T09:00 0          2024-05-20T09:00 | invalid invalid
    R7 2024-05-20T09:00 4          2024-05-20T09:00 | 1/1     0/1 at once
    R8 2024-12-31T22:00 4          2024-12-31T23:00 | outside outside due in January
    R9 2023-12-31T22:00 4          2024-01-01T00:00 | 1/1     2/1 asked on the eve, due on the first day
    RA 2024-12-31T20:00 4          2024-12-31T23:00 | outside outside midnight belongs to the next day
    RB .                4          2024-05-20T09:00 | invalid invalid
    RC 2024-05-20T09:00 尽快       2024-05-20T09:00 | invalid invalid
    RD 2024-05-20T09:00 4          已答复           | invalid invalid
  `, { 'service-response-rate': [4, 6], 'service-response-rate/mean-hours': [4 + 241 / 60 + 1 / 60 + 2, 5] }),
  stated('service-response-rate/mean-hours', 'nobody was answered', { serviceRequests: `
    id requestedAt      limitHours respondedAt
    R4 2024-05-20T09:00 4          .
  ` }, { status: 'not-applicable', reason: 'zero-denominator', numerator: 0, denominator: 0, value: null }),
  judged('qualityIssues', `
    id   foundDate  dueDate    closedDate
    I1   2024-05-01 2024-05-20 2024-05-20 | 1/1
    I2   2024-05-01 2024-05-20 2024-05-21 | 0/1
    I3   2024-05-01 2024-05-20 .          | 0/1 open past due
    I4   2023-12-01 2024-01-01 2023-12-05 | 1/1 closed before the period began
    I5   2024-12-01 2025-01-10 2024-12-05 | outside due later
    无   2024-12-31 2024-12-31 .          | outside nothing happened
    I6   2024-05-01 .          2024-05-20 | invalid
    I7   2024-05-01 #NAME?     2024-05-20 | invalid
    I8   2024-05-01 2024-05-20 2024-05-20T18:00 | 1/1
  `, { 'quality-issue-closure-rate': [3, 5] }),
];

/** Rows and pieces enough for linearised intervals. */
const enough: readonly MetricCase[] = [
  // 20 x 10 + 20 x 8 of 400.
  stated('plan-completion-rate', 'forty orders', { workOrders: FORTY }, { numerator: 360, denominator: 400, value: 0.9 }),
  // 0.9 x 0.8 of enough pieces for an interval, 0.8 x 0.7 before.
  stated('rolled-throughput-yield', 'two steps of hundreds', { processInspection: `
    date       product step process inspected firstPassed key
    2023-03-02 P       1    甲      100       80          是
    2023-03-02 P       2    乙      200       140         否
    2024-03-02 P       1    甲      100       90          是
    2024-03-02 P       2    乙      200       160         否
  ` }, { value: 0.9 * 0.8 }),
];

export const PURCHASING_AND_PRODUCTION: readonly MetricCase[] = [...purchasing, ...orders, ...spreads, ...processes, ...finals, ...deliveries, ...afterSale, ...enough];
