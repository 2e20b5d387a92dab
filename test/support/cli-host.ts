/** The command line over files in memory, with the real format of workbooks and CSV: what a call prints, leaves and returns. */
import { HostError, type WorkbookFormat } from '../../src/app/ports';
import { run } from '../../src/cli/run';
import type { ExitCode } from '../../src/cli/exit-code';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import { createChartPicture } from '../../src/host/picture/chart-picture';
import { createRasterizer } from '../../src/host/raster/svg-to-png';
import { lazyWord } from '../../src/host/word/lazy-word';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { createTravelFormat } from '../../src/host/xlsx/travel';
import { portableGzip } from '../../src/host/xlsx/package/portable-gzip';
import { countedIdentity } from './counted-identity';
import { memoryFiles } from './memory-files';
import { memoryMachine } from './rollup-machine';

export interface Run {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface MemoryHost {
  readonly files: Map<string, Uint8Array>;
  /** Paths whose replacement fails with this code, with `bug`, or because `someone-else` saved the file just before. */
  readonly faults: Map<string, string>;
  put(path: string, text: string): void;
  run(...argv: readonly string[]): Promise<Run>;
}

/** `xlsx` stands for the real format where the file itself is not the point. */
export function memoryHost(options: { readonly debug?: boolean; readonly xlsx?: WorkbookFormat } = {}): MemoryHost {
  const stored = new Map<string, Uint8Array>();
  const faults = new Map<string, string>();
  let made = 0;
  const xlsx = options.xlsx ?? createXlsxFormat();
  const files = memoryFiles(stored, (path) => {
    const fault = faults.get(path);
    if (fault === 'bug') throw new TypeError('undefined is not a function');
    if (fault === 'someone-else') stored.set(path, new TextEncoder().encode('saved by someone else'));
    else if (fault !== undefined) throw new HostError(fault, { path });
  });
  return {
    files: stored,
    faults,
    put: (path, text) => stored.set(path, new TextEncoder().encode(text)),
    run: async (...argv) => {
      const [out, err]: [string[], string[]] = [[], []];
      const exit = await run(
        argv,
        {
          files,
          folders: { make: async () => undefined },
          travel: createTravelFormat(),
          gzip: portableGzip,
          identity: countedIdentity(() => ++made),
          word: lazyWord,
          charts: createChartPicture,
          rasterizer: createRasterizer(),
          xlsx,
          rollup: memoryMachine(stored, { files, xlsx, gzip: portableGzip }),
          delimited: { decode: (bytes) => decodeCsv(bytes) },
          sampleFolder: 'sample',
          version: '1.2.3',
          debug: options.debug ?? false,
        },
        { out: (text) => out.push(text), err: (text) => err.push(text), errIsTerminal: false, now: () => 0 },
      );
      return { exit, out: out.join(''), err: err.join('') };
    },
  };
}
