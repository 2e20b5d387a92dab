/**
 * Intervals, tests and verdicts as `measure` reports them, for hand-made rows. The figures were computed with scipy 1.17
 * (binomtest, fisher_exact, ttest_ind, chi2, f) and numpy, none of them with this project's code.
 */
import { describe, expect, it, test } from '@jest/globals';
import { measure } from '../../src/app/measure';
import type { Change } from '../../src/core/metric/change-of';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import { near, within } from '../core/stats/near';
import { contentFrom, day, resultIn, span, until, YEARS } from '../support/metric-case';

type Row = Readonly<Record<string, CellValue>>;
const [BEFORE, AFTER] = [day('2023-05-20'), day('2024-05-20')];
const EXACT = 1e-12;

function changeIn(content: WorkbookContent, key: string): Change {
  const found = measure(content).changes.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no change of ${key}`);
  return found;
}

const inspected = (...figures: readonly (readonly [number, number])[]): WorkbookContent =>
  contentFrom({ finalInspection: figures.map(([passed, submitted], i) => ({ date: i === 0 ? BEFORE : AFTER, lot: `F${i}`, submission: 1, submitted, passed })) });

describe('shares', () => {
  it('have the Wilson interval beside them', () => {
    const content = inspected([85, 100], [95, 100]);
    expect(resultIn(content, 'first-submission-yield', 'baseline').interval).toEqual({ method: 'wilson', level: 0.95, low: near(0.767_164_404_091_676, EXACT), high: near(0.906_940_147_163_434, EXACT) });
    expect(resultIn(content, 'first-submission-yield').interval).toEqual({ method: 'wilson', level: 0.95, low: near(0.888_249_530_768_081, EXACT), high: near(0.978_456_320_845_632, EXACT) });
  });

  it('are compared by z and Newcombe', () => {
    expect(changeIn(inspected([85, 100], [95, 100]), 'first-submission-yield')).toEqual({
      key: 'first-submission-yield', difference: within(0.1, 1e-15),
      interval: { method: 'newcombe', level: 0.95, low: near(0.016_004_161_952_179_5, 1e-11), high: near(0.187_587_088_920_438, EXACT) },
      test: { method: 'z', statistic: near(2.357_022_603_955_16, EXACT), p: near(0.018_422_125_454_099, 1e-11) },
      verdict: 'improved', reason: null, tested: true,
    });
  });

  it('the other way round are worse', () => {
    expect(changeIn(inspected([95, 100], [85, 100]), 'first-submission-yield')).toMatchObject({ difference: within(-0.1, 1e-15), test: { statistic: near(-2.357_022_603_955_16, EXACT), p: near(0.018_422_125_454_099, 1e-11) }, verdict: 'worsened' });
  });

  // 3/10 and 8/10 look far apart and prove nothing: an expected count is 4.5.
  it('of few are compared by Fisher', () => {
    expect(changeIn(inspected([3, 10], [8, 10]), 'first-submission-yield')).toMatchObject({
      interval: { method: 'newcombe', low: near(0.066_476_314_486_304_9, 1e-11), high: near(0.739_758_634_040_617, EXACT) },
      test: { method: 'fisher', statistic: null, p: near(0.069_778_518_694_927_4, 1e-11) }, verdict: 'no-evidence',
    });
    expect(changeIn(inspected([1, 8], [8, 8]), 'first-submission-yield')).toMatchObject({ test: { method: 'fisher', p: near(0.001_398_601_398_601_398_6, 1e-11) }, verdict: 'improved' });
  });

  it('that do not differ give no evidence', () => {
    expect(changeIn(inspected([50, 100], [50, 100]), 'first-submission-yield')).toMatchObject({ difference: 0, test: { p: within(1, 1e-15) }, verdict: 'no-evidence' });
    expect(changeIn(inspected([100, 100], [100, 100]), 'first-submission-yield')).toMatchObject({ difference: 0, test: { p: within(1, 1e-15) }, verdict: 'no-evidence' });
  });

  it('above 100 % have no interval and no test', () => {
    const rows = [...inspected([80, 100], [80, 100]).rows['finalInspection'] ?? []];
    const again = contentFrom({ finalInspection: [{ date: AFTER, lot: 'F0', submission: 2, submitted: 60, passed: 60 }] }).rows['finalInspection'] ?? [];
    const content = { ...inspected([80, 100]), rows: { finalInspection: [...rows, ...again] } };
    // 80 + 60 passed of 100 submitted: part of them belongs to the period before.
    expect(resultIn(content, 'product-pass-rate')).toMatchObject({ value: 1.4, interval: null });
    expect(changeIn(content, 'product-pass-rate')).toMatchObject({ interval: null, test: null, verdict: 'no-evidence' });
  });
});

describe('counts', () => {
  const complaints = (before: number, after: number): WorkbookContent => contentFrom({
    complaints: Array.from({ length: before + after }, (_, i): Row => ({ id: `C${i}`, receivedDate: i < before ? BEFORE : AFTER, grade: '重大' })),
  });

  it('have the exact interval and the exact test; periods a leap day apart are the same exposure', () => {
    const content = complaints(10, 2);
    expect(resultIn(content, 'major-complaint-count', 'baseline').interval).toEqual({ method: 'poisson', level: 0.95, low: near(4.795_388_696_132_43, EXACT), high: near(18.390_356_042_017_8, EXACT) });
    // 2 or fewer, or 10 or more, of 12 at evens: 2 (1 + 12 + 66) / 4096.
    expect(changeIn(content, 'major-complaint-count')).toMatchObject({ difference: -8, interval: null, test: { method: 'poisson', statistic: null, p: near(158 / 4096, 1e-12) }, verdict: 'improved' });
  });

  it('fewer is better: 9 after 1 is worse', () => {
    // 0, 1, 9 or 10 of 10 at evens: 22 / 1024.
    expect(changeIn(complaints(1, 9), 'major-complaint-count')).toMatchObject({ difference: 8, test: { p: near(22 / 1024, 1e-12) }, verdict: 'worsened' });
  });
});

describe('times between failures', () => {
  const units = (...given: readonly (readonly [number, number, number])[]): WorkbookContent =>
    contentFrom({ warranty: given.map(([date, hours, failureCount], i) => ({ serialNo: `W${i}`, shipDate: date, hours, failureCount })) });

  it('have the chi-square interval and the exact test', () => {
    const content = units([BEFORE, 1000, 15], [AFTER, 3000, 5]);
    expect(resultIn(content, 'mean-time-between-failures', 'baseline').interval).toEqual({ method: 'chi-square', level: 0.9, low: near(43.295_422_867_900_6, EXACT), high: near(108.151_012_012_373, EXACT) });
    expect(resultIn(content, 'mean-time-between-failures').interval).toEqual({ method: 'chi-square', level: 0.9, low: near(285.360_034_094_961, EXACT), high: near(1522.727_029_783_23, EXACT) });
    expect(changeIn(content, 'mean-time-between-failures')).toMatchObject({ difference: within(600 - 1000 / 15, 1e-10), test: { method: 'poisson', p: near(3.813_027_433_352_54e-6, 1e-9) }, verdict: 'improved' });
  });

  it('without failure now cannot be compared, and say so', () => {
    expect(changeIn(units([BEFORE, 1000, 15], [AFTER, 3000, 0]), 'mean-time-between-failures')).toMatchObject({ difference: null, test: null, verdict: 'not-comparable', reason: 'no-failure' });
  });
});

describe('quotients of totals', () => {
  const orders = (date: number, lines: readonly (readonly [number, number])[]): readonly Row[] =>
    lines.map(([planQuantity, doneQuantity], i) => ({ orderNo: `${date}-${i}`, planQuantity, planDate: date, actualDate: date, doneQuantity }));
  const times = (count: number, lines: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] => Array.from({ length: count }, () => lines).flat();
  const content = contentFrom({ workOrders: [...orders(BEFORE, times(8, [[100, 90], [80, 80], [120, 90], [50, 25]])), ...orders(AFTER, times(8, [[100, 120], [60, 60], [90, 88], [110, 110]]))] });

  it('have the interval of the linearised ratio', () => {
    expect(resultIn(content, 'plan-completion-rate', 'baseline')).toMatchObject({ value: near(0.814_285_714_285_714, EXACT), interval: { method: 'normal', level: 0.95, low: near(0.764_986_381_362_295, EXACT), high: near(0.863_585_047_209_133_5, EXACT) } });
  });

  it('are compared by it', () => {
    expect(changeIn(content, 'plan-completion-rate')).toMatchObject({
      interval: { method: 'normal', low: near(0.130_741_492_479_518, 1e-11), high: near(0.229_575_967_837_942_37, EXACT) },
      test: { method: 'z', statistic: near(7.145_373_541_591_498, 1e-11), p: near(8.975_148_439_030_44e-13, 1e-9) }, verdict: 'improved',
    });
  });

  it('of fewer than 30 rows have none', () => {
    const single = contentFrom({ workOrders: [...orders(BEFORE, times(29, [[100, 90]])), ...orders(AFTER, times(40, [[100, 100]]))] });
    expect(resultIn(single, 'plan-completion-rate', 'baseline').interval).toBeNull();
    expect(changeIn(single, 'plan-completion-rate')).toMatchObject({ difference: within(0.1, 1e-15), interval: null, test: null, verdict: 'no-evidence' });
  });
});

test('yields over few pieces are not compared: 2 of 5 and 5 of 5 prove nothing', () => {
  const step = (date: number, firstPassed: number): Row => ({ date, step: 1, inspected: 5, firstPassed });
  const content = contentFrom({ processInspection: [step(BEFORE, 2), step(AFTER, 5)] });
  expect(resultIn(content, 'rolled-throughput-yield').interval).toBeNull();
  expect(changeIn(content, 'rolled-throughput-yield')).toMatchObject({ difference: within(0.6, 1e-15), interval: null, test: null, verdict: 'no-evidence' });
});

test('yields over several steps are compared by the variance of their logarithm', () => {
  const step = (date: number, no: number, firstPassed: number): Row => ({ date, step: no, inspected: 1000, firstPassed });
  const content = contentFrom({ processInspection: [step(BEFORE, 1, 900), step(BEFORE, 2, 850), step(AFTER, 1, 950), step(AFTER, 2, 900)] });
  expect(changeIn(content, 'rolled-throughput-yield')).toMatchObject({
    difference: within(0.09, 1e-14),
    interval: { method: 'normal', low: near(0.056_680_135_394_938_574, 1e-11), high: near(0.123_319_864_605_061_36, 1e-11) },
    test: { method: 'z', statistic: near(5.294_041_878_603_839, 1e-11), p: near(1.196_420_152_892_33e-7, 1e-8) }, verdict: 'improved',
  });
});

describe('scores', () => {
  // One item of five points: questionnaires score 50, 75, 25, 50 and then 100, 75, 100, 75, 50.
  const answers = (date: number, scores: readonly number[]): readonly Row[] => scores.map((score, i) => ({ questionnaireNo: `${date}-${i}`, date, surveyor: '第三方', item: '质量', score, fullScore: 5 }));
  const content = contentFrom({ satisfaction: [...answers(BEFORE, [3, 4, 2, 3]), ...answers(AFTER, [5, 4, 5, 4, 3])] });

  it('have Student\'s interval over questionnaires, within 0 and 100', () => {
    expect(resultIn(content, 'third-party-satisfaction', 'baseline').interval).toEqual({ method: 't', level: 0.95, low: near(17.519_293_409_372_2, 1e-11), high: near(82.480_706_590_627_8, 1e-11) });
    // The upper limit is 105.97.
    expect(resultIn(content, 'third-party-satisfaction').interval).toEqual({ method: 't', level: 0.95, low: near(54.028_734_157_910_8, 1e-11), high: 100 });
  });

  it('are compared by Welch: thirty points more of nine answers prove nothing', () => {
    expect(changeIn(content, 'third-party-satisfaction')).toMatchObject({
      difference: 30, interval: { method: 'welch', low: near(-3.097_956_768_243_88, 1e-10), high: near(63.097_956_768_243_9, 1e-11) },
      test: { method: 'welch', statistic: near(2.166_945_355_543_85, EXACT), p: near(0.069_000_392_884_306_5, 1e-11) }, verdict: 'no-evidence',
    });
  });
});

describe('before and after', () => {
  const tests = (characteristic: string, direction: string, stage: string, values: readonly number[]): readonly Row[] => values.map((value) => ({ characteristic, direction, stage, value }));
  const output = [...tests('出力', '越大越好', '改进前', [60, 62, 64, 66]), ...tests('出力', '越大越好', '改进后', [68, 70, 69, 75])];
  const noise = [...tests('噪声', '越小越好', '改进前', [10, 12, 11, 13, 9]), ...tests('噪声', '越小越好', '改进后', [8, 9, 7, 8, 8])];

  it('one characteristic: Welch, relative to the mean before', () => {
    expect(changeIn(contentFrom({ performanceTests: output }), 'performance-improvement')).toMatchObject({
      difference: near(0.119_047_619_047_619, EXACT),
      interval: { method: 'welch', low: near(0.039_916_571_486_92, 1e-11), high: near(0.198_178_666_608_318, 1e-11) },
      test: { method: 'welch', statistic: near(3.711_537_444_790_45, EXACT), p: near(0.010_566_231_871_154_1, 1e-11) }, verdict: 'improved',
    });
  });

  it('where less is better the sign turns', () => {
    expect(changeIn(contentFrom({ performanceTests: noise }), 'performance-improvement')).toMatchObject({ difference: near(0.272_727_272_727_273, 1e-14), test: { statistic: near(3.872_983_346_207_42, EXACT), p: near(0.009_621_151_281_436_14, 1e-11) }, verdict: 'improved' });
  });

  it('two characteristics: both tests joined by Stouffer', () => {
    expect(changeIn(contentFrom({ performanceTests: [...output, ...noise] }), 'performance-improvement')).toMatchObject({ interval: null, test: { method: 'stouffer', statistic: near(3.638_688_229_392_15, 1e-9), p: near(0.000_274_030_303_006_804, 1e-8) }, verdict: 'improved' });
  });

  it('spread: F test of the variances', () => {
    expect(changeIn(contentFrom({ performanceTests: output }), 'consistency-improvement')).toMatchObject({
      difference: near(0.204_159_457_879_23, 1e-11),
      interval: { low: near(0.306_458_627_621_036 - 1, 1e-11), high: near(4.731_470_643_381_78 - 1, 1e-11) },
      test: { method: 'f', statistic: near(1.45, EXACT), p: near(0.767_461_327_404_19, 1e-11) }, verdict: 'no-evidence',
    });
  });

  it('one value each proves nothing', () => {
    const single = [...tests('出力', '越大越好', '改进前', [60]), ...tests('出力', '越大越好', '改进后', [90])];
    expect(changeIn(contentFrom({ performanceTests: single }), 'performance-improvement')).toMatchObject({ difference: 0.5, test: null, verdict: 'no-evidence' });
  });

  it('service: 12 of 20 and 19 of 20 answered in time', () => {
    const asked = (date: number, answered: number): readonly Row[] => Array.from({ length: 20 }, (_, i) => ({ id: `${date}-${i}`, requestedAt: date, limitHours: 4, respondedAt: i < answered ? date + 0.1 : null }));
    expect(changeIn(contentFrom({ serviceRequests: [...asked(BEFORE, 12), ...asked(AFTER, 19)] }), 'service-improvement')).toMatchObject({
      difference: within(0.35, 1e-14), interval: { method: 'newcombe', low: near(0.090_238_775_247_976_1, 1e-11), high: near(0.567_343_486_374_94, EXACT) },
      test: { method: 'fisher', p: near(0.019_656_019_656_019_7, 1e-11) }, verdict: 'improved',
    });
  });
});

describe('what is not compared', () => {
  const finance = [{ month: day('2023-05-01'), revenue: 100, rdExpense: 3 }, { month: day('2024-05-01'), revenue: 100, rdExpense: 5 }];

  it('totals of all records need no test', () => {
    expect(changeIn(contentFrom({ finance }), 'rd-spending-ratio')).toEqual({ key: 'rd-spending-ratio', difference: within(0.02, 1e-15), interval: null, test: null, verdict: 'improved', reason: null, tested: false });
  });

  it.each([
    ['periods-missing', null],
    ['length-differs', { ...YEARS, baseline: span('2023-01-01', '2023-06-30') }],
    ['current-not-ok', until('2023-12-31')],
    ['baseline-not-ok', { ...YEARS, baseline: span('2022-01-01', '2022-12-31') }],
  ] as const)('%s', (reason, periods) => {
    expect(changeIn(contentFrom({ finance }, periods), 'rd-spending-ratio')).toMatchObject({ difference: null, verdict: 'not-comparable', reason });
  });

  it('one leap day is no difference in length', () => {
    expect(YEARS.current.end - YEARS.current.start).toBe(YEARS.baseline.end - YEARS.baseline.start + 1);
    expect(changeIn(contentFrom({ finance }), 'rd-spending-ratio').reason).toBeNull();
    const twoDays = { ...YEARS, baseline: span('2023-01-02', '2023-12-31') };
    expect(changeIn(contentFrom({ finance }, twoDays), 'rd-spending-ratio').reason).toBe('length-differs');
  });

  it('rows on one side and 汇总填报 on the other', () => {
    const rows = inspected([85, 100]);
    const mixed: WorkbookContent = { ...rows, summaries: { 'first-submission-yield': { current: { numerator: 95, denominator: 100, evidence: '台账' } } } };
    expect(changeIn(mixed, 'first-submission-yield')).toMatchObject({ difference: null, verdict: 'not-comparable', reason: 'basis-differs' });
  });

  it('汇总填报 on both sides is compared as rows are', () => {
    const summary = (numerator: number) => ({ numerator, denominator: 100, evidence: '台账' });
    const typed: WorkbookContent = { ...contentFrom({}), summaries: { 'first-submission-yield': { baseline: summary(85), current: summary(95) } } };
    expect(changeIn(typed, 'first-submission-yield')).toMatchObject({ test: { method: 'z', p: near(0.018_422_125_454_099, 1e-11) }, verdict: 'improved' });
  });
});
