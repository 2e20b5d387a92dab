/** `zhisheng compare`: what a person did to a copy in another program is said by field and by row, wherever it went. */
import { z } from 'zod';
import { memoryHost, type MemoryHost } from '../support/cli-host';
import { describeWithOpenpyxl, runOpenpyxl } from '../support/openpyxl';
import { plainXlsx } from '../support/plain-xlsx';

const PROFILE = JSON.stringify({ enterprise: { name: '甲泵业' }, periods: { baseline: ['2024-01-01', '2024-12-31'], current: ['2025-01-01', '2025-12-31'] }, asOf: '2025-12-31' });
const ORDERS = '订单号,客户,订货数量,承诺交期,交付日期,交付数量\nA1,甲,5,2025-03-01,2025-02-28,5\nA2,乙,5,2025-03-02,2025-03-05,5\nA3,丙,5,2025-03-03,2025-03-03,5\n';

const DOCUMENT = z.object({
  same: z.boolean(), sameWorkbook: z.boolean().nullable(), hasAncestor: z.boolean(), counts: z.record(z.string(), z.number()), out: z.string().nullable(),
  differences: z.array(z.object({ kind: z.string(), sheet: z.string(), row: z.string(), item: z.string(), cellA: z.string(), cellB: z.string(), a: z.string(), b: z.string(), remark: z.string() })),
});

async function sent(): Promise<MemoryHost> {
  const host = memoryHost();
  host.put('p.json', PROFILE);
  host.put('rows.csv', ORDERS);
  await host.run('new', '--out', 'a.xlsx', '--profile', 'p.json', '--sheets', '销售交付,附录D 问题诊断表,成效总结');
  expect((await host.run('import', 'a.xlsx', '--sheet', '销售交付', '--from', 'rows.csv')).exit).toBe(0);
  return host;
}

test('a file and its copy: nothing, exit status 0', async () => {
  const host = await sent();
  host.files.set('b.xlsx', host.files.get('a.xlsx') ?? new Uint8Array());
  const { exit, out } = await host.run('compare', 'a.xlsx', 'b.xlsx');
  expect([exit, out]).toEqual([0, 'a.xlsx 和 b.xlsx：没有差异。\n字体、颜色、列宽等外观不比较。\n']);
  expect(DOCUMENT.parse(JSON.parse((await host.run('compare', 'a.xlsx', 'b.xlsx', '--json')).out))).toMatchObject({ same: true, sameWorkbook: true, differences: [] });
});

test('another workbook is said to be one', async () => {
  const host = await sent();
  await host.run('new', '--out', 'b.xlsx', '--profile', 'p.json', '--sheets', '销售交付');
  const { exit, out } = await host.run('compare', 'a.xlsx', 'b.xlsx');
  expect(exit).toBe(1);
  expect(out).toContain('不是同一本工作簿');
  expect(out).toContain('附录D 问题诊断表\n  [结构]：删除了这张表');
});

test('two files, no more and no less', async () => {
  const host = await sent();
  expect(await host.run('compare', 'a.xlsx')).toMatchObject({ exit: 2, err: 'zhisheng: 这个命令要写两个文件，但写了 1 个。\n' });
  expect((await host.run('compare', 'a.xlsx', 'a.xlsx', '--out', 'a.xlsx')).exit).toBe(3);
});

describeWithOpenpyxl('a copy edited in another program', () => {
  test('fields, rows and a formula, under inserted rows and columns; as lines, JSON and a sheet', async () => {
    const host = await sent();
    host.files.set('b.xlsx', await runOpenpyxl(`
import io, sys, openpyxl, datetime
book = openpyxl.load_workbook(sys.argv[1])
rows = book['数据_销售交付']
rows['C5'] = '乙公司'
rows.delete_rows(4)
rows.append(['A9', None, '丁', None, 7, datetime.datetime(2025, 6, 1)])
rows.insert_cols(2)
rows['B3'] = '备注'
book['首页']['B5'] = '甲泵业有限公司'
form = book['附录D 问题诊断表']
diagnosis = [c for r in form.iter_rows() for c in r if c.value == '存在问题']
form.cell(row=diagnosis[0].row + 1, column=diagnosis[0].column).value = '交期靠口头约定'
book.create_sheet('经理的表')['A1'] = 1
next(c for r in book['指标计算'].iter_rows(min_row=4) for c in r if c.data_type == 'f').value = 0.5
out = io.BytesIO()
book.save(out)
sys.stdout.buffer.write(out.getvalue())
`, [host.files.get('a.xlsx') ?? new Uint8Array()]));
    const { exit, out } = await host.run('compare', 'a.xlsx', 'b.xlsx', '--json', '--out', 'diff.xlsx');
    const document = DOCUMENT.parse(JSON.parse(out));
    expect([exit, document.same, document.out]).toEqual([1, false, 'diff.xlsx']);
    expect(document.differences.filter(({ kind }) => kind === 'entry' || kind === 'row' || kind === 'formula' || kind === 'own-sheet').map(({ kind, sheet, row, item, cellA, cellB, a, b }) => [kind, sheet, row, item, cellA, cellB, a, b])).toEqual([
      ['entry', '首页', '', '企业名称', 'B5', 'B5', '甲泵业', '甲泵业有限公司'],
      ['row', '附录D 问题诊断表', '交期靠口头约定', '', '', expect.stringMatching(/^A\d+$/), '', '存在问题=交期靠口头约定'],
      ['row', '数据_销售交付', '订单号=A2', '客户', 'C5', 'D4', '乙', '乙公司'],
      ['row', '数据_销售交付', '订单号=A1', '', 'A4', '', '订单号=A1、客户=甲、订货数量=5、承诺交期=2025-03-01、交付日期=2025-02-28、交付数量=5', ''],
      ['row', '数据_销售交付', '订单号=A9', '', '', 'A6', '', '订单号=A9、客户=丁、订货数量=7、承诺交期=2025-06-01'],
      ['formula', '指标计算', '', '', '', expect.stringMatching(/^[A-Z]+\d+$/), '', ''],
      ['own-sheet', '经理的表', '', '', '', '', '', ''],
    ]);
    expect(document.counts).toMatchObject({ entry: 1, row: 4, formula: 1, 'own-sheet': 1 });
    expect(document.differences.filter(({ kind }) => kind === 'structure').map(({ item }) => item)).toContain('备注');
    const sheet = plainXlsx(host.files.get('diff.xlsx') ?? new Uint8Array()).get('比较结果');
    expect(sheet?.[3]?.slice(0, 9)).toEqual([1, '填写', '首页', null, '企业名称', 'B5', '甲泵业', 'B5', '甲泵业有限公司']);
    const lines = (await host.run('compare', 'a.xlsx', 'b.xlsx')).out;
    expect(lines).toContain('  [行] C5/D4 “订单号=A2” 客户：乙 → 乙公司\n');
    expect((await host.run('compare', 'a.xlsx', 'b.xlsx', '--lang', 'en')).out).toContain('C5/D4 "订单号=A2" 客户: 乙 -> 乙公司');
  });
});
