/** Jobs through Redis: each answered once, whoever is killed; a job that kills everybody is set aside; jobs handed in twice. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { createQueueRunner } from '../../../src/host/queue/queue-runner';
import { connect, shownAddress } from '../../../src/host/queue/connection';
import type { JobAnswer } from '../../../src/app/ports';
import { describeWithRedis, startRedis, type TestRedis } from '../../support/redis';
import type { TestJob } from '../../support/rollup/queue-worker';

const ROOT = join(__dirname, '../../..');
const PROGRAM = join(ROOT, 'out', 'test-queue', String(process.pid), 'queue-worker.cjs');

let redis: TestRedis;
const started: ChildProcess[] = [];
let queues = 0;

interface Started {
  readonly child: ChildProcess;
  /** Resolves with the first line of its output that begins so. */
  line(start: string): Promise<string>;
}

function worker(name: string): Started {
  const child = spawn(process.execPath, [PROGRAM, redis.url, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  let said = '';
  const waiting: (() => void)[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    for (const look of waiting) look();
  });
  const line = (start: string): Promise<string> => new Promise((resolve) => {
    const look = (): void => {
      const found = said.split('\n').slice(0, -1).find((one) => one.startsWith(start));
      if (found !== undefined) resolve(found);
    };
    waiting.push(look);
    look();
  });
  return { child, line };
}

async function answers(name: string, jobs: readonly TestJob[], most = Infinity): Promise<ReadonlyMap<string, JobAnswer>> {
  const runner = await createQueueRunner<TestJob>({ url: redis.url, name, interval: 50 });
  const found = new Map<string, JobAnswer>();
  for await (const { job, answer } of runner.run(jobs)) {
    expect(found.has(job.id)).toBe(false);
    found.set(job.id, answer);
    if (found.size >= most) break;
  }
  await runner.close();
  return found;
}

const jobs = (count: number, takes: number, what: TestJob['what'] = 'answer'): readonly TestJob[] => Array.from({ length: count }, (_, i) => ({ id: `${what}${i}`, what, takes }));

describeWithRedis('a queue on Redis', () => {
  beforeAll(async () => {
    redis = await startRedis();
    await build({ entryPoints: [join(ROOT, 'test/support/rollup/queue-worker.ts')], bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: PROGRAM, logLevel: 'error' });
  });

  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await redis.stop();
    await rm(join(PROGRAM, '..'), { recursive: true, force: true });
  });

  it('answers every job once, by both programs, though one is killed with a job in hand', async () => {
    const name = `test-${++queues}`;
    const [first, second] = [worker(name), worker(name)];
    await Promise.all([first.line('ready'), second.line('ready')]);
    const all = answers(name, jobs(12, 60));
    await first.line('begin');
    first.child.kill('SIGKILL');
    const found = await all;
    expect([...found.keys()].sort()).toEqual(jobs(12, 60).map(({ id }) => id).sort());
    expect([...found.values()].every((answer) => 'line' in answer)).toBe(true);
    expect([...found.values()].some((answer) => 'line' in answer && answer.line.endsWith(` by ${second.child.pid}`))).toBe(true);
  });

  it('is asked again by who was killed before all answers were kept: none is lost, none is done twice', async () => {
    const name = `test-${++queues}`;
    const one = worker(name);
    await one.line('ready');
    const first = await answers(name, jobs(8, 10), 3);
    const rest = await answers(name, jobs(8, 10).filter(({ id }) => !first.has(id)));
    expect([...first.keys(), ...rest.keys()].sort()).toEqual(jobs(8, 10).map(({ id }) => id).sort());
  });

  it('tries again what failed, and gives the failure where it lasts', async () => {
    const name = `test-${++queues}`;
    await worker(name).line('ready');
    const found = await answers(name, [...jobs(1, 1, 'fail-once'), ...jobs(1, 1, 'fail'), ...jobs(2, 1)]);
    expect(found.get('fail-once0')).toHaveProperty('line');
    expect(found.get('fail0')).toEqual({ failure: { code: 'file/changed', params: { id: 'fail0' } } });
    expect(found.size).toBe(4);
  });

  it('says at once that there is no Redis, without the password', async () => {
    await expect(connect('redis://:secret@127.0.0.1:1')).rejects.toMatchObject({ code: 'queue/unreachable', params: { url: 'redis://127.0.0.1:1' } });
    await expect(connect('http://127.0.0.1')).rejects.toMatchObject({ code: 'queue/address' });
    expect(shownAddress('rediss://me:secret@host:7/2')).toBe('rediss://host:7/2');
  });
});
