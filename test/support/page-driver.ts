/** Driving the built page: waiting without evaluating text, audits, and the keyboard alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Locator, Page } from 'playwright-core';

const AXE = readFileSync(join(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
/** Files are then chosen by an input and saved by a download, which a test can drive. */
export const WITHOUT_PICKERS = 'delete window.showOpenFilePicker; delete window.showSaveFilePicker;';
/**
 * Two frames for what a new look draws anew, then the end of every movement and change of colour on its way: in between no contrast is
 * right. What never ends, as a wheel that turns, is not waited for.
 */
const AT_REST = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  .then(() => Promise.race([
    Promise.allSettled(document.getAnimations().filter(({ effect, playState }) => playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime)).map(({ finished }) => finished)),
    new Promise((late) => setTimeout(late, 3000)),
  ]))
  .then(() => undefined)`;
/** More presses than any control is away. */
const MOST_PRESSES = 150;

/** The page's own policy forbids the browser's way of polling, which evaluates text. Throws after half a minute. */
export async function until(holds: () => Promise<boolean>, tries = 300): Promise<void> {
  if (await holds()) return;
  if (tries === 0) throw new Error('it never came to hold');
  await new Promise((done) => setTimeout(done, 100));
  await until(holds, tries - 1);
}

/**
 * Rules of axe that the page breaks, with the first place of each; and how far it is wider than the window. Left out are the
 * stops that Fluent puts around a list for the Tab key: they are hidden from readers, take the focus and hand it on at once.
 */
export async function faults(page: Page, only: 'all' | 'colours' = 'all'): Promise<unknown> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(AXE);
  await page.evaluate(AT_REST);
  return page.evaluate(`axe.run({ exclude: [["[data-tabster-dummy]"]] }, ${only === 'all' ? '{}' : '{ runOnly: ["color-contrast", "link-in-text-block"] }'}).then(({ violations }) => ({ violations: violations.map(({ id, nodes }) => id + ": " + (nodes[0]?.html ?? "")), wider: document.documentElement.scrollWidth - innerWidth }))`);
}

export const SOUND = { violations: [], wider: 0 };

/** The same in dark and in high contrast, where only the colours are others. */
export async function faultsInEveryLook(page: Page): Promise<readonly unknown[]> {
  const found = [await faults(page)];
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(await faults(page, 'colours'));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  found.push(await faults(page, 'colours'));
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

/** Presses Tab (or another key) until the control has the focus. Throws when it never has. */
export async function reach(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  await pressUntilThere(page, target, key, await target.elementHandle(), 0);
}

/** The control is looked up by its name once, and again only when it seems to have the focus or is gone: looking up costs more than a press. */
async function pressUntilThere(page: Page, target: Locator, key: string, known: ElementHandle | null, presses: number): Promise<void> {
  const there = await known?.evaluate((element) => (element.isConnected ? element === document.activeElement : null)) ?? null;
  if (there === true && (await target.evaluate((element) => element === document.activeElement))) return;
  if (there === null && known !== null) return pressUntilThere(page, target, key, await target.elementHandle(), presses);
  if (presses === MOST_PRESSES) throw new Error(`${key} does not lead there`);
  await page.keyboard.press(key);
  await pressUntilThere(page, target, key, there === true ? await target.elementHandle() : known, presses + 1);
}

/** Goes to the control and presses it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** Chooses from a list with the arrow key: the entry that begins so. Throws when there is none. */
export async function choose(page: Page, list: Locator, text: string, presses = 0): Promise<void> {
  await reach(page, list);
  const now = await list.evaluate((element) => (element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.text ?? '') : ''));
  if (now.startsWith(text)) return;
  if (presses === MOST_PRESSES) throw new Error(`no ${text} in the list`);
  await page.keyboard.press('ArrowDown');
  await choose(page, list, text, presses + 1);
}

/** To another page of the pane: Tab to the tabs, arrows along them. */
export async function goToPage(page: Page, name: string): Promise<void> {
  const chosen = page.locator('[role=tab][aria-selected=true]').first();
  await reach(page, chosen);
  await reach(page, page.getByRole('tab', { name }), 'ArrowRight');
  await page.keyboard.press('Enter');
}
