/** The desk over files in memory, with the real format: what a person does with one workbook, and that each step leaves a whole file. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createDesk } from '../../../src/app/desk/create-desk';
import type { Desk } from '../../../src/app/desk/desk';
import type { ImportQuery } from '../../../src/app/desk/import-data';
import { openWorkbook } from '../../../src/app/load-workbook';
import { loadStandard } from '../../../src/app/standard';
import { decodeCsv } from '../../../src/host/csv/decode-csv';
import { blobOf, blobSource } from '../../../src/host/web/blob-source';
import { countedIdentity } from '../../support/counted-identity';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { portableGzip } from '../../../src/host/xlsx/package/portable-gzip';
import { serialOfIso } from '../../../src/core/codec/date';

const standard = loadStandard();
const xlsx = createXlsxFormat();
const day = (iso: string): number => serialOfIso(iso) ?? 0;

const PROFILE = {
  enterprise: { name: '试验泵业' },
  periods: { baseline: [day('2023-01-01'), day('2023-12-31')], current: [day('2024-01-01'), day('2024-12-31')] },
  asOf: day('2024-12-31'),
} as const;

const HEADER = '订单号,行号,客户,产品,订货数量,承诺交期,交付日期,交付数量,按期交付数量';
const ROWS = [
  'D1,1,甲,泵,10,2024-03-06,2024-03-05,10,10',
  'D2,1,乙,泵,5,2024-04-06,2024-04-09,5,0',
  'D3,1,丙,泵,很多,2024-05-06,2024-05-06,1,1',
];

let made = 0;
let desk: Desk;

function query(text: string, more: Partial<ImportQuery> = {}): ImportQuery {
  return {
    sheet: 'deliveries', source: { name: '订单.csv', file: new Blob([text]) }, sourceId: text, fromSheet: null,
    map: { columns: {}, constants: {}, choices: {}, derive: {} }, dateOrder: null, replace: false, corrections: [], language: 'zh', ...more,
  };
}

/** What a reader of the file finds. */
async function reread(): Promise<Awaited<ReturnType<typeof openWorkbook>>> {
  const { file, name } = await desk.file(null);
  return openWorkbook(blobSource(file, name), xlsx, standard);
}

beforeAll(async () => {
  desk = createDesk({ xlsx, delimited: { decode: (bytes) => decodeCsv(bytes) }, source: blobSource, keep: blobOf, identity: countedIdentity(() => ++made), gzip: portableGzip }, standard);
  await desk.create({ name: '试验.xlsx', profile: { ...PROFILE, periods: { baseline: [...PROFILE.periods.baseline], current: [...PROFILE.periods.current] } }, sheets: '销售交付' });
});

describe('a new workbook', () => {
  test('is open, unsaved, and says what it has', async () => {
    expect(await desk.state(null)).toMatchObject({ name: '试验.xlsx', dirty: true, undo: null, redo: null, enterprise: '试验泵业', forms: [{ key: 'home' }], rawSheets: [{ key: 'deliveries', rows: 0 }] });
  });

  test('is clean once it was saved, unless it changed meanwhile', async () => {
    const state = await desk.state(null);
    expect(await desk.saved({ name: '试验.xlsx', revision: (state?.revision ?? 0) - 1 })).toMatchObject({ dirty: true });
    const now = await desk.state(null);
    expect(await desk.saved({ name: '试验.xlsx', revision: now?.revision ?? 0 })).toMatchObject({ dirty: false });
  });
});

describe('editing a form', () => {
  test('writes what was typed into the file, as dates and numbers', async () => {
    const { problems, state } = await desk.edit({ form: 'home', entries: { 'enterprise.employees': '86', asOf: '2024-11-30' } });
    expect(problems).toEqual([]);
    expect(state).toMatchObject({ dirty: true, undo: { code: 'edit', params: { sheet: '首页', count: 2 } } });
    const { content } = await reread();
    expect(content.entries['home']).toMatchObject({ 'enterprise.employees': 86, asOf: day('2024-11-30'), 'enterprise.name': '试验泵业' });
    expect(content.periods?.asOf).toBe(day('2024-11-30'));
  });

  test('takes none of the entries when one cannot be', async () => {
    const { problems, state } = await desk.edit({ form: 'home', entries: { 'enterprise.name': '别的', asOf: '明天' } });
    expect(problems).toMatchObject([{ sheet: '首页', params: { value: '明天' } }]);
    expect(state.enterprise).toBe('试验泵业');
  });

  test('is undone and redone', async () => {
    expect(await desk.undo(null)).toMatchObject({ dirty: false, undo: null, redo: { code: 'edit' } });
    expect((await reread()).content.entries['home']?.['asOf']).toBe(day('2024-12-31'));
    expect(await desk.redo(null)).toMatchObject({ dirty: true, redo: null });
    expect((await reread()).content.entries['home']?.['asOf']).toBe(day('2024-11-30'));
    await expect(desk.redo(null)).rejects.toMatchObject({ code: 'desk/nothing-to-redo' });
    await desk.undo(null);
    await expect(desk.undo(null)).rejects.toMatchObject({ code: 'desk/nothing-to-undo' });
  });
});

test('several who ask for the check at once are given the same one', async () => {
  const [one, other] = await Promise.all([desk.check(null), desk.check(null)]);
  expect(other.issues).toBe(one.issues);
});

describe('importing', () => {
  const text = [HEADER, ...ROWS].join('\n');

  test('shows what would go in, under our headings, and what would not', async () => {
    const preview = await desk.previewImport(query(text));
    expect(preview).toMatchObject({ refused: false, accepted: 2, rejected: 1, blank: 0, before: 0, rejectedBy: { 'cell/kind': 1 } });
    expect(preview.targets.map(({ filling }) => filling?.reason ?? null)).toEqual(preview.targets.map(({ header }) => (HEADER.split(',').some((name) => header.startsWith(name)) ? 'header' : null)));
    expect(preview.rows.map(({ row, rejected, texts }) => [row, rejected, texts[0], texts[5]])).toEqual([[2, false, 'D1', '2024-03-06'], [3, false, 'D2', '2024-04-06'], [4, true, 'D3', '2024-05-06']]);
    expect(preview.rejectedRows).toMatchObject([{ row: 4, texts: ROWS[2]?.split(',') }]);
  });

  test('takes a row that was corrected', async () => {
    expect(await desk.previewImport(query(text, { corrections: [{ row: 4, column: 4, text: '1' }] }))).toMatchObject({ accepted: 3, rejected: 0 });
  });

  test('asks for the order of dates that cannot be told, with both readings, and takes the answer', async () => {
    const open = [HEADER, 'D1,1,甲,泵,10,03-06-2024,03-05-2024,10,10'].join('\n');
    const asked = await desk.previewImport(query(open));
    expect(asked.refused).toBe(true);
    expect(asked.issues.filter(({ code }) => code === 'import/date-order-ambiguous')[0]?.params).toMatchObject({ value: '03-06-2024', dmy: '2024-06-03', mdy: '2024-03-06' });
    expect(asked.rows[0]?.texts[5]).toBe('03-06-2024');
    expect((await desk.previewImport(query(open, { dateOrder: 'dmy' }))).rows[0]?.texts[5]).toBe('2024-06-03');
  });

  test('puts the rows into the file, hands back the others, and is measured', async () => {
    const done = await desk.importRows(query(text));
    expect(done).toMatchObject({ accepted: 2, rejected: 1, left: 0, state: { dirty: true, rawSheets: [{ rows: 2 }], undo: { code: 'import' } } });
    expect(done.rejectedFile?.name).toBe('订单.未导入.csv');
    expect((await done.rejectedFile?.file.text())?.replace('\uFEFF', '').split('\r\n')[0]).toBe(`${HEADER},未导入的原因`);
    const { content, issues } = await reread();
    expect(issues).toEqual([]);
    expect(content.rows['deliveries']?.[0]?.length).toBe(2);
    const metric = (await desk.measure(null)).find(({ key }) => key === 'on-time-delivery-rate');
    expect(metric?.current).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
  });

  test('leads from the number to its rows, the failing one first', async () => {
    const behind = await desk.rowsBehind({ metric: 'on-time-delivery-rate', period: 'current', from: 0, count: 10 });
    expect(behind).toMatchObject({ sheet: '数据_销售交付', total: 2, counts: { missed: 1, met: 1 } });
    expect(behind.rows.map(({ row, standing, texts }) => [row, standing, texts[0]])).toEqual([[5, 'missed', 'D2'], [4, 'met', 'D1']]);
    expect((await desk.rowsBehind({ metric: 'on-time-delivery-rate', period: 'current', from: 1, count: 1 })).rows.map(({ row }) => row)).toEqual([4]);
  });

  test('refuses when nothing can go in, and what is refused can be tried again', async () => {
    await expect(desk.importRows(query(text))).rejects.toMatchObject({ code: 'import/nothing-to-import' });
    expect(await desk.previewImport(query(text, { replace: true }))).toMatchObject({ accepted: 2, before: 2 });
  });
});

describe('looking and checking', () => {
  test('a window of a sheet gives texts, dates as dates', async () => {
    const window = await desk.sheet({ sheet: '数据_销售交付', fromRow: 4, rows: 1, columns: 6 });
    expect(window).toMatchObject({ fromRow: 4, more: true });
    expect(window.rows[0]?.cells.filter(({ column }) => column === 1 || column === 6).map(({ text, kind }) => [text, kind])).toEqual([['D1', 'text'], ['2024-03-06', 'number']]);
    await expect(desk.sheet({ sheet: '没有', fromRow: 1, rows: 1, columns: 1 })).rejects.toMatchObject({ code: 'xlsx/sheet-missing' });
  });

  test('the check counts what it lists', async () => {
    const { issues, counts, stages } = await desk.check(null);
    expect(counts.error + counts.warning + counts.info).toBe(issues.length);
    expect(stages.map(({ key }) => key)).toEqual(['7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '7.7', '7.8']);
  });

  test('an untouched workbook has nothing to restore', async () => {
    expect((await desk.previewRestore(null)).restored).toEqual([]);
  });
});

test('a file that is none is refused, and what was open stays open', async () => {
  await expect(desk.open({ name: 'a.xlsx', file: new Blob(['a,b\n1,2']) })).rejects.toMatchObject({ code: 'xlsx/csv' });
  expect(await desk.state(null)).toMatchObject({ name: '试验.xlsx' });
});

test('a cancelled opening changes nothing', async () => {
  const { file } = await desk.file(null);
  const abort = new AbortController();
  abort.abort();
  await expect(desk.open({ name: 'b.xlsx', file }, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  expect(await desk.state(null)).toMatchObject({ name: '试验.xlsx' });
});

test('nothing can be asked of a desk with nothing on it', async () => {
  const empty = createDesk({ xlsx, delimited: { decode: (bytes) => decodeCsv(bytes) }, source: blobSource, keep: blobOf, identity: countedIdentity(() => ++made), gzip: portableGzip }, standard);
  expect(await empty.state(null)).toBeNull();
  await expect(empty.check(null)).rejects.toMatchObject({ code: 'desk/nothing-open' });
});
