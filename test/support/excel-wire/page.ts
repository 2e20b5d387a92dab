/**
 * What runs in the page: the Excel host over the genuine client, and the questions that a test asks of it. Everything that
 * crosses to the test is plain JSON.
 */
import { HostError, type ChangeHint, type LiveWorkbook } from '../../../src/app/ports';
import type { Block } from '../../../src/core/model/block';
import type { Excel, Run } from '../../../src/host/excel/api';
import { watchChanges } from '../../../src/host/excel/changes';
import { openExcelWorkbook } from '../../../src/host/excel/workbook';
import { revived } from './plain';

declare const Excel: { run: (options: unknown, batch: unknown) => Promise<never> };

/** `sets`: the newest requirement set that this Excel says it has. */
function connect(book: string, sets: string): Excel {
  const session = { url: `${location.origin}/book/${book}`, headers: {} };
  const run: Run = (batch) => Excel.run(session, batch);
  const number = (set: string): number => Number(set.split('.')[1]);
  return { run, supports: (set) => number(set) <= number(sets) };
}

async function open(book: string, sets: string): Promise<LiveWorkbook> {
  return openExcelWorkbook(connect(book, sets));
}

/** The answer, or the failure as data. */
async function answered(work: () => Promise<unknown>): Promise<unknown> {
  try {
    // As text: crossing over as objects takes many times as long.
    return { value: JSON.stringify(await work() ?? null) };
  } catch (error) {
    if (error instanceof HostError) return { failed: { code: error.code, params: error.params, cause: String(error.cause) } };
    return { error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) };
  }
}

const plainBlock = ({ firstRow, length, columns }: Block): unknown => ({
  firstRow, length, columns: Object.fromEntries(Object.entries(columns).map(([key, { kind, number, text }]) => [key, { kind: [...kind], number: [...number], text }])),
});

const heard: ChangeHint[] = [];

const questions = {
  about: async (book: string, sets: string) => {
    const { name, sheetNames, names, application } = await open(book, sets);
    return { name, sheetNames, names: [...names], application };
  },
  rows: async (book: string, sets: string, sheet: string, fromRow?: number) => {
    const rows: unknown[] = [];
    for await (const { row, cells } of (await open(book, sets)).rows(sheet, fromRow === undefined ? {} : { fromRow })) rows.push([row, [...cells]]);
    return rows;
  },
  blocks: async (book: string, sets: string, sheet: string, columns: Readonly<Record<string, number>>, fromRow?: number) => {
    const blocks: unknown[] = [];
    for await (const block of (await open(book, sets)).blocks(sheet, columns, fromRow === undefined ? {} : { fromRow })) blocks.push(plainBlock(block));
    return blocks;
  },
  part: async (book: string, sets: string, sheet: string, columns: Readonly<Record<string, number>>, first: number, last: number) => plainBlock(await (await open(book, sets)).part(sheet, columns, first, last)),
  merges: async (book: string, sets: string, sheet: string) => (await open(book, sets)).merges?.(sheet),
  /** Listens to a workbook; `told` says what was heard. */
  watch: async (book: string, sets: string) => {
    heard.length = 0;
    await watchChanges(connect(book, sets), (hint) => heard.push(hint));
  },
  told: async () => heard,
  structure: async (book: string, sets: string, sheet: string) => (await open(book, sets)).structure(sheet),
  apply: async (book: string, sets: string, patch: string) => (await open(book, sets)).apply(revived(patch)),
  /** Sums a column of very many rows, and says how the reading went. */
  count: async (book: string, sets: string, sheet: string, columns: Readonly<Record<string, number>>, key: string) => {
    let [rows, sum, blocks, last, longest] = [0, 0, 0, performance.now(), 0];
    const progress: number[] = [];
    for await (const block of (await open(book, sets)).blocks(sheet, columns, { fromRow: 2, progress: (done) => progress.push(done) })) {
      rows += block.length;
      blocks++;
      for (const value of block.columns[key]?.number ?? []) sum += value;
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return { rows, sum, blocks, steps: progress.length, done: progress.at(-1) };
  },
  /** Reads and stops after so many blocks. */
  stopped: async (book: string, sets: string, sheet: string, columns: Readonly<Record<string, number>>, after: number) => {
    const stop = new AbortController();
    let seen = 0;
    try {
      for await (const block of (await open(book, sets)).blocks(sheet, columns, { signal: stop.signal })) {
        if (++seen === after && block.length > 0) stop.abort(new Error('enough'));
      }
    } catch (error) {
      return { seen, why: error instanceof Error ? error.message : String(error) };
    }
    return { seen, why: '' };
  },
};

export type Questions = typeof questions;

Object.assign(window, {
  ask: (name: keyof Questions, args: readonly unknown[]) => answered(() => Reflect.apply(questions[name], undefined, [...args])),
});
