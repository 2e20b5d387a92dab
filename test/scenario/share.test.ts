/**
 * A copy with pseudonyms: no name is left in any part of the package, whoever saved the workbook and wherever people wrote one, and
 * every figure is the same. The copy comes back, and the names with it.
 */
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { simpleMail } from '../support/read-mail';
import { memoryHost, type MemoryHost } from '../support/cli-host';
import { describeWithLibreOffice, editWithBasic } from '../support/libreoffice';
import { describeWithOpenpyxl, openpyxlLoads, runOpenpyxl } from '../support/openpyxl';

const PROFILE = JSON.stringify({ enterprise: { name: '甲泵业有限公司', head: '王德厚' }, agency: { name: '正和咨询', personnel: ['李思明', 'Anna Schmidt'] }, periods: { baseline: ['2024-01-01', '2024-12-31'], current: ['2025-01-01', '2025-12-31'] }, asOf: '2025-12-31' });
/** Alone, in brackets, with signs that XML escapes, one inside another, and one that is a number. */
const CUSTOMERS = ['南京水务集团', '南京水务集团二公司', "O'Neil & Söhne", 'Al', '客户', '1001'];
const SUPPLIERS = ['苏北铸造厂', 'Müller <GmbH>'];
const STAFF = ['王德厚', '李思明', 'Anna Schmidt', '赵铁柱'];
/** Words of the forms themselves are replaced where a cell holds nothing else. */
const GONE = [...CUSTOMERS.filter((name) => name !== '客户' && name !== '1001'), ...SUPPLIERS, ...STAFF];

const orders = CUSTOMERS.map((name, i) => `A${i},"${name}",5,2025-0${i + 1}-01,2025-0${i + 1}-${i % 2 === 0 ? '01' : '09'},5`);
const purchases = SUPPLIERS.map((name, i) => `P${i},"${name}",铸件,9,2025-03-1${i},2025-03-11,9,合格`);

let made: ReadonlyMap<string, Uint8Array> | null = null;

/** The same files for every test. */
async function filled(): Promise<MemoryHost> {
  const host = memoryHost();
  made ??= new Map((await fill()).files);
  for (const [name, bytes] of made) host.files.set(name, bytes);
  return host;
}

async function fill(): Promise<MemoryHost> {
  const host = memoryHost();
  host.put('p.json', PROFILE);
  host.put('o.csv', ['订单号,客户,订货数量,承诺交期,交付日期,交付数量', ...orders].join('\n'));
  host.put('b.csv', ['采购单号,供方,物料,订货数量,承诺交期,到货日期,到货数量,检验结论', ...purchases].join('\n'));
  host.put('e.csv', '工号,姓名,入职日期\n0001,赵铁柱,2020-01-01\n0002,王德厚,2019-01-01\n');
  // Categories of problems stand in the caches of the charts.
  host.put('q.csv', ['编号,来源,类别,发现日期,要求完成日期', ...['2024', '2025'].flatMap((year) => Array.from({ length: 6 }, (_, i) => `Q${year}${i},客户反馈,${i % 2 === 0 ? '南京水务集团投诉' : '赵铁柱的工序'},${year}-0${i + 1}-03,${year}-0${i + 1}-20`))].join('\n'));
  await host.run('new', '--out', 'w.xlsx', '--profile', 'p.json', '--sheets', '销售交付,采购,员工,质量问题,附录D 问题诊断表,成效总结,方案实施,审核记录');
  for (const [sheet, from] of [['销售交付', 'o.csv'], ['采购', 'b.csv'], ['员工', 'e.csv'], ['质量问题', 'q.csv']] as const) {
    // oxlint-disable-next-line no-await-in-loop -- each goes into the file that the last one left
    expect((await host.run('import', 'w.xlsx', '--sheet', sheet, '--from', from)).exit).toBe(0);
  }
  // Findings and what was signed hold names too.
  const finding = ['review', 'w.xlsx', '--add', '王德厚没有签名，苏北铸造厂的证书过期', '--sheet', '数据_销售交付', '--cell', 'C4', '--by', 'Anna Schmidt', '--level', 'note'] as const;
  expect((await host.run(...finding)).exit).toBe(0);
  expect((await host.run('review', 'w.xlsx', '--sign', '7.6', '--party', 'agency', '--by', '李思明')).err).toBe('');
  return host;
}

const fileOf = (host: MemoryHost, name: string): Uint8Array => host.files.get(name) ?? new Uint8Array();

/** Names with the parts that hold them, as they are written or escaped, in either width. */
function leaks(bytes: Uint8Array, names: readonly string[]): readonly string[] {
  const escaped = (name: string): string => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return Object.entries(unzipSync(bytes)).flatMap(([path, part]) => {
    const texts = [Buffer.from(part).toString('utf8'), Buffer.from(part).toString('utf16le'), path];
    const plain = texts.map((text) => text.replaceAll(/<[^>]*>/g, ''));
    return names.filter((name) => [name, escaped(name), encodeURI(name), encodeURIComponent(name)].some((form) => {
      const found = new RegExp(`(?<![A-Za-z0-9$])${form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![A-Za-z0-9$])`, 'iu');
      // Packed states are no text: two letters may stand there by chance.
      return [...texts, ...plain].some((text) => found.test(text.replaceAll(/:[A-Za-z0-9+/]{60,}=*/g, '')));
    })).map((name) => `${path}: ${name}`);
  });
}

async function measured(host: MemoryHost, file: string): Promise<unknown> {
  return { ...JSON.parse((await host.run('measure', file, '--json')).out), file: '' };
}

async function shared(host: MemoryHost): Promise<Record<string, unknown>> {
  const { exit, out, err } = await host.run('share', 'w.xlsx', '--out', 'anon.xlsx', '--pseudonyms', '--by', '张文员', '--replace', '--json');
  expect([exit, err]).toEqual([0, '']);
  return JSON.parse(out);
}

const NAMES = z.object({ names: z.array(z.object({ kind: z.string(), name: z.string(), pseudonym: z.string() })) });

/** Parts that hold a name. */
const holders = (host: MemoryHost): readonly string[] => [...new Set(leaks(fileOf(host, 'w.xlsx'), GONE).map((one) => one.replace(/: .*/, '')))];

async function isAnonymous(host: MemoryHost): Promise<void> {
  expect(leaks(fileOf(host, 'w.xlsx'), GONE).length).toBeGreaterThan(GONE.length);
  expect(leaks(fileOf(host, 'anon.xlsx'), GONE)).toEqual([]);
  expect(await measured(host, 'anon.xlsx')).toEqual(await measured(host, 'w.xlsx'));
}

describeWithOpenpyxl('without other programs', () => {
test('a workbook as it was generated', async () => {
  const host = await filled();
  const said = await shared(host);
  expect(said).toMatchObject({ pseudonyms: { key: 'w.化名对照.json' }, notes: [{ code: 'share/errors' }, { code: 'share/kept-names', params: { names: '客户' } }] });
  await isAnonymous(host);
  for (const kind of [/charts\/chart/, /sharedStrings/]) expect([kind, holders(host).some((path) => kind.test(path))]).toEqual([kind, true]);
  const names = NAMES.parse(JSON.parse(Buffer.from(fileOf(host, 'w.化名对照.json')).toString('utf8'))).names;
  expect(names.map(({ name }) => name).sort()).toEqual([...CUSTOMERS, ...SUPPLIERS, ...STAFF].sort());
  const cells = (await openpyxlOr(host, 'anon.xlsx')).map(String);
  for (const { pseudonym } of names.filter(({ kind }) => kind !== 'staff')) expect(cells).toContain(pseudonym);
  // The list is gone on with: a second copy has the same pseudonyms.
  await shared(host);
  expect(NAMES.parse(JSON.parse(Buffer.from(fileOf(host, 'w.化名对照.json')).toString('utf8'))).names).toEqual(names);
});
});

/** Values of the data sheets. */
async function openpyxlOr(host: MemoryHost, file: string): Promise<readonly unknown[]> {
  const { sheets } = await openpyxlLoads(fileOf(host, file));
  return sheets.filter(({ name }) => name.startsWith('数据_')).flatMap(({ cells }) => cells.map(({ value }) => value));
}

describeWithLibreOffice('a workbook that LibreOffice saved', () => {
  test('with a name in a comment, a sheet, a formula, a defined name, rich text and the cache of a chart', async () => {
    const host = await filled();
    host.files.set('w.xlsx', await editWithBasic(fileOf(host, 'w.xlsx'), `
      home = doc.Sheets.getByName("首页")
      home.unprotect("")
      home.Annotations.insertNew(home.getCellRangeByName("B5").CellAddress, "赵铁柱：南京水务集团催货")
      doc.Sheets.insertNewByName("南京水务集团台账", 1)
      board = doc.Sheets.getByName("南京水务集团台账")
      board.getCellRangeByName("A1").String = "客户名"
      board.getCellRangeByName("B1").String = "单数"
      board.getCellRangeByName("A2").String = "南京水务集团"
      board.getCellRangeByName("B2").Formula = "=COUNTIF($'数据_销售交付'.C4:C20;""南京水务集团"")"
      board.getCellRangeByName("A3").String = "苏北铸造厂与赵铁柱"
      board.getCellRangeByName("B3").Value = 2
      cell = board.getCellRangeByName("A5")
      cell.String = "跟进赵铁柱的事"
      cursor = cell.createTextCursor()
      cursor.gotoStart(False)
      cursor.goRight(3, False)
      cursor.goRight(1, True)
      cursor.CharWeight = 150
      Dim place As New com.sun.star.awt.Rectangle
      place.X = 4000 : place.Y = 2000 : place.Width = 8000 : place.Height = 6000
      Dim ranges(0) As New com.sun.star.table.CellRangeAddress
      ranges(0) = board.getCellRangeByName("A1:B3").RangeAddress
      board.Charts.addNewByName("图", place, ranges(), True, True)
      Dim at As New com.sun.star.table.CellAddress
      doc.NamedRanges.addNewByName("赵铁柱的格", "$'南京水务集团台账'.$A$2", at, 0)
      doc.DocumentProperties.Author = "赵铁柱"
      doc.DocumentProperties.Subject = "南京水务集团"
    `));
    const held = holders(host);
    for (const kind of [/charts\/chart/, /comments/, /docProps\/core/, /workbook\.xml/, /sharedStrings/]) expect([kind, held.some((path) => kind.test(path))]).toEqual([kind, true]);
    const said = await shared(host);
    expect(JSON.stringify(said)).toContain('share/comments');
    await isAnonymous(host);
    const { sheets } = await openpyxlLoads(fileOf(host, 'anon.xlsx'));
    const board = sheets.find(({ name }) => /^客户\d+台账$/.test(name));
    expect(board?.cells.find(({ row, column }) => row === 2 && column === 2)).toMatchObject({ formula: expect.stringMatching(/"客户\d+"/), value: 1 });
    expect(board?.cells.find(({ row, column }) => row === 5 && column === 1)?.value).toMatch(/^跟进员工\d+的事$/);
  }, 200_000);
});

describeWithOpenpyxl('the copy comes back', () => {
  test('with its names; without the list it is refused', async () => {
    const host = await filled();
    await shared(host);
    host.files.set('back.xlsx', await runOpenpyxl(`
import io, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
rows = book['数据_销售交付']
rows['E4'] = 6
book['附录D 问题诊断表']['A9'] = rows['C4'].value + '的订单变更没有评审'
out = io.BytesIO()
book.save(out)
sys.stdout.buffer.write(out.getvalue())`, [fileOf(host, 'anon.xlsx')]));
    expect(await host.run('merge', 'w.xlsx', 'back.xlsx', '--out', 'm.xlsx')).toMatchObject({ exit: 2, err: expect.stringContaining('化名') });
    const { exit, out } = await host.run('merge', 'w.xlsx', 'back.xlsx', '--key', 'w.化名对照.json', '--out', 'm.xlsx', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ancestor: { from: 'stamp' }, twoWay: false, conflicts: [], counts: { taken: 2 } });
    const cells = (await openpyxlLoads(fileOf(host, 'm.xlsx'))).sheets;
    expect(cells.find(({ name }) => name === '附录D 问题诊断表')?.cells.map(({ value }) => value)).toContain('南京水务集团的订单变更没有评审');
  });
});

describeWithOpenpyxl('a mail', () => {
test('a mail draft: the file attached, names and text in Chinese, not sent', async () => {
  const host = await filled();
  const { exit, out } = await host.run('share', 'w.xlsx', '--out', '副本 (1).xlsx', '--mail', '--to', '李思明 <li@example.com>', '--by', '张文员');
  expect(exit).toBe(0);
  expect(out).toContain('邮件草稿：副本 (1).eml');
  const mail = await simpleMail(fileOf(host, '副本 (1).eml'));
  expect(mail).toMatchObject({ unsent: '1', to: '李思明 <li@example.com>', subject: '甲泵业有限公司质量管理体系认证提升工作簿', fileName: '副本 (1).xlsx' });
  expect(mail.body).toContain('附件是甲泵业有限公司的认证提升工作簿（副本 (1).xlsx）');
  expect(mail.body).toContain('张文员');
  expect(Buffer.from(mail.file, 'base64').equals(Buffer.from(fileOf(host, '副本 (1).xlsx')))).toBe(true);
});
});

test('not over the file itself, and not over another', async () => {
  const host = await filled();
  expect((await host.run('share', 'w.xlsx', '--out', 'w.xlsx')).exit).toBe(2);
  expect((await host.run('share', 'w.xlsx', '--out', 'o.csv')).exit).toBe(3);
  host.put('bad.json', '{}');
  expect(await host.run('share', 'w.xlsx', '--out', 'x.xlsx', '--pseudonyms', '--key', 'bad.json')).toMatchObject({ exit: 2, err: expect.stringContaining('不是化名对照表') });
});
