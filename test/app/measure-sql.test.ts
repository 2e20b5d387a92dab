/**
 * The main ratios against SQL written from the definitions: on real rows, which Python reads from the files itself, and
 * on random rows with every kind of trouble in them.
 */
import { expect, it } from '@jest/globals';
import { sample } from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRows } from '../../src/app/import-rows';
import { readImportMap } from '../../src/app/import-map';
import { findHeader } from '../../src/core/import/find-header';
import { cellOf } from '../../src/core/model/block-builder';
import type { WorkbookContent } from '../../src/core/model/content';
import type { PeriodKey, Periods } from '../../src/core/model/period';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import { within } from '../core/stats/near';
import { day, resultIn, sheetDef, span, YEARS } from '../support/metric-case';
import { randomContent } from '../support/random-content';
import { describeWithSql, querySql, type SqlTable } from '../support/sqlite';

const SAMPLE = join(__dirname, '../../sample');
const EMPTY: WorkbookContent = { chosen: [], periods: null, entries: {}, rows: {}, side: {}, summaries: {} };
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const RANDOM_CONTENTS = 24;

function imported(key: string, file: string, map: object | null, periods: Periods): WorkbookContent {
  const def = sheetDef(key);
  const read = map === null ? undefined : (readImportMap(JSON.stringify(map), def).map ?? undefined);
  const table = findHeader(decodeCsv(readFileSync(join(SAMPLE, file))), def, read);
  return { ...importRows(EMPTY, def, table, read === undefined ? {} : { map: read }).content, periods };
}

const both = (content: WorkbookContent, id: string): readonly (readonly (number | null)[])[] =>
  (['baseline', 'current'] as const).map((period) => {
    const { numerator, denominator } = resultIn(content, id, period);
    return [numerator, denominator];
  });

describeWithSql('figures and SQL on real rows', () => {
  it('deliveries of Northwind by required date', async () => {
    const periods = { baseline: span('1996-07-01', '1997-06-30'), current: span('1997-07-01', '1998-06-30'), asOf: day('1998-05-06') };
    const content = imported('deliveries', 'northwind_orders.csv', {
      columns: { 订单号: 'OrderID', 客户: 'CustomerID', 承诺交期: 'RequiredDate', 交付日期: 'ShippedDate' },
      constants: { 订货数量: 1 }, derive: { 交付数量: { copy: '订货数量', when: '交付日期' } },
    }, periods);
    const sql = (from: string, to: string): string => `
      select sum(ShippedDate <> '' and ShippedDate <= RequiredDate), count(*) from orders
      where RequiredDate between '${from}' and '${to}' and RequiredDate <= '1998-05-06'`;
    const found = await querySql({ csv: { orders: join(SAMPLE, 'northwind_orders.csv') }, queries: [sql('1996-07-01', '1997-06-30'), sql('1997-07-01', '1998-06-30')] });
    expect(both(content, 'on-time-delivery-rate')).toEqual(found.map(([row]) => row));
    expect(found).toEqual([[[293, 308]], [[432, 455]]]);
    expect(resultIn(content, 'on-time-delivery-rate').rows.notDue).toBe(67);
  });

  it('work orders of Adventure Works by due date', async () => {
    const periods = { baseline: span('2012-01-01', '2012-12-31'), current: span('2013-01-01', '2013-12-31'), asOf: day('2014-04-10') };
    const content = imported('workOrders', 'adventureworks_work_orders.csv', null, periods);
    const iso = (column: string): string => `substr(${column}, 7, 4) || substr(${column}, 4, 2) || substr(${column}, 1, 2)`;
    const sql = (year: number): string => `
      select sum(EndDate <> '' and ${iso('EndDate')} <= ${iso('DueDate')} and cast(StockedQty as integer) >= cast(OrderQty as integer)), count(*),
        sum(min(cast(StockedQty as integer), cast(OrderQty as integer))), sum(cast(StockedQty as integer)), sum(cast(OrderQty as integer))
      from orders where substr(DueDate, 7, 4) = '${year}'`;
    const found = await querySql({ csv: { orders: join(SAMPLE, 'adventureworks_work_orders.csv') }, queries: [sql(2012), sql(2013)] });
    expect(both(content, 'schedule-attainment-rate')).toEqual(found.map(([row]) => row?.slice(0, 2)));
    expect(both(content, 'plan-completion-rate')).toEqual(found.map(([row]) => [row?.[2], row?.[4]]));
    expect(both(content, 'plan-completion-rate/offsetting')).toEqual(found.map(([row]) => [row?.[3], row?.[4]]));
    expect(found.map(([row]) => row?.slice(0, 3))).toEqual([[13_025, 18_595, 1_300_730], [18_951, 28_434, 1_895_192]]);
  });
});

const NUMBER = (x: string): string => `typeof(${x}) in ('integer', 'real')`;
const DATE = (x: string): string => `(${NUMBER(x)} and ${x} >= 61 and ${x} < 401769)`;
/** Dates hold a time of day now and then: a day is over when the next begins. */
const BY = (x: string, deadline: string): string => `(${DATE(x)} and ${x} < ${deadline} + 1)`;

interface Rule {
  readonly id: string;
  readonly sheet: string;
  readonly due: string;
  /** Rows of the definition, apart from their day. */
  readonly where: string;
  readonly numerator: string;
  readonly denominator: string;
}

const ORDER_LINE = (date: string, delivered: string): Pick<Rule, 'where' | 'numerator' | 'denominator'> => ({
  where: `${NUMBER('quantity')} and quantity > 0 and (${date} is null or ${DATE(date)}) and (${delivered} is null or ${NUMBER(delivered)}) and (onTimeQuantity is null or ${NUMBER('onTimeQuantity')})
    and (${date} is null or ${delivered} is not null or onTimeQuantity is not null)`,
  numerator: `case when onTimeQuantity is not null then onTimeQuantity >= quantity else ${BY(date, 'dueDate')} and ${delivered} is not null and ${delivered} >= quantity end`,
  denominator: '1',
});
const PLANNED = `${NUMBER('planQuantity')} and planQuantity > 0 and (actualDate is null or ${DATE('actualDate')}) and ((${NUMBER('doneQuantity')} and doneQuantity >= 0) or (doneQuantity is null and actualDate is null))`;
const FACTOR = `${PLANNED} and (factor is null or (${NUMBER('factor')} and factor > 0))`;
const LOT = `${NUMBER('submitted')} and submitted > 0 and ${NUMBER('passed')} and passed between 0 and submitted`;

const RULES: readonly Rule[] = [
  { id: 'on-time-delivery-rate', sheet: 'deliveries', due: 'dueDate', ...ORDER_LINE('deliveryDate', 'deliveredQuantity'), where: `delayLiability is not '客户' and ${ORDER_LINE('deliveryDate', 'deliveredQuantity').where}` },
  { id: 'supplier-on-time-delivery-rate', sheet: 'purchases', due: 'dueDate', ...ORDER_LINE('arrivalDate', 'arrivalQuantity') },
  { id: 'schedule-attainment-rate', sheet: 'workOrders', due: 'planDate', where: PLANNED, numerator: `${BY('actualDate', 'planDate')} and doneQuantity >= planQuantity`, denominator: '1' },
  { id: 'plan-completion-rate', sheet: 'workOrders', due: 'planDate', where: FACTOR, numerator: 'min(ifnull(doneQuantity, 0), planQuantity) * ifnull(factor, 1)', denominator: 'planQuantity * ifnull(factor, 1)' },
  { id: 'purchase-acceptance-rate', sheet: 'purchases', due: 'inspectDate', where: `conclusion is not '免检' and typeof(conclusion) not in ('null', 'blob')`, numerator: `conclusion is '合格'`, denominator: '1' },
  { id: 'first-submission-yield', sheet: 'finalInspection', due: 'date', where: `submission is 1 and ${LOT}`, numerator: 'passed', denominator: 'submitted' },
  { id: 'product-pass-rate', sheet: 'finalInspection', due: 'date', where: `${NUMBER('submission')} and submission > 0 and ${LOT}`, numerator: 'passed', denominator: 'case when submission = 1 then submitted else 0 end' },
  { id: 'quality-issue-closure-rate', sheet: 'qualityIssues', due: 'dueDate', where: `id is not '无' and (closedDate is null or ${DATE('closedDate')})`, numerator: BY('closedDate', 'dueDate'), denominator: '1' },
  { id: 'supplier-issue-resolution-rate', sheet: 'supplierIssues', due: 'dueDate', where: `(closedDate is null or ${DATE('closedDate')})`, numerator: `${BY('closedDate', 'dueDate')} and verification is '有效'`, denominator: '1' },
  { id: 'complaint-resolution-rate', sheet: 'complaints', due: 'dueDate', where: `id is not '无' and callback is not '已撤诉' and (closedDate is null or ${DATE('closedDate')})`, numerator: `${BY('closedDate', ':asOf')} and callback is '满意'`, denominator: '1' },
];

function query({ sheet, due, where, numerator, denominator }: Rule, { start, end }: Periods['current'], asOf: number): string {
  return `select ifnull(sum(n), 0), ifnull(sum(d), 0), count(*) from (select ifnull(${numerator}, 0) as n, ${denominator} as d from ${sheet}
    where ${where} and ${DATE(due)} and ${due} >= ${start} and ${due} < ${end} + 1 and ${due} < ${asOf} + 1)`.replaceAll(':asOf', String(asOf));
}

function tablesOf(content: WorkbookContent): Readonly<Record<string, SqlTable>> {
  return Object.fromEntries([...new Set(RULES.map(({ sheet }) => sheet))].map((sheet) => {
    const columns = sheetDef(sheet).columns.map(({ key }) => key);
    const rows = (content.rows[sheet] ?? []).flatMap((block) => Array.from({ length: block.length }, (_, i) => columns.map((key) => cellOf(block, key, i))));
    return [sheet, { columns, rows }];
  }));
}

describeWithSql(`figures and SQL on random rows (SEED=${SEED})`, () => {
  const contents = sample(randomContent(200), { numRuns: RANDOM_CONTENTS, seed: SEED }).map((content) => ({ ...content, periods: content.periods ?? YEARS, summaries: {} }));
  const keys: readonly PeriodKey[] = ['baseline', 'current'];

  it.each(contents.map((content, i) => [i, content] as const))('workbook %d', async (_, content) => {
    const { periods } = content;
    const found = await querySql({ tables: tablesOf(content), queries: RULES.flatMap((rule) => keys.map((key) => query(rule, periods[key], periods.asOf))) });
    const expected = RULES.flatMap(({ id }, r) => keys.map((period, p) => {
      const [n, d, used] = found[2 * r + p]?.[0] ?? [];
      return [id, period, used, Number(used) > 0 ? [within(Number(n), 1e-9), within(Number(d), 1e-9)] : [null, null]];
    }));
    expect(RULES.flatMap(({ id }) => keys.map((period) => {
      const { rows, numerator, denominator } = resultIn(content, id, period);
      return [id, period, rows.used, [numerator, denominator]];
    }))).toEqual(expected);
  });

  it('had rows to judge', () => {
    const used = contents.reduce((sum, content) => sum + RULES.reduce((all, { id }) => all + resultIn(content, id).rows.used, 0), 0);
    expect(used).toBeGreaterThan(500);
  });
});
