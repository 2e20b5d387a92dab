/**
 * `npm run pictures`: pictures of every page of the pane as it is built, in both languages, light and dark, at each width, into out/pictures;
 * one sheet per look puts them side by side. Says where something is wider than the window, or a text is cut without an ellipsis, and
 * fails then. `-- zh light 320` takes a part of them. Needs Chromium.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { staticServer } from './static-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'out/pictures');
const asked = process.argv.slice(2);
/** Those that were asked for; all where none was. */
const chosen = (all) => (all.some((one) => asked.includes(String(one))) ? all.filter((one) => asked.includes(String(one))) : all);
const LANGUAGES = chosen(['zh', 'en']);
const LOOKS = chosen(['light', 'dark']);
const WIDTHS = chosen([270, 320, 350, 1280]);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const LONG = { timeout: 120_000 };
/** Five rows of orders as nobody named them: one is not a number, the dates can be read both ways. */
const ORDERS = '订单号,行号,给谁,产品,订货数量,承诺交期,交付日期,交付数量,按期交付数量\nT1,1,甲,泵,10,03-06-2026,03-05-2026,10,10\nT2,1,乙,泵,很多,04-06-2026,04-05-2026,5,5\n';

/** Elements that are wider than the window, and texts that are cut off and do not say so. */
const CUT = () => {
  const said = [];
  if (document.documentElement.scrollWidth > innerWidth) said.push(`page ${document.documentElement.scrollWidth}px`);
  for (const element of document.querySelectorAll('button, [role=tab], label, h1, h2, h3, h4, p, li, td, span, div')) {
    const { overflowX, textOverflow, position, clipPath } = getComputedStyle(element);
    if (overflowX !== 'hidden' && overflowX !== 'clip') continue;
    if (textOverflow === 'ellipsis' || position === 'absolute' || clipPath !== 'none' || element.clientWidth === 0) continue;
    if (element.scrollWidth > element.clientWidth + 1) said.push(`${element.tagName.toLowerCase()} ${element.className.split(' ')[0]} ${(element.textContent ?? '').slice(0, 30)}`);
  }
  return said;
};

const tab = (key) => async (page) => {
  await page.locator(`[role=tab][value=${key}]`).click();
  await page.locator('main section').first().waitFor();
  await page.locator('main [role=status]').waitFor({ state: 'detached', ...LONG });
};
const escape = async (page) => page.keyboard.press('Escape');
const none = async () => undefined;

/**
 * What is looked at once a workbook is open: how to come to it, and back.
 * @type {readonly (readonly [string, (page: any) => Promise<any>, (page: any) => Promise<any>])[]}
 */
const VIEWS = [
  ['progress', tab('progress'), none],
  ['forms', tab('forms'), none],
  ['form-E', async (page) => (await tab('forms')(page), await page.locator('main select').first().selectOption({ label: '附录E 提升方案' }).catch(none), await page.waitForTimeout(600)), async (page) => page.locator('main select').first().selectOption({ index: 0 })],
  ['data', tab('data'), none],
  ['import', async (page) => {
    await tab('data')(page);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^(?:向数据_销售交付导入|Import into 数据_销售交付)$/u }).click();
    await (await chooser).setFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(ORDERS) });
    await page.locator('main table').first().waitFor(LONG);
  }, async (page) => page.getByRole('button', { name: /^(?:取消|Cancel|返回|Back)$/u }).first().click()],
  ['check', tab('check'), none],
  ['metrics', tab('metrics'), none],
  ['metric', async (page) => {
    await tab('metrics')(page);
    await page.getByRole('button', { name: /^6\.6 /u }).click();
    await page.locator('main img').waitFor(LONG);
    await page.locator('main tbody tr').first().waitFor(LONG);
  }, async (page) => page.getByRole('button', { name: /^(?:返回|Back)$/u }).click()],
  ['plan', tab('plan'), none],
  ['review', tab('review'), none],
  ['review-signed', async (page) => (await tab('review')(page), await page.getByText(/^7\.4 /u).scrollIntoViewIfNeeded(), await page.locator('main').evaluate((main) => main.scrollBy(0, 240))), none],
  ['review-new', async (page) => (await tab('review')(page), await page.getByRole('button', { name: /^(?:提意见|New finding)$/u }).click()), async (page) => page.getByRole('button', { name: /^(?:取消|Cancel)$/u }).last().click()],
  ['sheet', async (page) => (await tab('forms')(page), await page.getByRole('button', { name: /^(?:看表|Sheet)/u }).first().click(), await page.locator('main + div table').waitFor(LONG)), escape],
  ['menu', async (page) => page.getByRole('button', { name: /^(?:更多|More)$/u }).click(), escape],
  ['close', async (page) => {
    await page.getByRole('button', { name: /^(?:更多|More)$/u }).click();
    await page.getByRole('menuitem', { name: /^(?:关闭工作簿|Close the workbook)$/u }).click();
    await page.getByRole('alertdialog').waitFor();
  }, async (page) => page.getByRole('button', { name: /^(?:取消|Cancel)$/u }).last().click()],
  ['settings', async (page) => {
    await page.getByRole('button', { name: /^(?:更多|More)$/u }).click();
    await page.getByRole('menuitem', { name: /^(?:设置|Settings)$/u }).click();
    await page.getByRole('radiogroup').first().waitFor();
  }, none],
];

/** @type {string[]} */
const faults = [];

async function picture(page, { language, look, width }, name) {
  // Colours change over a moment, in the blink of an eye.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(250);
  for (const said of await page.evaluate(CUT)) faults.push(`${language} ${look} ${width} ${name}: ${said}`);
  await page.screenshot({ path: join(out, `${language}-${look}-${width}-${name}.png`) });
}

async function inEachLook(page, language, shoot) {
  for (const look of LOOKS) {
    await page.emulateMedia({ colorScheme: look });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width > 600 ? 800 : 720 });
      await shoot({ language, look, width });
    }
  }
}

async function startIn(context, origin, language) {
  const page = await context.newPage();
  await page.goto(origin);
  await page.evaluate((wanted) => localStorage.setItem('zhisheng.settings', JSON.stringify({ language: wanted, theme: null, name: '李审核' })), language);
  await page.reload();
  await page.getByRole('button', { name: /^(?:打开示例工作簿|Open the sample)$/u }).waitFor();
  return page;
}

/** The sample with something to see: an error, findings in several states, a signature that a later entry breaks. */
async function work(page) {
  const press = async (name) => page.getByRole('button', { name }).first().click();
  const add = async (text, cell, level) => {
    await press(/^(?:提意见|New finding)$/u);
    const form = page.getByRole('form');
    await form.locator('textarea').fill(text);
    await form.locator('select').first().selectOption({ label: '附录E 提升方案' });
    await form.locator('input').first().fill(cell);
    await form.locator('select').last().selectOption(level);
    await form.locator('button[type=submit]').click();
    await form.waitFor({ state: 'detached', ...LONG });
    await page.getByText(text).waitFor(LONG);
  };
  await press(/^(?:打开示例工作簿|Open the sample)$/u);
  await page.getByText(/各环节都已完成|Every step is done|done/u).first().waitFor(LONG);
  await tab('review')(page);
  await press(/^(?:签字：7\.4 企业|Sign: 7\.4, Enterprise)$/u);
  await page.getByText(/环节 7\.4 已签字|Step 7\.4 is signed/u).waitFor(LONG);
  await add('责任人只写了部门，应当写到人。', 'H12', 'must');
  await add('目标值没有说明按哪个月份考核，和附录D 的说法也不一致。', '', 'should');
  await press(/^(?:答复：意见 4|Answer: finding 4)$/u);
  await page.locator('li textarea').fill('已改为按 2026 年 12 月考核，附录D 同步改过。');
  await page.locator('li button[type=submit]').click();
  await page.getByText(/意见 4：已答复|Finding 4: answered/u).waitFor(LONG);
  await tab('forms')(page);
  await page.locator('main select').first().selectOption({ label: '附录E 提升方案' });
  const idea = page.locator('main textarea').first();
  await idea.waitFor(LONG);
  await idea.fill('先稳住交期，再压缩返工。');
  await press(/^(?:写入工作簿|Write to the workbook|Write)/u);
  await page.getByText(/已写入附录E|Written/u).first().waitFor(LONG);
  await page.locator('main select').first().selectOption({ index: 0 });
  await press(/^(?:知道了|Dismiss)$/u);
}

/** All pictures of a look on one sheet, to look at together. */
async function sheetOf(browser, { language, look, width }, names) {
  const wide = width > 600;
  const page = await browser.newPage({ viewport: { width: wide ? 1700 : (width + 16) * Math.min(6, names.length) + 16, height: 400 } });
  const image = (name) => `<figure><figcaption>${name}</figcaption><img width="${wide ? 820 : width}" src="data:image/png;base64,${readFileSync(join(out, `${language}-${look}-${width}-${name}.png`)).toString('base64')}"></figure>`;
  await page.setContent(`<style>body{margin:8px;display:flex;flex-wrap:wrap;gap:12px;background:#888;font:12px sans-serif}figure{margin:0}img{display:block}</style>${names.map(image).join('')}`);
  await page.screenshot({ path: join(out, `sheet-${language}-${look}-${width}.png`), fullPage: true });
  await page.close();
}

const { status } = spawnSync(process.execPath, ['scripts/build-web.mjs', '--if-older'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const server = staticServer(join(root, 'dist/web'));
await new Promise((done) => void server.listen(0, '127.0.0.1', done));
const origin = `http://localhost:${server.address().port}/`;
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: FLAGS });
try {
  for (const language of LANGUAGES) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    await context.addInitScript('delete window.showOpenFilePicker; delete window.showSaveFilePicker;');
    const page = await startIn(context, origin, language);
    await inEachLook(page, language, async (look) => {
      await picture(page, look, 'start');
      await page.getByRole('button', { name: /^(?:新建工作簿|New workbook)$/u }).click();
      await page.getByRole('dialog').waitFor();
      await picture(page, look, 'new');
      await escape(page);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });
    await page.setViewportSize({ width: 320, height: 720 });
    await work(page).catch(async (error) => (await page.screenshot({ path: join(out, 'failed.png') }), Promise.reject(error)));
    for (const [name, come, back] of VIEWS) {
      await inEachLook(page, language, async (look) => {
        try {
          await come(page);
          await picture(page, look, name);
          await back(page);
        } catch (error) {
          faults.push(`${look.language} ${look.look} ${look.width} ${name}: ${String(error).split('\n')[0]}`);
          await page.screenshot({ path: join(out, `${look.language}-${look.look}-${look.width}-${name}.png`) });
        }
      });
    }
    await inEachLook(page, language, async (look) => sheetOf(browser, look, ['start', 'new', ...VIEWS.map(([name]) => name)]));
    await context.close();
  }
} finally {
  await browser.close();
  server.close();
}
writeFileSync(join(out, 'faults.txt'), `${faults.join('\n')}\n`);
for (const fault of faults) console.error(fault);
console.log(out);
process.exitCode = faults.length > 0 ? 1 : 0;
