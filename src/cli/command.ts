/** What a verb is, and what it may use of the host. */
import type { BookJob } from '../app/rollup/collect-facts';
import type { PackageFormat } from '../app/package-ports';
import type { RollupHost } from '../app/rollup/run-rollup';
import type { ChartPicture, DelimitedFormat, Files, Folders, Gzip, Identity, JobRunner, Rasterizer, WordFormat, WorkbookFormat } from '../app/ports';
import type { TravelFormat } from '../app/travel-ports';
import type { VerbName } from '../core/text/cli-help';
import type { Args } from './args';
import type { ExitCode } from './exit-code';
import type { Param } from './params';
import type { ProgressLine } from './progress';
import type { Session } from './session';

/** What the roll-up works on. */
export interface RollupMachine extends Pick<RollupHost, 'tree' | 'journals' | 'parquet'> {
  readonly processors: number;
  /** On threads of this machine. */
  threads(workers: number): Promise<JobRunner<BookJob>>;
  /** Handed to all that serve the Redis at this address; `workers` threads of this machine are among them. */
  queue(url: string, workers: number): Promise<JobRunner<BookJob>>;
  /** Works for others until it is stopped. `address` is fit to be shown. */
  serve(url: string, workers: number, done: () => void): Promise<{ readonly address: string; stop(): Promise<void> }>;
  /** Resolves when somebody asks the program to end. */
  interrupted(): Promise<void>;
}

export interface CliHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly delimited: DelimitedFormat;
  readonly folders: Folders;
  readonly travel: TravelFormat & { readonly packages: PackageFormat };
  readonly gzip: Gzip;
  readonly identity: Identity;
  readonly word: WordFormat;
  /** Loaded when the first chart is wanted. */
  readonly charts: () => Promise<ChartPicture>;
  readonly rasterizer: Rasterizer;
  readonly rollup: RollupMachine;
  /** Folder of the sample data that comes with the program. */
  readonly sampleFolder: string;
  readonly version: string;
  /** True when engineers want to see the stack of a fault. */
  readonly debug: boolean;
}

export interface Call {
  readonly args: Args;
  readonly session: Session;
  readonly host: CliHost;
  readonly progress: ProgressLine;
  /** Milliseconds, from any start. */
  readonly now: () => number;
}

export interface Command {
  readonly verb: VerbName;
  readonly files: 'none' | 'one' | 'two' | 'some' | 'any';
  readonly params: readonly Param[];
  run(call: Call): Promise<ExitCode>;
}
