/** Chromium with the genuine Excel client, and workbooks behind it: the Excel host as a test sees it. */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { HostError, type LiveWorkbook } from '../../../src/app/ports';
import type { Block } from '../../../src/core/model/block';
import type { SheetCell, SheetRow } from '../../../src/core/model/cell';
import type { SheetStructure } from '../../../src/core/model/sheet-structure';
import { startChromium } from '../chromium';
import type { Book } from './model';
import { packed } from './plain';
import type { Questions } from './page';
import { servePane } from './pane-files';
import { startWireServer, type WireBook, type WireServer } from './wire-server';

/** The npm client ends there. */
const NEWEST = '1.15';

export interface ExcelPage {
  readonly page: Page;
  readonly server: WireServer;
  /** Puts a workbook behind the client. */
  serve(book: Book): { readonly id: string; readonly wire: WireBook };
  /** Throws HostError as the host does, or Error for what it does not know. */
  ask(name: keyof Questions, ...args: readonly unknown[]): Promise<unknown>;
  open(id: string, sets?: string): Promise<LiveWorkbook>;
  /** A window of its own with the pane of a workbook, as Excel would show it. */
  showPane(id: string, size: { readonly width: number; readonly height: number }, query?: string): Promise<Page>;
  close(): Promise<void>;
}

const SCREEN = '<!doctype html><meta charset="utf-8"><script src="/office.js"></script><script src="/page.js"></script>';

export async function startExcelPage(): Promise<ExcelPage> {
  const [server, bundle] = await Promise.all([
    startWireServer(),
    build({ entryPoints: [join(__dirname, 'page.ts')], bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'silent' }),
  ]);
  server.files.set('/page.html', { type: 'text/html; charset=utf-8', text: SCREEN });
  server.files.set('/page.js', { type: 'text/javascript; charset=utf-8', text: bundle.outputFiles[0]?.text ?? '' });
  let browser: Browser | undefined;
  try {
    browser = await startChromium();
    const page = await browser.newPage();
    // The genuine client asks where it is; nothing leaves the machine.
    await page.route((url) => !url.href.startsWith(server.origin), (route) => route.abort());
    await page.goto(`${server.origin}/page.html?_host_Info=Excel$Win32$16.01$zh-CN$$$$0`);
    await page.waitForFunction('typeof Excel !== "undefined" && typeof ask !== "undefined"');
    // Excel's part in events, which tests play.
    await page.evaluate("OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve())");
    return pageOf(page, server, browser);
  } catch (error) {
    await browser?.close();
    await server.close();
    throw error;
  }
}

interface Said {
  /** JSON. */
  readonly value?: string;
  readonly failed?: { readonly code: string; readonly params: Readonly<Record<string, string | number>>; readonly cause: string };
  readonly error?: string;
}

function pageOf(page: Page, server: WireServer, browser: Browser): ExcelPage {
  let served = 0;
  let pane: Promise<void> | undefined;
  async function ask(name: keyof Questions, ...args: readonly unknown[]): Promise<unknown> {
    const said = await page.evaluate(([question, given]): Promise<Said> => {
      const ask1: unknown = Reflect.get(window, 'ask');
      if (typeof ask1 !== 'function') throw new Error('no page');
      const answer: Promise<Said> = ask1(question, given);
      return answer;
    }, [name, args] as const);
    if (said.failed !== undefined) throw new HostError(said.failed.code, said.failed.params, { cause: said.failed.cause });
    if (said.error !== undefined) throw new Error(said.error);
    const value: unknown = JSON.parse(said.value ?? 'null');
    return value;
  }
  return {
    page, server, ask,
    serve(book) {
      const id = `b${++served}`;
      return { id, wire: server.open(id, book) };
    },
    open: (id, sets = NEWEST) => opened(ask, id, sets),
    async showPane(id, viewport, query = '') {
      pane ??= servePane(server);
      await pane;
      const shown = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
      await shown.route((url) => !url.href.startsWith(server.origin) && !url.href.startsWith('blob:'), (route) => route.abort());
      await shown.addInitScript('delete window.showOpenFilePicker; delete window.showSaveFilePicker;');
      await shown.goto(`${server.origin}/taskpane.html?_host_Info=Excel$Win32$16.01$zh-CN$$$$0&book=${id}${query}`);
      return shown;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The host in the page, seen through the port. */
async function opened(ask: ExcelPage['ask'], id: string, sets: string): Promise<LiveWorkbook> {
  const about = as<{ name: string; sheetNames: readonly string[]; names: readonly (readonly [string, string])[]; application: string }>(await ask('about', id, sets));
  return {
    name: about.name, calculates: true, sheetNames: about.sheetNames, application: about.application, names: new Map(about.names),
    async *rows(sheet, { fromRow, signal } = {}) {
      signal?.throwIfAborted();
      const rows = as<readonly (readonly [number, readonly (readonly [number, SheetCell])[]])[]>(await ask('rows', id, sets, sheet, fromRow));
      for (const [row, cells] of rows) {
        const one: SheetRow = { row, cells: new Map(cells) };
        yield one;
        signal?.throwIfAborted();
      }
    },
    async *blocks(sheet, columns, { fromRow, signal } = {}) {
      signal?.throwIfAborted();
      const blocks = as<readonly PlainBlock[]>(await ask('blocks', id, sets, sheet, columns, fromRow));
      for (const block of blocks) {
        yield blockOf(block);
        signal?.throwIfAborted();
      }
    },
    part: async (sheet, columns, first, last) => blockOf(as<PlainBlock>(await ask('part', id, sets, sheet, columns, first, last))),
    merges: async (sheet) => as<readonly string[]>(await ask('merges', id, sets, sheet)),
    async structure(sheet, { signal } = {}) {
      signal?.throwIfAborted();
      return as<SheetStructure>(await ask('structure', id, sets, sheet));
    },
    async apply(patch) {
      return as<Awaited<ReturnType<LiveWorkbook['apply']>>>(await ask('apply', id, sets, packed(patch)));
    },
  };
}

interface PlainBlock {
  readonly firstRow: number;
  readonly length: number;
  readonly columns: Readonly<Record<string, { readonly kind: readonly number[]; readonly number: readonly number[]; readonly text: readonly string[] }>>;
}

function blockOf({ firstRow, length, columns }: PlainBlock): Block {
  return { firstRow, length, columns: Object.fromEntries(Object.entries(columns).map(([key, { kind, number, text }]) => [key, { kind: Uint8Array.from(kind), number: Float64Array.from(number), text }])) };
}

/** What comes from the page is what the page's own code made. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one place where it is said what a question answers
function as<T>(value: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return value as T;
}
