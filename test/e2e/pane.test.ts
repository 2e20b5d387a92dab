/** The page as it is built, in Chromium: the job from the sample to the saved file, at the narrowest width, audited on every page. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { loadStandard } from '../../src/app/standard';
import { openWorkbook } from '../../src/app/load-workbook';
import { blobSource } from '../../src/host/web/blob-source';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { CHROMIUM, startChromium } from '../support/chromium';
import { startedPage, type StartedPage } from '../support/started-page';
import { describeWith } from '../support/tools';

const ROOT = join(__dirname, '../..');
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const ORDERS = ['订单号,行号,客户,产品,订货数量,承诺交期,交付日期,交付数量,按期交付数量', 'T1,1,甲,泵,10,03-06-2026,03-05-2026,10,10', 'T2,1,乙,泵,很多,04-06-2026,04-05-2026,5,5'].join('\n');

/** The page's own policy forbids the browser's way of polling, which evaluates text. Throws after half a minute. */
async function until(holds: () => Promise<boolean>, tries = 300): Promise<void> {
  if (await holds()) return;
  if (tries === 0) throw new Error('it never came to hold');
  await new Promise((done) => setTimeout(done, 100));
  await until(holds, tries - 1);
}

describeWith('Chromium', CHROMIUM !== null, 'the pane in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhisheng-pane-'));
  const requested: string[] = [];
  let site: StartedPage;
  let browser: Browser;
  let page: Page;
  let origin = '';

  beforeAll(async () => {
    site = await startedPage();
    ({ origin } = site);
    browser = await startChromium();
    page = await (await browser.newContext({ viewport: { width: 320, height: 720 }, locale: 'zh-CN' })).newPage();
    page.on('request', (request) => requested.push(request.url()));
    // Files are then chosen by an input and saved by a download, which a test can drive.
    await page.addInitScript('delete window.showOpenFilePicker; delete window.showSaveFilePicker;');
    await page.goto(`${origin}/`);
  }, 400_000);

  afterAll(async () => {
    await browser.close();
    site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /**
   * Rules of axe that the page breaks, with the first place of each; and how far it is wider than the window. Left out are the
   * stops that Fluent puts around a list for the Tab key: they are hidden from readers, take the focus and hand it on at once.
   */
  async function faults(): Promise<unknown> {
    await page.evaluate(AXE);
    return page.evaluate('axe.run({ exclude: [["[data-tabster-dummy]"]] }).then(({ violations }) => ({ violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`), wider: document.documentElement.scrollWidth - innerWidth }))');
  }

  test('starts with the sample, audited', async () => {
    await page.getByText('打开示例工作簿').waitFor();
    expect(await faults()).toEqual({ violations: [], wider: 0 });
    await page.getByText('打开示例工作簿').click();
    await page.getByText('各环节都已完成。').waitFor({ timeout: 90_000 });
  }, 120_000);

  test.each(['进度', '表单', '数据', '检查', '指标'])('%s breaks no rule of accessibility and fits 320 px', async (name) => {
    await page.getByRole('tab', { name }).click();
    await page.locator('main section').first().waitFor();
    await page.locator('main [role=status]').waitFor({ state: 'detached' });
    expect(await faults()).toEqual({ violations: [], wider: 0 });
  }, 60_000);

  test('entries that are not written outlast a look elsewhere, are written, and taken back', async () => {
    const head = page.getByLabel('企业负责人');
    await page.getByRole('tab', { name: '表单' }).click();
    const before = await head.inputValue();
    await head.fill('王建国');
    await page.getByRole('tab', { name: '进度' }).click();
    await page.getByText('表单有填写未写入').waitFor();
    await page.getByRole('tab', { name: '表单' }).click();
    expect(await head.inputValue()).toBe('王建国');
    await page.getByRole('button', { name: '写入工作簿' }).click();
    await page.getByText('已写入首页。').waitFor({ timeout: 90_000 });
    expect(await page.getByText('表单有填写未写入').count()).toBe(0);
    await page.getByRole('button', { name: '撤销：填写首页' }).click();
    await until(async () => (await head.inputValue()) === before);
  }, 240_000);

  test('shows the rows behind a figure, the failing ones first', async () => {
    await page.getByRole('tab', { name: '指标' }).click();
    await page.getByRole('button', { name: /^6\.6 / }).click();
    await page.getByText('432 ÷ 455').waitFor();
    const rows = page.getByRole('region', { name: '数据_销售交付' });
    await rows.waitFor();
    const standings = await rows.locator('tbody tr td:nth-child(2)').allInnerTexts();
    expect(standings.slice(0, 23)).toEqual(Array.from({ length: 23 }, () => '不合要求'));
    expect(standings.slice(23)).not.toContain('不合要求');
    expect(await faults()).toEqual({ violations: [], wider: 0 });
  }, 120_000);

  test('imports orders: the date is asked, the wrong row corrected, the file saved whole', async () => {
    writeFileSync(join(folder, 'orders.csv'), ORDERS);
    await page.getByRole('tab', { name: '数据' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('向数据_销售交付导入').click();
    await (await chooser).setFiles(join(folder, 'orders.csv'));
    await page.getByRole('button', { name: '2026-03-06' }).click();
    await page.getByText('可导入 1 行，不能导入 1 行。').waitFor();
    await page.getByLabel('改正 来源第 3 行').click();
    await page.getByRole('listitem').filter({ hasText: '来源第 3 行' }).getByLabel('订货数量').fill('5');
    await page.getByText('改好了').click();
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await page.getByText('已向数据_销售交付导入 2 行。').waitFor({ timeout: 90_000 });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存' }).click();
    await (await download).saveAs(join(folder, 'saved.xlsx'));
    const { content, issues } = await openWorkbook(blobSource(new Blob([readFileSync(join(folder, 'saved.xlsx'))]), 'saved.xlsx'), createXlsxFormat(), loadStandard());
    expect(issues).toEqual([]);
    expect(content.rows['deliveries']?.reduce((sum, { length }) => sum + length, 0)).toBe(832);
  }, 240_000);

  test('keeps what was downloaded until the person deletes it', async () => {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '关闭工作簿' }).click();
    await page.getByText('这台电脑上保留着一份工作').waitFor();
    await page.reload();
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByText('有修改未保存').waitFor({ timeout: 90_000 });
    await page.getByRole('tab', { name: '数据' }).click();
    await page.getByText(/832/).first().waitFor();
    expect(await page.getByText('有修改未保存').count()).toBe(1);
  }, 120_000);

  test('asked nobody but its own site', () => {
    expect(requested.length).toBeGreaterThan(3);
    expect(requested.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
  });
});
