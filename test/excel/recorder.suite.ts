/**
 * Recordings of what Excel answers, made by `scripts/record-excel.js` and played again against the model: what real Excel was
 * seen to do, the model must do. The recorder itself is tried against the model.
 */
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { ExcelPage } from '../support/excel-wire/excel-page';
import { createBook } from '../support/excel-wire/model';

const ROOT = join(__dirname, '../..');
const SCRIPT = join(ROOT, 'scripts/record-excel.js');
/** Made by people who have Excel, one file per version and platform. */
const RECORDED = join(ROOT, 'test/fixtures/excel-recorded');

interface Recording {
  readonly answers: readonly { readonly name: string; readonly request: string; readonly expected: unknown; readonly answer?: unknown; readonly error?: string }[];
}

/** What is asked in the recordings, and what Excel computes of it. */
const calculate = (formula: string): number | undefined => (formula === 'SUM(LEN(A4:A6))' ? 6 : undefined);

/** Runs in the page: the recorder, whose only output is a line on the console. */
async function record({ script, book }: { readonly script: string; readonly book: string }): Promise<string> {
  const excel: unknown = Reflect.get(window, 'Excel');
  if (typeof excel !== 'object' || excel === null || !('run' in excel) || typeof excel.run !== 'function') throw new Error('no Excel');
  const { run } = excel;
  const session = { url: `${window.location.origin}/book/${book}`, headers: {} };
  return new Promise((resolve) => {
    // oxlint-disable-next-line typescript/no-implied-eval -- the text of the recorder, as people paste it into Excel
    const make = new Function('Excel', 'Office', 'console', 'process', script);
    make({ run: (batch: unknown): unknown => Reflect.apply(run, excel, [session, batch]) }, { context: { diagnostics: { platform: 'model' } } }, { log: resolve }, undefined);
  });
}

/** Runs in the page: each request of a recording on a sheet of its own; gives back the answers as they are now. */
async function replay({ requests, book }: { readonly requests: readonly string[]; readonly book: string }): Promise<readonly string[]> {
  const excel: unknown = Reflect.get(window, 'Excel');
  if (typeof excel !== 'object' || excel === null || !('run' in excel) || typeof excel.run !== 'function') throw new Error('no Excel');
  const session = { url: `${window.location.origin}/book/${book}`, headers: {} };
  const answers: string[] = [];
  const batch = async (context: { readonly workbook: { readonly worksheets: { add(name: string): unknown } }; sync(): Promise<unknown> }): Promise<void> => {
    const sheet = context.workbook.worksheets.add('重放');
    await context.sync();
    for (const request of requests) {
      // oxlint-disable-next-line typescript/no-implied-eval -- what was recorded is text of code
      const { ask }: { readonly ask: (c: unknown, s: unknown) => Promise<unknown> } = new Function(`return {${request}}`)();
      // oxlint-disable-next-line no-await-in-loop -- in the order of the recording
      answers.push(await ask(context, sheet).then((answer) => JSON.stringify(answer), (error: unknown) => String(error)));
    }
  };
  await Reflect.apply(excel.run, excel, [session, batch]);
  return answers;
}

export function recorderSuite(excel: () => ExcelPage): void {
  /** The names of what is answered otherwise than recorded. */
  async function differences({ answers }: Recording): Promise<readonly string[]> {
    const { id } = excel().serve(createBook(calculate));
    const now = await excel().page.evaluate(replay, { requests: answers.map(({ request }) => request), book: id });
    return answers.filter(({ answer, error }, i) => (error === undefined ? JSON.stringify(answer) !== now[i] : !now[i]?.startsWith('Error'))).map(({ name }) => name);
  }

  test('the recorder finds the model as expected, and what it recorded plays again; an answer of another kind is noticed', async () => {
    const { id, wire } = excel().serve(createBook(calculate));
    const text = await excel().page.evaluate(record, { script: readFileSync(SCRIPT, 'utf8'), book: id });
    const recording: Recording = JSON.parse(text);
    expect(recording.answers.length).toBeGreaterThanOrEqual(12);
    expect(recording.answers.map(({ name, answer, error }) => [name, answer, error])).toEqual(recording.answers.map(({ name, expected }) => [name, expected, undefined]));
    // Its sheet is gone again.
    expect(wire.book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
    expect(await differences(recording)).toEqual([]);
    const [first, ...others] = recording.answers;
    if (first === undefined) throw new Error('nothing recorded');
    expect(await differences({ answers: [{ ...first, answer: [[1]] }, ...others] })).toEqual([first.name]);
    const folder = mkdtempSync(join(tmpdir(), 'zhisheng-recorded-'));
    writeFileSync(join(folder, 'same.json'), text);
    writeFileSync(join(folder, 'other.json'), JSON.stringify({ answers: [{ ...first, answer: [[1]] }, ...others] }));
    const compared = ['same.json', 'other.json'].map((file) => spawnSync(process.execPath, [SCRIPT, '--compare', join(folder, file)], { encoding: 'utf8' }));
    rmSync(folder, { recursive: true });
    expect(compared.map(({ status }) => status)).toEqual([0, 1]);
    expect(compared[1]?.stdout).toContain(first.name);
  });

  test('what real Excel was seen to answer, the model answers', async () => {
    for (const file of readdirSync(RECORDED).filter((name) => name.endsWith('.json'))) {
      const recording: Recording = JSON.parse(readFileSync(join(RECORDED, file), 'utf8'));
      // oxlint-disable-next-line no-await-in-loop -- one recording after the other
      expect([file, await differences(recording)]).toEqual([file, []]);
    }
  });
}
