/** `zhisheng review`: taken over from the check, answered and closed in the file; a bare spreadsheet's edits are read back. */
import { expect, test } from '@jest/globals';
import { memoryHost, type MemoryHost } from '../support/cli-host';
import { describeWithOpenpyxl, runOpenpyxl } from '../support/openpyxl';

let made: Uint8Array | undefined;

async function begun(): Promise<MemoryHost> {
  const host = memoryHost();
  if (made !== undefined) {
    host.files.set('w.xlsx', made);
    return host;
  }
  host.put('o.csv', '订单号,客户,订货数量,承诺交期\n0001,甲,5,2025-03-01\n0002,乙,6,2025-03-02\n');
  await host.run('new', '--out', 'w.xlsx', '--sheets', '销售交付,附录D 问题诊断表,审核记录');
  await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'o.csv');
  made = host.files.get('w.xlsx');
  return host;
}

interface Listed {
  readonly counts: { readonly open: number; readonly closed: number; readonly must: number };
  readonly findings: readonly { readonly number: number; readonly state: string; readonly cell: string; readonly raised: string; readonly place: { readonly cell: string; readonly state: string } }[];
}

const listed = async (host: MemoryHost): Promise<Listed> => JSON.parse((await host.run('review', 'w.xlsx', '--json')).out);

test('the course of a finding, from the check to its closing', async () => {
  const host = await begun();
  expect(await host.run('review', 'w.xlsx')).toMatchObject({ exit: 0, out: expect.stringContaining('还没有审核意见') });
  const taken = await host.run('review', 'w.xlsx', '--take', 'error', '--by', '示例顾问甲', '--keep-copy');
  expect([taken.exit, taken.out]).toEqual([0, expect.stringMatching(/转为 \d+ 条意见/u)]);
  expect(host.files.has('w.备份.xlsx')).toBe(true);
  const added = await host.run('review', 'w.xlsx', '--add', '交期没有写到日', '--sheet', '附录D', '--cell', 'b5', '--level', 'should', '--by', '示例顾问甲');
  expect(added.out).toContain('已记入审核记录');
  const before = await listed(host);
  expect(before.findings.at(-1)).toMatchObject({ cell: 'B5', state: 'open' });
  const all = before.findings.map(({ number }) => number).join(',');
  expect((await host.run('review', 'w.xlsx')).exit).toBe(1);
  expect((await host.run('review', 'w.xlsx', '--answer', all, '--text', '已改', '--accept', all, '--by', '王德厚')).out).toContain('已采纳');
  expect((await listed(host)).counts).toMatchObject({ open: 0, closed: before.findings.length, must: 0 });
  expect((await host.run('review', 'w.xlsx')).exit).toBe(0);
  const check = JSON.parse((await host.run('check', 'w.xlsx', '--json')).out);
  expect(check.issues.filter(({ sheet }: { sheet: string }) => sheet === '审核记录')).toEqual([]);
});

test.each([
  [['--add', '看看', '--by', '甲'], '缺少选项 --sheet'], [['--answer', '1', '--by', '甲'], '缺少选项 --text'], [['--accept', 'x', '--by', '甲'], '--accept'],
  [['--accept', '9', '--by', '甲'], '没有第 9 条'], [['--take', 'error'], '没有写是谁'],
])('%j is refused, and nothing is written', async (args, said) => {
  const host = await begun();
  const before = host.files.get('w.xlsx');
  expect(await host.run('review', 'w.xlsx', ...args)).toMatchObject({ exit: 2, err: expect.stringContaining(said) });
  expect(host.files.get('w.xlsx')).toBe(before);
});

describeWithOpenpyxl('in a bare spreadsheet', () => {
  test('an edit after the signature breaks it in the check, in the overview and in the sheet; looks and moved rows do not', async () => {
    const host = await begun();
    expect((await host.run('review', 'w.xlsx', '--sign', '7.3', '--by', '示例总经理')).out).toContain('环节 7.3 已签字');
    const save = async (python: string): Promise<void> => {
      const code = `import io, sys, openpyxl\nfrom openpyxl.styles import Font\nbook = openpyxl.load_workbook(sys.argv[1])\nws = book['附录D 问题诊断表']\n${python}\nout = io.BytesIO()\nbook.save(out)\nsys.stdout.buffer.write(out.getvalue())\n`;
      host.files.set('w.xlsx', new Uint8Array(await runOpenpyxl(code, [host.files.get('w.xlsx') ?? new Uint8Array()])));
    };
    await save("ws['A1'].font = Font(color='FF0000')\nws.column_dimensions['B'].width = 50");
    const said = async (): Promise<readonly { readonly code: string; readonly params: { readonly cells: string } }[]> => JSON.parse((await host.run('check', 'w.xlsx', '--json')).out).issues.filter(({ code }: { code: string }) => code.startsWith('consistency/sign'));
    expect(await said()).toEqual([]);
    await save("next(c for row in ws.iter_rows() for c in row if c.value == '帮扶人员').offset(0, 1).value = '别人'");
    expect(await said()).toMatchObject([{ code: 'consistency/sign-broken', params: { stage: '7.3', count: 1, cells: expect.stringMatching(/^附录D 问题诊断表 D\d+$/u) } }]);
    const listing = await host.run('review', 'w.xlsx');
    expect(listing.out).toContain('企业签字后改动 1 处：附录D 问题诊断表 D');
    const shown = (await host.run('review', 'w.xlsx', '--add', '签字后改过', '--sheet', '附录D', '--by', '甲', '--level', 'note')).exit;
    expect(shown).toBe(0);
    const column = await runOpenpyxl("import sys, openpyxl\nfor row in openpyxl.load_workbook(sys.argv[1])['审核记录'].iter_rows(values_only=True):\n  if row[0] == '7.3 质量体检诊断': print(row[9])\n", [host.files.get('w.xlsx') ?? new Uint8Array()]);
    expect(column.toString('utf8')).toContain('企业签字后改动 1 处');
  });

  test('an answer typed there is read, and a finding follows its row when others are inserted above', async () => {
    const host = await begun();
    await host.run('review', 'w.xlsx', '--add', '数量不对', '--sheet', '销售', '--cell', 'E5', '--by', '甲').then(({ err }) => expect(err).toContain('没有“销售”'));
    await host.run('review', 'w.xlsx', '--add', '数量不对', '--sheet', '数据_销售', '--cell', 'E5', '--by', '甲');
    const [row] = (await listed(host)).findings;
    const edited = await runOpenpyxl(`
import io, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
ws = book['审核记录']
r = next(c.row for c in ws['D'] if c.value == '数量不对')
ws.cell(r, 9).value = '已改为 5'
ws.cell(r, 10).value = '王德厚'
ws.cell(r, 12).value = '已答复'
data = book['数据_销售交付']
data.insert_rows(5)
data['A5'] = '0009'
out = io.BytesIO()
book.save(out)
sys.stdout.buffer.write(out.getvalue())
`, [host.files.get('w.xlsx') ?? new Uint8Array()]);
    host.files.set('w.xlsx', new Uint8Array(edited));
    const [after] = (await listed(host)).findings;
    expect(row).toMatchObject({ cell: 'E5', place: { cell: 'E5', state: 'found' } });
    expect(after).toMatchObject({ state: 'answered', place: { cell: 'E6', state: 'moved' } });
    await host.run('review', 'w.xlsx', '--accept', '1', '--by', '甲');
    expect((await listed(host)).findings[0]).toMatchObject({ cell: 'E6', place: { cell: 'E6', state: 'found' } });
  });
});
