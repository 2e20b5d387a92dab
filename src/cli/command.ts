/** What a verb is, and what it may use of the host. */
import type { ChartPicture, DelimitedFormat, Files, Folders, Gzip, Identity, Rasterizer, TravelFormat, WordFormat, WorkbookFormat } from '../app/ports';
import type { VerbName } from '../core/text/cli-help';
import type { Args } from './args';
import type { ExitCode } from './exit-code';
import type { Param } from './params';
import type { ProgressLine } from './progress';
import type { Session } from './session';

export interface CliHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly delimited: DelimitedFormat;
  readonly folders: Folders;
  readonly travel: TravelFormat;
  readonly gzip: Gzip;
  readonly identity: Identity;
  readonly word: WordFormat;
  /** Loaded when the first chart is wanted. */
  readonly charts: () => Promise<ChartPicture>;
  readonly rasterizer: Rasterizer;
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
  readonly files: 'none' | 'one' | 'two' | 'some';
  readonly params: readonly Param[];
  run(call: Call): Promise<ExitCode>;
}
