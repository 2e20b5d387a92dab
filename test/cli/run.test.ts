/** Every way a call can go wrong: one clear sentence, the right exit status, nothing touched. */
import { memoryHost } from '../support/cli-host';
import { joined, sourceOf } from '../support/memory-files';
import { memoryFormat } from '../support/memory-workbook';
import { address } from '../../src/core/model/address';

const PROFILE = JSON.stringify({ periods: { baseline: ['2024-01-01', '2024-12-31'], current: ['2025-01-01', '2025-12-31'] }, asOf: '2025-12-31' });
const DELIVERIES = '订单号,客户,订货数量,承诺交期,交付日期,交付数量\nA1,甲,5,2025-03-01,2025-02-28,5\nA2,乙,5,2025-03-02,2025-03-05,5\n';

/** With workbooks in memory: what the file looks like inside is not the point here. */
async function withWorkbook(sheets = '销售交付'): Promise<ReturnType<typeof memoryHost>> {
  const host = memoryHost({ xlsx: memoryFormat });
  host.put('p.json', PROFILE);
  host.put('rows.csv', DELIVERIES);
  expect((await host.run('new', '--out', 'w.xlsx', '--profile', 'p.json', '--sheets', sheets)).exit).toBe(0);
  return host;
}

describe('a wrong call', () => {
  test.each<[readonly string[], string]>([
    [[], 'zhisheng: 请写明要做什么。用法：zhisheng <命令> [选项]，例如 zhisheng demo。\n'],
    [['mesure', 'a.xlsx'], 'zhisheng: 没有“mesure”这个命令。是不是要用“measure”？\n'],
    [['frobnicate'], 'zhisheng: 没有“frobnicate”这个命令。可用的命令：demo, new, import, check, measure'],
    [['rollup', '--out', 'b.xlsx'], 'zhisheng: 请写明文件夹或工作簿'],
    [['rollup', 'a.xlsx'], 'zhisheng: 缺少选项 --out SUMMARY.xlsx'],
    [['rollup', 'a.xlsx', '--out', 'b.csv'], 'zhisheng: “b.csv”不是 .xlsx 文件名'],
    [['rollup', 'a.xlsx', '--out', 'b.xlsx', '--workers', '0'], 'zhisheng: --workers 写成不小于 1 的整数，不能是“0”'],
    [['rollup', '--serve'], 'zhisheng: 缺少选项 --redis URL'],
    [['rollup', '--serve', 'a.xlsx', '--redis', 'redis://h'], 'zhisheng: 这个命令不需要写文件名，但写了“a.xlsx”'],
    [['rollup', '--serve', '--redis', 'redis://h', '--out', 'b.xlsx'], 'zhisheng: --serve 只为别处的汇总干活'],
    [['measure'], 'zhisheng: 请写明文件。\n'],
    [['measure', 'a.xlsx', '--jsn'], 'zhisheng: 没有“--jsn”这个选项。是不是要用“--json”？\n'],
    [['check', 'a.xlsx', '--replace'], 'zhisheng: 没有“--replace”这个选项。用 --help 查看可用的选项。\n'],
    [['new'], 'zhisheng: 缺少选项 --out FILE。\n'],
    [['new', 'w.xlsx', '--out', 'v.xlsx'], 'zhisheng: 这个命令不需要写文件名，但写了“w.xlsx”。\n'],
    [['import', 'a.xlsx', 'b.xlsx', '--sheet', 's', '--from', 'd'], 'zhisheng: 这个命令只处理一个文件，但写了 2 个。\n'],
    [['import', 'a.xlsx', '--from', 'd.csv'], 'zhisheng: 缺少选项 --sheet NAME。\n'],
    [['import', 'a.xlsx', '--sheet', 's', '--from', 'd', '--date-order', 'xyz'], 'zhisheng: 选项 --date-order 不能是“xyz”，只能是：dmy、mdy、ymd。\n'],
    [['measure', 'a.xlsx', '--lang', 'fr'], 'zhisheng: 选项 --lang 不能是“fr”，只能是：zh、en。\n'],
    [['new', '--out', 'w.xlsx', '--sheets', '销售交货'], 'zhisheng: 没有“销售交货”这张表。可选：'],
    [['import', 'w.xlsx', '--sheet', '销售', '--from', 'd.csv'], 'zhisheng: 没有“销售”这张原始数据表。可选：'],
  ])('%j is refused with 2', async (argv, sentence) => {
    const host = memoryHost();
    const { exit, out, err } = await host.run(...argv);
    expect(err.startsWith(sentence)).toBe(true);
    expect(err.split('\n')).toHaveLength(2);
    expect([exit, out, host.files.size]).toEqual([2, '', 0]);
  });

  test('in English when asked, wherever --lang stands', async () => {
    const { err } = await memoryHost().run('--lang', 'en', 'mesure');
    expect(err).toBe('zhisheng: There is no verb "mesure". Did you mean "measure"?\n');
    expect((await memoryHost().run('mesure', '--lang=en')).err).toBe(err);
  });

  test('with --json the refusal is the one document', async () => {
    const { exit, out } = await memoryHost().run('measure', '--json');
    expect(JSON.parse(out)).toEqual({ error: { code: 'usage/no-file', params: {}, message: '请写明文件。' } });
    expect(exit).toBe(2);
  });
});

describe('help and version', () => {
  test('names every verb of this version and those to come', async () => {
    const { exit, out } = await memoryHost().run('--help');
    for (const verb of ['demo', 'new', 'import', 'check', 'measure', 'plan', 'rollup']) expect(out).toContain(verb);
    expect(exit).toBe(0);
  });

  test.each(['demo', 'new', 'import', 'check', 'measure', 'plan'])('%s --help explains every option, in both languages', async (verb) => {
    for (const language of ['zh', 'en']) {
      // oxlint-disable-next-line no-await-in-loop -- two short runs
      const { exit, out } = await memoryHost().run(verb, '--help', '--lang', language);
      const options = out.split('\n').filter((line) => line.startsWith('  --'));
      expect(options.length).toBeGreaterThanOrEqual(3);
      for (const line of options) expect(line).toMatch(/^ {2}--\S+( \S+)? {2,}\S/);
      expect(exit).toBe(0);
    }
  });

  test('--version', async () => {
    expect(await memoryHost().run('--version')).toEqual({ exit: 0, out: '1.2.3\n', err: '' });
  });
});

describe('files', () => {
  test('that are missing, or are something else, are named: 3', async () => {
    const host = memoryHost();
    host.put('rows.csv', DELIVERIES);
    const missing = await host.run('measure', 'gone.xlsx');
    expect([missing.exit, missing.err]).toEqual([3, 'zhisheng: 没有找到文件“gone.xlsx”。核对路径和文件名。\n']);
    const csv = await host.run('check', 'rows.csv');
    expect(csv.exit).toBe(3);
    expect(csv.err).toMatch(/^zhisheng: “rows\.csv”：.*CSV.*\n$/);
  });

  test('new does not touch a file that exists, unless told to', async () => {
    const host = memoryHost();
    host.put('w.xlsx', 'dear');
    const refused = await host.run('new', '--out', 'w.xlsx');
    expect([refused.exit, refused.err]).toEqual([3, 'zhisheng: “w.xlsx”已经存在，没有动它。换一个名字，例如“w-2.xlsx”，或者加 --replace 覆盖它。\n']);
    expect(new TextDecoder().decode(host.files.get('w.xlsx'))).toBe('dear');
    expect((await host.run('new', '--out', 'w.xlsx', '--replace', '--sheets', 'starter')).exit).toBe(0);
    expect(host.files.get('w.xlsx')?.length).toBeGreaterThan(10_000);
  });

  test.each([
    ['file/disk-full', '磁盘空间不足，文件“w.xlsx”没有写成，原来的内容没有变。'],
    ['file/unwritable', '文件“w.xlsx”写不进去，原来的内容没有变。'],
  ])('%s while importing: 3, and the workbook is as it was', async (fault, sentence) => {
    const host = await withWorkbook();
    const before = host.files.get('w.xlsx');
    host.faults.set('w.xlsx', fault);
    const { exit, err, out } = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--json');
    expect(exit).toBe(3);
    expect(err.startsWith(`zhisheng: ${sentence}`)).toBe(true);
    expect(JSON.parse(out)).toMatchObject({ error: { code: fault, params: { path: 'w.xlsx' } } });
    expect(host.files.get('w.xlsx')).toBe(before);
  });

  test('a fault of ours is 4, with the stack only for engineers', async () => {
    for (const debug of [false, true]) {
      const host = memoryHost({ debug });
      host.faults.set('w.xlsx', 'bug');
      // oxlint-disable-next-line no-await-in-loop -- two short runs
      const { exit, err } = await host.run('new', '--out', 'w.xlsx', '--sheets', '投诉');
      expect(exit).toBe(4);
      expect(err.startsWith('zhisheng: 程序出错了，这是我们的问题：undefined is not a function。')).toBe(true);
      expect(err.includes('\n    at ')).toBe(debug);
    }
  });

  test('a profile that cannot be used is a wrong call', async () => {
    const host = memoryHost();
    host.put('p.json', '{"enterprise":{"nmae":"x"}}');
    const { exit, err } = await host.run('new', '--out', 'w.xlsx', '--profile', 'p.json');
    expect([exit, err]).toEqual([2, 'zhisheng: 概况文件（--profile）里有不认识的键“enterprise.nmae”。\n']);
    expect(host.files.has('w.xlsx')).toBe(false);
  });
});

describe('import', () => {
  test('takes rows, keeps them below those that are there, and measures them', async () => {
    const host = await withWorkbook();
    expect((await host.run('import', 'w.xlsx', '--sheet', '数据_销售交付', '--from', 'rows.csv')).exit).toBe(0);
    host.put('more.csv', DELIVERIES.replace('A1', 'B1').replace('A2', 'B2'));
    const more = await host.run('import', 'w.xlsx', '--sheet', 'deliveries', '--from', 'more.csv', '--json');
    expect(JSON.parse(more.out)).toMatchObject({ written: true, rows: { before: 2, accepted: 2, rejected: 0 } });
    const measured = JSON.parse((await host.run('measure', 'w.xlsx', '--json')).out);
    expect(measured.metrics).toContainEqual(expect.objectContaining({ key: 'on-time-delivery-rate', period: 'current', numerator: 2, denominator: 4 }));
  });

  test('--replace puts the new rows in place of the old', async () => {
    const host = await withWorkbook();
    await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv');
    const again = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--replace', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ written: true, rows: { before: 2, accepted: 2 } });
    const measured = JSON.parse((await host.run('measure', 'w.xlsx', '--json')).out);
    expect(measured.metrics).toContainEqual(expect.objectContaining({ key: 'on-time-delivery-rate', period: 'current', numerator: 1, denominator: 2 }));
  });

  test('--keep-copy keeps the workbook as it was, and never over another copy', async () => {
    const host = await withWorkbook();
    const call = ['import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--replace', '--keep-copy'];
    const first = host.files.get('w.xlsx');
    expect((await host.run(...call)).out).toContain('导入前的工作簿已另存为：w.备份.xlsx');
    const second = host.files.get('w.xlsx');
    expect(JSON.parse((await host.run(...call, '--json')).out)).toMatchObject({ copy: 'w.备份-2.xlsx' });
    expect([host.files.get('w.备份.xlsx'), host.files.get('w.备份-2.xlsx')]).toEqual([first, second]);
    expect(JSON.parse((await host.run(...call, '--dry-run', '--json')).out)).toMatchObject({ copy: null });
    expect((await host.run(...call, '--lang', 'en')).out).toContain('The workbook as it was is kept as w.backup.xlsx');
  });

  test('a workbook that someone saved meanwhile is left to them: 3', async () => {
    const host = await withWorkbook();
    host.faults.set('w.xlsx', 'someone-else');
    const { exit, err } = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--keep-copy');
    expect([exit, err]).toEqual([3, 'zhisheng: 文件“w.xlsx”在处理时被别的程序改过，没有写入，那边的改动都在。确认没有别人正在编辑它，再做一次。\n']);
    expect(new TextDecoder().decode(host.files.get('w.xlsx'))).toBe('saved by someone else');
    expect(host.files.has('w.备份.xlsx')).toBe(false);
  });

  test('figures that people typed over formulas stay, and are named', async () => {
    const host = await withWorkbook();
    const book = await memoryFormat.open(sourceOf(host.files.get('w.xlsx') ?? new Uint8Array()));
    const cells: { row: number; column: number; value: string }[] = [];
    for await (const row of book.rows('指标计算')) {
      if (row.cells.get(1)?.value === '6.6' && cells.length === 0) cells.push({ row: row.row, column: 5, value: '手填' }, { row: row.row, column: 10, value: '手填' });
    }
    expect(cells).toHaveLength(2);
    host.files.set('w.xlsx', await joined(book.patch({ sheets: [{ sheet: '指标计算', cells }] })));
    const places = cells.map(({ row, column }) => address(row, column));
    const { exit, out } = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--json');
    expect([exit, JSON.parse(out).left]).toEqual([0, { cells: places.map((cell) => ({ sheet: '指标计算', cell })), names: [] }]);
    const again = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--replace');
    expect(again.out).not.toContain('没有动它们');
    host.put('more.csv', DELIVERIES.replace('A1', 'B1').replace('A2', 'B2').replaceAll('2025-03-05', '2025-02-05'));
    expect((await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'more.csv')).out)
      .toContain(`有 1 格本应随新数据更新，但内容已被人改过，没有动它们：\n  指标计算：1 格（${places[0] ?? ''}）\n`);
    const after = await memoryFormat.open(sourceOf(host.files.get('w.xlsx') ?? new Uint8Array()));
    const kept: unknown[] = [];
    for await (const row of after.rows('指标计算')) for (const cell of row.cells.values()) if (cell.value === '手填') kept.push(cell);
    expect(kept).toHaveLength(2);
  });

  test('rejected rows are saved with their reasons, the others go in: 1', async () => {
    const host = await withWorkbook();
    host.put('rows.csv', `${DELIVERIES}A3,"丙, 丁",五,2025-03-01,,\n`);
    const { exit, out } = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv');
    expect(exit).toBe(1);
    expect(out).toContain('共 3 行：写入 2 行，拒收 1 行。');
    const rejected = new TextDecoder().decode(host.files.get('rows.被拒行.csv'));
    const [header, row] = rejected.trim().split('\r\n');
    expect(header).toBe('订单号,客户,订货数量,承诺交期,交付日期,交付数量,拒收原因');
    expect(row).toMatch(/^A3,"丙, 丁",五,2025-03-01,,,\S+/);
  });

  test('rejected rows never go over a file that was edited', async () => {
    const host = await withWorkbook();
    const call = ['import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--replace', '--json'];
    const savedAt = async (): Promise<unknown> => JSON.parse((await host.run(...call)).out).rejectedFile;
    host.put('rows.csv', `${DELIVERIES}A3,丙,五,2025-03-01,,\n`);
    expect([await savedAt(), await savedAt()]).toEqual(['rows.被拒行.csv', 'rows.被拒行.csv']);
    host.put('rows.被拒行.csv', 'edited');
    expect([await savedAt(), await savedAt()]).toEqual(['rows.被拒行-2.csv', 'rows.被拒行-2.csv']);
    host.put('rows.被拒行-2.csv', 'edited too');
    expect(await savedAt()).toBe('rows.被拒行-3.csv');
    expect(new TextDecoder().decode(host.files.get('rows.被拒行.csv'))).toBe('edited');
  });

  test('where the folder of the source cannot be written, rejected rows go beside the workbook, and the import stands', async () => {
    const host = await withWorkbook();
    host.put('erp/rows.csv', `${DELIVERIES}A3,丙,五,2025-03-01,,\n`);
    host.faults.set('erp/rows.被拒行.csv', 'file/unwritable');
    const call = ['import', 'w.xlsx', '--sheet', '销售交付', '--from', 'erp/rows.csv', '--replace', '--json'];
    const moved = await host.run(...call);
    expect([moved.exit, JSON.parse(moved.out)]).toEqual([1, expect.objectContaining({ written: true, rejectedFile: 'rows.被拒行.csv' })]);
    expect(host.files.has('rows.被拒行.csv')).toBe(true);
    host.files.delete('rows.被拒行.csv');
    host.faults.set('rows.被拒行.csv', 'file/disk-full');
    const lost = await host.run(...call);
    expect([lost.exit, JSON.parse(lost.out)]).toEqual([1, expect.objectContaining({ written: true, rejectedFile: null, rows: { before: 2, accepted: 2, rejected: 1, blank: 0 } })]);
    expect(lost.err).toMatch(/^zhisheng: 被拒收的行没有存下来：.*“erp\/rows\.被拒行\.csv”写不进去/);
  });

  test('no rejected rows are left behind when the workbook cannot be written', async () => {
    const host = await withWorkbook();
    host.put('rows.csv', `${DELIVERIES}A3,丙,五,2025-03-01,,\n`);
    host.faults.set('w.xlsx', 'file/disk-full');
    expect((await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv')).exit).toBe(3);
    expect(host.files.has('rows.被拒行.csv')).toBe(false);
  });

  test('--replace with nothing to put in their place leaves the rows, and says so', async () => {
    const host = await withWorkbook();
    const call = ['import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--replace'];
    await host.run(...call);
    host.put('rows.csv', DELIVERIES.replaceAll(',5,2025', ',五,2025'));
    for (const more of [[], ['--dry-run']]) {
      // oxlint-disable-next-line no-await-in-loop -- two short runs
      const { exit, out } = await host.run(...call, ...more);
      expect([exit, out.includes('没有写入任何行，表里原有的 2 行不变。'), out.includes('替换')]).toEqual([1, true, false]);
    }
  });

  test('a rejected choice names the allowed ones, on screen and in the file', async () => {
    const host = await withWorkbook();
    host.put('rows.csv', '订单号,客户,订货数量,承诺交期,退货原因\nA1,甲,5,2025-03-01,坏了\n');
    const { out } = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv');
    const words = '“退货原因”的“坏了”不在可选的内容里。改选其中一项：质量、非质量。';
    expect(out).toContain(words);
    expect(new TextDecoder().decode(host.files.get('rows.被拒行.csv'))).toContain(words);
  });

  test('--all-or-nothing writes nothing when a row is rejected', async () => {
    const host = await withWorkbook();
    const before = host.files.get('w.xlsx');
    host.put('rows.csv', `${DELIVERIES}A3,丙,五,2025-03-01,,\n`);
    const { exit, out } = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--all-or-nothing', '--json');
    expect([exit, JSON.parse(out).written]).toEqual([1, false]);
    expect(host.files.get('w.xlsx')).toBe(before);
  });

  test('--dry-run writes nothing and says what it would do', async () => {
    const host = await withWorkbook();
    const names = [...host.files.keys()];
    const before = host.files.get('w.xlsx');
    host.put('rows.csv', `${DELIVERIES}A3,丙,五,2025-03-01,,\n`);
    const { exit, out } = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--dry-run', '--json');
    const document = JSON.parse(out);
    expect(exit).toBe(1);
    expect(document).toMatchObject({ dryRun: true, written: false, refused: false, rows: { accepted: 2, rejected: 1 }, rejected: [{ row: 4 }] });
    expect(document.columns).toContainEqual({ column: '承诺交期', by: 'header', source: '承诺交期' });
    expect([...host.files.keys()]).toEqual(names);
    expect(host.files.get('w.xlsx')).toBe(before);
  });

  test('ambiguous dates are refused as a column, and taken with --date-order', async () => {
    const host = await withWorkbook();
    const before = host.files.get('w.xlsx');
    host.put('rows.csv', DELIVERIES.replaceAll(/2025-(\d\d)-(\d\d)/g, (_, month: string, day: string) => (Number(day) > 12 ? `03-${month}-2025` : `${day}-${month}-2025`)));
    const call = ['import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv'];
    const refused = await host.run(...call);
    expect(refused.exit).toBe(2);
    expect(refused.err).toMatch(/^zhisheng: .*“承诺交期”.*--date-order/m);
    expect(refused.err).not.toMatch(/^(?!zhisheng: ).+/m);
    expect(host.files.get('w.xlsx')).toBe(before);
    expect((await host.run(...call, '--date-order', 'dmy')).exit).toBe(0);
  });

  test.each([
    ['a header of something else', 'a,b\n1,2\n', '订单号'],
    ['a required column missing', '订单号,客户\nA1,甲\n', '承诺交期'],
    ['nothing but a header', '订单号,客户,订货数量,承诺交期\n', '没有数据行'],
  ])('%s is refused with 2 and a sentence', async (_what, csv, words) => {
    const host = await withWorkbook();
    const before = host.files.get('w.xlsx');
    host.put('rows.csv', csv);
    const { exit, out, err } = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv');
    expect(exit).toBe(2);
    expect(err).toMatch(new RegExp(`^zhisheng: .*${words}`, 'm'));
    expect(out).toContain('没有导入，工作簿没有变。');
    expect(host.files.get('w.xlsx')).toBe(before);
  });

  test('a map with an unknown key, a sheet that was not chosen, --from-sheet for a CSV: 2', async () => {
    const host = await withWorkbook();
    host.put('m.json', '{"colums":{}}');
    const map = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--map', 'm.json');
    expect([map.exit, map.err.includes('colums')]).toEqual([2, true]);
    const sheet = await host.run('import', 'w.xlsx', '--sheet', '投诉', '--from', 'rows.csv');
    expect([sheet.exit, sheet.err]).toEqual([2, 'zhisheng: 工作簿里没有“数据_投诉”这张表。先用 zhisheng new --sheets 生成含这张表的工作簿。\n']);
    const fromSheet = await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv', '--from-sheet', 'x');
    expect([fromSheet.exit, fromSheet.err]).toEqual([2, 'zhisheng: --from-sheet 只用于 xlsx 文件，“rows.csv”是文本文件。\n']);
  });

  test('rows of another workbook: the sheet is found, or named', async () => {
    const host = await withWorkbook();
    await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv');
    await host.run('new', '--out', 'v.xlsx', '--profile', 'p.json', '--sheets', '销售交付');
    const taken = await host.run('import', 'v.xlsx', '--sheet', '销售交付', '--from', 'w.xlsx', '--json');
    expect(JSON.parse(taken.out)).toMatchObject({ encoding: 'xlsx', fromSheet: '数据_销售交付', rows: { accepted: 2 } });
    const missing = await host.run('import', 'v.xlsx', '--sheet', '销售交付', '--from', 'w.xlsx', '--from-sheet', '无此表');
    expect([missing.exit, missing.err.startsWith('zhisheng: “w.xlsx”里没有名为“无此表”的表。它有：首页、')]).toEqual([2, true]);
  });
});

describe('check and measure', () => {
  test('check is 1 with errors and says where; several files give a list', async () => {
    const host = await withWorkbook('销售交付');
    const one = await host.run('check', 'w.xlsx', '--json');
    const document = JSON.parse(one.out);
    expect(document.file).toBe('w.xlsx');
    expect(document.issues).toContainEqual(expect.objectContaining({ code: 'cell/required', severity: 'error', sheet: '首页', message: expect.stringContaining('企业名称') }));
    expect(document.summary.error).toBe(document.issues.filter((issue: { severity: string }) => issue.severity === 'error').length);
    expect(one.exit).toBe(1);
    const two = JSON.parse((await host.run('check', 'w.xlsx', 'w.xlsx', '--json')).out);
    expect(two).toEqual([document, document]);
  });

  test('measure without periods says so, and gives nulls', async () => {
    const host = memoryHost();
    await host.run('new', '--out', 'w.xlsx', '--sheets', '投诉');
    const { exit, out } = await host.run('measure', 'w.xlsx', '--json');
    expect([exit, JSON.parse(out)]).toEqual([0, { file: 'w.xlsx', asOf: null, periods: null, metrics: [], changes: [] }]);
    expect((await host.run('measure', 'w.xlsx')).out).toContain('没有计算任何指标');
  });

  test('measure in words: a line per metric with data, the others named', async () => {
    const host = await withWorkbook();
    await host.run('import', 'w.xlsx', '--sheet', '销售交付', '--from', 'rows.csv');
    const { out } = await host.run('measure', 'w.xlsx');
    expect(out).toMatch(/^6\.6 +产品\/服务准时交付率 .*50\.0% \(1\/2\) 样本少/m);
    expect(out).toContain('提升前 2024-01-01 – 2024-12-31；提升后 2025-01-01 – 2025-12-31；数据截止日 2025-12-31');
    expect(out).toMatch(/没有数据的指标：\d+ 个/);
  });
});
