/**
 * What a bench is: the same work done in several ways. `npm run bench` runs every `test/bench/*.bench.ts` (each exports one
 * `bench`), each way in a process of its own, in turns, and prints the medians and their ratios. To add one, add a file.
 */
/** What was done, when another process did it: its memory is not ours to see. */
export interface Outcome {
  readonly units: number;
  readonly megabytes: number;
  /** Of the work itself, where starting the other process is no part of it. */
  readonly seconds?: number;
  /** Further figures, by name; the highest of all rounds is shown. */
  readonly facts?: Readonly<Record<string, number>>;
}

export interface Bench {
  /** What is done, e.g. `write a workbook of 100,000 rows`. */
  readonly title: string;
  /** What is counted, e.g. `rows`. */
  readonly unit: string;
  /** Runs per way; 3 unless said otherwise. */
  readonly rounds?: number;
  /** Makes input files in the folder, once, in a process of its own. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** By name, ours first; ratios are against the first. Gets ready untimed and returns the timed work, which returns how many units it did. */
  readonly ways: Readonly<Record<string, (folder: string) => Promise<() => Promise<number | Outcome>>>>;
  /** Ways that are too slow for more than the first round. */
  readonly once?: readonly string[];
  /** True where the ways are sizes or kinds of work, not rivals: then no ratios. */
  readonly apart?: boolean;
  /** What is counted or looked up once, not timed, by name. */
  readonly facts?: (folder: string) => Promise<Readonly<Record<string, number>>>;
  /** Further figures, by name, from the median units per second of each way. */
  readonly figures?: (perSecond: Readonly<Record<string, number>>) => Readonly<Record<string, number>>;
}
