/** `check --report`: one page for many files, the worst first, whole, escaped; what cannot be read is in it too. */
import { html } from '../../src/cli/html';
import { REPORT_SIGN, reportPage } from '../../src/cli/report-page';
import type { Issue } from '../../src/core/issue/issue';
import { describe, expect, test } from '@jest/globals';
import { memoryHost, type MemoryHost } from '../support/cli-host';

const issue = (sheet: string, severity: Issue['severity'], value: string): Issue =>
  ({ code: severity === 'error' ? 'cell/kind' : 'cell/space', severity, sheet, cell: 'E4', clause: 'A.1 6.6', params: { column: '订货数量', value, kind: 'number', right: value } });
const check = (enterprise: string, issues: readonly Issue[]) => ({ enterprise, asOf: 46_000, issues, stages: [] });

const HOSTILE = `"><script>alert('x')</script>&amp;<img src=x onerror=1>\u0000=1+1`;

describe('the page', () => {
  const page = reportPage([
    { file: 'out/好.xlsx', outcome: check('甲', []) },
    { file: 'out/差.xlsx', outcome: check('乙', [issue('数据_采购', 'warning', 'a'), issue('数据_销售交付', 'warning', 'b'), issue('数据_销售交付', 'error', 'c')]) },
    { file: 'out/坏.xlsx', outcome: { failure: '“out/坏.xlsx”：文件已损坏。' } },
  ], '2025-03-01', 'zh');

  test('the files that cannot be read first, then the worst; in a file the worst sheet, in a sheet errors', () => {
    expect([...page.matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, name]) => name)).toEqual(['out/坏.xlsx', 'out/差.xlsx', 'out/好.xlsx']);
    expect([...page.matchAll(/<caption>(\S+) <small>(.*?)<\/small>/gu)].map(([, sheet, said]) => `${sheet} ${said}`)).toEqual(['数据_销售交付 错误 1 · 警告 1', '数据_采购 警告 1']);
    expect([...page.matchAll(/<tr class="(error|warning)">/gu)].map(([, level]) => level)).toEqual(['error', 'warning', 'warning']);
    expect(page).toContain('3 个文件：错误 1 个，警告 2 个，提示 0 个');
  });

  test('what is said of many cells in the same words is said once, with every cell', () => {
    const many = ['E4', 'E5', 'E6', 'E9', 'F10', 'E10', 'E11', ''].map((cell): Issue => ({ ...issue('数据_采购', 'error', 'x'), cell }));
    const one = reportPage([{ file: 'a.xlsx', outcome: check('甲', [...many, issue('数据_采购', 'error', 'y')]) }], '2025-03-01', 'zh');
    expect([...one.matchAll(/<td class="cell">(.*?)<\/td>/gu)].map(([, cells]) => cells)).toEqual(['E4:E6, E9, F10, E10:E11, ', 'E4']);
    expect(one).toContain('（共 8 处）');
  });

  test('every link leads to a place in the page', () => {
    const links = [...page.matchAll(/href="#(\w+)"/gu)].map(([, id]) => id);
    expect(links.length).toBe(3);
    expect(links.every((id) => page.includes(`id="${id}"`))).toBe(true);
  });

  test('nothing is run and nothing is fetched', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\bsrc=|https?:/iu);
    expect(page).toContain("default-src 'none'");
    expect(page.startsWith(REPORT_SIGN)).toBe(true);
  });
});

test('whatever names and cells hold stands in the page as text', () => {
  const page = reportPage([{ file: `${HOSTILE}.xlsx`, outcome: check(HOSTILE, [{ ...issue(HOSTILE, 'error', HOSTILE), cell: HOSTILE, clause: HOSTILE }]) }, { file: 'b.xlsx', outcome: { failure: HOSTILE } }], '2025-03-01', 'en');
  const inside = page.slice(page.indexOf('<body>'));
  expect(inside).not.toMatch(/<script|<img|onerror=1>/u);
  expect(inside).not.toContain('\u0000');
  expect(inside).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;&lt;img src=x onerror=1&gt;\ufffd=1+1');
  // The tags are ours and balanced.
  for (const tag of ['table', 'tr', 'td', 'section', 'caption']) expect([tag, page.split(`<${tag}`).length]).toEqual([tag, page.split(`</${tag}>`).length]);
});

test('markup is put in as it is, texts are not', () => expect(html`<b>${'<i>'}${html`<i>`}${[html`<u>`, html`<s>`]}${3}</b>`.html).toBe('<b>&lt;i&gt;<i><u>\n<s>3</b>'));

describe('the command', () => {
  const made = async (): Promise<MemoryHost> => {
    const host = memoryHost();
    await host.run('new', '--out', 'w.xlsx', '--sheets', '投诉');
    host.put('broken.xlsx', 'PK not a workbook');
    return host;
  };

  test('writes the page, says a line per file, and goes on after a file that cannot be read', async () => {
    const host = await made();
    const { exit, out, err } = await host.run('check', 'broken.xlsx', 'w.xlsx', '--report', 'r.html');
    expect([exit, out.split('\n')]).toEqual([3, [expect.stringMatching(/^w\.xlsx：错误 \d+ 个/u), '检查报告已写到：r.html', '']]);
    expect(err).toContain('broken.xlsx');
    const page = new TextDecoder().decode(host.files.get('r.html'));
    expect([page.includes('<h2>broken.xlsx</h2>'), page.includes('首页')]).toEqual([true, true]);
    expect((await host.run('check', 'w.xlsx', '--report', 'r.html')).exit).toBe(1);
    expect(new TextDecoder().decode(host.files.get('r.html'))).not.toContain('broken');
  });

  test('replaces an earlier report, and no other file', async () => {
    const host = await made();
    const before = host.files.get('w.xlsx');
    const { exit, err } = await host.run('check', 'w.xlsx', '--report', 'w.xlsx');
    expect([exit, err, host.files.get('w.xlsx')]).toEqual([3, 'zhisheng: “w.xlsx”已经存在，而且不是检查报告，没有动它。换一个名字，例如“w-2.html”。\n', before]);
    expect((await host.run('check', 'w.xlsx', '--restore', '--report', 'r.html')).exit).toBe(2);
  });
});
