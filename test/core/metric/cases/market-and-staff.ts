/** Items 1 to 3 of table A.1: penalties, market, staff, equipment, calibration, research. */
import { judged, stated, until, YEARS, type MetricCase } from '../../../support/metric-case';

const LEAP_DAY = until('2024-02-29');

const compliance: readonly MetricCase[] = [
  // The three years up to 2024-12-31 begin on 2022-01-01. Penalties A and C; the listing and the dishonesty.
  judged('compliance', `
    category       name     date
    行政处罚       罚款A    2022-01-01     | 1       outside first day of the three years
    行政处罚       罚款B    2021-12-31     | outside outside a day too early
    行政处罚       罚款C    2024-12-31     | 1       outside last day
    行政处罚       罚款D    2025-01-01     | outside outside
    行政处罚       无       2024-06-30     | 0       outside nothing happened, and somebody said so
    行政处罚       .        2024-05-05     | invalid outside
    行政处罚       罚款E    .              | invalid outside
    行政处罚       罚款F    "2024-05-05"   | invalid outside a date that is text
    行政处罚       #N/A     2024-05-05     | invalid outside
    经营异常       列入     2023-05-05     | outside 1
    严重违法失信   列入     2022-05-05     | outside 1       dishonesty counts with 1.4
    行政许可       许可证   2024-05-05     | outside outside
    "行政处罚 "    罚款G    2024-05-05     | outside outside a trailing space makes another category
    .              罚款H    2024-05-05     | outside outside
  `, { 'penalty-count': [2, null], 'abnormal-listing-count': [2, null] }),
  // Known up to 2024-02-29: 36 months earlier is 2021-02-28, so the three years begin on 2021-03-01.
  judged('compliance', `
    category   name   date
    行政处罚   罚款A  2021-02-28 | outside outside
    行政处罚   罚款B  2021-03-01 | 1       outside
    行政处罚   罚款C  2024-02-29 | 1       outside on the as-of date
    行政处罚   罚款D  2024-03-01 | outside outside not known yet
    经营异常   无     2024-02-29 | outside 0
  `, { 'penalty-count': [2, null], 'abnormal-listing-count': [0, null] }, { name: 'three years up to a leap day', periods: LEAP_DAY }),
  stated('penalty-count', 'nothing typed is no data, not 0', { compliance: 'category name date' }, { status: 'no-data', reason: 'no-rows', numerator: null, value: null }),
  stated('abnormal-listing-count', 'a typed 无 is 0', { compliance: `
    category name date
    经营异常 无   2024-01-05
  ` }, { status: 'ok', numerator: 0, value: 0, rows: { used: 1 } }),
];

const market: readonly MetricCase[] = [
  // Income 100 + 50 + 80 + 20 + 5 + 5 = 260; totals: January 5000 once, February 4000, 航空 1000, and M8*, M8? 100 each.
  judged('productRevenue', `
    month       product revenue main newProduct segment segmentTotal segmentSource
    2024-01-01  泵A     70      是   否         #N/A    5000         行业年报      | invalid an error above the rows that count
    2024-01-01  泵A     100     是   否         化工泵  5000         行业年报      | 100/5000
    2024-01-01  泵B     50      是   否         化工泵  5000         行业年报      | 50/5000 the same segment and month: its total counts once
    2024-02-01  泵A     80      是   .          化工泵  4000         行业年报      | 80/4000
    2024-01-01  泵C     20      是   否         航空    1000         协会          | 20/1000
    2024-01-01  螺栓    5       是   否         M8*     100          协会          | 5/100 signs that look-ups take as wildcards
    2024-01-01  螺栓    5       是   否         M8?     100          协会          | 5/100
    2024-01-01  泵D     70      否   否         化工泵  5000         行业年报      | outside not a main product
    2024-01-01  泵E     70      .    否         化工泵  5000         行业年报      | invalid
    2024-03-01  泵A     70      是   否         化工泵  5000         .             | invalid no source
    2024-03-01  泵A     70      是   否         化工泵  0            行业年报      | invalid
    2024-03-01  泵A     70      是   否         .       5000         行业年报      | invalid
    2024-03-01  泵A     "70"    是   否         化工泵  5000         行业年报      | invalid digits as text
    2025-01-01  泵A     70      是   否         化工泵  5000         行业年报      | outside
  `, { 'segment-market-share': [260, 10_200] }),
  // A month is due on its last day: October 2024 is not known on the 17th.
  judged('productRevenue', `
    month       product revenue main newProduct segment segmentTotal segmentSource
    2024-09-01  泵A     10      是   否         化工泵  100          年报 | 10/100
    2024-10-01  泵A     10      是   否         化工泵  100          年报 | notDue
  `, { 'segment-market-share': [10, 100] }, { name: 'months not over', periods: until('2024-10-17') }),
  // R1: 480 of 900; a product that is not 主导 enters only through 营业收入.
  judged('productRevenue', `
    month       product revenue main newProduct
    2024-01-01  泵A     300     是   否  | 300/900
    2024-02-01  泵A     200     是   否  | 200/900
    2024-01-01  泵B     250     否   否  | 0/900
    2024-03-01  退货    -20     是   否  | -20/900 a credit note
    2024-03-01  泵C     90      .    否  | invalid
    2023-12-01  泵A     70      是   否  | outside
  `, { 'main-product-revenue-share': [480, 900] }, { rows: { finance: `
    month      revenue
    2024-01-01 500
    2024-02-01 400
    2024-03-01 "300"
    2023-12-01 700
  ` } }),
  stated('main-product-revenue-share', 'income of the enterprise missing', { productRevenue: `
    month       product revenue main newProduct
    2024-01-01  泵A     300     是   否
  `, finance: 'month revenue' }, { status: 'no-data', reason: 'no-rows', value: null, rows: { used: 1 } }),
  stated('main-product-revenue-share', 'no income', { productRevenue: `
    month       product revenue main newProduct
    2024-01-01  泵A     300     是   否
  `, finance: `
    month      revenue
    2024-01-01 0
  ` }, { status: 'not-applicable', reason: 'zero-denominator', numerator: 300, denominator: 0, value: null }),
];

/**
 * Heads by month in 2024: A01 12 months; A02 July to December 6; A03 left on 16 March, January, February and 15 of 31
 * days; A04 10 of 31 days of May; A05 retired on 1 July, 6; A06 leaves on the last day, 11 and 30 of 31; A09 left on
 * the first day, 0; A12 transferred on 15 February, 1 and 14 of 29; A13 twice 3 months.
 */
const HEADS = (12 + 6 + (2 + 15 / 31) + 10 / 31 + 6 + (11 + 30 / 31) + 0 + (1 + 14 / 29) + 6) / 12;

const staff: readonly MetricCase[] = [
  {
    ...judged('employees', `
      id  employmentType joinDate   leaveDate   leaveType
      A01 正式           2020-01-01 .           .          | 0/1
      A02 合同           2024-07-01 .           .          | 0/0.5 six of twelve months
      A03 正式           2020-01-01 2024-03-16  主动离职
      A04 正式           2024-05-11 2024-05-21  试用期离职
      A05 正式           2020-01-01 2024-07-01  退休       | 0/0.5 retired: no leaver
      A06 正式           2020-01-01 2024-12-31  主动离职
      A07 派遣           2020-01-01 2024-03-01  主动离职   | outside lent by an agency
      A08 正式           2020-01-01 2023-12-31  主动离职   | outside left on the eve
      A09 正式           2020-01-01 2024-01-01  被动离职   | 1/0 left on the first day
      A10 正式           2025-01-01 .           .          | outside
      A11 正式           2024-05-05 2024-05-01  主动离职   | invalid left before joining
      A12 正式           2020-01-01 2024-02-15  内部调动
      A13 正式           2020-01-01 2024-04-01  被动离职   | 1/0.25
      A13 正式           2024-10-01 .           .          | 0/0.25 the same person again
      A14 正式           "2020-1-1" .           .          | invalid
      A15 正式           2020-01-01 "离职"      .          | invalid
      A16 劳务           2020-01-01 .           .          | outside
    `, { 'employee-turnover-rate': [5, HEADS] }),
    // Leavers A03, A04, A06, A09, A13. On 1 January A01, A03, A05, A06, A12, A13; after 31 December A01, A02, A13.
    expect: {
      'employee-turnover-rate': { current: { status: 'ok', numerator: 5, denominator: HEADS, value: 5 / HEADS } },
      'employee-turnover-rate/average-of-ends': { current: { status: 'ok', numerator: 5, denominator: (6 + 3) / 2, value: 5 / 4.5 } },
    },
  },
  // Known up to 31 March: three months of both years. One leaver of one head; in April nobody left yet.
  {
    name: 'employee-turnover-rate: as-of date inside the period, like for like', periods: until('2024-03-31'),
    rows: { employees: `
      id  employmentType joinDate   leaveDate  leaveType
      B01 正式           2020-01-01 2024-03-01 主动离职
      B02 正式           2020-01-01 2024-04-01 主动离职
      B03 正式           2020-01-01 2023-03-31 主动离职
      B04 正式           2020-01-01 2023-04-01 主动离职
      B05 正式           2024-04-01 .          .
    ` },
    expect: {
      // B01 two months, B02 three; B05 had not come.
      'employee-turnover-rate': {
        current: { status: 'ok', numerator: 1, denominator: (2 + 3) / 3, value: 0.6, rows: { used: 2, outside: 3, notDue: 0, invalid: 0 } },
        // January to March 2023: B01, B02, B04 three months, B03 two and 30 of 31 days; B04 left on the day after.
        baseline: { status: 'ok', numerator: 1, denominator: (3 * 3 + 2 + 30 / 31) / 3, rows: { used: 4, outside: 1 } },
      },
    },
  },
  // A01 came on the first day, A02 came and left on one day: 12 months of one head; one head at the end of either day.
  {
    name: 'employee-turnover-rate: the first day, and a day of one', periods: YEARS, rows: { employees: `
      id  joinDate   leaveDate  leaveType
      A01 2024-01-01 .          .
      A02 2024-05-20 2024-05-20 试用期离职
    ` },
    expect: {
      'employee-turnover-rate': { current: { status: 'ok', numerator: 1, denominator: 1, value: 1, rows: { used: 2 } } },
      'employee-turnover-rate/average-of-ends': { current: { status: 'ok', numerator: 1, denominator: 1, value: 1 } },
    },
  },
  stated('employee-turnover-rate', 'nobody was there for a day', { employees: `
    id  joinDate   leaveDate  leaveType
    A01 2020-01-01 2024-01-01 主动离职
  ` }, { status: 'not-applicable', reason: 'zero-denominator', numerator: 1, denominator: 0, value: null }),
  stated('employee-turnover-rate/average-of-ends', 'empty on both ends', { employees: `
    id  joinDate   leaveDate  leaveType
    A01 2024-03-01 2024-04-01 主动离职
  ` }, { status: 'not-applicable', reason: 'zero-denominator', numerator: 1, value: null }),
  // February 2024 has 29 days: one head on the last of them, who leaves in March.
  stated('employee-turnover-rate', 'leap day', { employees: `
    id  joinDate   leaveDate  leaveType
    A01 2024-02-29 2024-03-01 主动离职
  ` }, { status: 'ok', numerator: 0, denominator: 1 / 29, value: 0 }, { periods: { ...until('2024-02-29'), baseline: { start: 44_958, end: 44_985 }, current: { start: 45_323, end: 45_351 } } }),
  stated('employee-turnover-rate', 'more months than the table holds', { employees: `
    id  joinDate   leaveDate leaveType
    A01 2020-01-01 .         .
  ` }, { status: 'not-applicable', reason: 'too-many-groups', value: null },
  // 2020-01-01 to 2022-01-31 and 2022-02-01 to 2024-02-29: 25 months each.
  { periods: { baseline: { start: 43_831, end: 44_592 }, current: { start: 44_593, end: 45_351 }, asOf: 45_351 } }),
];

const equipment: readonly MetricCase[] = [
  // March M1 sound, M2 not, M3 basically sound only; April M1 sound; May M7 not, by the lower of two rows of one day; 1001 sound.
  {
    ...judged('equipment', `
      id    main status inspectDate condition
      #N/A  是   在用   2024-03-01  完好     | invalid an error above the rows that count
      M0    是   在用   1e10        完好     | invalid no such day
      M1    是   在用   2024-03-05  不完好
      M1    是   在用   2024-03-25  完好
      M2    是   在修   2024-03-25  不完好   | 0/1 under repair counts
      M2    是   在用   2024-03-20  完好     | 1/1 an earlier day further down
      M3    是   备用   2024-03-31  基本完好 | 0/1
      M1    是   .      2024-04-02  完好     | 1/1
      M4    是   封存   2024-03-31  不完好   | outside
      M5    是   报废   2024-03-31  不完好   | outside
      M6    否   在用   2024-03-31  不完好   | outside not main equipment
      M7    是   在用   2024-05-10  完好
      M7    是   在用   2024-05-10  不完好
      m7    是   在用   2024-05-09  完好     | 1/1 small letters are the same machine
      1001  是   在用   2024-12-31  不完好   | 0/1 digits as a number
      "1001" 是  在用   2024-12-31  完好     | 1/1 and as text
      M8    是   在用   2024-05-10  .        | invalid
      M9    .    在用   2024-05-10  完好     | invalid
      .     是   在用   2024-05-10  完好     | invalid
      M9    是   在用   .           完好     | invalid
      M1    是   在用   2025-01-01  完好     | outside
    `, { 'equipment-good-condition-rate': [3, 6] }),
  },
  stated('equipment-good-condition-rate', 'only equipment that does not count', { equipment: `
    id main status inspectDate condition
    M1 是   封存   2024-03-05  完好
  ` }, { status: 'no-data', reason: 'no-rows', value: null, rows: { used: 0, outside: 1 } }),
  // In time G1, G3, G4, G5, G9 of nine; checked at all G2 and G10 too.
  judged('measuring', `
    id  status dueDate      actualDate  result
    G1  在用   2024-05-20   2024-05-20  合格   | 1/1     1/1 on the day
    G2  在用   2024-05-20   2024-05-21  合格   | 0/1     1/1 a day late
    G3  在用   2024-05-20   2024-03-01  合格   | 1/1     1/1 early
    G4  在用   2024-05-20   2024-05-20  不合格 | 1/1     1/1 failed, but in time
    G5  在用   2024-12-31   2024-12-31  合格   | 1/1     1/1 last day
    G6  在用   2024-01-01   .           .      | 0/1     0/1 open past due, first day
    G7  停用   2024-05-20   .           .      | outside outside
    G8  封存   2024-05-20   .           .      | outside outside
    G9  在用   2024-02-29   2024-02-29T17:30 . | 1/1     1/1 in the afternoon of a leap day
    G10 在用   2024-06-30   2025-01-20  合格   | 0/1     1/1 done after the as-of date
    G11 在用   2023-12-31   2023-12-31  合格   | outside outside
    G12 在用   2025-01-01   2024-12-20  合格   | outside outside
    G13 在用   "2024-05-20" 2024-05-20  合格   | invalid invalid
    G14 在用   2024-05-20   已检        合格   | invalid invalid
    G15 在用   .            2024-05-20  合格   | invalid invalid
    G16 .      2024-05-20   2024-05-20  合格   | invalid invalid
    G17 报废   2024-05-20   .           .      | outside outside scrapped
    G18 送检   2024-05-20   .           .      | 0/1     0/1 out for calibration, and late
  `, { 'calibration-on-time-rate': [5, 9], 'calibration-on-time-rate/coverage': [7, 9] }),
  // Up to 17 October: that day's is due, the next day's is not, even when it was done.
  judged('measuring', `
    id status dueDate    actualDate
    G1 在用   2024-10-17 .          | 0/1    0/1
    G2 在用   2024-10-18 .          | notDue notDue
    G3 在用   2024-10-18 2024-10-01 | notDue notDue
    G4 在用   2024-10-01 2024-10-01 | 1/1    1/1
  `, { 'calibration-on-time-rate': [1, 2], 'calibration-on-time-rate/coverage': [1, 2] }, { name: 'calibration as of a day inside the period', periods: until('2024-10-17') }),
  stated('calibration-on-time-rate', 'nothing due yet', { measuring: `
    id status dueDate    actualDate
    G2 在用   2024-10-18 2024-10-01
  ` }, { status: 'not-applicable', reason: 'not-due', numerator: null, denominator: null, value: null, rows: { used: 0, notDue: 1 } }, { periods: until('2024-10-17') }),
  stated('calibration-on-time-rate', 'nothing due in the period', { measuring: `
    id status dueDate    actualDate
    G2 在用   2025-10-18 2024-10-01
  ` }, { status: 'no-data', reason: 'no-rows', value: null }),
];

const research: readonly MetricCase[] = [
  // (30 + 10) + 0 + 20 over 1000 + 500 + 300.
  judged('finance', `
    month      revenue rdExpense rdCapitalised
    2024-01-01 1000    30        10            | 40/1000
    2024-02-01 500     0         .             | 0/500 a typed 0
    2024-03-01 700     .         5             | invalid blank is not 0
    2024-04-01 "700"   7         .             | invalid
    2024-05-01 700     7         无            | invalid
    2024-12-15 300     20        .             | 20/300 a day inside the month
    2023-12-01 300     20        .             | outside
    2025-01-01 300     20        .             | outside
    .          300     20        .             | invalid
    #REF!      300     20        .             | invalid
  `, { 'rd-spending-ratio': [60, 1800] }),
  stated('rd-spending-ratio', 'no income', { finance: `
    month      revenue rdExpense
    2024-01-01 0       5
  ` }, { status: 'not-applicable', reason: 'zero-denominator', numerator: 5, denominator: 0, value: null }),
];

export const MARKET_AND_STAFF: readonly MetricCase[] = [...compliance, ...market, ...staff, ...equipment, ...research];
