#!/usr/bin/env node
/** Composition root of the command line: the hosts of Node, the arguments, the exit status. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../cli/run';
import { decodeCsv } from '../host/csv/decode-csv';
import { nodeFiles } from '../host/node/files';
import { nodeFolders } from '../host/node/folders';
import { nodeGzip } from '../host/node/gzip';
import { nodeIdentity } from '../host/node/identity';
import { createChartPicture } from '../host/picture/chart-picture';
import { createRasterizer } from '../host/raster/svg-to-png';
import { lazyWord } from '../host/word/lazy-word';
import { createXlsxFormat } from '../host/xlsx/format';
import { createTravelFormat } from '../host/xlsx/travel';
import { createRollupMachine } from './rollup-machine';

/** The package's folder: the nearest one above this file that has a package.json. */
function packageFolder(from: string): string {
  if (existsSync(join(from, 'package.json')) || dirname(from) === from) return from;
  return packageFolder(dirname(from));
}

function packageVersion(folder: string): string {
  const json: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return typeof json === 'object' && json !== null && 'version' in json ? String(json.version) : '';
}

async function main(): Promise<void> {
  const folder = packageFolder(__dirname);
  // A reader that went away (`| head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
  process.exitCode = await run(
    process.argv.slice(2),
    {
      files: nodeFiles(),
      folders: nodeFolders,
      travel: createTravelFormat({ gzip: nodeGzip }),
      gzip: nodeGzip,
      identity: nodeIdentity,
      word: lazyWord,
      charts: createChartPicture,
      rasterizer: createRasterizer(),
      // Beside this file, wherever the package was put.
      rollup: createRollupMachine(join(__dirname, 'rollup-worker.cjs')),
      xlsx: createXlsxFormat({ gzip: nodeGzip }),
      delimited: { decode: (bytes) => decodeCsv(bytes) },
      sampleFolder: join(folder, 'sample'),
      version: packageVersion(folder),
      debug: (process.env['ZHISHENG_DEBUG'] ?? '') !== '',
    },
    {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      errIsTerminal: process.stderr.isTTY,
      now: () => performance.now(),
    },
  );
}

void main();
