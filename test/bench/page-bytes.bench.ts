import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startChromium } from '../support/chromium';
import { startedPage } from '../support/started-page';
import type { Bench } from './bench';

const BUILT = join(process.cwd(), 'dist/web');

/** KB (1,000 bytes) of the scripts, packed as web servers pack them. */
const packed = (names: readonly string[]): number => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(BUILT, name)), { level: 9 }).length, 0) / 1000;

/** Scripts by what had to be done until they were asked for, in Chromium. */
async function requestedScripts(): Promise<Readonly<Record<'html' | 'start' | 'sample' | 'chart', readonly string[]>>> {
  const site = await startedPage(process.cwd());
  const browser = await startChromium();
  try {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 760 }, locale: 'zh-CN', serviceWorkers: 'block' })).newPage();
    const asked: string[] = [];
    page.on('request', (request) => (request.url().endsWith('.js') ? asked.push(new URL(request.url()).pathname.slice(1)) : undefined));
    await page.goto(`${site.origin}/`);
    await page.getByText('打开示例工作簿').waitFor();
    await page.waitForTimeout(1000);
    const start = [...new Set(asked)];
    await page.getByText('打开示例工作簿').click();
    await page.getByRole('tab', { name: '指标' }).click({ timeout: 90_000 });
    await page.getByRole('button', { name: /^6\.6 / }).waitFor({ timeout: 90_000 });
    const sample = [...new Set(asked)];
    await page.getByRole('button', { name: /^6\.6 / }).click();
    await page.locator('main img').waitFor();
    return { html: [...readFileSync(join(BUILT, 'index.html'), 'utf8').matchAll(/src="([^"]+\.js)"/gu)].map(([, name = '']) => name), start, sample, chart: [...new Set(asked)] };
  } finally {
    await browser.close();
    site.stop();
  }
}

export const bench: Bench = {
  title: 'JavaScript of the page, KB packed with gzip',
  unit: 'KB',
  ways: {},
  facts: async () => {
    const { html, start, sample, chart } = await requestedScripts();
    return {
      'until the first paint (limit 220)': packed(html),
      'at the start page, with the worker and what is fetched ahead': packed(start),
      'with the sample open and measured': packed(sample),
      'with a chart as well': packed(chart),
      'all there is': packed(readdirSync(BUILT).filter((name) => name.endsWith('.js'))),
    };
  },
};
