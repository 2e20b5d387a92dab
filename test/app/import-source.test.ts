import { sourceOfWorkbook } from '../../src/app/import-source';
import type { ReadableWorkbook } from '../../src/app/ports';
import { planImport } from '../../src/core/import/plan-import';
import type { SheetCell, SheetRow } from '../../src/core/model/cell';
import { memoryWorkbook } from '../support/memory-workbook';
import { rawSheet } from '../support/tables';
import { cellAt, sheetOf } from '../support/workbook-spec';

const def = rawSheet('customers');

function row(number: number, ...cells: readonly (SheetCell['value'] | SheetCell)[]): SheetRow {
  const held = cells.map((cell) => (typeof cell === 'object' && cell !== null && 'value' in cell ? cell : { value: cell }));
  return { row: number, cells: new Map(held.map((cell, i) => [i + 1, cell] as const).filter(([, cell]) => cell.value !== null)) };
}

function workbook(sheets: Readonly<Record<string, readonly SheetRow[]>>): ReadableWorkbook {
  const specs = Object.entries(sheets).map(([name, rows]) =>
    sheetOf(name, { cells: rows.flatMap(({ row: at, cells }) => [...cells].map(([column, { value, date }]) => cellAt(at, column, value, date === true ? { format: 'yyyy/m/d' } : {}))) }));
  return memoryWorkbook({ sheets: specs, names: [] });
}

const CUSTOMERS = [row(1, '客户档案'), row(3, '序', '客户名称', '首单日期', '末次交易日期'), row(4, 1, '甲', { value: 45_000, date: true }, null), row(6, 2, '乙', '2023/5/1', { value: 45_100, date: true })];

describe('somebody else’s workbook', () => {
  it('gives the sheet whose header fits best, with its own row numbers', async () => {
    const found = await sourceOfWorkbook(workbook({ 说明: [row(1, '客户')], 档案: CUSTOMERS, 空: [] }), def);
    expect([found?.sheet, found?.table.headerRow, found?.table.rows.map((one) => one.row)]).toEqual(['档案', 3, [4, 6]]);
    if (found === null) throw new Error('none');
    const plan = planImport(def, found.table, { firstRow: 4 });
    expect([plan.acceptedCount, plan.rejectedCount, plan.unmapped]).toEqual([2, 0, ['序']]);
    expect(plan.accepted[0]?.columns['lastDeal']?.number).toEqual(Float64Array.from([0, 45_100]));
  });

  it('gives the sheet asked for, or none', async () => {
    expect((await sourceOfWorkbook(workbook({ 说明: [row(1, '客户')], 档案: CUSTOMERS }), def, { sheet: '说明' }))?.sheet).toBe('说明');
    expect(await sourceOfWorkbook(workbook({ 档案: CUSTOMERS }), def, { sheet: '别的' })).toBeNull();
    expect(await sourceOfWorkbook(workbook({ 空: [] }), def)).toBeNull();
  });

  it('reads no more of the other sheets than a header may stand in', async () => {
    const book = workbook({ 流水: Array.from({ length: 500 }, (_, i) => row(i + 1, '客户', i)), 档案: CUSTOMERS });
    const read: Record<string, number> = {};
    const counted: ReadableWorkbook = {
      ...book,
      async *rows(sheet, options) {
        for await (const one of book.rows(sheet, options)) {
          read[sheet] = (read[sheet] ?? 0) + 1;
          yield one;
        }
      },
    };
    expect((await sourceOfWorkbook(counted, def))?.sheet).toBe('档案');
    expect(read['流水']).toBe(20);
  });
});
