/**
 * Jobs on threads of this machine (piscina), loaded when the first pool is made. A job that takes its thread down with it, or
 * all of its memory, or too long, ends alone: the others go on.
 */
import type { Piscina } from 'piscina';
import type { JobAnswer, JobFailure, JobRunner } from '../../app/ports';

export interface PoolOptions {
  /** The module that a thread runs: it exports `runJob`. */
  readonly file: string;
  readonly workers: number;
  readonly attempts?: number;
  /** Longer than this is given up. */
  readonly seconds?: number;
  /** Heap of a thread. */
  readonly megabytes?: number;
}

export interface ThreadPool<J extends { readonly id: string }> extends JobRunner<J> {
  readonly workers: number;
  /** One job, tried once. Throws the signal's reason. */
  once(job: J, signal?: AbortSignal): Promise<JobAnswer>;
}

/** Trying again takes as long again, or as much memory. */
const LASTING: Readonly<Record<string, number>> = { 'rollup/too-slow': 1, 'rollup/worker-died': 2 };

export async function createThreadPool<J extends { readonly id: string }>({ file, workers, attempts = 3, seconds = 300, megabytes = 2048 }: PoolOptions): Promise<ThreadPool<J>> {
  const { default: Pool } = await import('piscina');
  const pool: Piscina<J, JobAnswer> = new Pool({ filename: file, name: 'runJob', minThreads: workers, maxThreads: workers, concurrentTasksPerWorker: 1, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  // A thread that dies is told to whoever waits for its job as well.
  pool.on('error', () => undefined);

  async function once(job: J, signal?: AbortSignal): Promise<JobAnswer> {
    const late = AbortSignal.timeout(seconds * 1000);
    try {
      return await pool.run(job, { signal: signal === undefined ? late : AbortSignal.any([late, signal]) });
    } catch (error) {
      signal?.throwIfAborted();
      return { failure: late.aborted ? { code: 'rollup/too-slow', params: { seconds } } : died(error) };
    }
  }

  async function tried(job: J, signal?: AbortSignal): Promise<JobAnswer> {
    for (let attempt = 1; ; attempt++) {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const answer = await once(job, signal);
      if ('line' in answer || attempt >= Math.min(attempts, LASTING[answer.failure.code] ?? attempts)) return answer;
    }
  }

  return {
    workers,
    once,
    async *run(jobs, signal) {
      const running = new Map<string, Promise<{ readonly job: J; readonly answer: JobAnswer }>>();
      for (let next = 0; next < jobs.length || running.size > 0; ) {
        signal?.throwIfAborted();
        for (let job = jobs[next]; job !== undefined && running.size < workers * 2; job = jobs[++next]) {
          const started = job;
          running.set(started.id, tried(started, signal).then((answer) => ({ job: started, answer })));
        }
        const done = await Promise.race(running.values());
        running.delete(done.job.id);
        yield done;
      }
    },
    close: () => pool.destroy(),
  };
}

function died(error: unknown): JobFailure {
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { code: 'rollup/worker-died', params: { reason: code || (error instanceof Error ? error.message : String(error)) } };
}
