/** The page as it is built, in Chromium: the job from the sample to the saved file, at the narrowest width, audited on every page. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CHROMIUM, startChromium } from '../support/chromium';
import { faultsInEveryLook, faults, SOUND, until, WITHOUT_PICKERS } from '../support/page-driver';
import { startedPage, type StartedPage } from '../support/started-page';
import { describeWith } from '../support/tools';
import { hostileTests } from './hostile';
import { keyboardTests } from './keyboard';
import { savingTests } from './saving';

const BUILT = join(__dirname, '../../dist/web');
/** What only the library of that name has in its scripts. */
const MARKS = { exceljs: 'spliceRows', charts: 'renderToSVGString', docx: '"w:document"' } as const;
const LONG = { timeout: 90_000 };

describeWith('Chromium', CHROMIUM !== null, 'the pane in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhisheng-pane-'));
  const requested: string[] = [];
  let context: BrowserContext;
  let site: StartedPage;
  let browser: Browser;
  let page: Page;
  let origin = '';

  beforeAll(async () => {
    site = await startedPage();
    ({ origin } = site);
    browser = await startChromium();
    context = await browser.newContext({ viewport: { width: 320, height: 720 }, locale: 'zh-CN' });
    await context.addInitScript(WITHOUT_PICKERS);
    page = await context.newPage();
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(`${origin}/`);
  }, 400_000);

  afterAll(async () => {
    await browser.close();
    site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Scripts that hold a library: asked for so far. */
  function askedFor(library: keyof typeof MARKS): number {
    const scripts = readdirSync(BUILT).filter((name) => name.endsWith('.js') && readFileSync(join(BUILT, name), 'utf8').includes(MARKS[library]));
    return scripts.filter((name) => requested.some((url) => url.endsWith(`/${name}`))).length;
  }

  test('starts, audited, without what it does not need yet', async () => {
    await page.getByText('打开示例工作簿').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([SOUND, SOUND, SOUND]);
    await page.getByRole('button', { name: '新建工作簿' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faults(page)).toEqual(SOUND);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(askedFor('exceljs') + askedFor('charts') + askedFor('docx')).toBe(0);
  }, 120_000);

  // Rows came in, forms, plan and findings were written: exceljs is for sheets that the workbook does not have yet.
  let beforeSigning: readonly unknown[] = [];
  keyboardTests(folder, () => page, () => {
    beforeSigning = [askedFor('exceljs'), askedFor('charts') > 0, askedFor('docx')];
  });

  test('a chart was drawn, a workbook changed and saved: exceljs came with the sheet of signatures, docx never', () => {
    expect(beforeSigning).toEqual([0, true, 0]);
    expect([askedFor('exceljs'), askedFor('docx')]).toEqual([1, 0]);
  });

  test.each(['进度', '表单', '数据', '检查', '指标', '方案', '审核'])('%s breaks no rule of accessibility in any look and fits 320 px', async (name) => {
    await page.getByRole('tab', { name }).click();
    await page.locator('main section').first().waitFor();
    await page.locator('main [role=status]').waitFor({ state: 'detached', ...LONG });
    expect(await faultsInEveryLook(page)).toEqual([SOUND, SOUND, SOUND]);
  }, 120_000);

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
    await page.getByText('434 ÷ 457').waitFor();
    const rows = page.getByRole('region', { name: '数据_销售交付' });
    await rows.waitFor();
    const standings = await rows.locator('tbody tr td:nth-child(2)').allInnerTexts();
    expect(standings.slice(0, 23)).toEqual(Array.from({ length: 23 }, () => '不合要求'));
    expect(standings.slice(23)).not.toContain('不合要求');
    expect(await faults(page)).toEqual(SOUND);
  }, 120_000);

  test('asks before unsaved work is given up; a killed tab loses none of it', async () => {
    const head = page.getByLabel('企业负责人');
    await page.getByRole('tab', { name: '表单' }).click();
    await head.fill('赵小明');
    await page.getByRole('button', { name: '写入工作簿' }).click();
    await page.getByText('已写入首页。').waitFor(LONG);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '关闭工作簿' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.waitFor();
    expect(await faults(page)).toEqual(SOUND);
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await head.inputValue()).toBe('赵小明');
    const asked = page.waitForEvent('dialog');
    void page.close({ runBeforeUnload: true });
    expect((await asked).type()).toBe('beforeunload');
    await (await asked).dismiss();
    // It is kept a moment after the last change.
    await page.waitForTimeout(2000);
    const session = await context.newCDPSession(page);
    void session.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');
    await page.close();
    page = await context.newPage();
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(`${origin}/`);
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByText('有修改未保存').waitFor(LONG);
    await page.getByRole('tab', { name: '表单' }).click();
    expect(await page.getByLabel('企业负责人').inputValue()).toBe('赵小明');
  }, 240_000);

  test('works without a network once it was loaded', async () => {
    const offline = await context.newPage();
    await offline.goto(`${origin}/`);
    await offline.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await context.setOffline(true);
    await offline.reload();
    await offline.getByText('打开示例工作簿').click();
    await offline.getByText('各环节都已完成。').waitFor(LONG);
    expect(await offline.getByRole('heading', { name: '示例企业.xlsx' }).count()).toBe(1);
    await context.setOffline(false);
    await offline.close();
  }, 120_000);

  savingTests(() => ({ context, origin }));
  hostileTests(folder, () => ({ context, origin }));

  test('asked nobody but its own site', () => {
    expect(requested.length).toBeGreaterThan(3);
    expect(requested.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
  });
});
