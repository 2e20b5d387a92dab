/** `zhisheng seal` and `verify`: a changed value is named with sheet and cell; looks and other programs break nothing; a forged seal is found. */
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { recordPatch, readCopyRecord } from '../../src/app/copy-record';
import { memoryHost, type MemoryHost } from '../support/cli-host';
import { describeWithLibreOffice, editWithBasic } from '../support/libreoffice';
import { joined, sourceOf } from '../support/memory-files';
import { describeWithOpenpyxl, runOpenpyxl } from '../support/openpyxl';

const PROFILE = JSON.stringify({ enterprise: { name: '甲泵业' }, periods: { baseline: ['2024-01-01', '2024-12-31'], current: ['2025-01-01', '2025-12-31'] }, asOf: '2025-12-31' });
const bytesOf = (host: MemoryHost): Uint8Array => host.files.get('w.xlsx') ?? new Uint8Array();

async function sealed(): Promise<{ readonly host: MemoryHost; readonly digest: string }> {
  const host = memoryHost();
  host.put('p.json', PROFILE);
  host.put('o.csv', '订单号,客户,订货数量,承诺交期\n0001,甲,5,2025-03-01\n0002,乙,5.1,2025-03-02\n');
  await host.run('new', '--out', 'w.xlsx', '--profile', 'p.json', '--sheets', '销售交付,附录E 提升方案,成效总结');
  await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'o.csv');
  const { exit, out } = await host.run('seal', 'w.xlsx', '--by', '王德厚', '--json');
  expect(exit).toBe(0);
  return { host, digest: JSON.parse(out).seal.digest };
}

test('nothing changed; the value that was noted is checked', async () => {
  const { host, digest } = await sealed();
  const { exit, out } = await host.run('verify', 'w.xlsx', '--digest', digest.toUpperCase());
  expect([exit, out]).toEqual([0, expect.stringContaining('没有改动')]);
  expect(out).toContain('王德厚');
  expect(await host.run('verify', 'w.xlsx', '--digest', 'ab')).toMatchObject({ exit: 1, out: expect.stringContaining('不在文件里') });
});

test('a second seal follows the first; an import between is what changed', async () => {
  const { host } = await sealed();
  host.put('more.csv', '订单号,客户,订货数量,承诺交期\n0003,丙,5,2025-03-03\n');
  await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'more.csv');
  const between = await host.run('verify', 'w.xlsx');
  expect(between.exit).toBe(1);
  expect(between.out).toContain('  数据_销售交付 A6：原来“”，现在“0003”\n');
  expect((await host.run('seal', 'w.xlsx')).out).toContain('第 2 次封存');
  const { exit, out } = await host.run('verify', 'w.xlsx', '--json');
  expect([exit, JSON.parse(out)]).toEqual([0, expect.objectContaining({ holds: true, broken: null, changes: [], seals: [expect.objectContaining({ number: 1 }), expect.objectContaining({ number: 2 })] })]);
});

test('without a seal there is nothing to verify', async () => {
  const host = memoryHost();
  await host.run('new', '--out', 'w.xlsx', '--sheets', '销售交付');
  expect(await host.run('verify', 'w.xlsx')).toMatchObject({ exit: 2, err: expect.stringContaining('没有封存') });
});

test('a seal that somebody wrote into does not hold, and nothing is sealed on it', async () => {
  const { host } = await sealed();
  const workbook = await createXlsxFormat().open(sourceOf(bytesOf(host)));
  const { record, others } = await readCopyRecord(workbook);
  if (record === null) throw new Error('no record');
  const forged = others.map((row) => row.map((cell) => cell.replace('王德厚', '李四')));
  host.files.set('w.xlsx', await joined(workbook.patch(recordPatch(workbook, record, forged))));
  expect(await host.run('verify', 'w.xlsx')).toMatchObject({ exit: 1, out: expect.stringContaining('第 1 次封存的记录被改动过') });
  expect((await host.run('seal', 'w.xlsx')).exit).toBe(2);
});

describeWithLibreOffice('saved by LibreOffice', () => {
  test('with other looks: it holds; with another value: sheet and cell are named', async () => {
    const { host } = await sealed();
    const looks = 'home = doc.Sheets.getByName("首页")\nhome.unprotect("")\nhome.getCellRangeByName("B5").CharWeight = 150\nhome.getCellRangeByName("B5").CellBackColor = RGB(255, 0, 0)\nhome.Columns.getByIndex(1).Width = 9000';
    const plain = bytesOf(host);
    host.files.set('w.xlsx', await editWithBasic(plain, looks));
    expect(JSON.parse((await host.run('verify', 'w.xlsx', '--json')).out)).toMatchObject({ holds: true, changes: [] });
    host.files.set('w.xlsx', await editWithBasic(plain, `${looks}\ndoc.Sheets.getByName("数据_销售交付").getCellRangeByName("E5").Value = 5.2`));
    expect(await host.run('verify', 'w.xlsx')).toMatchObject({ exit: 1, out: expect.stringContaining('  数据_销售交付 E5：原来“5.1”，现在“5.2”\n') });
  }, 200_000);
});

describeWithOpenpyxl('saved by openpyxl', () => {
  test('as it is: it holds; with a number in place of a formula: the cell is named', async () => {
    const { host } = await sealed();
    const through = async (code: string): Promise<Buffer> => runOpenpyxl(`import io, sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n${code}\nout = io.BytesIO()\nbook.save(out)\nsys.stdout.buffer.write(out.getvalue())`, [bytesOf(host)]);
    host.files.set('w.xlsx', await through("book['首页']['B5'].font = openpyxl.styles.Font(bold=True)"));
    expect(JSON.parse((await host.run('verify', 'w.xlsx', '--json')).out)).toMatchObject({ holds: true, changes: [] });
    host.files.set('w.xlsx', await through("next(c for r in book['指标计算'].iter_rows(min_row=4) for c in r if c.data_type == 'f').value = 0.99"));
    const { changes } = JSON.parse((await host.run('verify', 'w.xlsx', '--json')).out);
    expect(changes).toEqual([expect.objectContaining({ sheet: '指标计算', kind: 'cell', before: expect.stringMatching(/^=/), after: '0.99' })]);
  });
});
