/** The machine that the roll-up of the command line works on: threads, and Redis where other machines help. Libraries are loaded when they are wanted. */
import { availableParallelism } from 'node:os';
import type { BookJob } from '../app/rollup/collect-facts';
import type { JobRunner } from '../app/ports';
import type { RollupMachine } from '../cli/command';
import { FACTS_VERSION } from '../core/rollup/facts';
import { nodeFileTree } from '../host/node/file-tree';
import { nodeJournals } from '../host/node/journal';
import { parquetFormat } from '../host/parquet/write-parquet';
import { createThreadPool } from '../host/pool/thread-pool';
import { shownAddress } from '../host/queue/connection';
import { createQueueRunner } from '../host/queue/queue-runner';
import { serveQueue, type Serving } from '../host/queue/serve-queue';

/** Machines with other facts do not take each other's jobs. */
const QUEUE = `zhisheng-rollup-${FACTS_VERSION}`;

/** `workerFile`: the bundle of `rollup-worker.ts`. */
export function createRollupMachine(workerFile: string): RollupMachine {
  const threads = (workers: number): ReturnType<typeof createThreadPool<BookJob>> => createThreadPool<BookJob>({ file: workerFile, workers });
  const serve = async (url: string, workers: number, done?: () => void): Promise<Serving> => {
    const pool = await threads(workers);
    try {
      const serving = await serveQueue<BookJob>({ url, name: QUEUE, concurrency: workers, work: (job) => pool.once(job), ...(done === undefined ? {} : { done }) });
      return {
        stop: async () => {
          await serving.stop();
          await pool.close();
        },
      };
    } catch (error) {
      await pool.close();
      throw error;
    }
  };
  return {
    processors: availableParallelism(),
    tree: nodeFileTree, journals: nodeJournals, parquet: parquetFormat,
    threads,
    async queue(url, workers): Promise<JobRunner<BookJob>> {
      const runner = await createQueueRunner<BookJob>({ url, name: QUEUE });
      const own = workers === 0 ? null : await serve(url, workers);
      return {
        run: (jobs, signal) => runner.run(jobs, signal),
        close: async () => {
          await own?.stop();
          await runner.close();
        },
      };
    },
    serve: async (url, workers, done) => ({ address: shownAddress(url), ...(await serve(url, workers, done)) }),
    interrupted: () => new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
  };
}
