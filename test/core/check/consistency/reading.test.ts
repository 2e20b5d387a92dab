/** How the rules read running text, figures, names and rows. */
import { roundsTo, shownFigure, typedAgrees } from '../../../../src/core/check/consistency/figures';
import { metricsMeant } from '../../../../src/core/check/consistency/metric-names';
import { namesAmong, namesIn } from '../../../../src/core/check/consistency/people';
import { COMPLETIONS, readRawFacts } from '../../../../src/core/check/consistency/raw-facts';
import { figuresIn } from '../../../../src/core/check/consistency/text-figures';
import { METRICS } from '../../../../src/core/metric/metrics';
import { KIND_METRICS } from '../../../../src/core/check/consistency/rule/result-kinds';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { blocksOf, RAW_SHEETS, rawSheet } from '../rows-of';
import { RESULTS } from './base-content';

describe('figures', () => {
  test('what is rounded for reading always agrees with what it was rounded from', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, digits) => expect(roundsTo((value * 100).toFixed(digits), value, 'ratio')).toBe(true)));
    fc.assert(fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (value) => expect(typedAgrees(Number(value.toFixed(2)), value, 'score')).toBe(true)));
  });
  test('a unit in the last written place more does not', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999 }), (tenths) => expect(roundsTo(((tenths + 1) / 10).toFixed(1), tenths / 1000, 'ratio')).toBe(false)));
  });
  test('are shown as they are read', () => expect([shownFigure(182 / 225, 'ratio'), shownFigure(73.6875, 'score'), shownFigure(3, 'count')]).toEqual(['80.9%', '73.69', '3']));

  test.each([
    ['由80.9%升至94.0％', ['80.9 ratio', '94.0 ratio']],
    ['提高13.1个百分点', ['13.1 points']],
    ['73.7分，3起，1,234件', ['73.7 score', '3 count', '1234 count']],
    ['三分之一，30分钟，5分析', []],
    ['有一起投诉，两项专利', ['1 count', '2 count']],
    ['一次合格率，三个阶段，12家供方，86人', []],
  ])('in %s', (text, expected) => expect(figuresIn(text).map(({ number, unit }) => `${number} ${unit}`)).toEqual(expected));
});

describe('metrics meant by words', () => {
  const current = RESULTS.filter(({ period }) => period === 'current');
  test.each([
    ['采购及时交付率只有', ['supplier-on-time-delivery-rate']],
    ['质量问题处置及时率由', ['quality-issue-closure-rate']],
    ['关键工序合格率', ['key-process-yield']],
    ['可比产品成本降低', ['cost-reduction-rate']],
    ['营业收入同期增长', ['revenue-growth-rate']],
    ['重大顾客投诉由', ['major-complaint-count']],
    ['培训了', []],
    ['产品', []],
  ])('%s', (phrase, keys) => expect(metricsMeant(phrase, current).map(({ key }) => key)).toEqual(keys));

  test('every name means its own metric', () => {
    for (const { key, name } of METRICS) expect([key, metricsMeant(`${name}达到`, current).map((result) => result.key)]).toEqual([key, [key]]);
  });
});

test('people in cells of people, and among other words', () => {
  expect(namesIn('张三、李四（组长）；生产部长 王小明')).toEqual(['张三', '李四', '王小明']);
  expect(namesAmong('生产、技术、质检部负责人，王小明、欧阳修及班组长 2 人')).toEqual(['王小明']);
});

describe('raw rows', () => {
  test('the tables name columns that exist', () => {
    const missing = Object.entries(COMPLETIONS).flatMap(([sheet, keys]) => keys.filter((key) => !['date', 'datetime'].includes(rawSheet(sheet).columns.find((column) => column.key === key)?.kind ?? '')).map((key) => `${sheet}.${key}`));
    expect(missing).toEqual([]);
    expect(Object.values(KIND_METRICS).flat().filter((key) => METRICS.every((metric) => metric.key !== key))).toEqual([]);
  });

  const rows = {
    purchases: blocksOf(rawSheet('purchases'), [{ arrivalDate: 46_000 }, null, { arrivalDate: 46_001.5, inspectDate: 46_001 }, { arrivalDate: 46_003 }, { arrivalDate: 9e9, dueDate: 47_000 }]),
    employees: blocksOf(rawSheet('employees'), [{ id: '1', name: ' 王小明 ', leaveDate: 47_000 }, { id: '2' }]),
    productRevenue: blocksOf(rawSheet('productRevenue'), [{ product: '泵' }]),
  };

  test('completions after the as-of date, by column, at the first of them', () => {
    const { late, staff, mainProduct } = readRawFacts(RAW_SHEETS, rows, 46_000);
    expect(late).toMatchObject([
      { at: { sheet: '数据_采购', cell: 'G6' }, column: '到货日期', count: 2, latest: 46_003 },
      { at: { sheet: '数据_采购', cell: 'K6' }, column: '检验日期', count: 1, latest: 46_001 },
    ]);
    expect([[...staff], mainProduct]).toEqual([['王小明'], { sheet: '数据_产品收入', cell: 'D3' }]);
  });

  test('columns that stand elsewhere, and no as-of date', () => {
    expect(readRawFacts(RAW_SHEETS, rows, 46_000, { purchases: { arrivalDate: 20 } }).late[0]?.at.cell).toBe('T6');
    expect(readRawFacts(RAW_SHEETS, rows, null).late).toEqual([]);
    expect(readRawFacts(RAW_SHEETS, {}, 46_000)).toMatchObject({ late: [], mainProduct: null });
  });
});
