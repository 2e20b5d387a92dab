import * as fc from 'fast-check';
import { findHeader } from '../../../src/core/import/find-header';
import { planImport, type ImportPlan } from '../../../src/core/import/plan-import';
import { MAX_ROW } from '../../../src/core/model/address';
import { cellOf } from '../../../src/core/model/block-builder';
import type { SourceTable, SourceValue } from '../../../src/core/model/source-table';
import { rawSheet, table } from '../../support/tables';

const deliveries = rawSheet('deliveries');
const HEADER = ['订单号', '客户', '订货数量', '承诺交期', '交付日期', '退货原因'];
const row = (changes: Partial<Record<number, SourceValue>> = {}, no = '1') => Object.assign([no, '南京水务', '20', '2024-05-28', '2024-05-27', ''], changes);
const plan = (source: SourceTable, options: Partial<Parameters<typeof planImport>[2]> = {}) => planImport(deliveries, source, { firstRow: 4, ...options });
const codes = (result: ImportPlan) => result.rejected.map(({ sourceRow, issues }) => [sourceRow, ...issues.map((issue) => `${issue.code} ${issue.params['column'] ?? ''}`.trim())]);

describe('rows', () => {
  it('go in from the row asked for, in order, values of their kind', () => {
    const { accepted, acceptedCount } = plan(table(HEADER, row({}, '007'), row({ 2: '1,200' }, '008')), { firstRow: 90 });
    expect([acceptedCount, accepted[0]?.firstRow, accepted[0]?.length]).toEqual([2, 90, 2]);
    const [block] = accepted;
    if (block === undefined) throw new Error('no block');
    expect(['orderNo', 'customer', 'quantity', 'dueDate', 'returnReason'].map((key) => cellOf(block, key, 1))).toEqual(['008', '南京水务', 1200, 45_440, null]);
  });

  it('are rejected with every reason, the others stay', () => {
    const result = plan(table(HEADER, row(), row({ 1: '', 3: '2024-02-30' }, '2'), row({ 2: '0', 5: '坏了' }, '3'), row({}, '')));
    expect(result.acceptedCount).toBe(1);
    expect(codes(result)).toEqual([
      [3, 'cell/no-such-date 承诺交期', 'cell/required 客户*'],
      [4, 'cell/range 订货数量', 'cell/choice 退货原因'],
      [5, 'cell/required 订单号*'],
    ]);
    expect(result.rejected[0]?.issues[0]).toMatchObject({ severity: 'error', sheet: '数据_销售交付', params: { row: 3, value: '2024-02-30' } });
    expect(result.rejectedBy).toMatchObject({ 'cell/required': 2, 'cell/choice': 1 });
  });

  it('without anything in them are counted, not rejected', () => {
    const result = plan(table(HEADER, row(), ['', ' ', '\u200b'], [], row({}, '2')));
    expect([result.acceptedCount, result.rejectedCount, result.blankCount]).toEqual([2, 0, 2]);
    expect(result.issues.map((issue) => issue.code)).toContain('import/blank-rows');
  });

  it('that an unquoted separator has shifted are rejected; cells of a workbook cannot shift', () => {
    expect(codes(plan(table(HEADER, [...row(), '多一格'], [...row({}, '2'), '', ' '])))).toEqual([[2, 'import/row-too-long']]);
    expect(plan(table(HEADER, [...row(), { value: '旁注' }]))).toMatchObject({ acceptedCount: 1, unmapped: ['G'] });
  });

  it('with the key of an earlier row, or of one in the sheet, are rejected and name it', () => {
    const header = ['订单号', '行号', ...HEADER.slice(1)];
    const line = (no: string, at: string) => [no, at, ...row().slice(1)];
    const result = plan(table(header, line('1', '1'), line('1', '2'), line('1', '1'), line('2', ''), line('2', '')), { existing: new Map([['1\u00002\u0000', 17]]) });
    expect(result.acceptedCount).toBe(2);
    expect(result.rejected.map(({ issues }) => [issues[0]?.code, issues[0]?.params])).toEqual([
      ['import/duplicate-key', { row: 3, key: '订单号=1、行号=2', clash: 17 }],
      ['import/duplicate-in-source', { row: 4, key: '订单号=1、行号=1', clash: 2 }],
      ['import/duplicate-in-source', { row: 6, key: '订单号=2', clash: 5 }],
    ]);
  });

  it('with a key that differs in case, width or blanks alone are rejected; codes are stored in half width', () => {
    const result = plan(table(HEADER, row({}, 'so-００１'), row({}, ' SO-001\u00a0')));
    expect(result.rejected.map(({ issues }) => issues[0]?.params)).toEqual([{ row: 3, key: '订单号=SO-001', clash: 2 }]);
    const [block] = result.accepted;
    expect(block === undefined ? null : cellOf(block, 'orderNo', 0)).toBe('so-001');
  });

  it('that say 无 need their date alone, as often as there is one', () => {
    const source = table(['编号', '受理日期', '顾客', '等级', '承诺期限', '关闭日期'], ['无', '2023-12-31', '', '', '', ''], ['无', '2024-01-31'], ['无', ''], ['C1', '2024-01-31']);
    const result = planImport(rawSheet('complaints'), source, { firstRow: 4 });
    expect(result.acceptedCount).toBe(2);
    expect(codes(result)).toEqual([[4, 'cell/required 受理日期*'], [5, 'cell/required 等级*', 'cell/required 承诺期限*']]);
  });

  it('with a percentage where an amount or a quantity belongs are rejected', () => {
    expect(codes(plan(table(HEADER, row({ 2: '12%' }))))).toEqual([[2, 'cell/kind 订货数量']]);
    expect(codes(planImport(rawSheet('finance'), table(['月份', '营业收入(元)'], ['2024-01', '12％']), { firstRow: 4 }))).toEqual([[2, 'cell/kind 营业收入']]);
  });

  it('listed are as many as asked for, counted are all', () => {
    const result = plan(table(HEADER, ...Array.from({ length: 30 }, (_, i) => row({ 2: 'x' }, String(i)))), { maxRejectedKept: 10 });
    expect([result.rejected.length, result.rejectedCount]).toEqual([10, 30]);
    expect(result.issues.find((issue) => issue.code === 'import/rejected-unlisted')?.params).toEqual({ count: 30, listed: 10 });
  });

  it('are never lost: accepted, rejected and blank add up', () => {
    const cell = fc.constantFrom('', ' ', '1', '2', 'x', '2024-05-01', '20', '质量', '2024-13-01');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 60 }), (rows) => {
        const result = plan(table(HEADER, ...rows));
        const filled = result.accepted.reduce((sum, block) => sum + block.length, 0);
        expect(filled).toBe(result.acceptedCount);
        expect(result.refused || result.acceptedCount + result.rejectedCount + result.blankCount === rows.length).toBe(true);
      }),
    );
  });
});

describe('the table as a whole is refused, and no row read,', () => {
  it.each([
    ['when it is empty', { headerRow: 0, header: [], rows: [] }, 'import/no-header'],
    ['when there is a header alone', table(HEADER), 'import/no-rows'],
    ['when a required column is missing', table(['订单号'], ['1']), 'import/column-missing'],
    ['when day and month cannot be told apart', table(HEADER, row({ 3: '03-06-2011' })), 'import/date-order-ambiguous'],
    ['when decimal points and commas contradict each other', table(HEADER, row({ 2: '1,234,567' }), row({ 2: '1,234' }, '2'), row({ 2: '12,50' }, '3')), 'import/decimal-contradiction'],
    ['when they contradict each other', table(HEADER, row({ 3: '25-06-2011' }), row({ 3: '06-25-2011' }, '2')), 'import/date-order-contradiction'],
  ])('%s', (_, source, code) => {
    const result = plan(source);
    expect(result).toMatchObject({ refused: true, acceptedCount: 0, rejectedCount: 0, accepted: [] });
    expect(result.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.code)).toContain(code);
  });

  it('when it would not fit below the last row of a sheet', () => {
    const result = plan(table(HEADER, row(), row({}, '2'), row({}, '3')), { firstRow: MAX_ROW });
    expect(result).toMatchObject({ refused: true, acceptedCount: 0 });
    expect(result.issues.at(-1)).toMatchObject({ code: 'import/sheet-full', params: { count: 2 } });
  });
});

describe('dates', () => {
  it('are read in the order that the rows prove, cells of a workbook as they are', () => {
    const result = plan(table(HEADER, row({ 3: '03-06-2011', 4: { value: 40_700, date: true } }), row({ 3: '25-06-2011', 4: { value: 40_701, date: true } }, '2')));
    const [block] = result.accepted;
    if (block === undefined) throw new Error('no block');
    expect([cellOf(block, 'dueDate', 0), cellOf(block, 'deliveryDate', 0)]).toEqual([40_697, 40_700]);
    expect(result.dateOrders.map(({ key, order, proof }) => [key, order, proof?.row])).toEqual([['dueDate', 'dmy', 3], ['deliveryDate', 'ymd', undefined]]);
  });
});

describe('units, decimal commas and translated choices', () => {
  it('become the values of the sheet', () => {
    const result = planImport(rawSheet('finance'), table(['月份', '营业收入(元)', '营业成本(万元)'], ['2024-01', '3,865,200', '291,5'], ['2024-02', '123.4', '1.200,25']), { firstRow: 4 });
    const [block] = result.accepted;
    if (block === undefined) throw new Error('no block');
    expect([0, 1].map((i) => [cellOf(block, 'revenue', i), cellOf(block, 'cost', i)])).toEqual([[386.52, 291.5], [0.01234, 1200.25]]);
    expect(result.issues).toContainEqual(expect.objectContaining({ code: 'import/decimal-decided', severity: 'info', params: { column: '营业成本', source: '营业成本(万元)', row: 2, value: '291,5' } }));
    const map = { columns: {}, constants: {}, derive: {}, choices: { 退货原因: { Q: '质量', L: '非质量' } } };
    expect(plan(table(HEADER, row({ 5: 'Q' }), row({ 5: '质量' }, '2'), row({ 5: 'Z' }, '3')), { map })).toMatchObject({ acceptedCount: 2, rejectedBy: { 'cell/choice': 1 } });
  });

  it('derived values follow the columns that they copy, in any order of the map', () => {
    const map = { columns: {}, constants: {}, choices: {}, derive: { 按期交付数量: { copy: '交付数量', when: null }, 交付数量: { copy: '订货数量', when: '交付日期' } } };
    const [block] = plan(table(HEADER, row(), row({ 4: '' }, '2')), { map }).accepted;
    if (block === undefined) throw new Error('no block');
    expect([0, 1].map((i) => cellOf(block, 'onTimeQuantity', i))).toEqual([20, null]);
  });
});

describe('the header', () => {
  const grid = (...rows: readonly (readonly string[])[]) => ({ rows: rows.map((cells, i) => ({ row: i + 1, cells })) });

  it('is found under title lines', () => {
    const found = findHeader(grid(['某某公司'], [], ['销售订单列表', '', '客户'], HEADER, row()), deliveries);
    expect([found.headerRow, found.header, found.rows.length]).toEqual([4, HEADER, 1]);
  });

  it('is found by the names of a map too', () => {
    const map = { columns: { 订单号: 'A1', 客户: 'B1' }, constants: {}, choices: {}, derive: {} };
    expect(findHeader(grid(['x', 'y'], ['A1', 'B1'], ['1', '2']), deliveries, map).headerRow).toBe(2);
  });

  it('is the first filled row when no row is known, so that the plan can say what is missing', () => {
    expect(findHeader(grid(['', ''], ['x', 'y'], ['1', '2']), deliveries).headerRow).toBe(2);
    expect(findHeader(grid(), deliveries)).toEqual({ headerRow: 0, header: [], rows: [] });
  });
});
