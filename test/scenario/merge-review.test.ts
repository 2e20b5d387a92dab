/**
 * Copies that were reviewed and signed come back: findings are where their rows are, signatures of both stand or are said to be broken,
 * sheets of people's own come in, and a copy that somebody made by hand takes nothing back. openpyxl stands for the spreadsheet programs.
 */
import { memoryHost, type MemoryHost } from '../support/cli-host';
import { describeWithOpenpyxl, openpyxlLoads, runOpenpyxl } from '../support/openpyxl';

const bytesOf = (host: MemoryHost, file: string): Uint8Array => host.files.get(file) ?? new Uint8Array();

async function edit(host: MemoryHost, file: string, lines: string, from = file): Promise<void> {
  const code = `import io, sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nrows = book['数据_销售交付']\nhome = book['首页']\n${lines}\nout = io.BytesIO()\nbook.save(out)\nsys.stdout.buffer.write(out.getvalue())`;
  host.files.set(file, new Uint8Array(await runOpenpyxl(code, [bytesOf(host, from)])));
}

async function done(host: MemoryHost, ...argv: readonly string[]): Promise<string> {
  const { exit, out, err } = await host.run(...argv);
  expect([argv[0], exit, err]).toEqual([argv[0], argv[0] === 'merge' ? exit : 0, '']);
  return out;
}

interface Shown {
  readonly findings: readonly { readonly finding: string; readonly cell: string; readonly state: string; readonly place: { readonly cell: string; readonly state: string } }[];
  readonly signoffs: readonly { readonly stage: string; readonly enterprise: { readonly state: string } | null; readonly agency: { readonly state: string; readonly changed: readonly string[] } | null }[];
}

async function review(host: MemoryHost, file: string): Promise<Shown> {
  return JSON.parse((await host.run('review', file, '--json')).out);
}

async function begun(): Promise<MemoryHost> {
  const host = memoryHost();
  host.put('o.csv', '订单号,客户,订货数量,承诺交期\n0001,甲,5,2025-03-01\n0002,乙,6,2025-03-02\n0003,丙,7,2025-03-03\n0004,丁,8,2025-03-04\n');
  await done(host, 'new', '--out', 'w.xlsx', '--sheets', '销售交付,工作计划,附录D 问题诊断表,审核记录');
  await done(host, 'import', 'w.xlsx', '--sheet', '销售交付', '--from', 'o.csv');
  return host;
}

jest.setTimeout(240_000);

describeWithOpenpyxl('a merge', () => {
  test('findings and signatures of both', async () => {
    const host = await begun();
    await done(host, 'review', 'w.xlsx', '--add', '甲的意见', '--sheet', '数据_销售交付', '--cell', 'E5', '--by', '王德厚', '--level', 'should');
    await done(host, 'share', 'w.xlsx', '--out', 'copy.xlsx', '--by', '张文员');
    // The helper: a row above all, a finding at the last row, signatures.
    await edit(host, 'copy.xlsx', "rows.insert_rows(4)\nrows['A4'] = '0009'\nrows['E4'] = 1");
    await done(host, 'review', 'copy.xlsx', '--add', '乙的意见', '--sheet', '数据_销售交付', '--cell', 'E8', '--by', '李思明', '--level', 'should');
    await done(host, 'review', 'copy.xlsx', '--answer', '1', '--text', '已核对', '--by', '李思明');
    for (const stage of ['7.1', '7.3']) {
      // oxlint-disable-next-line no-await-in-loop
      await done(host, 'review', 'copy.xlsx', '--sign', stage, '--party', 'agency', '--by', '李思明');
    }
    // The enterprise meanwhile: the first row goes, and a signature of its own.
    await edit(host, 'w.xlsx', 'rows.delete_rows(4)');
    await done(host, 'review', 'w.xlsx', '--sign', '7.1', '--by', '王德厚');
    await done(host, 'merge', 'w.xlsx', 'copy.xlsx', '--out', 'm.xlsx', '--json');
    const merged = await review(host, 'm.xlsx');
    // 0002 is row 4 now, 0004 row 6, and the new 0009 went under them.
    expect(merged.findings.map(({ finding, cell, state, place }) => [finding, cell, state, place.state])).toEqual([['甲的意见', 'E4', 'answered', 'found'], ['乙的意见', 'E6', 'open', 'found']]);
    const cells = (await openpyxlLoads(bytesOf(host, 'm.xlsx'))).sheets.find(({ name }) => name === '数据_销售交付')?.cells ?? [];
    expect(cells.filter(({ row, column }) => row >= 4 && column === 1).map(({ value }) => value)).toEqual(['0002', '0003', '0004', '0009']);
    const at = (stage: string): Shown['signoffs'][number] | undefined => merged.signoffs.find((one) => one.stage === stage);
    expect([at('7.1')?.enterprise?.state, at('7.1')?.agency?.state, at('7.3')?.agency?.state]).toEqual(['holds', 'holds', 'holds']);

    // The same copy, while mine wrote into what was signed: the signature is there, and does not stand.
    await edit(host, 'w.xlsx', "home['B5'] = '甲泵业'");
    const { out } = await host.run('merge', 'w.xlsx', 'copy.xlsx', '--out', 'n.xlsx');
    expect(out).toContain('签字不再成立');
    expect(out).toMatch(/7\.1 前期准备（帮扶人员，李思明，\d{4}-\d\d-\d\d）：首页 B5/u);
    expect((await review(host, 'n.xlsx')).signoffs.find(({ stage }) => stage === '7.1')?.agency).toMatchObject({ state: 'broken', changed: ['首页 B5'] });
  });

  test('both sign one step: mine stays whole, theirs is listed', async () => {
    const host = await begun();
    await done(host, 'share', 'w.xlsx', '--out', 'copy.xlsx');
    await edit(host, 'copy.xlsx', "home['B5'] = '乙泵业'");
    await done(host, 'review', 'copy.xlsx', '--sign', '7.1', '--by', '李思明');
    await done(host, 'review', 'w.xlsx', '--sign', '7.1', '--by', '王德厚');
    const said = JSON.parse((await host.run('merge', 'w.xlsx', 'copy.xlsx', '--out', 'm.xlsx', '--json')).out);
    expect(said.conflicts.map(({ sheet }: { sheet: string }) => sheet)).toEqual(['审核记录', '审核记录']);
    expect(said.conflicts.map((one: { mine: string }) => one.mine)).toContain('王德厚');
    expect(said.conflicts.map((one: { theirs: string }) => one.theirs)).toContain('李思明');
    expect(said.brokenSignatures).toMatchObject([{ stage: '7.1', party: 'enterprise', by: '王德厚', changed: ['首页 B5'] }]);
  });

  test('a signature given on a copy with pseudonyms stands over the names', async () => {
    const host = await begun();
    await done(host, 'share', 'w.xlsx', '--out', 'copy.xlsx', '--pseudonyms');
    await done(host, 'review', 'copy.xlsx', '--sign', '7.3', '--party', 'agency', '--by', '李思明');
    await done(host, 'review', 'copy.xlsx', '--add', '客户重复', '--sheet', '数据_销售交付', '--cell', 'C5', '--by', '李思明');
    await done(host, 'merge', 'w.xlsx', 'copy.xlsx', '--key', 'w.化名对照.json', '--out', 'm.xlsx');
    const merged = await review(host, 'm.xlsx');
    expect(merged.signoffs.find(({ stage }) => stage === '7.3')?.agency?.state).toBe('holds');
    expect(merged.findings).toMatchObject([{ finding: '客户重复', cell: 'C5', place: { state: 'found' } }]);
  });

  test('sheets of people come in with their formulas; mine stay', async () => {
    const host = await begun();
    await edit(host, 'w.xlsx', "s = book.create_sheet('台账')\ns['A1'] = '我的'");
    await done(host, 'share', 'w.xlsx', '--out', 'copy.xlsx');
    await edit(host, 'copy.xlsx', "book['台账']['A1'] = '对方的'\nbook['台账']['A2'] = '=SUM(新表!A1,2)'\nn = book.create_sheet('新表')\nn['A1'] = 3\nn['A2'] = '=COUNTIF(数据_销售交付!A4:A9,\"0002\")+台账!B1'\nn['A3'] = '=[1]别处!A1'\nn['A4'] = '=没有的名称+1'\nn['A5'] = '=WEBSERVICE(\"http://x\")'");
    const said = JSON.parse((await host.run('merge', 'w.xlsx', 'copy.xlsx', '--out', 'm.xlsx', '--json')).out);
    expect(said.sheetsTaken).toEqual([{ sheet: '新表', as: '新表', values: ['A3', 'A4', 'A5'] }, { sheet: '台账', as: '台账（对方）', values: [] }]);
    const { sheets } = await openpyxlLoads(bytesOf(host, 'm.xlsx'));
    const cells = (name: string): unknown => sheets.find((sheet) => sheet.name === name)?.cells.map(({ value, formula }) => formula ?? value);
    expect(cells('台账')).toEqual(['我的']);
    expect(cells('台账（对方）')).toEqual(['对方的', 'SUM(新表!A1,2)']);
    expect(cells('新表')).toEqual([3, 'COUNTIF(数据_销售交付!A4:A9,"0002")+\'台账（对方）\'!B1']);
  });

  test('a formula of theirs in a generated cell is not taken, and the workbook says where', async () => {
    const host = await begun();
    await done(host, 'share', 'w.xlsx', '--out', 'copy.xlsx');
    await edit(host, 'copy.xlsx', "cell = next(c for row in home.iter_rows() for c in row if isinstance(c.value, str) and c.value.startswith('='))\ncell.value = '=1+1'\nhome['B5'] = '乙泵业'");
    const said = JSON.parse((await host.run('merge', 'w.xlsx', 'copy.xlsx', '--out', 'm.xlsx', '--json')).out);
    expect(said.notTaken).toMatchObject([{ kind: 'formula', sheet: '首页' }]);
    const origin = (await openpyxlLoads(bytesOf(host, 'm.xlsx'))).sheets.find(({ name }) => name === '合并来源')?.cells ?? [];
    expect(origin.map(({ value }) => value)).toEqual(expect.arrayContaining(['乙泵业', '没有取来', said.notTaken[0].cell]));
  });

  test('two files that somebody copied by hand from one copy take nothing back from each other', async () => {
    const host = await begun();
    await done(host, 'share', 'w.xlsx', '--out', 'copy.xlsx');
    await edit(host, 'hand.xlsx', "rows['E7'] = 9", 'copy.xlsx');
    await edit(host, 'copy.xlsx', "rows['E5'] = 60\nhome['B5'] = '乙泵业'");
    await done(host, 'merge', 'w.xlsx', 'copy.xlsx', '--out', 'w.xlsx');
    const second = await host.run('merge', 'w.xlsx', 'hand.xlsx', '--out', 'm.xlsx');
    expect([second.exit, second.out]).toEqual([0, expect.stringContaining('手工复制出来的另一份')]);
    const values = async (file: string): Promise<unknown> => {
      const { sheets } = await openpyxlLoads(bytesOf(host, file));
      const at = (sheet: string, row: number, column: number): unknown => sheets.find(({ name }) => name === sheet)?.cells.find((cell) => cell.row === row && cell.column === column)?.value;
      return [at('数据_销售交付', 5, 5), at('数据_销售交付', 7, 5), at('首页', 5, 2)];
    };
    expect(await values('m.xlsx')).toEqual([60, 9, '乙泵业']);
    // The two with each other: one copy, made two.
    const both = await host.run('merge', 'copy.xlsx', 'hand.xlsx', '--out', 'n.xlsx');
    expect([both.exit, both.out]).toEqual([0, expect.stringContaining('同一副本手工复制出来的')]);
    expect(await values('n.xlsx')).toEqual([60, 9, '乙泵业']);
    // A file that was never shared, copied by hand: no ancestor, so what differs is asked.
    const lone = await begun();
    await edit(lone, 'x.xlsx', "rows['E6'] = 70", 'w.xlsx');
    expect(await lone.run('merge', 'w.xlsx', 'x.xlsx', '--out', 'y.xlsx')).toMatchObject({ exit: 1, out: expect.stringContaining('没有找到共同祖先') });
  });

  test('who takes back what was merged before, on purpose and not all of it, is followed', async () => {
    const host = await begun();
    await done(host, 'share', 'w.xlsx', '--out', 'copy.xlsx');
    await edit(host, 'copy.xlsx', "rows['E5'] = 60\nrows['E6'] = 70\nhome['B5'] = '乙泵业'");
    await done(host, 'merge', 'w.xlsx', 'copy.xlsx', '--out', 'w.xlsx');
    await edit(host, 'copy.xlsx', "rows['E5'] = 6\nrows['E7'] = 80");
    const said = JSON.parse((await host.run('merge', 'w.xlsx', 'copy.xlsx', '--out', 'm.xlsx', '--json')).out);
    expect([said.ancestor.handCopy, said.counts.taken, said.conflicts]).toEqual([null, 2, []]);
  });
});
