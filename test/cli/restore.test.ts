/** `zhisheng check --restore` over files in memory: it says what it puts back, keeps a copy, touches nothing else, and leaves to people what is theirs. */
import { tamperSpec } from '../scenario/tamper-book';
import { memoryHost, type MemoryHost } from '../support/cli-host';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { joined, sourceOf } from '../support/memory-files';
import type { WorkbookPatch } from '../../src/core/model/workbook-patch';

const xlsx = createXlsxFormat();
const DAMAGE: WorkbookPatch = {
  sheets: [
    { sheet: '首页', cells: [{ row: 13, column: 6, value: 45_000 }] },
    { sheet: '数据_销售交付', rules: { validations: [{ ref: 'F6:F8', rule: { type: 'any' }, allowBlank: true, severity: 'stop', prompt: '别的' }], formats: [{ ref: 'A4:A9', format: '0' }] } },
  ],
};

let damaged: Uint8Array;
beforeAll(async () => {
  damaged = await joined((await xlsx.open(sourceOf(await xlsx.write(tamperSpec())))).patch(DAMAGE));
});

function hostWith(bytes: Uint8Array): MemoryHost {
  const host = memoryHost();
  host.files.set('a.xlsx', bytes);
  return host;
}

const PUT_BACK = ['formula/overwritten 首页 F13', 'format/code 数据_销售交付 A4', 'rule/changed 数据_销售交付 F6'];
const codes = (issues: readonly { readonly code: string; readonly sheet: string; readonly cell: string }[]): readonly string[] => issues.map(({ code, sheet, cell }) => `${code} ${sheet} ${cell}`);

test('a preview says what would be done and writes nothing', async () => {
  const host = hostWith(damaged);
  const { exit, out, err } = await host.run('check', '--restore', '--dry-run', '--json', 'a.xlsx');
  expect([exit, err, host.files.get('a.xlsx') === damaged, [...host.files.keys()]]).toEqual([0, '', true, ['a.xlsx']]);
  const said = JSON.parse(out);
  expect([said.dryRun, said.written, said.copy, codes(said.restored), said.left]).toEqual([true, false, null, PUT_BACK, []]);
});

test('what is put back is told, kept before, and gone from the next check', async () => {
  const host = hostWith(damaged);
  const before = JSON.parse((await host.run('check', 'a.xlsx', '--json')).out);
  expect(codes(before.issues)).toEqual(expect.arrayContaining(PUT_BACK));
  const { exit, out } = await host.run('check', '--restore', 'a.xlsx', '--keep-copy');
  expect(exit).toBe(0);
  expect(out).toContain('已恢复 3 项');
  for (const place of ['首页 F13', '数据_销售交付 A4', '数据_销售交付 F6']) expect(out).toContain(place);
  expect(host.files.get('a.备份.xlsx')).toEqual(damaged);
  const after = JSON.parse((await host.run('check', 'a.xlsx', '--json')).out);
  const rest = codes(before.issues).filter((line) => !PUT_BACK.includes(line));
  expect(codes(after.issues)).toEqual(rest);
  expect((await host.run('check', '--restore', 'a.xlsx')).out).toContain('没有可以自动恢复的内容');
});

test('rows and entries are what they were', async () => {
  const host = hostWith(damaged);
  await host.run('check', '--restore', 'a.xlsx');
  const rowsOf = async (bytes: Uint8Array): Promise<unknown> => {
    const rows: unknown[] = [];
    for await (const { row, cells } of (await xlsx.open(sourceOf(bytes))).rows('数据_销售交付')) rows.push([row, [...cells].map(([column, { value }]) => [column, value])]);
    return rows;
  };
  expect(await rowsOf(host.files.get('a.xlsx') ?? new Uint8Array())).toEqual(await rowsOf(damaged));
});

test('what only people can put right is left, with what to do', async () => {
  const book = await xlsx.open(sourceOf(damaged));
  const host = hostWith(await joined(book.patch({ remove: ['数据_客户'] })));
  const { exit, out } = await host.run('check', '--restore', 'a.xlsx', '--lang', 'en');
  expect(exit).toBe(1);
  expect(out).toMatch(/left for people to put right:\n {2}数据_客户: The workbook lacks this sheet/);
});

test('somebody who saved meanwhile keeps what they saved', async () => {
  const host = hostWith(damaged);
  host.faults.set('a.xlsx', 'someone-else');
  const { exit } = await host.run('check', '--restore', 'a.xlsx');
  expect([exit, new TextDecoder().decode(host.files.get('a.xlsx'))]).toEqual([3, 'saved by someone else']);
});
