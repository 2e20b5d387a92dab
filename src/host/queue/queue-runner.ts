/**
 * Jobs handed to whoever serves the queue (BullMQ on Redis). A job has the id of its file's state: handed in twice it is there
 * once. Its answer stays in the queue until it is kept here; who is killed before that asks for it again.
 */
import type { Job, Queue } from 'bullmq';
import type { JobAnswer, JobRunner } from '../../app/ports';
import { connect } from './connection';

export interface QueueOptions {
  readonly url: string;
  readonly name: string;
  readonly attempts?: number;
  /** Milliseconds between two looks at what is done. */
  readonly interval?: number;
}

const BULK = 500;
const PAGE = 100;
const WEEK = 7 * 24 * 3600;

/** Throws `HostError` as `connect` does. */
export async function createQueueRunner<J extends { readonly id: string }>({ url, name, attempts = 3, interval = 250 }: QueueOptions): Promise<JobRunner<J>> {
  const connection = await connect(url);
  const { Queue: Jobs } = await import('bullmq');
  // The library takes the type of a job's data from what is put in: one that is not known yet is any.
  const queue: Queue<J, JobAnswer, string, J, JobAnswer, string> = new Jobs(name, { connection });
  queue.on('error', () => undefined);

  async function handIn(jobs: readonly J[]): Promise<void> {
    // What nobody fetches, since its roll-up was given up, goes after a week.
    const opts = { attempts, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: { age: WEEK }, removeOnFail: { age: WEEK } };
    for (let from = 0; from < jobs.length; from += BULK) {
      // oxlint-disable-next-line no-await-in-loop -- a bulk after the other
      await queue.addBulk(jobs.slice(from, from + BULK).map((job) => ({ name: 'book', data: job, opts: { ...opts, jobId: job.id } })));
    }
  }

  return {
    async *run(jobs, signal) {
      const left = new Map(jobs.map((job) => [job.id, job]));
      await handIn(jobs);
      while (left.size > 0) {
        signal?.throwIfAborted();
        let found = 0;
        // Jobs of other roll-ups stay where they are and are passed.
        for (let passed = 0; ; ) {
          const done: readonly Job<J, JobAnswer>[] = await queue.getJobs(['completed', 'failed'], passed, passed + PAGE - 1, true);
          for (const each of done) {
            const job = left.get(each.id ?? '');
            if (job === undefined) {
              passed++;
              continue;
            }
            left.delete(job.id);
            found++;
            yield { job, answer: answerOf(each) };
            await each.remove();
          }
          if (done.length < PAGE) break;
        }
        if (found === 0 && left.size > 0) await new Promise((resolve) => setTimeout(resolve, interval));
      }
    },
    close: async () => {
      await queue.close();
      connection.disconnect();
    },
  };
}

/** A job without an answer took down whoever worked on it, time after time. (The reason of an earlier failure stays with one that has an answer.) */
function answerOf({ returnvalue, failedReason }: { readonly returnvalue: JobAnswer | null | undefined; readonly failedReason?: string }): JobAnswer {
  return returnvalue ?? { failure: { code: 'rollup/worker-died', params: { reason: failedReason ?? '' } } };
}
