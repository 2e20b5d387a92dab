/**
 * The whole way of a workbook by the command line: the clerk shares it, the helper reviews and edits a copy, the manager edits another; both
 * come back and are merged, findings are answered, the step is signed, the records are sealed, verified, archived, and the package verified.
 * What is in the package is held against Node's own SHA-256 and another reader of zip.
 */
import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { memoryHost, type MemoryHost, type Run } from '../support/cli-host';
import { describeWithOpenpyxl, openpyxlLoads, runOpenpyxl } from '../support/openpyxl';

const PROFILE = JSON.stringify({ enterprise: { name: '甲泵业有限公司', city: '徐州市' }, periods: { baseline: ['2024-01-01', '2024-12-31'], current: ['2025-01-01', '2025-12-31'] }, asOf: '2025-12-31' });
const bytesOf = (host: MemoryHost, file: string): Uint8Array => host.files.get(file) ?? new Uint8Array();
const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function edit(host: MemoryHost, file: string, lines: string): Promise<void> {
  const code = `import io, sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nrows, home, d, records = [book[n] for n in ('数据_销售交付', '首页', '附录D 问题诊断表', '记录目录')]\ndef at(label): return next(c for r in home.iter_rows() for c in r if c.value == label).offset(0, 1)\n${lines}\nout = io.BytesIO()\nbook.save(out)\nsys.stdout.buffer.write(out.getvalue())`;
  host.files.set(file, new Uint8Array(await runOpenpyxl(code, [bytesOf(host, file)])));
}

async function done(host: MemoryHost, ...argv: readonly string[]): Promise<Run> {
  const result = await host.run(...argv);
  expect([argv.slice(0, 2), result.exit, result.err]).toEqual([argv.slice(0, 2), 0, '']);
  return result;
}

/** The package with its files changed as another program would write it. */
function repacked(bytes: Uint8Array, change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(bytes);
  change(files);
  return zipSync(files);
}

describeWithOpenpyxl('a workbook on its way', () => {
  let host: MemoryHost;
  let digest: string;
  let seal: string;

  test('shared, reviewed, edited by two, merged', async () => {
    host = memoryHost();
    host.put('p.json', PROFILE);
    host.put('o.csv', '订单号,客户,订货数量,承诺交期,交付日期,交付数量\n0001,甲,5,2025-03-01,2025-03-01,5\n0002,乙,6,2025-03-02,2025-03-09,6\n0003,丙,7,2025-03-03,2025-03-03,7\n');
    await done(host, 'new', '--out', 'w.xlsx', '--profile', 'p.json', '--sheets', '销售交付,附录D 问题诊断表,记录目录,审核记录', '--by', '张文员');
    await done(host, 'import', 'w.xlsx', '--sheet', '销售交付', '--from', 'o.csv');
    await done(host, 'share', 'w.xlsx', '--out', 'helper.xlsx', '--by', '张文员', '--to', '李思明');
    await done(host, 'share', 'w.xlsx', '--out', 'manager.xlsx', '--by', '张文员', '--to', '王德厚');

    await edit(host, 'helper.xlsx', "rows.insert_rows(4)\nrows['A4'], rows['C4'], rows['E4'] = '0004', '丁', 8\nat('所在设区市').value = '宿迁市'\nd['A9'] = '交付不准时'");
    await done(host, 'review', 'helper.xlsx', '--add', '交付日期请核对', '--sheet', '数据_销售交付', '--cell', 'G6', '--clause', '6.6', '--by', '李思明');
    await edit(host, 'manager.xlsx', "rows['E5'] = 60\nat('所在设区市').value = '南京市'\nrows.insert_cols(4)\nrows['D3'] = '跟单员'");

    const first = JSON.parse((await done(host, 'merge', 'w.xlsx', 'helper.xlsx', '--out', 'w.xlsx', '--json')).out);
    expect(first).toMatchObject({ ancestor: { from: 'stamp', handCopy: null }, conflicts: [], duplicates: [] });
    const second = await host.run('merge', 'w.xlsx', 'manager.xlsx', '--out', 'w.xlsx', '--keep-copy', '--json');
    expect([second.exit, second.err]).toEqual([1, '']);
    const { conflicts } = JSON.parse(second.out);
    expect(conflicts).toMatchObject([{ kind: 'value', sheet: '首页', item: '所在设区市', base: '徐州市', mine: '宿迁市', theirs: '南京市' }]);
    const { sheets } = await openpyxlLoads(bytesOf(host, 'w.xlsx'));
    const rows = sheets.find(({ name }) => name === '数据_销售交付')?.cells ?? [];
    const column = (at: number): unknown => rows.filter((cell) => cell.row >= 4 && cell.column === at).map(({ value }) => value);
    expect([column(1), column(5)]).toEqual([['0001', '0002', '0003', '0004'], [5, 60, 7, 8]]);
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['合并冲突', '合并来源']));
  }, 120_000);

  test('answered, signed, sealed, verified', async () => {
    // Row 0002 was row 6 of the helper's copy and is row 5 here.
    const { findings } = JSON.parse((await host.run('review', 'w.xlsx', '--json')).out);
    expect(findings).toMatchObject([{ finding: '交付日期请核对', cell: 'G5', state: 'open', place: { state: 'found' } }]);
    await edit(host, 'w.xlsx', "at('所在设区市').value = '南京市'\nfor row in records.iter_rows(min_row=4):\n  if row[0].value and 'c）' in str(row[0].value): row[5].value, row[6].value = '诊断表扫描件.pdf', '已归档'");
    await done(host, 'review', 'w.xlsx', '--answer', '1', '--text', '已按送货单改正', '--by', '王德厚');
    await done(host, 'review', 'w.xlsx', '--accept', '1', '--by', '李思明');
    await done(host, 'review', 'w.xlsx', '--sign', '7.3', '--by', '王德厚');
    await done(host, 'review', 'w.xlsx', '--sign', '7.3', '--party', 'agency', '--by', '李思明');
    expect(JSON.parse((await done(host, 'review', 'w.xlsx', '--json')).out).signoffs.find(({ stage }: { stage: string }) => stage === '7.3')).toMatchObject({ enterprise: { state: 'holds' }, agency: { state: 'holds' } });
    seal = JSON.parse((await done(host, 'seal', 'w.xlsx', '--by', '李思明', '--json')).out).seal.digest;
    expect((await done(host, 'verify', 'w.xlsx', '--digest', seal)).out).toContain('没有改动');
  }, 120_000);

  test('archived with its evidence, and the package verified', async () => {
    host.put('证据/诊断表扫描件.pdf', '%PDF-1.4 诊断');
    host.put('证据/照片/现场.jpg', 'JPEG');
    host.put('证据/Thumbs.db', 'x');
    const before = bytesOf(host, 'w.xlsx');
    const { out } = await done(host, 'archive', 'w.xlsx', '证据', '--out', '归档.zip', '--by', '李思明', '--json');
    const said = JSON.parse(out);
    digest = said.digest;
    expect(bytesOf(host, 'w.xlsx')).toBe(before);
    const files = unzipSync(bytesOf(host, '归档.zip'));
    expect(Object.keys(files)).toEqual(['w.xlsx', '附件/证据/照片/现场.jpg', '附件/证据/诊断表扫描件.pdf', '目录.xlsx', '目录.json', 'SHA256SUMS.txt']);
    expect(Buffer.from(files['w.xlsx'] ?? []).equals(Buffer.from(before))).toBe(true);
    expect(said).toMatchObject({ passed: 1, seal: { number: 1, digest: seal } });
    for (const { path, sha256, size } of said.entries) expect([path, sha256, size]).toEqual([path, sum(files[path] ?? new Uint8Array()), files[path]?.length]);
    const sums = Buffer.from(files['SHA256SUMS.txt'] ?? []).toString('utf8').trimEnd().split('\n').map((line) => line.split('  '));
    expect(sums.map(([, path]) => path)).toEqual([...said.entries.map(({ path }: { path: string }) => path), '目录.json']);
    for (const [value, path = ''] of sums) expect([path, value]).toEqual([path, sum(files[path] ?? new Uint8Array())]);
    const list = await openpyxlLoads(files['目录.xlsx'] ?? new Uint8Array());
    expect(list.sheets.map(({ name }) => name)).toEqual(['归档文件', '记录']);
    const diagnosis = list.sheets[1]?.cells.find(({ value }) => value === '诊断表扫描件.pdf')?.row;
    expect(list.sheets[1]?.cells.filter(({ row }) => row === diagnosis).map(({ value }) => value)).toEqual(expect.arrayContaining(['7.3.2', '附件/证据/诊断表扫描件.pdf']));

    const verified = await done(host, 'verify', '归档.zip', '--digest', digest);
    expect(verified.out).toContain('归档.zip：4 个文件都与归档');
    expect(verified.out).toContain('包里的工作簿与第 1 次封存时一致');
    expect(verified.out).toContain('给出的值与包里的一致');
    // Packed by another program it is the same.
    host.files.set('重打包.zip', repacked(bytesOf(host, '归档.zip'), () => undefined));
    await done(host, 'verify', '重打包.zip');
  }, 120_000);

  test.each<[string, (files: Record<string, Uint8Array>) => void, string]>([
    ['a file changed', (files) => { files['附件/证据/照片/现场.jpg'] = Buffer.from('JPEX'); }, '附件/证据/照片/现场.jpg：内容有改动'],
    ['a file gone', (files) => { delete files['附件/证据/诊断表扫描件.pdf']; }, '附件/证据/诊断表扫描件.pdf：归档时有，现在没有'],
    ['a file added', (files) => { files['附件/补.pdf'] = Buffer.from('x'); }, '附件/补.pdf：归档以后加进来的'],
    ['the index rewritten', (files) => { files['目录.json'] = Buffer.from(Buffer.from(files['目录.json'] ?? []).toString('utf8').replace('李思明', '某某')); }, '目录.json 或 SHA256SUMS.txt 被改动过'],
    ['the workbook taken out', (files) => { delete files['w.xlsx']; }, '包里的工作簿打不开'],
  ])('%s: it is said', async (_, change, words) => {
    host.files.set('改.zip', repacked(bytesOf(host, '归档.zip'), change));
    expect(await host.run('verify', '改.zip')).toMatchObject({ exit: 1, out: expect.stringContaining(words) });
  });

  test('an index made anew over other files is seen by the value that was noted; damaged bytes are named', async () => {
    host.put('证据/照片/现场.jpg', 'JPEG, another');
    await done(host, 'archive', 'w.xlsx', '证据', '--out', '另.zip', '--by', '李思明');
    expect(await host.run('verify', '另.zip', '--digest', digest)).toMatchObject({ exit: 1, out: expect.stringContaining('不是当时归档的那一份') });
    const bytes = Uint8Array.from(bytesOf(host, '归档.zip'));
    const at = Buffer.from(bytes).indexOf('照片/现场.jpg') + Buffer.byteLength('照片/现场.jpg') + 1;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    host.files.set('坏.zip', bytes);
    expect(await host.run('verify', '坏.zip')).toMatchObject({ exit: 1, out: expect.stringMatching(/附件\/证据\/照片\/现场\.jpg：(?:已损坏|内容有改动)/u) });
    host.files.set('空.zip', repacked(bytesOf(host, '归档.zip'), (files) => delete files['目录.json']));
    expect(await host.run('verify', '空.zip')).toMatchObject({ exit: 2, err: expect.stringContaining('目录.json') });
  });

  test('what changed after the seal is named, and is not archived', async () => {
    await edit(host, 'w.xlsx', "rows['E5'] = 61");
    expect(await host.run('verify', 'w.xlsx')).toMatchObject({ exit: 1, out: expect.stringContaining('数据_销售交付 E5：原来“60”，现在“61”') });
    expect(await host.run('archive', 'w.xlsx', '--out', '再.zip')).toMatchObject({ exit: 2, err: expect.stringContaining('数据_销售交付 E5') });
    expect(await host.run('archive', 'w.备份.xlsx', '--out', '再.zip')).toMatchObject({ exit: 2, err: expect.stringContaining('没有有效的封存') });
    expect(host.files.has('再.zip')).toBe(false);
  });
});
