/** Rules over raw rows, on the real templates. */
import { checkRows } from '../../../src/core/check/check-rows';
import { NONE_ROWS } from '../../../src/core/codec/none-rows';
import { BOUNDED } from '../../../src/core/check/row/exceeds';
import { DATE_ORDERS } from '../../../src/core/check/row/order';
import { SUMS } from '../../../src/core/check/row/sum';
import type { Issue } from '../../../src/core/issue/issue';
import type { CellValue } from '../../../src/core/model/cell';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { blocksOf, RAW_SHEETS, rawSheet } from './rows-of';

type Row = Readonly<Record<string, CellValue>>;

/** 2024-01-05, 2024-01-10 and so on. */
const JANUARY = 45_291;
const day = (date: number): number => JANUARY + date;

const DELIVERY: Row = { orderNo: 'SO-001', line: '1', customer: '甲公司', quantity: 10, dueDate: day(10), deliveryDate: day(9), deliveredQuantity: 10 };

function issuesOf(key: string, ...rows: readonly (Row | null)[]): readonly Issue[] {
  const def = rawSheet(key);
  return checkRows(def, blocksOf(def, rows));
}

/** `code cell` of every issue. */
function brief(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, cell }) => `${code} ${cell}`.trim());
}

const oneCell = (key: string, value: CellValue): readonly string[] => brief(issuesOf('deliveries', { ...DELIVERY, [key]: value }));

test('a sound row has no issue, nor has a sheet without rows', () => {
  expect(issuesOf('deliveries', DELIVERY)).toEqual([]);
  expect(issuesOf('deliveries')).toEqual([]);
});

describe('cells', () => {
  test('a required cell that is blank; blank rows between the others are none', () => {
    const issues = issuesOf('deliveries', DELIVERY, null, { ...DELIVERY, orderNo: 'SO-002', dueDate: null });
    expect(issues).toEqual([
      { code: 'cell/required', severity: 'error', sheet: '数据_销售交付', cell: 'F6', clause: 'A.1 6.6、7.5', params: { column: '承诺交期' } },
    ]);
  });

  test.each<readonly [string, CellValue, string]>([
    ['quantity', '十件', 'cell/kind E4'],
    ['quantity', '12', 'cell/number-as-text E4'],
    ['quantity', '１２', 'cell/number-as-text E4'],
    ['quantity', true, 'cell/kind E4'],
    ['quantity', { error: '#N/A' }, 'cell/error E4'],
    ['dueDate', '2024-01-10', 'cell/date-as-text F4'],
    ['dueDate', 20240110, 'cell/date-as-number F4'],
    ['dueDate', '03-06-2024', 'cell/date-order F4'],
    ['dueDate', '2023-02-30', 'cell/no-such-date F4'],
    ['dueDate', '月底', 'cell/kind F4'],
    ['dueDate', 12, 'cell/kind F4'],
    ['dueDate', '  ', 'cell/required F4'],
    ['returnReason', '  ', 'cell/blank-text M4'],
    ['returnReason', '其他', 'cell/choice M4'],
    ['returnReason', '质量 ', 'cell/spelling M4'],
    ['orderNo', 9.13205e17, 'cell/code-lost A4'],
    ['orderNo', '9.13205E+17', 'cell/code-lost A4'],
    ['orderNo', 1001, 'cell/text-as-number A4'],
    ['orderNo', 'ＳＯ-001', 'cell/full-width A4'],
    ['customer', '甲公司\u00a0', 'cell/space C4'],
    ['customer', '甲\u200b公司', 'cell/space C4'],
  ])('%s holding %j', (key, value, expected) => expect(oneCell(key, value)).toEqual([expected]));

  test.each<readonly [string, CellValue]>([
    ['quantity', 10.5], ['dueDate', day(10) + 0.5], ['line', null], ['returnReason', '质量'], ['customer', '甲（集团）公司，一部'],
  ])('%s holding %j is fine', (key, value) => expect(oneCell(key, value)).toEqual([]));

  test('the sentence knows what the right entry is', () => {
    expect(issuesOf('deliveries', { ...DELIVERY, dueDate: '2024年1月10日' })[0]?.params).toEqual({ column: '承诺交期', value: '2024年1月10日', date: '2024-01-10' });
    expect(issuesOf('deliveries', { ...DELIVERY, customer: 'Ｔｅｓｔ　Ａ' })[0]?.params['right']).toBe('Test A');
  });

  test('a month is its first day', () => {
    expect(brief(issuesOf('finance', { month: day(1), revenue: 1 }, { month: day(32), revenue: 1 }))).toEqual([]);
    expect(issuesOf('finance', { month: day(15), revenue: 1 })[0]).toMatchObject({ code: 'cell/month-day', cell: 'A4', params: { value: '2024-01-15', month: '2024-01-01' } });
  });
});

describe('rows', () => {
  test('every table names columns that exist', () => {
    const named = [
      ...Object.entries(DATE_ORDERS).map(([sheet, pairs]) => [sheet, pairs.flat()] as const),
      ...Object.entries(BOUNDED).map(([sheet, pairs]) => [sheet, pairs.flat()] as const),
      ...Object.entries(SUMS).map(([sheet, { whole, parts }]) => [sheet, [whole, ...parts]] as const),
      ...Object.entries(NONE_ROWS).map(([sheet, { says, keeps }]) => [sheet, [says, ...keeps]] as const),
    ];
    const missing = named.flatMap(([sheet, keys]) => keys.filter((key) => !rawSheet(sheet).columns.some((column) => column.key === key)).map((key) => `${sheet}.${key}`));
    expect(missing).toEqual([]);
  });

  test('the pairs of dates are dates', () => {
    const kinds = Object.entries(DATE_ORDERS).flatMap(([sheet, pairs]) => pairs.flat().map((key) => rawSheet(sheet).columns.find((column) => column.key === key)?.kind));
    expect(kinds.filter((kind) => kind !== 'date' && kind !== 'datetime')).toEqual([]);
  });

  test('closed before it was found', () => {
    const row = { id: 'Q1', foundDate: day(10), dueDate: day(20), closedDate: day(9) };
    expect(issuesOf('qualityIssues', row)).toMatchObject([
      { code: 'row/order', cell: 'F4', params: { column: '实际关闭日期', value: '2024-01-09', other: '发现日期', otherValue: '2024-01-10' } },
    ]);
    expect(issuesOf('qualityIssues', { ...row, foundDate: day(10) + 0.9, closedDate: day(10) })).toEqual([]);
  });

  test('times of day count where both are times', () => {
    const request = { id: 'R1', requestedAt: day(10) + 0.5, limitHours: 4, respondedAt: day(10) + 0.25 };
    expect(issuesOf('serviceRequests', request)).toMatchObject([{ code: 'row/order', params: { value: '2024-01-10 06:00', otherValue: '2024-01-10 12:00' } }]);
  });

  test('a delivery with its day but without its quantity; one of two quantities is enough, an open order needs none', () => {
    const shipped = { ...DELIVERY, deliveryDate: day(10), deliveredQuantity: null, onTimeQuantity: null };
    const rows = [shipped, { ...shipped, line: '2', onTimeQuantity: 5 }, { ...shipped, line: '3', deliveredQuantity: 5 }, { ...shipped, line: '4', deliveryDate: null }];
    expect(issuesOf('deliveries', ...rows)).toMatchObject([{ code: 'row/quantity', cell: 'H4', params: { column: '交付数量', other: '交付日期' } }]);
  });

  test('more passed than submitted', () => {
    const lot = { date: day(1), lot: 'L1', submission: 1, submitted: 50, passed: 51 };
    expect(brief(issuesOf('finalInspection', lot, { ...lot, lot: 'L2', passed: 50 }))).toEqual(['row/exceeds F4']);
  });

  test('first passed, reworked and scrapped make up what was inspected', () => {
    const step = { date: day(1), product: '泵', step: 1, process: '车', key: '是', inspected: 100, firstPassed: 80, reworkPassed: 15, scrapped: 5 };
    expect(brief(issuesOf('processInspection', step, { ...step, scrapped: 4 }, { ...step, scrapped: null }))).toEqual(['row/sum F5']);
  });

  test('duplicate keys, across blocks, without case; an optional part of the key may be blank', () => {
    const rows = [DELIVERY, { ...DELIVERY, line: '2' }, { ...DELIVERY, line: null }, { ...DELIVERY, orderNo: 'so-001' }, { ...DELIVERY, line: null }];
    expect(issuesOf('deliveries', ...rows).map(({ code, cell, params }) => [code, cell, params['first']])).toEqual([['row/duplicate', 'A7', 4], ['row/duplicate', 'A8', 6]]);
    expect(issuesOf('deliveries', ...rows)[0]?.params['key']).toBe('订单号=so-001、行号=1');
  });

  test('duplicate keys, whatever the width of codes; a percentage is no quantity', () => {
    expect(brief(issuesOf('deliveries', DELIVERY, { ...DELIVERY, orderNo: 'ＳＯ-００１' }))).toContain('row/duplicate A5');
    expect(brief(issuesOf('deliveries', { ...DELIVERY, quantity: '12%' }))).toEqual(['cell/kind E4']);
  });

  test('someone who comes back begins after the last working day', () => {
    const stay = (joinDate: number, leaveDate: number | null): Row => ({ id: 'E1', joinDate, leaveDate, leaveType: leaveDate === null ? null : '主动离职' });
    expect(issuesOf('employees', stay(day(1), day(10)), stay(day(11), null))).toEqual([]);
    expect(brief(issuesOf('employees', stay(day(10), null), stay(day(1), day(10))))).toEqual(['row/overlap E4']);
    expect(brief(issuesOf('employees', stay(day(1), null), stay(day(1), null)))).toEqual(['row/duplicate A5']);
  });

  test('无 waives all but date and category, and is no key', () => {
    const none = { id: '无', receivedDate: day(31) };
    expect(issuesOf('complaints', none, { ...none, receivedDate: day(60) })).toEqual([]);
    expect(brief(issuesOf('complaints', { id: '无' }))).toEqual(['cell/required B4']);
    expect(brief(issuesOf('complaints', { id: 'C1', receivedDate: day(31) }))).toEqual(['cell/required D4', 'cell/required E4']);
    expect(issuesOf('innovations', { category: '发明专利', name: '无', date: day(31) }, { category: '发明专利', name: '无', date: day(60) })).toEqual([]);
  });
});

describe('the whole pass', () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ ...DELIVERY, orderNo: `SO-${i}`, dueDate: null, quantity: 'x' }));
  const def = rawSheet('deliveries');

  test('says how many issues are not listed', () => {
    const issues = checkRows(def, blocksOf(def, many), { limits: { perRule: 5, perSheet: 1000 } });
    expect(issues).toHaveLength(12);
    expect(issues.slice(-2)).toMatchObject([
      { code: 'check/capped', severity: 'info', params: { column: '订货数量', rule: 'cell/kind', count: 30, shown: 5 } },
      { code: 'check/capped', params: { column: '承诺交期', rule: 'cell/required', count: 30, shown: 5 } },
    ]);
    const few = checkRows(def, blocksOf(def, many), { limits: { perRule: 100, perSheet: 7 } });
    expect(few).toHaveLength(8);
    expect(few.at(-1)).toMatchObject({ code: 'check/capped-sheet', params: { count: 60, shown: 7 } });
    expect(() => checkRows(def, [], { limits: { perRule: 0, perSheet: 1 } })).toThrow(RangeError);
  });

  test('is sorted by row, then by column', () => {
    expect(brief(checkRows(def, blocksOf(def, many.slice(0, 2))))).toEqual(['cell/kind E4', 'cell/required F4', 'cell/kind E5', 'cell/required F5']);
  });

  test('follows columns that were moved and leaves out those that are absent', () => {
    expect(brief(checkRows(def, blocksOf(def, many.slice(0, 1)), { places: { quantity: 27 }, absent: new Set(['dueDate']) }))).toEqual(['cell/kind AA4']);
  });

  test('does not depend on how rows are cut into blocks', () => {
    const cell = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 50_000 }), fc.constantFrom('质量', '2024-01-10', 'SO-1', ' ', 'Ａ'), fc.constant({ error: '#REF!' }));
    const row = fc.record(Object.fromEntries(def.columns.map(({ key }) => [key, cell])));
    fc.assert(fc.property(fc.array(row, { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (rows, size) => {
      expect(checkRows(def, blocksOf(def, rows, size))).toEqual(checkRows(def, blocksOf(def, rows, 100)));
    }), { numRuns: 50 });
  });

  test.each(RAW_SHEETS.map((sheet) => [sheet.sheet, sheet] as const))('%s: whatever cells hold, nothing is thrown and every issue is in the sheet', (_, sheet) => {
    const cell = fc.oneof(fc.constant(null), fc.double(), fc.boolean(), fc.string(), fc.constantFrom('无', '是', '2024/1/3', '９８'), fc.constant({ error: '#N/A' }));
    const row = fc.record(Object.fromEntries(sheet.columns.map(({ key }) => [key, cell])));
    fc.assert(fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      for (const issue of checkRows(sheet, blocksOf(sheet, rows))) {
        expect(issue).toMatchObject({ sheet: sheet.sheet, clause: sheet.feeds });
        expect(issue.cell).toMatch(/^[A-Z]{1,2}[4-8]$/u);
      }
    }), { numRuns: 20 });
  });
});
