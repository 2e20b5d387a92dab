/** Works on the jobs of a queue until it is told to stop. A worker that is killed loses its jobs to the others when its locks end. */
import type { Worker } from 'bullmq';
import type { JobAnswer } from '../../app/ports';
import { connect } from './connection';

export interface ServeOptions<J> {
  readonly url: string;
  readonly name: string;
  readonly concurrency: number;
  /** Must not block the thread: locks are renewed on it. */
  readonly work: (job: J) => Promise<JobAnswer>;
  /** Called after each job, with what it came to. */
  readonly done?: (job: J, answer: JobAnswer) => void;
  /** Milliseconds after which a job of a worker that is gone is another's. */
  readonly lockMs?: number;
}

export interface Serving {
  /** Takes no more jobs, ends those that are begun. */
  stop(): Promise<void>;
}

/** Throws `HostError` as `connect` does. */
export async function serveQueue<J>({ url, name, concurrency, work, done, lockMs = 15_000 }: ServeOptions<J>): Promise<Serving> {
  const connection = await connect(url);
  const { Worker: Workers } = await import('bullmq');
  const worker: Worker<J, JobAnswer> = new Workers<J, JobAnswer>(
    name,
    async ({ data, attemptsMade, opts }) => {
      const answer = await work(data);
      // Thrown, it is tried again later; at the last try it is the answer.
      if ('failure' in answer && attemptsMade + 1 < (opts.attempts ?? 1)) throw new Error(answer.failure.code);
      done?.(data, answer);
      return answer;
    },
    { connection, concurrency, lockDuration: lockMs, stalledInterval: lockMs / 2, maxStalledCount: 3 },
  );
  worker.on('error', () => undefined);
  await worker.waitUntilReady();
  return {
    stop: async () => {
      await worker.close();
      connection.disconnect();
    },
  };
}
