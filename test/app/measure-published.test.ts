/**
 * Figures that others published, from rows made to give their inputs. Source and what the page prints stand beside each;
 * then public examples that are wrong, as figures that must not come out.
 */
import { describe, expect, it, test } from '@jest/globals';
import { measure } from '../../src/app/measure';
import type { CellValue } from '../../src/core/model/cell';
import type { PeriodKey } from '../../src/core/model/period';
import { within } from '../core/stats/near';
import { contentFrom, day, resultIn, span } from '../support/metric-case';

type Row = Readonly<Record<string, CellValue>>;
const times = (n: number, row: Row): readonly Row[] => Array.from({ length: n }, () => row);

const HERE = day('2020-01-01');
const MAY = day('2024-05-20');
const JUNE = day('2024-06-20');

describe('staff turnover', () => {
  const staff = (begin: number, end: number, leavers: number): readonly Row[] => [
    ...times(begin - leavers, { id: 'A', joinDate: HERE }),
    ...times(leavers, { id: 'B', joinDate: HERE, leaveDate: MAY, leaveType: '主动离职' }),
    ...times(end - (begin - leavers), { id: 'C', joinDate: JUNE }),
  ];

  it.each([
    // bizfluent.com how-5080019 prints 14 percent.
    [30, 40, 5, 0.142_857, 5e-4],
    // costcalculator.calculator.city p=51667 prints 7.31 %, cut; rounded it is 7.32 %.
    [200, 210, 15, 0.073_171, 5e-5],
  ])('from %d to %d heads with %d leavers', (begin, end, leavers, value, tolerance) => {
    expect(resultIn(contentFrom({ employees: staff(begin, end, leavers) }), 'employee-turnover-rate/average-of-ends').value).toEqual(within(value, tolerance));
  });

  // The page (odtgfuq.cn 7173860) prints 37.5 for these twelve months; 390/12 is 32.5.
  it('averages twelve monthly headcounts, and not to 37.5', () => {
    const heads = [10, 15, 20, 25, 30, 35, 40, 45, 50, 45, 40, 35];
    const month = (m: number): number => day(`${2024 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}-01`);
    const rows = heads.flatMap((count, m) => times(count, { id: `M${m}`, joinDate: month(m), leaveDate: month(m + 1), leaveType: '内部调动' }));
    expect(resultIn(contentFrom({ employees: rows }), 'employee-turnover-rate').denominator).toEqual(within(32.5, 1e-12));
  });
});

describe('rolled throughput yield', () => {
  const steps = (yields: readonly number[], of: number): readonly Row[] =>
    yields.map((share, i) => ({ date: MAY, step: i + 1, inspected: of, firstPassed: Math.round(share * of) }));
  const rty = (yields: readonly number[], of = 100): number | null => resultIn(contentFrom({ processInspection: steps(yields, of) }), 'rolled-throughput-yield').value;

  it.each([
    // Minitab, "What are throughput yield and rolled throughput yield": prints 0.70.
    [[0.95, 0.84, 0.88], 0.702_24, 1e-12],
    // mfgcalcs.com: prints 90.35 %, in its low case 65.45 %, in its high case 91.27 %.
    [[0.98, 0.97, 0.99, 0.96], 0.9035, 5e-5],
    [[0.71, 0.97, 0.99, 0.96], 0.6545, 5e-5],
    [[0.99, 0.97, 0.99, 0.96], 0.9127, 5e-5],
  ])('of %j', (yields, value, tolerance) => {
    expect(rty(yields)).toEqual(within(value, tolerance));
  });

  // studyzin 85447 reads 0.80 for a step of which 83 of 943 fail: 860/943 = 0.912. Its product falls to 7/8 of what it is.
  it('takes a step for what its counts say', () => {
    const counted = contentFrom({ processInspection: [{ date: MAY, step: 1, inspected: 943, firstPassed: 943 - 83 }, { date: MAY, step: 2, inspected: 100, firstPassed: 73 }] });
    const value = resultIn(counted, 'rolled-throughput-yield').value;
    expect(value).toEqual(within((860 / 943) * 0.73, 1e-12));
    expect(value).not.toEqual(within(0.8 * 0.73, 0.05));
  });
});

describe('shares', () => {
  const line: Row = { orderNo: '1', quantity: 10, dueDate: MAY, deliveryDate: MAY, deliveredQuantity: 10 };
  const late: Row = { ...line, deliveryDate: JUNE };

  it('first pass 80, after rework 95 of 100', () => {
    const process = contentFrom({ processInspection: [{ date: MAY, step: 1, key: '是', inspected: 100, firstPassed: 80, reworkPassed: 15, scrapped: 5 }] });
    expect(resultIn(process, 'key-process-yield').value).toBe(0.8);
    expect(resultIn(process, 'key-process-yield/after-rework').value).toBe(0.95);
  });

  // calcsimpler.com, OTIF.
  it('1,080 of 1,200 orders in time and in full', () => {
    expect(resultIn(contentFrom({ deliveries: [...times(1080, line), ...times(120, late)] }), 'on-time-delivery-rate')).toMatchObject({ numerator: 1080, denominator: 1200, value: 0.9 });
  });

  // zh.8703993.com/education/51.
  it.each([[1188, 1200, 0.99], [485, 500, 0.97], [2790, 3000, 0.93]])('%d of %d products pass', (passed, submitted, value) => {
    expect(resultIn(contentFrom({ finalInspection: [{ date: MAY, lot: '1', submission: 1, submitted, passed }] }), 'product-pass-rate').value).toBe(value);
  });

  // ylsglaw.com 336700: 5 million of 50 billion, printed as 0.01 %.
  it('500 of a market of 5,000,000', () => {
    const rows = [{ month: day('2024-05-01'), product: '甲', revenue: 500, main: '是', segment: '细分', segmentTotal: 5_000_000, segmentSource: '年报' }];
    expect(resultIn(contentFrom({ productRevenue: rows }), 'segment-market-share').value).toBe(0.0001);
  });

  // Note 2 of table A.1 asks for more than 50 %: half is exactly half, never rounded above it.
  it('500 of 1,000 is not above one half', () => {
    const content = contentFrom({ productRevenue: [{ month: day('2024-05-01'), product: '甲', revenue: 500, main: '是' }], finance: [{ month: day('2024-05-01'), revenue: 1000 }] });
    expect(resultIn(content, 'main-product-revenue-share').value).toBe(0.5);
  });

  // sipoch.com 300330023359824.
  it('50 of 500 customers lost', () => {
    const customers = [...times(50, { customer: '甲', firstDeal: HERE, lostDate: MAY }), ...times(450, { customer: '乙', firstDeal: HERE, lastDeal: MAY })];
    expect(resultIn(contentFrom({ customers }), 'customer-churn-rate').value).toBe(0.1);
  });

  // rlut.cn adds 20 orders late through the customer to the numerator and takes them from the denominator: 970/980 = 98.98 %.
  it('an excluded order enters neither side: 950 of 980, not 970', () => {
    const deliveries = [...times(950, line), ...times(20, { ...late, delayLiability: '客户' }), ...times(30, late)];
    expect(resultIn(contentFrom({ deliveries }), 'on-time-delivery-rate')).toMatchObject({ numerator: 950, denominator: 980, value: 950 / 980 });
  });

  // sites.google.com/view/balutech multiplies 0.90 in time by 0.95 in full to 0.855, as if the two had nothing to do with each other.
  it('in time and in full is counted order by order', () => {
    const deliveries = [...times(88, line), ...times(2, { ...line, deliveredQuantity: 9 }), ...times(7, late), ...times(3, { ...late, deliveredQuantity: 9 })];
    const { value } = resultIn(contentFrom({ deliveries }), 'on-time-delivery-rate');
    expect([90 / 100, 95 / 100, value]).toEqual([0.9, 0.95, 0.88]);
  });

  // 506064.com 370591 has 175 of 1,000 lost; (end - start)/start would be +2.5 % here. xinzhwenda.com 277685 divides by the 200 won.
  it('churn is neither the change of the number of customers nor over those won', () => {
    const customers = [...times(175, { customer: '甲', firstDeal: HERE, lostDate: MAY }), ...times(825, { customer: '乙', firstDeal: HERE, lastDeal: MAY }), ...times(200, { customer: '丙', firstDeal: MAY, lastDeal: MAY })];
    expect(resultIn(contentFrom({ customers }), 'customer-churn-rate')).toMatchObject({ numerator: 175, denominator: 1000, value: 0.175 });
  });
});

describe('time between failures', () => {
  const units = (n: number, hours: number, failures: number): readonly Row[] =>
    Array.from({ length: n }, (_, i) => ({ serialNo: `W${i}`, shipDate: MAY, hours, failureCount: i === 0 ? failures : 0 }));

  it.each([
    // "Mean Time Between Failures and Availability".
    [1, 10_000, 10, 1000],
    // abbaperu.com p97q1.
    [1, 3600, 12, 300],
    // deanfieldmedia.com prints 33.33 for 30 devices of 100 hours with 3 failures; in all they ran 3,000 hours.
    [30, 100, 3, 1000],
  ])('%d units of %d h with %d failures', (n, hours, failures, value) => {
    expect(resultIn(contentFrom({ warranty: units(n, hours, failures) }), 'mean-time-between-failures').value).toBe(value);
  });

  // NIST e-Handbook 8.4.5.1: T / (-ln 0.05).
  it('1,000 h without failure: a lower bound of 333.81 h and no figure', () => {
    const { value, reason, interval } = resultIn(contentFrom({ warranty: units(1, 1000, 0) }), 'mean-time-between-failures');
    expect([value, reason, interval?.low, interval?.high]).toEqual([null, 'no-failure', within(333.81, 0.01), null]);
  });
});

describe('p of a difference', () => {
  const passes = (key: PeriodKey, passed: number, submitted: number): Row => ({ date: key === 'current' ? MAY : day('2023-05-20'), lot: key, submission: 1, submitted, passed });

  // micquality.com has (1 - Φ(z))/2 for the two-sided p; it is 2(1 - Φ(|z|)), four times as much.
  test('is two-sided and takes |z|', () => {
    for (const [before, after] of [[80, 90], [90, 80]] as const) {
      const { changes } = measure(contentFrom({ finalInspection: [passes('baseline', before, 100), passes('current', after, 100)] }));
      const found = changes.find(({ key }) => key === 'first-submission-yield');
      // z = 0.1/√(0.85 × 0.15 × 2/100) = 1.980295; 2(1 - Φ) = 0.047670 (tables: 1.98 -> 0.0477).
      expect([Math.abs(found?.test?.statistic ?? 0), found?.test?.p]).toEqual([within(1.980_295, 1e-6), within(0.047_67, 1e-5)]);
    }
  });
});

test('half years are compared as half years', () => {
  const periods = { baseline: span('2023-07-01', '2023-12-31'), current: span('2024-01-01', '2024-06-30'), asOf: day('2024-06-30') };
  const rows = Array.from({ length: 12 }, (_, m) => ({ month: day(`${m < 6 ? 2023 : 2024}-${String(((m + 6) % 12) + 1).padStart(2, '0')}-01`), revenue: m < 6 ? 100 : 109.7 }));
  // The programme reports an average growth of income of 9.7 %.
  expect(resultIn(contentFrom({ finance: rows }, periods), 'revenue-growth-rate').value).toEqual(within(0.097, 1e-12));
});
