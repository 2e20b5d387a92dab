/** The built page in Chromium with a large workbook: opened, checked, measured; how long, how much memory, and how long the page itself ever stood still. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startChromium } from '../support/chromium';
import { startedPage } from '../support/started-page';
import type { Outcome } from './bench';

/** Megabytes of the browser's processes; pages that they share are counted once. */
export function megabytesOf(browserPid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const parent = /^PPid:\s+(\d+)$/mu.exec(textOf(`/proc/${name}/status`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOurs = (pid: number | undefined): boolean => pid !== undefined && (pid === browserPid || isOurs(parents.get(pid)));
  return [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/mu.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0) / 1024;
}

/** '' for a process that went away. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Milliseconds of every task of the page that took over 50. */
const WATCH = 'window.longTasks = []; new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longTasks.push(duration); }).observe({ type: "longtask", buffered: true });';

/** Of the tasks since the last look; 0 where none took over 50 ms. */
async function longestTask(page: Page): Promise<number> {
  const tasks: unknown = await page.evaluate('window.longTasks.splice(0)');
  return Array.isArray(tasks) ? tasks.reduce((most: number, task: unknown) => Math.max(most, Number(task)), 0) : 0;
}

export interface PageRun {
  readonly file: string;
  readonly rows: number;
}

export async function pageWork({ file, rows }: PageRun): Promise<Outcome> {
  const site = await startedPage(process.cwd());
  const browser = await startChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 320, height: 760 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const pid = youngestChromium();
    await page.addInitScript('delete window.showOpenFilePicker; delete window.showSaveFilePicker;');
    await page.addInitScript(WATCH);
    await page.goto(`${site.origin}/`);
    await page.getByText('打开示例工作簿').waitFor();
    const empty = megabytesOf(pid);
    await page.waitForTimeout(1000);
    const longestAtStart = await longestTask(page);
    let peak = empty;
    const sampling = setInterval(() => {
      peak = Math.max(peak, megabytesOf(pid));
    }, 1000);
    const chooser = page.waitForEvent('filechooser');
    await page.getByText('打开工作簿').click();
    const start = performance.now();
    await (await chooser).setFiles(file);
    await page.getByRole('tab', { name: '指标' }).waitFor({ timeout: 300_000 });
    const opened = performance.now();
    await page.getByRole('tab', { name: '检查' }).click();
    await page.getByRole('region', { name: '问题列表' }).or(page.getByText('没有发现问题')).first().waitFor({ timeout: 300_000 });
    const checked = performance.now();
    await page.getByRole('tab', { name: '指标' }).click();
    await page.getByRole('button', { name: /^6\.6 / }).waitFor({ timeout: 300_000 });
    const measured = performance.now();
    // The results page is alive: the rows behind a figure are looked at.
    await page.getByRole('button', { name: /^6\.6 / }).click();
    await page.getByRole('region', { name: '数据_销售交付' }).waitFor({ timeout: 300_000 });
    const looked = performance.now();
    clearInterval(sampling);
    const longest = await longestTask(page);
    return {
      units: rows, megabytes: peak, seconds: (measured - start) / 1000,
      facts: {
        'seconds to open': (opened - start) / 1000, 'seconds to check': (checked - opened) / 1000, 'seconds to measure': (measured - checked) / 1000, 'seconds to the rows behind a figure': (looked - measured) / 1000,
        'longest task of the page from opening on, ms': longest, 'longest task before that, ms': longestAtStart, 'MB of the browser with nothing open': empty,
      },
    };
  } finally {
    await browser.close();
    site.stop();
  }
}

/** The youngest Chromium that this process started. */
function youngestChromium(): number {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(/\s+/u).map(Number);
  const found = children.filter((pid) => textOf(`/proc/${pid}/cmdline`).includes('--no-first-run')).at(-1);
  if (found === undefined) throw new Error('no Chromium was started');
  return found;
}

/** The sheet of the sample: where the file for the page lies. */
export const pageFile = (folder: string): string => join(folder, 'page.xlsx');
