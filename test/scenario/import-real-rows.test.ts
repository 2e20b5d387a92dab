/** Real rows that nobody here made, through decoding, mapping and import. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRows } from '../../src/app/import-rows';
import { readImportMap } from '../../src/app/import-map';
import { findHeader } from '../../src/core/import/find-header';
import { planImport } from '../../src/core/import/plan-import';
import { isoOf } from '../../src/core/codec/date';
import { cellOf } from '../../src/core/model/block-builder';
import type { Block } from '../../src/core/model/block';
import type { WorkbookContent } from '../../src/core/model/content';
import type { RawSheetDef } from '../../src/core/model/raw-sheet';
import { readRawSheetDefs } from '../../src/core/template/raw-sheet';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import { rawTemplates } from '../../templates/index';

const defs = readRawSheetDefs(rawTemplates);
const sample = (file: string) => decodeCsv(readFileSync(join(__dirname, '../../sample', file)));
const EMPTY: WorkbookContent = { chosen: [], periods: null, entries: {}, rows: {}, side: {}, summaries: {} };

function defOf(key: string): RawSheetDef {
  const def = defs.find((one) => one.key === key);
  if (def === undefined) throw new Error(key);
  return def;
}

function column(blocks: readonly Block[], key: string) {
  return blocks.flatMap((block) => Array.from({ length: block.length }, (_, i) => cellOf(block, key, i)));
}

describe('Northwind orders into 数据_销售交付', () => {
  const def = defOf('deliveries');
  const { map } = readImportMap(
    JSON.stringify({
      columns: { 订单号: 'OrderID', 客户: 'CustomerID', 承诺交期: 'RequiredDate', 交付日期: 'ShippedDate' },
      constants: { 订货数量: 1 },
      derive: { 交付数量: { copy: '订货数量', when: '交付日期' } },
    }),
    def,
  );
  if (map === null) throw new Error('map');
  const table = findHeader(sample('northwind_orders.csv'), def, map);
  const { plan, content } = importRows(EMPTY, def, table, { map });

  it('takes all 830 rows, 21 of them not delivered', () => {
    expect(plan.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    expect([plan.acceptedCount, plan.rejectedCount, plan.blankCount]).toEqual([830, 0, 0]);
    const rows = content.rows['deliveries'] ?? [];
    expect(rows[0]?.firstRow).toBe(4);
    expect(column(rows, 'deliveryDate').filter((value) => value === null)).toHaveLength(21);
    expect(column(rows, 'deliveredQuantity').filter((value) => value === null)).toHaveLength(21);
    expect(column(rows, 'quantity').every((value) => value === 1)).toBe(true);
  });

  it('keeps order numbers as text and reads the first order right', () => {
    const [first] = content.rows['deliveries'] ?? [];
    if (first === undefined) throw new Error('no rows');
    expect(cellOf(first, 'orderNo', 0)).toBe('10248');
    expect(cellOf(first, 'customer', 0)).toBe('VINET');
    expect(isoOf(Number(cellOf(first, 'dueDate', 0)))).toBe('1996-08-01');
    expect(isoOf(Number(cellOf(first, 'deliveryDate', 0)))).toBe('1996-07-16');
  });

  it('says why each column is filled, and what is left over', () => {
    expect(plan.mapping.columns.map(({ column: header, filling }) => [header, filling.reason])).toEqual([
      ['订单号', 'map'], ['客户', 'map'], ['订货数量', 'constant'], ['承诺交期', 'map'], ['交付日期', 'map'], ['交付数量', 'derived'],
    ]);
    expect(plan.unmapped).toEqual(['OrderDate', 'ShipCountry', 'Freight']);
  });

  it('taken a second time, rejects every row as there already', () => {
    const again = importRows(content, def, table, { map });
    expect(again.plan.rejectedBy).toEqual({ 'import/duplicate-key': 830 });
    expect(again.plan.rejected[0]).toMatchObject({ sourceRow: 2, issues: [{ params: { row: 2, key: '订单号=10248', clash: 4 } }] });
    expect(again.content).toBe(content);
  });

  it('taken in place of the rows that are there, gives the same rows', () => {
    const again = importRows(content, def, table, { map, replace: true });
    expect(again.plan.acceptedCount).toBe(830);
    expect(again.content.rows['deliveries']?.[0]?.firstRow).toBe(4);
  });
});

describe('Adventure Works work orders into 数据_生产工单', () => {
  const def = defOf('workOrders');
  const table = findHeader(sample('adventureworks_work_orders.csv'), def);

  it('takes all 65,535 rows without a map, days first as the rows prove', () => {
    const plan = planImport(def, table, { firstRow: 4 });
    expect([plan.acceptedCount, plan.rejectedCount]).toEqual([65_535, 0]);
    expect(plan.dateOrders.map(({ column: header, order, proof }) => [header, order, proof?.value])).toEqual([
      ['计划完成日期', 'dmy', '14-06-2011'],
      ['实际完成日期', 'dmy', '13-06-2011'],
    ]);
    expect(isoOf(Number(column(plan.accepted, 'planDate')[0]))).toBe('2011-06-14');
    // summed with awk over the file's OrderQty and StockedQty
    expect(column(plan.accepted, 'planQuantity').reduce<number>((sum, value) => sum + Number(value), 0)).toBe(4_076_535);
    expect(column(plan.accepted, 'doneQuantity').reduce<number>((sum, value) => sum + Number(value), 0)).toBe(4_066_957);
  });

  it('is refused when only days up to the twelfth are left: nothing tells day from month', () => {
    const early = /^(0\d|1[0-2])-(?!\1)/;
    const at = (name: string) => table.header.indexOf(name);
    const rows = table.rows.filter(({ cells }) => [cells[at('EndDate')], cells[at('DueDate')]].every((cell) => typeof cell === 'string' && (cell === '' || early.test(cell))));
    expect(rows.length).toBeGreaterThan(1000);
    const plan = planImport(def, { ...table, rows }, { firstRow: 4 });
    expect([plan.refused, plan.acceptedCount]).toEqual([true, 0]);
    const asked = plan.issues.filter((issue) => issue.code === 'import/date-order-ambiguous');
    expect(asked.map((issue) => issue.params['column'])).toEqual(['计划完成日期', '实际完成日期']);
    const { value, dmy, mdy } = asked[0]?.params ?? {};
    const [day, month, year] = String(value).split('-');
    expect([dmy, mdy]).toEqual([`${year}-${month}-${day}`, `${year}-${day}-${month}`]);
    expect(planImport(def, { ...table, rows }, { firstRow: 4, dateOrder: 'dmy' }).acceptedCount).toBe(rows.length);
  });

  it('read month first against the rows, rejects those that cannot be', () => {
    const plan = planImport(def, table, { firstRow: 4, dateOrder: 'mdy', maxRejectedKept: 5 });
    expect(plan.acceptedCount + plan.rejectedCount).toBe(65_535);
    expect(plan.rejectedBy).toEqual({ 'cell/date-order-contradiction': plan.rejectedCount });
    expect(plan.rejected).toHaveLength(5);
    expect(plan.issues.map((issue) => issue.code)).toContain('import/rejected-unlisted');
  });
});
