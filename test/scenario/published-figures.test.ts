/**
 * The figures that were counted with SQL straight from the sample files, independently of this project, come out of the
 * built command line: Northwind orders and Adventure Works work orders, each in a workbook of its own.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtCli, type BuiltCli } from '../support/built-cli';

const SAMPLE = join(__dirname, '../../sample');

let cli: BuiltCli;
beforeAll(async () => {
  cli = await builtCli();
}, 60_000);
afterAll(() => cli.remove());

async function measured(name: string, profile: unknown, sheet: string, data: string, map: unknown): Promise<readonly Record<string, unknown>[]> {
  await writeFile(join(cli.folder, `${name}.json`), JSON.stringify(profile));
  await writeFile(join(cli.folder, `${name}.map.json`), JSON.stringify(map));
  const made = await cli.run('new', '--out', `${name}.xlsx`, '--profile', `${name}.json`, '--sheets', sheet);
  expect([made.exit, made.err]).toEqual([0, '']);
  const imported = await cli.run('import', `${name}.xlsx`, '--sheet', sheet, '--from', join(SAMPLE, data), '--map', `${name}.map.json`, '--json');
  expect([imported.exit, imported.err]).toEqual([0, '']);
  expect(JSON.parse(imported.out)).toMatchObject({ written: true, rows: { rejected: 0 } });
  const { exit, out, err } = await cli.run('measure', `${name}.xlsx`, '--json');
  expect([exit, err]).toEqual([0, '']);
  return JSON.parse(out).metrics;
}

function figure(metrics: readonly Record<string, unknown>[], key: string, period: string): Record<string, unknown> | undefined {
  return metrics.find((metric) => metric['key'] === key && metric['period'] === period);
}

test('Northwind: orders delivered by the promised date', async () => {
  const metrics = await measured(
    'northwind',
    { periods: { baseline: ['1996-07-01', '1997-06-30'], current: ['1997-07-01', '1998-06-30'] }, asOf: '1998-05-06' },
    '数据_销售交付',
    'northwind_orders.csv',
    {
      columns: { 订单号: 'OrderID', 客户: 'CustomerID', 承诺交期: 'RequiredDate', 交付日期: 'ShippedDate' },
      constants: { 订货数量: 1 },
      derive: { 交付数量: { copy: '订货数量', when: '交付日期' } },
    },
  );
  const baseline = figure(metrics, 'on-time-delivery-rate', 'baseline');
  expect(baseline).toMatchObject({ status: 'ok', basis: 'rows', numerator: 293, denominator: 308 });
  expect(baseline?.['value']).toBeCloseTo(0.951299, 6);
  const current = figure(metrics, 'on-time-delivery-rate', 'current');
  // 67 orders fall due after the as-of date; one past due and open counts as a failure.
  expect(current).toMatchObject({ status: 'ok', numerator: 432, denominator: 455, rows: { used: 455, notDue: 67, outside: 308, invalid: 0 } });
  expect(current?.['value']).toBeCloseTo(0.949451, 6);
}, 60_000);

test('Adventure Works: orders complete in full by the due date, and the plan completed', async () => {
  const metrics = await measured(
    'adventureworks',
    { periods: { baseline: ['2012-01-01', '2012-12-31'], current: ['2013-01-01', '2013-12-31'] }, asOf: '2014-04-10' },
    '数据_生产工单',
    'adventureworks_work_orders.csv',
    { columns: { 工单号: 'WorkOrderID', 产品: 'ProductID', 计划数量: 'OrderQty', 计划完成日期: 'DueDate', 实际完成日期: 'EndDate', 完成数量: 'StockedQty' } },
  );
  const expected = [
    ['schedule-attainment-rate', 'baseline', 13_025, 18_595, 0.700457],
    ['schedule-attainment-rate', 'current', 18_951, 28_434, 0.666491],
    ['plan-completion-rate', 'baseline', 1_300_730, 1_303_690, 0.99773],
    ['plan-completion-rate', 'current', 1_895_192, 1_900_679, 0.997113],
  ] as const;
  for (const [key, period, numerator, denominator, value] of expected) {
    const found = figure(metrics, key, period);
    expect(found).toMatchObject({ key, period, status: 'ok', numerator, denominator });
    expect(found?.['value']).toBeCloseTo(value, 6);
  }
}, 120_000);
