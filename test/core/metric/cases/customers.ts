/** Item 7 of table A.1 and 7.6 e: satisfaction, complaints, churn, returns. */
import { judged, stated, until, type MetricCase } from '../../../support/metric-case';

const INSIDE = until('2024-10-17');
/** Longer than a spreadsheet looks up. */
const LONG = '题'.repeat(121);
const answers = (...lines: readonly string[]): Readonly<Record<string, string>> => ({ satisfaction: ['questionnaireNo date surveyor item score fullScore', ...lines].join('\n') });
const weights = (given: Readonly<Record<string, number>>): MetricCase['side'] & object => ({ satisfaction: Object.entries(given).map(([item, weight]) => ({ item, weight })) });

/** 甲 (100+50)/2 = 75 of 100, 乙 0. */
const TWO_ITEMS = answers('W1 2024-05-20 企业 甲 5 5', 'W2 2024-05-20 企业 甲 3 5', 'W1 2024-05-20 企业 乙 1 5', 'W3 2023-05-20 企业 丙 5 5');

const satisfaction: readonly MetricCase[] = [
  judged('satisfaction', `
    questionnaireNo date         surveyor item score fullScore
    W1              2024-01-01   第三方   甲   5     5   | 100/1 100/1   5/5
    W2              2024-05-20   企业     甲   4     5   | 75/1  outside 4/5 (4-1)/(5-1)
    W2              2024-05-20   企业     乙   1     5   | 0/1   outside 1/5
    W3              2024-12-31   第三方   乙   2.5   5   | 37.5/1 37.5/1 2.5/5
    W3              2024-05-20   第三方   甲   0     5   | invalid invalid invalid below a scale from 1
    W3              2024-05-20   第三方   甲   6     5   | invalid invalid invalid
    W3              2024-05-20   第三方   甲   "5"   5   | invalid invalid invalid
    W3              2024-05-20   第三方   甲   .     5   | invalid invalid invalid not answered
    W3              2024-05-20   第三方   .    5     5   | invalid invalid invalid
    .               2024-05-20   第三方   甲   5     5   | invalid invalid invalid
    W3              2024-05-20   .        甲   5     5   | invalid invalid invalid
    W3              .            企业     甲   5     5   | invalid outside invalid
    W3              2023-12-31   第三方   甲   5     5   | outside outside outside
    W3              2024-05-20   第三方   甲   1     1   | invalid invalid invalid a scale of one point
    W3              2024-05-20   企业     ${LONG} 5  5   | invalid outside invalid
  `, {
    // 甲 (100+75)/2 = 87.5 and 乙 (0+37.5)/2 = 18.75 with equal weight; by a third party 甲 100 and 乙 37.5.
    'customer-satisfaction': [87.5 + 18.75, 2],
    'third-party-satisfaction': [137.5, 2],
    'customer-satisfaction/points': [12.5, 20],
  }),
  stated('customer-satisfaction', 'equal weights; an item of the other period has no share', TWO_ITEMS, { status: 'ok', numerator: 75, denominator: 2, value: 37.5, rows: { used: 3, outside: 1 } }),
  stated('customer-satisfaction', 'weights', TWO_ITEMS, { status: 'ok', numerator: 52.5, denominator: 1, value: 52.5 }, { side: weights({ 甲: 0.7, 乙: 0.3 }) }),
  // 0.5 × 75 + 0.3 × 0 over 0.8: nobody answered 丙 in this period.
  stated('customer-satisfaction', 'the weight of an item that nobody answered is spread', TWO_ITEMS, { status: 'ok', numerator: 37.5, denominator: 0.8, value: 46.875 }, { side: weights({ 甲: 0.5, 乙: 0.3, 丙: 0.2 }) }),
  stated('customer-satisfaction', 'weights that do not add up', TWO_ITEMS, { status: 'not-applicable', reason: 'weights-not-one', value: null }, { side: weights({ 甲: 0.5, 乙: 0.3 }) }),
  stated('customer-satisfaction', 'an item without weight', TWO_ITEMS, { status: 'not-applicable', reason: 'item-without-weight', value: null }, { side: weights({ 甲: 1 }) }),
  stated('customer-satisfaction', 'an item with a blank weight', TWO_ITEMS, { status: 'not-applicable', reason: 'item-without-weight', value: null }, { side: { satisfaction: [{ item: '甲', weight: 1 }, { item: '乙', weight: null }] } }),
  stated('customer-satisfaction', 'five points and ten', answers('W1 2024-05-20 企业 甲 5 5', 'W1 2024-05-20 企业 乙 5 10'), { status: 'not-applicable', reason: 'mixed-scales', value: null }),
  stated('customer-satisfaction/points', 'five points and ten', answers('W1 2024-05-20 企业 甲 5 5', 'W1 2024-05-20 企业 乙 5 10'), { status: 'not-applicable', reason: 'mixed-scales', value: null }),
  stated('customer-satisfaction', 'ten points before and five now', answers('W1 2024-05-20 企业 甲 4 5', 'W0 2023-05-20 企业 甲 9 10'), { status: 'ok', value: 75 }),
  // (10-1)/(10-1) and (1-1)/(10-1).
  stated('customer-satisfaction', 'ten points', answers('W1 2024-05-20 企业 甲 10 10', 'W2 2024-05-20 企业 甲 1 10'), { status: 'ok', value: 50 }),
  stated('customer-satisfaction', 'two points', answers('W1 2024-05-20 企业 甲 2 2', 'W2 2024-05-20 企业 甲 1 2'), { status: 'ok', value: 50 }),
  stated('customer-satisfaction', 'eleven points are not mapped from 1', answers('W1 2024-05-20 企业 甲 11 11', 'W2 2024-05-20 企业 甲 0 11'), { status: 'ok', value: 50 }),
  stated('customer-satisfaction', 'a weight of 0 is a weight', TWO_ITEMS, { status: 'ok', numerator: 75, denominator: 1, value: 75 }, { side: weights({ 甲: 1, 乙: 0 }) }),
  stated('customer-satisfaction', 'answers after the as-of date', answers('W1 2024-10-17 企业 甲 5 5', 'W2 2024-10-18 企业 甲 1 5'), { status: 'ok', value: 100, rows: { used: 1, notDue: 1 } }, { periods: INSIDE }),
  // Out of a hundred 0 is 0: no shift by one.
  stated('customer-satisfaction', 'out of a hundred', answers('W1 2024-05-20 企业 甲 80 100', 'W2 2024-05-20 企业 甲 0 100'), { status: 'ok', value: 40 }),
  stated('customer-satisfaction', 'a look-up sign in an item, digits as item, capital letters', answers('W1 2024-05-20 企业 *价格 5 5', 'W1 2024-05-20 企业 1001 3 5', 'W1 2024-05-20 企业 Price 1 5'), { status: 'ok', value: 50 * 0.5 + 0.25 * 100 }, { side: { satisfaction: [{ item: '*价格', weight: 0.25 }, { item: '1001', weight: 0.5 }, { item: 'PRICE', weight: 0.25 }] } }),
  stated('customer-satisfaction', 'more items than the table holds', answers(...Array.from({ length: 41 }, (_, i) => `W1 2024-05-20 企业 题${i} 5 5`)), { status: 'not-applicable', reason: 'too-many-groups', value: null }),
  stated('third-party-satisfaction', 'no third party: nothing takes its place', TWO_ITEMS, { status: 'no-data', reason: 'no-rows', value: null, rows: { used: 0, outside: 4, invalid: 0 } }),
  ...(['weights-not-one', 'item-without-weight'] as const).map((reason) =>
    stated('third-party-satisfaction', reason, answers('W1 2024-05-20 第三方 甲 5 5', 'W1 2024-05-20 第三方 乙 5 5'), { status: 'not-applicable', reason, value: null }, { side: weights(reason === 'weights-not-one' ? { 甲: 0.5, 乙: 0.3 } : { 甲: 1 }) })),
  stated('third-party-satisfaction', 'mixed scales', answers('W1 2024-05-20 第三方 甲 5 5', 'W1 2024-05-20 第三方 乙 5 10'), { status: 'not-applicable', reason: 'mixed-scales', value: null }),
];

const complaints: readonly MetricCase[] = [
  judged('complaints', `
    id receivedDate grade
    C1 2024-01-01   重大  | 1
    C2 2024-05-20   一般  | 0
    C3 2024-12-31   重大  | 1
    C4 2024-05-20   .     | invalid nobody said how grave
    C5 .            重大  | invalid
    .  2024-05-20   重大  | invalid
    C6 2023-12-31   重大  | outside
    C7 2025-01-01   重大  | outside
    无 2024-12-31   .     | 0 no complaint
  `, { 'major-complaint-count': [2, null] }),
  {
    // Up to 17 October of both years.
    name: 'major-complaint-count: like for like', periods: INSIDE, rows: { complaints: `
      id receivedDate grade
      C1 2024-10-17   重大
      C2 2024-10-18   重大
      C3 2023-10-17   重大
      C4 2023-10-18   重大
      C5 2023-01-01   重大
    ` },
    expect: { 'major-complaint-count': { current: { status: 'ok', value: 1, rows: { used: 1, notDue: 0, outside: 4 } }, baseline: { status: 'ok', value: 2 } } },
  },
  stated('major-complaint-count', 'nothing typed', { complaints: 'id receivedDate grade' }, { status: 'no-data', reason: 'no-rows', value: null }),
  judged('complaints', `
    id dueDate      closedDate callback
    D1 2024-05-20   2024-05-25 满意   | 1/1     1/1
    D2 2024-05-20   2024-05-20 不满意 | 0/1     0/1
    D3 2024-05-20   2024-05-20 未回访 | 0/1     0/0 not asked is not satisfied
    D4 2024-05-20   2024-05-20 .      | 0/1     0/0
    D5 2024-05-20   .          满意   | 0/1     0/1 still open
    D6 2024-05-20   2024-05-20 已撤诉 | outside outside withdrawn
    D7 2024-12-31   2025-01-20 满意   | 0/1     0/1 closed after the as-of date
    D8 "5/20"       2024-05-20 满意   | invalid invalid
    D9 2024-05-20   是         满意   | invalid invalid
    DA 2025-01-01   2024-12-20 满意   | outside outside
    DB 2024-12-31   2024-12-31T17:00 满意 | 1/1 1/1 closed on the as-of date
    DC 2024-12-31   2025-01-01 满意   | 0/1     0/1 and a day after it
    无 2024-12-31   .          .      | outside outside
  `, { 'complaint-resolution-rate': [2, 8], 'complaint-resolution-rate/called-back': [2, 6] }),
  judged('complaints', `
    id dueDate    closedDate callback
    D1 2024-10-17 2024-10-17 满意 | 1/1    1/1
    D2 2024-10-18 2024-10-01 满意 | notDue notDue
  `, { 'complaint-resolution-rate': [1, 1], 'complaint-resolution-rate/called-back': [1, 1] }, { name: 'complaints as of a day inside the period', periods: INSIDE }),
  stated('complaint-resolution-rate', 'no complaint is not 100 %', { complaints: `
    id receivedDate grade dueDate
    无 2024-12-31   .     2024-12-31
  ` }, { status: 'no-data', reason: 'no-rows', value: null }),
];

const churn: readonly MetricCase[] = [
  judged('customers', `
    customer firstDeal  lastDeal   lostDate
    K1       2020-01-01 2024-06-01 .          | 0/1
    K2       2020-01-01 2023-06-30 .          | 1/1 twelve months without an order on 30 June
    K3       2020-01-01 2024-03-01 2024-05-01 | 1/1 confirmed
    K4       2024-02-01 2024-02-01 2024-05-01 | outside a customer of this period
    K5       2020-01-01 2023-03-01 2023-12-31 | outside lost on the eve
    K6       2020-01-01 2023-03-01 2024-01-01 | 1/1
    K7       2020-01-01 2023-03-01 2025-01-01 | 0/1 a typed day stands above the twelve months
    K8       2020-01-01 .          .          | 0/1
    K9       2020-01-01 2022-12-31 .          | 1/1 lost on 1 January
    KA       2020-01-01 2022-12-30 .          | outside
    KB       2020-01-01 2023-12-31 .          | 0/1 lost on the next 1 January
    KC       2023-12-31 2023-12-31 .          | 0/1 a customer since the eve
    KD       2024-01-01 2024-01-01 .          | outside
    KE       .          2023-06-30 .          | invalid
    KF       老客户     2023-06-30 .          | invalid
    KG       2020-01-01 2024-02-29 不再合作   | invalid
    KH       2020-01-01 2023-02-28 .          | 1/1 lost on 29 February
  `, { 'customer-churn-rate': [5, 10] }),
  {
    name: 'customer-churn-rate: like for like', periods: INSIDE, rows: { customers: `
      customer firstDeal  lastDeal   lostDate
      K1       2020-01-01 2024-06-01 2024-10-18
      K2       2020-01-01 2024-06-01 2024-10-17
      K3       2020-01-01 2023-06-01 2023-10-18
      K4       2020-01-01 2023-06-01 2023-10-17
    ` },
    // K4 and K3 were lost before 2024; all four were there on 2023-01-01.
    expect: { 'customer-churn-rate': { current: { status: 'ok', numerator: 1, denominator: 2, value: 0.5 }, baseline: { status: 'ok', numerator: 1, denominator: 4, value: 0.25 } } },
  },
  stated('customer-churn-rate', 'only new customers', { customers: `
    customer firstDeal
    K1       2024-01-01
  ` }, { status: 'no-data', reason: 'no-rows', value: null }),
];

const returns: readonly MetricCase[] = [
  {
    ...judged('deliveries', `
      orderNo deliveryDate deliveredQuantity returnQuantity returnDate returnReason
      T1      2024-05-20   100               5              2024-06-01 质量   | 5/100   5/100
      T2      2024-05-20   100               .              .          .      | 0/100   0/100
      T3      2024-05-20   100               3              2024-06-01 非质量 | 0/100   0/100
      T4      2024-12-20   100               4              2025-01-10 质量   | 4/100   0/100 came back in a later period
      T5      2023-12-20   100               7              2024-01-05 质量   | outside outside delivered in the period before
      T6      2024-05-20   100               0              .          .      | 0/100   0/100
      T7      2024-05-20   100               120            2024-06-01 质量   | invalid invalid more came back than went out
      T8      .            100               1              2024-06-01 质量   | outside outside not delivered
      T9      2024-05-20   .                 1              2024-06-01 质量   | invalid invalid
      TA      2024-05-20   100               2              .          质量   | 2/100   0/100 nobody wrote down when
      TB      2024-05-20   100               -2             2024-06-01 质量   | invalid invalid
      TC      2024-05-20   100               无             .          .      | invalid invalid
      TD      2024-12-31   100               100            2024-12-31T16:00 质量 | 100/100 100/100 all of it, on the as-of date
      TE      2024-05-20   0                 0              .          .      | invalid invalid nothing delivered
      TF      2024-12-31   100               1              2025-01-01 质量   | 1/100   0/100 a day after it
    `, { 'customer-return-rate': [112, 800], 'customer-return-rate/period': [112, 800] }),
  },
  judged('deliveries', `
    orderNo deliveryDate deliveredQuantity returnQuantity returnDate returnReason
    T1      2024-10-17   100               5              2024-10-17 质量 | 5/100  5/100
    T2      2024-10-18   100               5              2024-10-18 质量 | notDue notDue
  `, { 'customer-return-rate': [5, 100], 'customer-return-rate/period': [5, 100] }, { name: 'returns as of a day inside the period', periods: INSIDE }),
  stated('customer-return-rate', 'nobody recorded returns', { deliveries: `
    orderNo deliveryDate deliveredQuantity returnQuantity
    T1      2024-05-20   100               .
  ` }, { status: 'no-data', reason: 'nothing-recorded', value: null, rows: { used: 1 } }),
  stated('customer-return-rate', 'somebody typed 0', { deliveries: `
    orderNo deliveryDate deliveredQuantity returnQuantity
    T1      2024-05-20   100               0
    T2      2024-05-20   50                .
  ` }, { status: 'ok', numerator: 0, denominator: 150, value: 0 }),
  // 150 of the period before came back, 100 were delivered: the period method says 150 %.
  stated('customer-return-rate/period', 'more than 100 %', { deliveries: `
    orderNo deliveryDate deliveredQuantity returnQuantity returnDate returnReason
    T1      2023-12-20   200               150            2024-01-10 质量
    T2      2024-05-20   100               0              .          .
  ` }, { status: 'ok', numerator: 150, denominator: 100, value: 1.5 }),
];

export const CUSTOMERS: readonly MetricCase[] = [...satisfaction, ...complaints, ...churn, ...returns];
