/**
 * Saving where the file lies (File System Access, on the browser's own private files): in place; and whatever stops it, a tab
 * that is killed, a browser that is killed, a step that fails, leaves the old file or the new one, whole.
 */
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { startChromiumIn } from '../support/chromium';

/** The steps of a save between which it can be stopped. */
const STEPS = ['asked', 'opened', 'begun', 'written', 'closed'] as const;
type Step = (typeof STEPS)[number];

const SIZE = 3_000_000;
const sha = (byte: number): string => createHash('sha256').update(Buffer.alloc(SIZE, byte)).digest('hex');
const [OLD, NEW] = [sha(1), sha(2)];

/**
 * The page's own file host over a private file. `save(step, how)` saves the new bytes; at the step it reports and then waits for
 * ever, or throws. What lies in the file is told by its digest.
 */
const IN_PAGE = `
const root = () => navigator.storage.getDirectory();
const at = async () => (await root()).getFileHandle('book.xlsx', { create: true });
const bytes = (byte) => new Blob([new Uint8Array(${SIZE}).fill(byte)]);
window.begin = async () => { const w = await (await at()).createWritable(); await w.write(bytes(1)); await w.close(); };
window.digest = async () => [...new Uint8Array(await crypto.subtle.digest('SHA-256', await (await (await at()).getFile()).arrayBuffer()))].map((b) => b.toString(16).padStart(2, '0')).join('');
window.save = async (step, how) => {
  const stop = async (here) => {
    if (here !== step) return;
    if (how === 'fail') throw new DOMException('no room', 'QuotaExceededError');
    window.reached = true;
    await new Promise(() => undefined);
  };
  const real = await at();
  const handle = {
    kind: 'file', name: real.name, getFile: () => real.getFile(),
    async createWritable() {
      await stop('asked');
      const writable = await real.createWritable();
      await stop('opened');
      return {
        async write(data) { await writable.write(data.slice(0, data.size / 2)); await stop('begun'); await writable.write(data.slice(data.size / 2)); await stop('written'); },
        async close() { await writable.close(); await stop('closed'); },
        abort: () => writable.abort(),
      };
    },
  };
  window.showOpenFilePicker = async () => [handle];
  const picked = await zhisheng.webFiles(window, { url: '', name: '' }).pick('workbook');
  try { await picked.place.write(bytes(2)); return 'saved'; } catch (error) { return error.code; }
};
`;

async function hostScript(): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [join(__dirname, '../../src/host/web/files.ts')], bundle: true, write: false, format: 'iife', globalName: 'zhisheng', target: 'es2022' });
  return `${outputFiles[0]?.text ?? ''};window.zhisheng = zhisheng;${IN_PAGE}`;
}

async function openedPage(context: BrowserContext, origin: string, script: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate(script);
  return page;
}

/** Saves up to the step, where it stays. */
async function saveUpTo(page: Page, step: Step): Promise<void> {
  // The call itself never comes back.
  void page.evaluate(`save(${JSON.stringify(step)}, 'wait')`).catch(() => undefined);
  for (let tries = 0; tries < 200; tries++) {
    // oxlint-disable-next-line no-await-in-loop -- looked at again and again
    if ((await page.evaluate('window.reached === true')) === true) return;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`the save never came to ${step}`);
}

export function savingTests(where: () => { readonly context: BrowserContext; readonly origin: string }): void {
  const script = hostScript();

  test('a save that fails at any step says so and leaves the old file; one that is let through replaces it', async () => {
    const { context, origin } = where();
    const page = await openedPage(context, origin, await script);
    for (const step of ['asked', 'opened', 'begun', 'written'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one save after the other on one file
      await page.evaluate('begin()');
      // oxlint-disable-next-line no-await-in-loop
      expect([step, await page.evaluate(`save('${step}', 'fail')`), await page.evaluate('digest()')]).toEqual([step, 'file/unwritable', OLD]);
    }
    expect([await page.evaluate("save('', 'fail')"), await page.evaluate('digest()')]).toEqual(['saved', NEW]);
    await page.close();
  }, 60_000);

  test('a tab that is killed at any step of a save leaves the old file or the new one, whole', async () => {
    const { context, origin } = where();
    for (const step of STEPS) {
      // oxlint-disable-next-line no-await-in-loop -- one tab after the other on one file
      const page = await openedPage(context, origin, await script);
      // oxlint-disable-next-line no-await-in-loop
      await page.evaluate('begin()');
      // oxlint-disable-next-line no-await-in-loop
      await saveUpTo(page, step);
      // oxlint-disable-next-line no-await-in-loop
      const session = await context.newCDPSession(page);
      // The renderer dies; nothing of the page runs any more.
      void session.send('Page.crash').catch(() => undefined);
      // oxlint-disable-next-line no-await-in-loop
      await page.waitForEvent('crash');
      // oxlint-disable-next-line no-await-in-loop
      await page.close();
      // oxlint-disable-next-line no-await-in-loop
      const after = await openedPage(context, origin, await script);
      // oxlint-disable-next-line no-await-in-loop
      expect([step, await after.evaluate('digest()')]).toEqual([step, step === 'closed' ? NEW : OLD]);
      // oxlint-disable-next-line no-await-in-loop
      await after.close();
    }
  }, 120_000);

  test('so does a browser that is killed', async () => {
    const { origin } = where();
    const profile = mkdtempSync(join(tmpdir(), 'zhisheng-killed-'));
    try {
      const { context, kill } = await startChromiumIn(profile);
      const page = await openedPage(context, origin, await script);
      await page.evaluate('begin()');
      await saveUpTo(page, 'written');
      await kill();
      const later = await startChromiumIn(profile);
      const after = await openedPage(later.context, origin, await script);
      expect([OLD, NEW]).toContain(await after.evaluate('digest()'));
      await later.context.close();
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  }, 120_000);
}
