/** Generating every sheet, filling in, importing, checking, measuring, assembling the plan: the same workbook and figures on the host of files and in Excel. */
import { expect, test } from '@jest/globals';
import { createDesk } from '../../src/app/desk/create-desk';
import type { CheckReport, Desk } from '../../src/app/desk/desk';
import { createLiveDesk } from '../../src/app/desk/live-desk';
import type { MetricReport } from '../../src/app/desk/metric-reports';
import { loadStandard } from '../../src/app/standard';
import { isoOf, serialOfIso } from '../../src/core/codec/date';
import { address } from '../../src/core/model/address';
import { isCellError } from '../../src/core/model/cell';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import { blobOf, blobSource } from '../../src/host/web/blob-source';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import type { ExcelPage } from '../support/excel-wire/excel-page';
import { createBook, type Plain } from '../support/excel-wire/model';
import { saidOf, type WorkbookSaid } from '../support/excel-wire/same-workbook';
import { NO_COUNTS, type Counts } from '../support/excel-wire/wire-server';

const standard = loadStandard();
const xlsx = createXlsxFormat();
const host = { xlsx, delimited: { decode: (bytes: Uint8Array) => decodeCsv(bytes) }, source: blobSource };
const day = (iso: string): number => serialOfIso(iso) ?? 0;
const START = day('2024-01-01');
const ROWS = 20_000;
/** What may go over the wire at once. */
const MOST = 2_000_000;

function orders(): string {
  const lines = ['订单号,行号,客户,产品,订货数量,承诺交期,交付日期,交付数量,按期交付数量'];
  for (let i = 1; i <= ROWS; i++) {
    const [due, quantity] = [START + ((i * 7) % 360), 1 + (i % 40)];
    const late = i % 9 === 0;
    lines.push(`D${String(i).padStart(6, '0')},1,客户${i % 60},泵${i % 7},${quantity},${isoOf(due)},${isoOf(due + (late ? 3 : 0))},${quantity},${late ? 0 : quantity}`);
  }
  return lines.join('\n');
}

/** What a person would do, from the empty workbook on. */
async function wholeJob(desk: Desk, after: (step: string) => void): Promise<{ readonly check: CheckReport; readonly metrics: readonly MetricReport[] }> {
  await desk.create({ name: '企业.xlsx', sheets: 'all', profile: { enterprise: { name: '试验泵业' }, periods: { baseline: [day('2023-01-01'), day('2023-12-31')], current: [START, day('2024-12-31')] }, asOf: day('2024-12-31') } });
  after('generate');
  expect((await desk.edit({ form: 'home', entries: { 'enterprise.employees': '86', 'enterprise.revenue': '5200' } })).problems).toEqual([]);
  after('edit');
  const problem = standard.fields['D']?.find(({ label, kind }) => kind === 'text' && label.includes('问题'));
  if (problem === undefined) throw new Error('no field for a problem');
  expect((await desk.edit({ form: 'D', entries: { [problem.key]: '泵体铸件气孔多，返工率高' } })).problems).toEqual([]);
  const done = await desk.importRows({
    sheet: 'deliveries', source: { name: '订单.csv', file: new Blob([orders()]) }, sourceId: '1', fromSheet: null, map: { columns: {}, constants: {}, choices: {}, derive: {} },
    dateOrder: null, replace: false, corrections: [], language: 'zh',
  });
  expect([done.accepted, done.rejected]).toEqual([ROWS, 0]);
  after('import');
  await desk.assemble({ takeUp: [] });
  after('plan');
  const metrics = await desk.measure(null);
  return { check: await desk.check(null), metrics };
}

export function useCasesSuite(page: () => ExcelPage): void {
  let file: WorkbookSaid;
  let inFile: Awaited<ReturnType<typeof wholeJob>>;
  let inExcel: Awaited<ReturnType<typeof wholeJob>>;
  let id = '';
  const counts: Record<string, Counts> = {};

  test('the whole job is done on either host', async () => {
    const desk = createDesk({ ...host, keep: blobOf }, standard);
    inFile = await wholeJob(desk, () => undefined);
    const { file: saved, name } = await desk.file(null);
    file = await saidOf(await xlsx.open(blobSource(saved, name)));
    // Excel computes what the file says that its formulas give.
    const results = (sheet: string, row: number, column: number): Plain => {
      const value = file.cells[`${sheet}!${address(row, column)}`]?.value ?? '';
      return isCellError(value) ? value.error : value;
    };
    const { id: book, wire } = page().serve(createBook((_, sheet, row, column) => results(sheet, row, column)));
    id = book;
    const live = createLiveDesk({ ...host, open: () => page().open(id) }, standard);
    expect(await live.state(null)).toBeNull();
    inExcel = await wholeJob(live, (step) => {
      counts[step] = wire.counts;
      wire.counts = { ...NO_COUNTS };
    });
    // What editors did to the sheets is looked at on demand.
    await live.reread(null);
    inExcel = { ...inExcel, check: await live.check(null) };
    expect(wire.session.breaches).toEqual([]);
  }, 240_000);

  test('cells, formulas, rules, names and formats are the same', async () => {
    const excel = await saidOf(await page().open(id));
    expect(Object.keys(excel.sheets)).toEqual(Object.keys(file.sheets));
    expect(excel.names).toEqual(file.names);
    expect(excel.cells).toEqual(file.cells);
    for (const [name, sheet] of Object.entries(file.sheets)) expect([name, excel.sheets[name]]).toEqual([name, sheet]);
  }, 240_000);

  test('so is what checking and measuring say', () => {
    expect(inExcel.check).toEqual(inFile.check);
    expect(inExcel.metrics).toEqual(inFile.metrics);
    expect(inFile.metrics.some(({ current }) => current?.value !== null)).toBe(true);
  });

  test('each step has its syncs, and no request or answer is large', () => {
    const syncs = Object.fromEntries(Object.entries(counts).map(([step, { syncs: count }]) => [step, count]));
    console.log(JSON.stringify(counts));
    expect(syncs['generate']).toBeLessThanOrEqual(250);
    for (const { largestRequest, largestAnswer } of Object.values(counts)) expect([largestRequest < MOST, largestAnswer < MOST]).toEqual([true, true]);
  });
}
