/** What the fuzz run brought up in imports, maps, records and whole workbooks, each made as small as it goes: what was wrong stands beside it. */
import { readImportMap } from '../../src/app/import-map';
import { importRows } from '../../src/app/import-rows';
import { makeContent } from '../../src/app/make-content';
import { unpackText } from '../../src/app/packed-text';
import { readProfile } from '../../src/app/profile';
import { rejectedCsv, shownSource } from '../../src/app/rejected-csv';
import { readSeals, sealRows } from '../../src/app/seals';
import { storedText } from '../../src/app/desk/stored-text';
import { loadStandard } from '../../src/app/standard';
import { checkRows } from '../../src/core/check/check-rows';
import { isoTimeOf } from '../../src/core/codec/date';
import { serialText } from '../../src/core/codec/serial';
import { firstWords } from '../../src/core/compare/form-tables';
import { brokenSeal, changesSince, makeSeal, sheetState } from '../../src/core/copy/seal';
import { findHeader } from '../../src/core/import/find-header';
import { MAX_SERIAL } from '../../src/core/codec/date';
import type { SourceTable } from '../../src/core/model/source-table';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import { nodeGzip } from '../../src/host/node/gzip';
import { gzipSync } from 'node:zlib';
import { blocksOf } from '../support/workbook-spec';

const { rawSheets } = loadStandard();
const customers = rawSheets.find(({ key }) => key === 'customers')!;
const finance = rawSheets.find(({ key }) => key === 'finance')!;
const EMPTY = makeContent({ chosen: [], entries: {}, rows: {}, side: {} });
const csv = (text: string): Uint8Array => new TextEncoder().encode(text);
const planOf = (text: string): ReturnType<typeof importRows>['plan'] => importRows(EMPTY, customers, findHeader(decodeCsv(csv(text)), customers)).plan;

describe('rejected rows', () => {
  it.each(['=1+1', '=cmd|\'/c calc\'!A0', '+1+1', '-1-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＠x'])('%j is text to a spreadsheet and comes back as it was: was a formula', (hostile) => {
    const table: SourceTable = { headerRow: 1, header: ['客户', '首次成交日期'], rows: [{ row: 2, cells: [hostile, '不是日期'] }] };
    const { plan } = importRows(EMPTY, customers, table);
    const bytes = rejectedCsv(table, plan, { reason: () => '=原因', reasonHeading: '原因' });
    const raw = new TextDecoder().decode(bytes).split('\r\n').slice(1).join('\r\n');
    expect(raw.replace(/^"/, '').startsWith("'")).toBe(true);
    expect(raw).toContain("'=原因");
    expect(decodeCsv(bytes).rows[1]?.cells).toEqual([hostile.trim(), '不是日期', '=原因']);
  });

  it.each(['-5', '+5', '-1,234.50', '-12%', '-1e5', '甲', '2024-01-01', "'甲"])('%j is written as it is', (plain) => {
    expect(new TextDecoder().decode(rejectedCsv({ headerRow: 1, header: ['a'], rows: [{ row: 2, cells: [plain] }] }, { rejected: [{ sourceRow: 2, issues: [] }] }, { reason: () => '', reasonHeading: 'r' }))).toMatch(new RegExp(`\\n"?${plain.replaceAll(/[+.]/g, String.raw`\$&`)}`));
  });

  it('a date of no calendar in a cell with a date format: ended the import with an error of ours', () => {
    for (const value of [1e300, -1e300, 2_958_466]) expect(shownSource({ value, date: true })).toBe(String(value));
  });
});

it('a name too long for formulas is rejected with the reason: went in, and was an error of the check afterwards', () => {
  const { acceptedCount, rejected } = planOf(`客户,首次成交日期\n${'长'.repeat(256)},2024-01-01\n${'长'.repeat(255)},2024-01-01\n`);
  expect([acceptedCount, rejected.map(({ issues }) => issues.map(({ code, params }) => [code, params['length'], params['limit']]))]).toEqual([1, [[['cell/length', 256, 255]]]]);
});

it('a header of a million opening brackets takes no time: each was searched for its end', () => {
  const { refused } = planOf(`${'('.repeat(1_000_000)},首次成交日期\n甲,2024-01-01\n`);
  expect(refused).toBe(true);
}, 5000);

describe('keys that every object seems to have', () => {
  it('a column of a map called __proto__ is unknown like any other: was passed over in silence', () => {
    const { map } = readImportMap('{ "columns": { "__proto__": "a", "constructor": "b" }, "choices": { "客户": { "__proto__": "甲" } } }', customers);
    const { issues } = importRows(EMPTY, customers, { headerRow: 1, header: ['客户', '首次成交日期'], rows: [] }, { map: map ?? undefined! }).plan;
    expect(issues.filter(({ code }) => code === 'import/map-unknown-column').map(({ params }) => params['name'])).toEqual(['__proto__', 'constructor']);
    expect(Object.entries(map?.choices['客户'] ?? {})).toEqual([['__proto__', '甲']]);
  });

  it('a value of a map of the wrong kind is named by its path', () => {
    const { issues } = readImportMap('{ "choices": { "客户": { "a": 1 } }, "columns": [] }', customers);
    expect(issues.map(({ code, params }) => [code, params['path']])).toEqual([['import/map-shape', 'columns'], ['import/map-shape', 'choices.客户.a']]);
  });

  it('sheets called __proto__ and constructor are sealed, and noticed when they come later: the seal seemed broken, the sheet was not noticed', async () => {
    const state = sheetState(new Map([[1, new Map([[1, { value: '甲' }]])]]));
    const seal = makeSeal(new Map([['首页', state], ['__proto__', state]]), undefined, '2025-01-01T00:00:00+08:00', '甲');
    const { rows } = await sealRows([], [seal], new Map(), nodeGzip);
    const seals = readSeals(rows) ?? [];
    expect(brokenSeal(seals)).toBeNull();
    expect(changesSince(seals[0]!, new Map(), new Map([['首页', state], ['__proto__', state], ['constructor', state]]))).toEqual([{ sheet: 'constructor', cell: '', kind: 'sheet-added', before: '', after: '' }]);
  });
});

it('a packed state of a few kilobytes that stands for gigabytes is damaged: was unpacked into memory', async () => {
  const bomb = gzipSync(new Uint8Array(300 << 20), { level: 9 });
  const before = process.memoryUsage().arrayBuffers;
  expect(await unpackText(bomb.toString('base64'), nodeGzip)).toBeNull();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 << 20);
}, 30_000);

describe('numbers that are no days, where a day is expected', () => {
  it('name a row without one: a comparison ended with an error of ours', () => {
    expect(firstWords([{ key: 'when', label: '日期', kind: 'date' }], { when: -1e300 })).toBe('-1e+300');
  });

  it('are shown as numbers', () => {
    for (const value of [-1, 0, 0.5, 60, 60.5, 2_958_466, 1e300]) expect(serialText(value)).toBe(String(value));
    expect([serialText(45_292), serialText(45_292.5), storedText({ kind: 'month' }, 1e300), storedText({ kind: 'date' }, 45_292)]).toEqual(['2024-01-01', '2024-01-01 12:00', '1e+300', '2024-01-01']);
  });

  it('the last moment of the last day is not rounded into none', () => {
    expect(isoTimeOf(MAX_SERIAL + 0.999_999_99)).toBe('9999-12-31 23:59:59');
    expect(isoTimeOf(59.999_999_99)).toBe('1900-02-28 23:59:59');
    expect(isoTimeOf(45_292.999_999_99)).toBe('2024-01-02 00:00');
  });

  it('a month written in digits is an issue', () => {
    const issues = checkRows(finance, blocksOf(['month', 'revenue'], 4, [[20_240_506, 1], [1e300, 1], [-1, 1]]));
    expect(issues.filter(({ cell }) => cell.startsWith('A')).map(({ cell, code }) => [cell, code])).toEqual([['A4', 'cell/date-as-number'], ['A5', 'cell/kind'], ['A6', 'cell/kind']]);
  });

  it('a day of another century is rejected with its bound, and 9999-12-31 stands for ever: both went in, and were errors of the check afterwards', () => {
    const { accepted, rejected } = planOf('客户,首次成交日期,流失日期\n甲,2024-01-01,9999-12-31\n乙,1899-12-31,\n丙,1905-07-16,\n丁,2199-01-01,\n');
    expect(rejected.map(({ issues }) => issues.map(({ code, params }) => [code, params['limit']]))).toEqual([[['cell/no-such-date', undefined]], [['cell/range', '1930-01-01']], [['cell/range', '2099-12-31']]]);
    expect(checkRows(customers, accepted).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

it('a period that ends in 9999 is refused by the profile: the workbook had no periods, and nobody said so', () => {
  expect(() => readProfile('{ "periods": { "baseline": ["2023-01-01", "2023-12-31"], "current": ["2024-01-01", "9999-12-31"] } }')).toThrow(/profile\/date/);
});

it('rejected rows with many other delimiters in their cells are read again: another one was taken, and quotes stood in the middle of fields', () => {
  const table: SourceTable = { headerRow: 1, header: ['a;b;c', 'x'], rows: [{ row: 2, cells: ['1;2,5;"3"', 'y'] }, { row: 3, cells: ['4;"5";6,7', 'z'] }] };
  const bytes = rejectedCsv(table, { rejected: [{ sourceRow: 2, issues: [] }, { sourceRow: 3, issues: [] }] }, { reason: () => '原因', reasonHeading: '原因' });
  expect(decodeCsv(bytes).rows.map(({ cells }) => cells)).toEqual([['a;b;c', 'x', '原因'], ['1;2,5;"3"', 'y', '原因'], ['4;"5";6,7', 'z', '原因']]);
});
