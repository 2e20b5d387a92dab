/** A program that serves a queue: a job is answered after a while, or takes the program down with it. Says when it is ready and when it begins a job. */
import { setTimeout as wait } from 'node:timers/promises';
import { serveQueue } from '../../../src/host/queue/serve-queue';

export interface TestJob {
  readonly id: string;
  readonly what: 'answer' | 'fail' | 'fail-once' | 'crash';
  /** Milliseconds. */
  readonly takes: number;
}

const [url = '', name = ''] = process.argv.slice(2);
const seen = new Set<string>();

void serveQueue<TestJob>({
  url, name, concurrency: 1, lockMs: 600,
  work: async ({ id, what, takes }) => {
    process.stdout.write(`begin ${id}\n`);
    await wait(takes);
    if (what === 'crash') process.kill(process.pid, 'SIGKILL');
    const again = seen.has(id);
    seen.add(id);
    return what === 'fail' || (what === 'fail-once' && !again) ? { failure: { code: 'file/changed', params: { id } } } : { line: `${id} by ${process.pid}` };
  },
}).then(() => process.stdout.write('ready\n'));
