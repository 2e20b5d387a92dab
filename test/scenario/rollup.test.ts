/**
 * The roll-up as it is shipped: a folder of workbooks, some of them broken in every way; killed and run again; through Redis;
 * figures against SQL over its Parquet and against what was typed; the summary recalculated by LibreOffice.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { KINDS } from '../../src/core/rollup/kinds';
import { SUMMARY_SHEETS } from '../../src/core/text/rollup-sheet-text';
import { builtCli, type BuiltCli } from '../support/built-cli';
import { packageFaults } from '../support/excel-rules-package';
import { describeWithLibreOffice, recalculate } from '../support/libreoffice';
import { plainXlsx } from '../support/plain-xlsx';
import { describeWithRedis, startRedis } from '../support/redis';
import { BREAKS } from '../support/rollup/breaks';
import { makeBooks, type MadeBook } from '../support/rollup/books';

const BOOKS = 24;
const READABLE = ['', 'wrong-code', 'double', 'edited', 'blank-sheets'];

interface Pooled {
  readonly numerator: number;
  readonly denominator: number;
}

interface Document {
  readonly files: { readonly found: number; readonly read: number; readonly reused: number; readonly usable: number; readonly setAside: number };
  readonly workbooks: { readonly counted: number; readonly doubles: number };
  readonly metrics: readonly { readonly key: string; readonly basis: string; readonly compared: number; readonly improved: number; readonly quartiles: { readonly median: number } | null; readonly baseline: Pooled | null; readonly current: Pooled | null }[];
  readonly findings: readonly { readonly code: string; readonly file: string }[];
  readonly setAside: readonly { readonly file: string; readonly code: string; readonly message: string }[];
}

let cli: BuiltCli;
let books: readonly MadeBook[] = [];
/** Of the whole folder, from facts that were gathered before and after a kill. */
let document: Document;
const started: ChildProcess[] = [];
const at = (name: string): string => join(cli.folder, name);

function begin(...argv: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [cli.bundle, ...argv], { cwd: cli.folder, stdio: 'ignore' });
  started.push(child);
  return child;
}

function lines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}

async function rollUp(...argv: readonly string[]): Promise<Document> {
  const { exit, out, err } = await cli.run('rollup', ...argv, '--json');
  expect([exit, out === '' ? err : '']).toEqual([1, '']);
  const answer: Document = JSON.parse(out);
  return answer;
}

/** What a document says, apart from what was read anew. */
const figures = ({ workbooks, metrics, findings, setAside }: Document): unknown => ({ workbooks, metrics, findings, setAside });

beforeAll(async () => {
  cli = await builtCli();
  books = await makeBooks(at('books'), BOOKS, BREAKS.length);
}, 120_000);

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await cli.remove();
});

describe('a roll-up that was killed', () => {
  it('goes on from its journal: nothing is read twice, nothing counts twice; the facts are those of a run in one go', async () => {
    const child = begin('rollup', 'books', '--out', 'sum.xlsx', '--workers', '2');
    while (lines(at('sum.facts.ndjson')).length < 6 && child.exitCode === null) await wait(20);
    child.kill('SIGKILL');
    await new Promise((resolve) => {
      child.once('close', resolve);
    });
    const kept = lines(at('sum.facts.ndjson')).length;
    expect(kept).toBeGreaterThanOrEqual(6);
    expect(kept).toBeLessThan(BOOKS);
    document = await rollUp('books', '--out', 'sum.xlsx', '--workers', '2');
    expect(document.files).toMatchObject({ found: BOOKS, reused: kept, read: BOOKS - kept });
    const whole = await rollUp('books', '--out', 'whole.xlsx', '--workers', '1');
    expect(figures(document)).toEqual(figures(whole));
    expect(readFileSync(at('sum.facts.ndjson'), 'utf8')).toBe(readFileSync(at('whole.facts.ndjson'), 'utf8'));
    expect(lines(at('sum.facts.ndjson'))).toHaveLength(BOOKS);
  }, 120_000);

  it('sets aside what cannot be read, each with its reason, and points at what is odd', () => {
    const short = (file: string): string => file.split('books/').at(-1) ?? file;
    expect(document.setAside.map(({ file }) => short(file)).sort()).toEqual(books.filter(({ fault }) => !READABLE.includes(fault)).map(({ file }) => short(file)).sort());
    expect(new Set(document.setAside.map(({ code }) => code)).size).toBeGreaterThan(5);
    expect(document.setAside.every(({ message }) => message.endsWith('。'))).toBe(true);
    for (const [fault, code] of [['wrong-code', 'rollup/code-wrong'], ['double', 'rollup/double'], ['edited', 'rollup/edited-after-seal'], ['blank-sheets', 'rollup/blank']] as const) {
      const file = short(books.find((book) => book.fault === fault)?.file ?? '');
      expect(document.findings.filter((finding) => finding.code === code).map((finding) => short(finding.file))).toEqual([file]);
    }
  });

  it('reads a file again when it was changed', async () => {
    const { writeFile } = await import('node:fs/promises');
    const [book] = books.filter(({ fault }) => fault === 'text');
    await writeFile(book?.file ?? '', readFileSync(books.at(-1)?.file ?? ''));
    const again = await rollUp('books', '--out', 'sum.xlsx');
    expect(again.files).toMatchObject({ read: 1, reused: BOOKS - 1 });
    // A copy of another: it is a double now.
    expect(again.findings.filter(({ code }) => code === 'rollup/double')).toHaveLength(2);
    await writeFile(book?.file ?? '', '订单号,数量\nA1,3\n');
    expect(figures(await rollUp('books', '--out', 'sum.xlsx'))).toEqual(figures(document));
  });
});

describe('the figures', () => {
  it('are those of SQL over the facts, and the income that was typed', async () => {
    const database = await DuckDBInstance.create(':memory:');
    const connection = await database.connect();
    const query = async (sql: string): Promise<readonly (readonly unknown[])[]> => (await connection.runAndReadAll(sql)).getRows();
    const metrics = `read_parquet('${at('sum.metrics.parquet')}')`;
    const rows = await query(`
      WITH c AS (SELECT * FROM ${metrics} WHERE counted AND period = 'current'), b AS (SELECT * FROM ${metrics} WHERE counted AND period = 'baseline'),
      j AS (SELECT c.*, b.numerator AS bn, b.denominator AS bd FROM c LEFT JOIN b ON c.file = b.file AND c.metric = b.metric)
      SELECT metric, basis, count(*) FILTER (verdict <> 'not-comparable')::INT, count(*) FILTER (verdict = 'improved')::INT, quantile_cont(difference, 0.5) FILTER (verdict <> 'not-comparable'),
        sum(numerator) FILTER (verdict <> 'not-comparable'), sum(denominator) FILTER (verdict <> 'not-comparable'), sum(bn) FILTER (verdict <> 'not-comparable'), sum(bd) FILTER (verdict <> 'not-comparable')
      FROM j WHERE metric IN (${KINDS.map((key) => `'${key}'`).join(', ')}) GROUP BY metric, basis`);
    expect(rows.length).toBeGreaterThanOrEqual(5);
    const apart: number[] = [];
    for (const [metric, basis, compared, improved, median, numerator, denominator, before, beforeUnder] of rows) {
      const line = document.metrics.find((one) => one.key === metric && one.basis === basis);
      expect([line?.compared, line?.improved]).toEqual([compared, improved]);
      expect(line?.quartiles?.median).toBeCloseTo(Number(median), 10);
      // Scores are not added up, comparisons have one period.
      const sums = [[line?.current, numerator, denominator], [line?.baseline, before, beforeUnder]] as const;
      for (const [pooled, over, under] of sums) {
        if (pooled !== null && pooled !== undefined) apart.push(Math.abs(pooled.numerator - Number(over)), Math.abs(pooled.denominator - Number(under)));
      }
    }
    expect(apart.length).toBeGreaterThanOrEqual(12);
    expect(Math.max(...apart)).toBeLessThan(1e-6);
    const counted = books.filter(({ revenue, fault }) => revenue !== null && fault !== 'double');
    const income = document.metrics.find(({ key, basis }) => key === 'revenue-growth-rate' && basis === 'rows');
    expect(income?.compared).toBe(counted.length);
    expect(income?.current?.denominator).toBeCloseTo(counted.reduce((sum, { revenue }) => sum + (revenue?.[0] ?? 0), 0), 6);
    expect(income?.current?.numerator).toBeCloseTo(counted.reduce((sum, { revenue }) => sum + (revenue?.[1] ?? 0) - (revenue?.[0] ?? 0), 0), 6);
    expect(document.workbooks.counted).toBe(counted.length);
    expect(await query(`SELECT count(*)::INT, count(set_aside)::INT FROM read_parquet('${at('sum.workbooks.parquet')}')`)).toEqual([[BOOKS, document.setAside.length]]);
    connection.closeSync();
    database.closeSync();
  });

  it('carry no name of a person and no row: neither in the summary nor in the facts', () => {
    const grid = plainXlsx(readFileSync(at('sum.xlsx')));
    const said = [...grid.values()].map((sheet) => JSON.stringify([...sheet])).join('\n');
    expect(said).toContain('第20号示例有限公司');
    for (const text of [said, readFileSync(at('sum.facts.ndjson'), 'utf8'), readFileSync(at('sum.metrics.parquet'), 'latin1'), Buffer.from(readFileSync(at('sum.workbooks.parquet'))).toString('utf8')]) {
      for (const secret of ['顾问甲', '客户3', 'WO12', '甲泵', '某调查公司']) expect(text).not.toContain(secret);
    }
  });

  it('stand in a workbook that breaks no rule of Excel', () => {
    expect(packageFaults(readFileSync(at('sum.xlsx')))).toEqual([]);
  });
});

describeWithLibreOffice('the summary, recalculated', () => {
  it('shows what the program wrote, cell by cell', async () => {
    const [written, calculated] = [plainXlsx(readFileSync(at('sum.xlsx'))), await recalculate(at('sum.xlsx'))];
    for (const sheet of [SUMMARY_SHEETS.overview, SUMMARY_SHEETS.metrics]) {
      let compared = 0;
      for (const [r, row] of (written.get(sheet) ?? []).entries()) {
        for (const [c, cell] of (row ?? []).entries()) {
          if (typeof cell !== 'number') continue;
          expect([sheet, r + 1, c + 1, calculated.get(sheet)?.[r]?.[c]]).toEqual([sheet, r + 1, c + 1, expect.closeTo(cell, 9)]);
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(40);
    }
  }, 120_000);
});

describeWithRedis('through Redis, with two programs that work for others', () => {
  it('comes to the same', async () => {
    const redis = await startRedis();
    try {
      const alone = await rollUp('books/批次0', '--out', 'alone.xlsx');
      for (let i = 0; i < 2; i++) begin('rollup', '--redis', redis.url, '--serve', '--workers', '1');
      const shared = await rollUp('books/批次0', '--out', 'shared.xlsx', '--redis', redis.url, '--workers', '0');
      expect(shared.files).toMatchObject({ read: alone.files.found });
      expect(figures(shared)).toEqual(figures(alone));
    } finally {
      await redis.stop();
    }
  }, 120_000);
});
