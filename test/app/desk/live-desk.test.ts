/** The desk over an open workbook, reached through a message channel as its worker reaches it: done in place, and following what people type. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MessageChannel as Channel } from 'node:worker_threads';
import { checkWorkbook } from '../../../src/app/check-workbook';
import { createLiveDesk } from '../../../src/app/desk/live-desk';
import type { LiveDesk } from '../../../src/app/desk/live-methods';
import { measure } from '../../../src/app/measure';
import { HostError } from '../../../src/app/ports';
import { readContent } from '../../../src/app/read-content';
import { loadStandard } from '../../../src/app/standard';
import { serialOfIso } from '../../../src/core/codec/date';
import { FIRST_DATA_ROW } from '../../../src/core/model/raw-sheet';
import { decodeCsv } from '../../../src/host/csv/decode-csv';
import { webIdentity } from '../../../src/host/web/identity';
import { blobSource } from '../../../src/host/web/blob-source';
import { connect } from '../../../src/host/web/connect';
import type { Port } from '../../../src/host/web/messages';
import { serve } from '../../../src/host/web/serve';
import { remoteWorkbook, WORKBOOK_METHODS, workbookService, type WorkbookService } from '../../../src/host/web/workbook-port';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { portableGzip } from '../../../src/host/xlsx/package/portable-gzip';
import { memoryLive, type MemoryLive } from '../../support/memory-live';

const standard = loadStandard();
const day = (iso: string): number => serialOfIso(iso) ?? 0;
const PROFILE = { enterprise: { name: '试验泵业' }, periods: { baseline: [day('2023-01-01'), day('2023-12-31')], current: [day('2024-01-01'), day('2024-12-31')] }, asOf: day('2024-12-31') } as const;
const SHEET = '数据_销售交付';
const def = standard.rawSheets.find(({ sheet }) => sheet === SHEET);
const column = (key: string): number => (def?.columns.findIndex((one) => one.key === key) ?? -1) + 1;
const CSV = ['订单号,行号,客户,产品,订货数量,承诺交期,交付日期,交付数量,按期交付数量', 'D1,1,甲,泵,10,2024-03-06,2024-03-05,10,10', 'D2,1,乙,泵,5,2024-04-06,2024-04-09,5,0'].join('\n');

let live: MemoryLive;
let desk: LiveDesk;
const channel = new Channel();

/** What a reader of the workbook as it stands finds wrong, with nothing kept from before. */
async function wholeCheck(): Promise<unknown> {
  const { content, issues, places } = await readContent(live.file(), standard);
  const { results, changes } = measure(content);
  return checkWorkbook({ content, readIssues: issues, places, results, changes }, standard).issues;
}

beforeAll(() => {
  live = memoryLive();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types of Node leave out that its ports are event targets
  const [page, worker] = [channel.port1, channel.port2] as unknown as readonly [Port, Port];
  serve({ ...workbookService(() => live.open()) }, page);
  const service = connect<WorkbookService>(worker, WORKBOOK_METHODS);
  desk = createLiveDesk({ open: () => remoteWorkbook(service), xlsx: createXlsxFormat(), delimited: { decode: (bytes) => decodeCsv(bytes) }, source: blobSource, identity: webIdentity, gzip: portableGzip }, standard);
});
afterAll(() => {
  channel.port1.close();
  channel.port2.close();
});

test('a workbook of somebody else is left alone', async () => {
  expect(await desk.state(null)).toBeNull();
  expect(await desk.touched([{ sheet: 'Sheet1', ref: 'A1' }])).toBeNull();
  await expect(desk.check(null)).rejects.toMatchObject({ code: 'desk/nothing-open' });
});

test('the sheets are generated in it, in place of the blank one; what only files have is refused', async () => {
  const state = await desk.create({ name: '', profile: { ...PROFILE, periods: { baseline: [...PROFILE.periods.baseline], current: [...PROFILE.periods.current] } }, sheets: '销售交付' });
  expect(state).toMatchObject({ name: '工作簿1.xlsx', dirty: false, undo: null, enterprise: '试验泵业', rawSheets: [{ sheet: SHEET, rows: 0 }] });
  expect(live.file().sheetNames).toContain('首页');
  expect(live.file().sheetNames).not.toContain('Sheet1');
  await expect(desk.file(null)).rejects.toMatchObject({ code: 'desk/in-excel' });
});

describe('what people type', () => {
  test('is checked at the cost of its rows', async () => {
    const before = await desk.state(null);
    for (const [key, value] of Object.entries({ orderNo: 'S1', customer: '甲', quantity: '很多', dueDate: day('2024-05-01') })) live.type(SHEET, FIRST_DATA_ROW, column(key), value);
    live.asked.length = 0;
    const taken = await desk.touched([{ sheet: SHEET, ref: `A${FIRST_DATA_ROW}:K${FIRST_DATA_ROW}` }]);
    expect(live.asked).toEqual([`part ${SHEET} ${FIRST_DATA_ROW}-${FIRST_DATA_ROW}`]);
    expect(taken?.state?.revision).toBeGreaterThan(before?.revision ?? Infinity);
    expect(taken?.state?.rawSheets).toMatchObject([{ rows: 1 }]);
    const { issues } = await desk.check(null);
    expect(issues).toEqual(await wholeCheck());
    expect(issues).toContainEqual(expect.objectContaining({ sheet: SHEET, cell: `E${FIRST_DATA_ROW}` }));
    expect(live.asked).toEqual([`part ${SHEET} ${FIRST_DATA_ROW}-${FIRST_DATA_ROW}`]);
  });

  test('and corrected is not wrong any more; a hint without a change changes nothing', async () => {
    live.type(SHEET, FIRST_DATA_ROW, column('quantity'), 12);
    const hint = { sheet: SHEET, ref: `E${FIRST_DATA_ROW}` };
    expect(await desk.touched([hint])).not.toBeNull();
    expect((await desk.check(null)).issues).toEqual(await wholeCheck());
    expect(await desk.touched([hint, { sheet: '别人的表', ref: 'A1' }, { sheet: '指标计算', ref: null }])).toBeNull();
  });

  test('in a form is taken in, and measured with', async () => {
    const place = standard.fields['home']?.find(({ key }) => key === 'asOf');
    live.type('首页', place?.row ?? 0, place?.column ?? 0, day('2024-04-30'));
    const taken = await desk.touched([{ sheet: '首页', ref: 'B2' }]);
    expect(taken?.state?.periods?.asOf).toBe(day('2024-04-30'));
    expect((await desk.check(null)).issues).toEqual(await wholeCheck());
    // Due after the as-of date.
    expect(await desk.rowsBehind({ metric: 'onTimeDelivery', period: 'current', from: 0, count: 5 }).then(({ counts }) => counts.notDue, () => 1)).toBe(1);
  });

  test('with a row put in above is read anew', async () => {
    live.insertRow(SHEET, FIRST_DATA_ROW);
    live.type(SHEET, FIRST_DATA_ROW, column('orderNo'), 'S0');
    expect((await desk.touched([{ sheet: SHEET, ref: null }]))?.state?.rawSheets).toMatchObject([{ rows: 2 }]);
    expect((await desk.check(null)).issues).toEqual(await wholeCheck());
  });

  test('at random is judged as the whole workbook would be', async () => {
    const keys = ['orderNo', 'quantity', 'dueDate', 'deliveredDate', 'customer'];
    for (let i = 0; i < 12; i++) {
      const [row, key] = [FIRST_DATA_ROW + (i * 7) % 5, keys[(i * 3) % keys.length] ?? ''];
      live.type(SHEET, row, column(key), [null, 'S1', 3, day('2024-06-01'), '甲'][(i * 11) % 5] ?? null);
      // oxlint-disable-next-line no-await-in-loop -- one edit after the other
      await desk.touched([{ sheet: SHEET, ref: `A${row}:Z${row}` }]);
      // oxlint-disable-next-line no-await-in-loop
      expect([i, (await desk.check(null)).issues]).toEqual([i, await wholeCheck()]);
    }
  });
});

describe('work', () => {
  const query = {
    sheet: 'deliveries', source: { name: '订单.csv', file: new Blob([CSV]) }, sourceId: '1', fromSheet: null, map: { columns: {}, constants: {}, choices: {}, derive: {} },
    dateOrder: null, replace: true, corrections: [], language: 'zh',
  } as const;

  test('that fails leaves the desk as it was', async () => {
    const before = await desk.state(null);
    live.failing = new HostError('excel/busy', { sheet: '', code: 'Busy' });
    await expect(desk.importRows(query)).rejects.toMatchObject({ code: 'excel/busy' });
    live.failing = null;
    expect(await desk.state(null)).toEqual(before);
  });

  test('imports rows in place; its own changes are no news', async () => {
    const { state, accepted } = await desk.importRows(query);
    expect([accepted, state.rawSheets[0]?.rows]).toEqual([2, 2]);
    expect(await desk.touched([{ sheet: SHEET, ref: `A${FIRST_DATA_ROW}:K${FIRST_DATA_ROW + 1}` }, { sheet: '首页', ref: 'A1:C9' }])).toBeNull();
    expect((await desk.check(null)).issues).toEqual(await wholeCheck());
  });

  test('fills in a form, which people can go on typing in', async () => {
    const { state, problems } = await desk.edit({ form: 'home', entries: { 'enterprise.name': '新名' } });
    expect([problems, state.enterprise]).toEqual([[], '新名']);
    expect((await readContent(live.file(), standard)).content.entries['home']).toMatchObject({ 'enterprise.name': '新名' });
  });

  test('checks everything on demand: a formula that somebody overwrote', async () => {
    const sheet = live.file().sheetNames.find((name) => name === '指标计算') ?? '';
    let formula: { readonly row: number; readonly at: number } | undefined;
    for await (const { row, cells } of live.file().rows(sheet)) for (const [at, cell] of cells) if (cell.formula !== undefined) formula ??= { row, at };
    live.type(sheet, formula?.row ?? 0, formula?.at ?? 0, 99);
    expect((await desk.check(null)).issues.some((issue) => issue.sheet === sheet)).toBe(false);
    await desk.reread(null);
    expect((await desk.check(null)).issues).not.toEqual([]);
  });

  test('ends where the sheets go', async () => {
    live.renameSheet('首页', '别的');
    expect(await desk.touched([{ sheet: '', ref: null }])).toEqual({ state: null });
    expect(await desk.state(null)).toBeNull();
  });
});
