/** The command line over the real file system, whose calls may be made to fail, with identifiers and times that a test can foretell. */
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import type { Identity } from '../../src/app/ports';
import { run } from '../../src/cli/run';
import { createRollupMachine } from '../../src/entry/rollup-machine';
import { decodeCsv } from '../../src/host/csv/decode-csv';
import type { FileCalls } from '../../src/host/node/file-errors';
import { nodeFiles } from '../../src/host/node/files';
import { nodeFolders } from '../../src/host/node/folders';
import { nodeGzip } from '../../src/host/node/gzip';
import { createChartPicture } from '../../src/host/picture/chart-picture';
import { createRasterizer } from '../../src/host/raster/svg-to-png';
import { lazyWord } from '../../src/host/word/lazy-word';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { createTravelFormat } from '../../src/host/xlsx/travel';
import { countedIdentity } from './counted-identity';

export interface DiskRun {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

const counted = (): Identity => {
  let made = 0;
  return countedIdentity(() => ++made);
};

/** Every call counts its identifiers anew. */
export async function onDisk(argv: readonly string[], calls: FileCalls = fs): Promise<DiskRun> {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await run(
    argv,
    { files: nodeFiles(calls), folders: nodeFolders, gzip: nodeGzip, travel: createTravelFormat(), identity: counted(), word: lazyWord, charts: createChartPicture, rasterizer: createRasterizer(), xlsx: createXlsxFormat({ gzip: nodeGzip }), delimited: { decode: (bytes) => decodeCsv(bytes) }, rollup: createRollupMachine(''), sampleFolder: join(__dirname, '../../sample'), version: '0', debug: false },
    { out: (text) => out.push(text), err: (text) => err.push(text), errIsTerminal: false, now: () => 0 },
  );
  return { exit, out: out.join(''), err: err.join('') };
}
