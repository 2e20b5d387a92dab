import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BookJob } from '../../src/app/rollup/collect-facts';
import { runRollup } from '../../src/app/rollup/run-rollup';
import { nodeFileTree } from '../../src/host/node/file-tree';
import { nodeFiles } from '../../src/host/node/files';
import { nodeGzip } from '../../src/host/node/gzip';
import { nodeJournals } from '../../src/host/node/journal';
import { parquetFormat } from '../../src/host/parquet/write-parquet';
import { createThreadPool } from '../../src/host/pool/thread-pool';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { makeBooks } from '../support/rollup/books';
import type { Bench } from './bench';

/** `BOOKS=1000` for the whole proof: making them takes a minute or two. */
const BOOKS = Number(process.env['BOOKS'] ?? 200);
const BROKEN = Math.max(1, Math.round(BOOKS / 20));
/** Inside the project, so that the thread finds its packages. */
const WORKER = join(process.cwd(), 'out', 'bench', 'rollup-worker.cjs');

const host = { files: nodeFiles(), xlsx: createXlsxFormat({ gzip: nodeGzip }), tree: nodeFileTree, journals: nodeJournals, parquet: parquetFormat };

async function rollUp(folder: string, workers: number): Promise<number> {
  const out = join(folder, `sum-${workers}`);
  const places = { summary: `${out}.xlsx`, facts: `${out}.facts.ndjson`, books: `${out}.workbooks.parquet`, metrics: `${out}.metrics.parquet` };
  const outcome = await runRollup({ paths: [join(folder, 'books')], places, fresh: true, at: '2025-01-01T00:00:00+08:00', runner: () => createThreadPool<BookJob>({ file: WORKER, workers }) }, host);
  const expected = Number(await readFile(join(folder, 'readable'), 'utf8'));
  if (outcome.found !== BOOKS || outcome.tables.books.length !== expected) throw new Error(`${outcome.tables.books.length} of ${outcome.found} could be used, not ${expected} of ${BOOKS}`);
  await rm(places.facts);
  return outcome.found;
}

export const bench: Bench = {
  title: `roll up ${BOOKS} workbooks, ${BROKEN} of them broken: read, measure, check, add up, write the summary`,
  unit: 'workbooks',
  rounds: 3,
  prepare: async (folder) => {
    if (!existsSync(join(process.cwd(), 'src/entry/rollup-worker.ts'))) throw new Error('run it in the folder of the project');
    await build({ entryPoints: [join(process.cwd(), 'src/entry/rollup-worker.ts')], bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: WORKER, logLevel: 'error' });
    const made = await makeBooks(join(folder, 'books'), BOOKS, BROKEN);
    await writeFile(join(folder, 'readable'), String(made.filter(({ revenue, fault }) => revenue !== null || fault === 'blank-sheets').length));
  },
  ways: {
    'two threads': (folder) => Promise.resolve(() => rollUp(folder, 2)),
    'one thread': (folder) => Promise.resolve(() => rollUp(folder, 1)),
  },
};
