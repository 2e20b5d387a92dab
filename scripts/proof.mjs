#!/usr/bin/env node
/**
 * npm run test:proof [-- --workbooks N] [--seed S] [--jobs N] [--only INDEX]
 * Random workbooks, 200 unless said otherwise: every formula recalculated by LibreOffice must agree with the calculator.
 * Ends with status 1 and the first disagreements otherwise; --seed S --only INDEX takes one workbook again and makes it smaller.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { wholeNumbers } from './whole-number.mjs';

const BATCH = 10;
const SHOWN = 10;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { workbooks: { type: 'string' }, seed: { type: 'string' }, jobs: { type: 'string' }, only: { type: 'string' } } });

const whole = wholeNumbers(values);

const total = whole('workbooks', 200, 1);
const seed = whole('seed', randomInt(2 ** 31), 0);
const only = whole('only', null, 0);
const processes = only === null ? whole('jobs', Math.min(2, availableParallelism()), 1) : 1;

const folder = join(root, 'node_modules', '.cache', 'zhisheng-proof');
mkdirSync(folder, { recursive: true });
const bundle = join(folder, 'proof.cjs');
await build({
  stdin: {
    contents: `
import { runProof } from './test/support/proof.ts';
runProof(JSON.parse(process.argv[2]), (report) => console.log(JSON.stringify(report))).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});`,
    resolveDir: root, loader: 'ts',
  },
  bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: bundle, logLevel: 'warning',
});

const start = performance.now();
const seconds = () => Math.round((performance.now() - start) / 1000);
const failures = [];
let done = 0;
console.log(`proof: ${only === null ? `${total} random workbooks` : `workbook ${only}`}, seed ${seed}, ${processes} ${processes === 1 ? 'process' : 'processes'}`);

function take(index) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, JSON.stringify({ seed, total, batch: BATCH, process: index, processes, only })], { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const report = JSON.parse(line);
      done += report.done;
      failures.push(...report.failures);
      if (report.smallest !== undefined) console.log('smaller workbook that fails too, rows by sheet:', JSON.stringify(report.smallest));
      console.log(`  ${done}/${only === null ? total : 1}  ${failures.length} with disagreements  ${seconds()} s`);
    });
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve() : reject(new Error(`process ${index} ended with ${status}`))));
  });
}

try {
  await Promise.all(Array.from({ length: processes }, (_, index) => take(index)));
} catch (error) {
  console.error(`proof: ${error.message}`);
  process.exit(1);
}
if (failures.length === 0) {
  console.log(`proof: every formula of ${done} workbooks agrees with the calculator (${seconds()} s)`);
} else {
  for (const { index, said } of failures.slice(0, 3)) {
    console.error(`\nworkbook ${index < 0 ? 'made smaller' : index}: ${said.length} disagreements`);
    for (const line of said.slice(0, SHOWN)) console.error(`  ${line}`);
  }
  const first = failures.find(({ index }) => index >= 0) ?? { index: only };
  console.error(`\nproof: ${failures.length} workbooks disagree; again: npm run test:proof -- --workbooks ${total} --seed ${seed} --only ${first.index}`);
  process.exitCode = 1;
}
