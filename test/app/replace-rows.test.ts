/** New rows in place of old ones: formulas that people point at the rows go on reading them, and nothing of the old rows stays. */
import { expect, test } from '@jest/globals';
import { address, columnNumber } from '../../src/core/model/address';
import type { CellEdit } from '../../src/core/model/workbook-patch';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { memoryHost } from '../support/cli-host';
import { replaceRows } from '../../src/app/replace-rows';
import { loadStandard } from '../../src/app/standard';
import { joined, sourceOf } from '../support/memory-files';
import { memoryWorkbook } from '../support/memory-workbook';
import { blocksOf, cellAt, sheetOf } from '../support/workbook-spec';

const SHEET = '数据_销售交付';
const HEADER = '订单号,客户,订货数量,承诺交期,交付日期,交付数量';
/** Right of everything that is generated. */
const OWN = columnNumber('Z');

const rowsOf = (sign: string, count: number, delivered = true): string =>
  [HEADER, ...Array.from({ length: count }, (_, i) => `${sign}${i + 1},甲,5,2025-03-0${i + 1},${delivered ? '2025-02-28,5' : ','}`)].join('\n');

type Host = ReturnType<typeof memoryHost>;

async function withRows(count: number, cells: readonly CellEdit[]): Promise<Host> {
  const host = memoryHost();
  host.put('p.json', '{"periods":{"baseline":["2024-01-01","2024-12-31"],"current":["2025-01-01","2025-12-31"]},"asOf":"2025-12-31"}');
  host.put('rows.csv', rowsOf('A', count));
  for (const call of [['new', '--out', 'w.xlsx', '--profile', 'p.json', '--sheets', '销售交付'], ['import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv']]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await host.run(...call)).exit).toBe(0);
  }
  const book = await createXlsxFormat().open(sourceOf(host.files.get('w.xlsx') ?? new Uint8Array()));
  host.files.set('w.xlsx', await joined(book.patch({ sheets: [{ sheet: SHEET, cells }] })));
  return host;
}

async function replaced(host: Host, csv: string): Promise<ReadonlyMap<string, unknown>> {
  host.put('new.csv', csv);
  const { exit, err } = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'new.csv', '--replace', '--json');
  expect([exit, err]).toEqual([0, '']);
  const book = await createXlsxFormat().open(sourceOf(host.files.get('w.xlsx') ?? new Uint8Array()));
  const found = new Map<string, unknown>();
  for await (const { row, cells } of book.rows(SHEET)) {
    for (const [column, { value, formula, date }] of cells) if (row > 3) found.set(address(row, column), formula ?? (date === true ? `day ${JSON.stringify(value)}` : value));
  }
  return found;
}

const formulas: readonly CellEdit[] = [{ row: 4, column: OWN, value: 5, formula: 'COUNTA(A4:A8)' }, { row: 5, column: OWN, value: 'A1', formula: 'A4' }];

test.each([
  ['as many rows', 5, 'COUNTA(A4:A8)'],
  ['more rows', 7, 'COUNTA(A4:A8)'],
  ['fewer rows', 3, 'COUNTA(A4:A6)'],
])('%s: formulas of people read the new ones', async (_what, count, counted) => {
  const found = await replaced(await withRows(5, formulas), rowsOf('B', count));
  expect([found.get('Z4'), found.get('Z5')]).toEqual([counted, 'A4']);
  const orders = [...found].filter(([cell]) => /^A\d+$/.test(cell));
  expect(orders).toEqual(Array.from({ length: count }, (_, i) => [`A${i + 4}`, `B${i + 1}`]));
});

test('nothing of the old rows is left: values, formulas that show nothing, days written as texts', async () => {
  const whole = await withRows(2, []);
  const dated = [...await replaced(whole, rowsOf('A', 2))].filter(([cell, value]) => cell.endsWith('4') && String(value).startsWith('day'));
  const [promised = ['']] = dated;
  expect(dated.map(([, value]) => value)).toEqual(['day 45717', 'day 45716']);
  const people: readonly CellEdit[] = dated.map(([cell]) => ({ row: 5, column: columnNumber(cell.slice(0, -1)), value: '', formula: 'IF(1,"","")' }));
  const text: CellEdit = { row: 4, column: columnNumber(promised[0].slice(0, -1)), value: '三月一日', look: { style: 'input', format: '@' } };
  const after = await replaced(await withRows(2, [...people, text]), rowsOf('B', 2, false));
  const expected = await replaced(await withRows(2, []), rowsOf('B', 2, false));
  expect(after).toEqual(expected);
  expect([...after.values()].filter((value) => String(value).startsWith('day'))).toEqual(['day 45717', 'day 45718']);
});

test.each<[string, { readonly merges?: readonly string[]; readonly table?: string }, readonly number[] | undefined]>([
  ['rows as they are', {}, undefined],
  ['rows that people merged', { merges: ['A4:A5'] }, [4, 5]],
  ['a merge beside the rows', { merges: ['D4:D5'] }, undefined],
  ['rows typed under the table', { table: 'A3:B4' }, [4, 5]],
])('%s: written over where that can be, else taken out', async (_what, { merges = [], table }, remove) => {
  const def = loadStandard().rawSheets.find(({ sheet }) => sheet === SHEET);
  const [first, second] = def?.columns ?? [];
  if (def === undefined || first === undefined || second === undefined) throw new Error('no columns');
  const keys = [first.key, second.key];
  const [old, rows] = [['A1', 'A2'], ['B1', 'B2']].map((orders) => blocksOf(keys, 4, orders.map((order) => [order, '甲'])));
  const cells = [3, 4, 5].flatMap((row) => [cellAt(row, 1, `行${row}`), cellAt(row, 2, '甲')]);
  const sheet = sheetOf(SHEET, { cells, merges, ...(table === undefined ? {} : { table: { name: '表', ref: table, headers: keys } }) });
  const columns = { [first.key]: 1, [second.key]: 2 };
  const patch = await replaceRows(memoryWorkbook({ sheets: [sheet], names: [] }), def, { headerRow: 3, columns, old: old ?? [], rows: rows ?? [] });
  expect(patch.list?.remove).toEqual(remove);
});
