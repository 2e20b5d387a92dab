/** Jobs on threads: every one is answered; one that takes its thread down, its memory or too long ends alone. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createThreadPool, type ThreadPool } from '../../../src/host/pool/thread-pool';
import type { JobAnswer } from '../../../src/app/ports';

interface Job {
  readonly id: string;
  readonly what: 'answer' | 'exit' | 'memory' | 'hang' | 'fail-once';
}

const WORKER = `
const seen = new Set();
exports.runJob = async ({ id, what }) => {
  if (what === 'exit') process.exit(7);
  if (what === 'memory') { const all = []; for (;;) all.push(new Array(1e5).fill(id + Math.random())); }
  if (what === 'hang') for (;;);
  if (what === 'fail-once' && !seen.has(id)) { seen.add(id); return { failure: { code: 'file/changed', params: {} } }; }
  return { line: id };
};`;

let folder: string;
let pool: ThreadPool<Job>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhisheng-pool-'));
  await writeFile(join(folder, 'worker.cjs'), WORKER);
});
afterEach(async () => {
  await pool.close();
  await rm(folder, { recursive: true, force: true });
});

async function answers(jobs: readonly Job[], signal?: AbortSignal): Promise<Readonly<Record<string, JobAnswer>>> {
  const found: Record<string, JobAnswer> = {};
  for await (const { job, answer } of pool.run(jobs, signal)) {
    expect(found[job.id]).toBeUndefined();
    found[job.id] = answer;
  }
  return found;
}

const many = (count: number, from = 0): readonly Job[] => Array.from({ length: count }, (_, i) => ({ id: `a${from + i}`, what: 'answer' }));

describe('a pool of threads', () => {
  it('answers each job once, and tries again what failed', async () => {
    pool = await createThreadPool<Job>({ file: join(folder, 'worker.cjs'), workers: 2 });
    const found = await answers([...many(20), { id: 'f', what: 'fail-once' }]);
    expect(Object.keys(found)).toHaveLength(21);
    expect(found['f']).toEqual({ line: 'f' });
  });

  it('goes on when a job ends its thread, or takes all of its memory', async () => {
    pool = await createThreadPool<Job>({ file: join(folder, 'worker.cjs'), workers: 2, megabytes: 32 });
    const found = await answers([{ id: 'x', what: 'exit' }, ...many(4), { id: 'm', what: 'memory' }, ...many(4, 4)]);
    expect(found['x']).toMatchObject({ failure: { code: 'rollup/worker-died' } });
    expect(found['m']).toMatchObject({ failure: { code: 'rollup/worker-died', params: { reason: 'ERR_WORKER_OUT_OF_MEMORY' } } });
    expect(many(8).every(({ id }) => found[id] !== undefined && 'line' in found[id])).toBe(true);
  });

  it('gives up a job that never ends', async () => {
    pool = await createThreadPool<Job>({ file: join(folder, 'worker.cjs'), workers: 1, seconds: 1 });
    const found = await answers([{ id: 'h', what: 'hang' }, { id: 'a', what: 'answer' }]);
    expect(found['h']).toEqual({ failure: { code: 'rollup/too-slow', params: { seconds: 1 } } });
  });

  it('stops when it is told to', async () => {
    pool = await createThreadPool<Job>({ file: join(folder, 'worker.cjs'), workers: 1 });
    await expect(answers([{ id: 'h', what: 'hang' }], AbortSignal.timeout(50))).rejects.toThrow(/timeout|aborted/iu);
  });
});
