/** A workbook whose every text is hostile, looked at on every page: it stays text, nothing runs, nobody is asked, no object gets new keys. */
import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { HOSTILE, hostile, workbookOf } from '../support/hostile-book';
import { WITHOUT_PICKERS } from '../support/page-driver';

/** The first of the texts that are markup: they are given to the first fields. */
const MARKUP = HOSTILE.findIndex((text) => text.startsWith('<script>'));
/** What the texts would run, were they more than texts. */
const WATCH = 'window.evilCalls = 0; window.evil = () => { window.evilCalls += 1; };';
/** Whatever a page holds that could run or lead away, and keys that objects got. */
const STRANGE = `({
  ran: window.evilCalls,
  scripts: [...document.scripts].filter(({ src }) => !src.startsWith(location.origin)).length,
  images: document.querySelectorAll('img[onerror]').length,
  links: [...document.links].map(({ href }) => href).filter((href) => !/^(blob:)?https?:\\/\\/(localhost|127\\.0\\.0\\.1)[:/]/.test(href)),
  keys: [Object.prototype, Array.prototype].flatMap((one) => Object.keys(one)),
})`;
const NOTHING = { ran: 0, scripts: 0, images: 0, links: [], keys: [] };

export function hostileTests(folder: string, at: () => { readonly context: BrowserContext; readonly origin: string }): void {
  test('hostile texts stay texts on every page', async () => {
    const { context, origin } = at();
    const path = join(folder, '"><img src=x onerror=evil()>.xlsx');
    writeFileSync(path, await workbookOf((n) => hostile(n + MARKUP)));
    const page = await context.newPage();
    const away: string[] = [];
    page.on('request', (request) => away.push(request.url()));
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.addInitScript(WITHOUT_PICKERS + WATCH);
    await page.goto(`${origin}/`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByText('打开工作簿').click();
    await (await chooser).setFiles(path);
    const tabs = page.getByRole('tab');
    await tabs.first().waitFor({ timeout: 90_000 });
    const names = await tabs.allInnerTexts();
    expect(names.length).toBeGreaterThan(5);
    const seen: string[] = [];
    for (let i = 0; i < names.length; i++) {
      await tabs.nth(i).click();
      await page.locator('main section').first().waitFor();
      await page.locator('main [role=status]').waitFor({ state: 'detached', timeout: 90_000 });
      seen.push(await page.locator('main').innerText(), ...(await page.locator('main input, main textarea').evaluateAll((all) => all.map((one) => ('value' in one ? String(one.value) : '')))));
      expect([names[i], await page.evaluate(STRANGE)]).toEqual([names[i], NOTHING]);
    }
    // They were there, as they are written.
    expect(HOSTILE.slice(MARKUP, MARKUP + 5).filter((text) => !seen.some((shown) => shown.includes(text)))).toEqual([]);
    expect(asked).toEqual([]);
    expect(away.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
    await page.close();
  }, 180_000);
}
