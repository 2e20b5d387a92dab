/** Rules over whole rows, each with rows that break it and rows that do not, on the real templates. */
import { checkRows } from '../../../src/core/check/check-rows';
import { checkSide } from '../../../src/core/check/check-side';
import { COMPANIONS } from '../../../src/core/check/row/companion';
import { ORDERED } from '../../../src/core/check/row/above-order';
import { UNIFORM } from '../../../src/core/check/row/uniform';
import { serialOf } from '../../../src/core/codec/date';
import type { CellValue } from '../../../src/core/model/cell';
import { describe, expect, test } from '@jest/globals';
import { blocksOf, rawSheet } from './rows-of';

type Row = Readonly<Record<string, CellValue>>;

const day = (date: number): number => serialOf(2024, 1, date);

/** `code cell` of the issues that rules over whole rows raise. */
function found(key: string, ...rows: readonly Row[]): readonly string[] {
  const def = rawSheet(key);
  return checkRows(def, blocksOf(def, rows)).filter(({ code }) => code.startsWith('row/')).map(({ code, cell }) => `${code} ${cell}`);
}

test('every table names columns that exist', () => {
  const named = [
    ...Object.entries(COMPANIONS).flatMap(([sheet, pairs]) => pairs.flatMap(({ when, needs }) => [[sheet, when], [sheet, needs]])),
    ...Object.entries(ORDERED).flatMap(([sheet, pair]) => pair.map((key) => [sheet, key])),
    ...Object.entries(UNIFORM).flatMap(([sheet, { by, same }]) => [...by, ...same].map((key) => [sheet, key])),
  ];
  expect(named.filter(([sheet = '', key]) => !rawSheet(sheet).columns.some((column) => column.key === key))).toEqual([]);
});

describe('above the order', () => {
  const order = { orderNo: 'A', customer: '甲', quantity: 100, dueDate: day(9), deliveryDate: day(9) };
  test('up to a tenth is let pass', () => {
    expect(found('deliveries', { ...order, deliveredQuantity: 110 })).toEqual([]);
    expect(found('deliveries', { ...order, quantity: 0.3, deliveredQuantity: 0.33 })).toEqual([]);
    expect(found('deliveries', { ...order, deliveredQuantity: 111 })).toEqual(['row/above-order H4']);
  });
  test('the sentence says by how much', () => {
    const def = rawSheet('deliveries');
    expect(checkRows(def, blocksOf(def, [{ ...order, deliveredQuantity: 1000 }]))[0]?.params).toEqual({ column: '交付数量', value: 1000, other: '订货数量', otherValue: 100, over: '900%', limit: '10%' });
  });
});

describe('warranty', () => {
  const unit = { serialNo: 'S1', shipDate: serialOf(2023, 1, 31), warrantyMonths: 13 };
  test('the last day of a short month counts', () => {
    expect(found('warranty', { ...unit, firstFailureDate: serialOf(2024, 2, 29) })).toEqual([]);
    expect(found('warranty', { ...unit, firstFailureDate: serialOf(2024, 3, 1) })).toEqual(['row/after-warranty D4']);
  });
  test('what is no date or no term is the matter of the rules of cells', () => {
    expect(found('warranty', { ...unit, shipDate: '去年', firstFailureDate: day(1) }, { ...unit, serialNo: 'S2', warrantyMonths: 1.5, firstFailureDate: day(1) })).toEqual([]);
  });
});

test('a score below its scale', () => {
  const answer = { questionnaireNo: 'Q1', date: day(1), surveyor: '企业', item: '质量', score: 1, fullScore: 5 };
  expect(found('satisfaction', answer, { ...answer, item: '交付', score: 0, fullScore: 100 })).toEqual([]);
  expect(found('satisfaction', { ...answer, score: 0 }, { ...answer, item: '交付', fullScore: 1 })).toEqual(['row/scale G4', 'row/scale H5']);
});

describe('cells that belong together', () => {
  test.each<readonly [string, Row, string]>([
    ['employees', { id: 'E1', joinDate: day(1), leaveDate: day(9) }, 'row/companion G4'],
    ['deliveries', { orderNo: 'A', customer: '甲', quantity: 9, dueDate: day(9), deliveryDate: day(9), deliveredQuantity: 9, returnQuantity: 1, returnDate: day(10) }, 'row/companion M4'],
    ['satisfaction', { questionnaireNo: 'Q1', date: day(1), surveyor: '第三方', item: '质量', score: 4, fullScore: 5 }, 'row/companion E4'],
    ['supplierIssues', { id: 'G1', supplier: '甲', dueDate: day(9), closedDate: day(8) }, 'row/companion F4'],
    ['innovations', { category: '质量奖', name: '奖', date: day(1) }, 'row/companion C4'],
  ])('%s', (key, row, expected) => expect(found(key, row)).toEqual([expected]));

  test('nothing returned needs no reason, an own survey no agency, and 无 nothing at all', () => {
    expect(found('deliveries', { orderNo: 'A', customer: '甲', quantity: 9, dueDate: day(9), deliveryDate: day(9), deliveredQuantity: 9, returnQuantity: 0 })).toEqual([]);
    expect(found('satisfaction', { questionnaireNo: 'Q1', date: day(1), surveyor: '企业', item: '质量', score: 4, fullScore: 5 })).toEqual([]);
    expect(found('innovations', { category: '质量奖', name: '无', date: day(1) })).toEqual([]);
  });
});

test('one characteristic has one unit; the first that says something is held to be right', () => {
  const test1 = { characteristic: '效率', unit: '%', direction: '越大越好', stage: '改进前', value: 52 };
  expect(found('performanceTests', { ...test1, unit: null }, test1, { ...test1, unit: '％ ' }, { ...test1, unit: '度', direction: '越小越好' })).toEqual(['row/uniform C7', 'row/uniform B7'].sort());
  expect(found('productRevenue', { month: day(1), product: '泵', launchDate: day(1) }, { month: day(1), product: '阀', launchDate: day(2) })).toEqual([]);
});

test('a row pasted twice where rows have no key', () => {
  const row = { category: '行政处罚', name: '警告', date: day(3), result: '罚款' };
  expect(found('compliance', row, { ...row, date: day(4) }, row)).toEqual(['row/repeated A6']);
  const none = { category: '行政处罚', name: '无', date: day(3) };
  expect(found('compliance', none, none)).toEqual([]);
});

describe('weights of survey items', () => {
  const weights = (...rows: readonly Row[]): readonly string[] => checkSide(rawSheet('satisfaction'), rows).map(({ code, cell }) => `${code} ${cell}`);
  test('add up to 1', () => {
    expect(weights({ item: '质量', weight: 0.1 }, { item: '交付', weight: 0.2 }, { item: '服务', weight: 0.7 })).toEqual([]);
    expect(weights()).toEqual([]);
    expect(weights({ item: '质量', weight: 0.4 }, { item: '交付', weight: 0.5 })).toEqual(['side/weights K4']);
  });
  test('one item has one weight', () => expect(weights({ item: '质量', weight: 0.4 }, { item: ' 质量', weight: 0.6 })).toEqual(['cell/space J5']));
  test('the same item twice', () => expect(weights({ item: '质量', weight: 0.4 }, { item: '质量', weight: 0.6 })).toEqual(['side/item-twice J5']));
});
