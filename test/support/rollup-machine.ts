/** The machine of the roll-up without threads and disks: jobs are done one after the other, where the test is. */
import { runJob } from '../../src/app/rollup/run-job';
import type { BookJob, CollectHost } from '../../src/app/rollup/collect-facts';
import { HostError, type FileTree, type JobRunner, type Journals } from '../../src/app/ports';
import { loadStandard } from '../../src/app/standard';
import type { RollupMachine } from '../../src/cli/command';
import { parquetFormat } from '../../src/host/parquet/write-parquet';

/** A folder is the beginning of the paths of its files. The size stands for the state of a file. */
export function memoryTree(stored: ReadonlyMap<string, Uint8Array>): FileTree {
  return {
    list: async (paths, wanted) => {
      const found = new Map<string, number>();
      let passed = 0;
      for (const path of paths) {
        const below = [...stored].filter(([name]) => name === path || name.startsWith(`${path}/`));
        if (below.length === 0) throw new HostError('file/missing', { path });
        for (const [name, bytes] of below) {
          if (name === path || wanted(name)) found.set(name, bytes.length);
          else passed++;
        }
      }
      return { files: [...found].map(([path, size]) => ({ path, full: path, version: String(size) })).sort((a, b) => (a.path < b.path ? -1 : 1)), passed };
    },
  };
}

export function memoryJournals(stored: Map<string, Uint8Array>): Journals {
  return {
    open: async (path) => {
      let text = new TextDecoder().decode(stored.get(path) ?? new Uint8Array());
      return {
        async *lines() {
          let start = 0;
          for (const line of text.split('\n')) {
            if (line !== '') yield { text: line, place: { start, length: line.length } };
            start += line.length + 1;
          }
        },
        append: async (line) => {
          const place = { start: text.length, length: line.length };
          text += `${line}\n`;
          stored.set(path, new TextEncoder().encode(text));
          return place;
        },
        read: async ({ start, length }) => text.slice(start, start + length),
        close: async () => undefined,
      };
    },
  };
}

export function memoryMachine(stored: Map<string, Uint8Array>, host: CollectHost): RollupMachine {
  const runner: JobRunner<BookJob> = {
    async *run(jobs) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (const job of jobs) yield { job, answer: await runJob(job, host, loadStandard()) };
    },
    close: async () => undefined,
  };
  const none = async (): Promise<never> => {
    throw new HostError('queue/unreachable', { url: 'redis://memory' });
  };
  return { processors: 1, tree: memoryTree(stored), journals: memoryJournals(stored), parquet: parquetFormat, threads: async () => runner, queue: none, serve: none, interrupted: async () => undefined };
}
