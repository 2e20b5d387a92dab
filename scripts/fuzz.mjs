#!/usr/bin/env node
/**
 * npm run fuzz [-- TARGET...] [--count N] [--seed S] [--jobs N] [--from N] [--only INDEX]
 * Small workbooks, damaged or changed with knowledge of their structure, read and patched (`files`), and what stands behind
 * them: imports from CSV, maps, profiles, lists of pseudonyms, records of copies, whole workbooks as people change them, plans
 * and merges (test/support/fuzz/targets). Always a typed error or a right result, within time and memory. 20,000 cases unless
 * said otherwise, of all targets unless some are named; ends with status 1 and the findings if there are any.
 * A run is repeated by its seed, resumed by --from; --only takes one case again, a workbook file is shown and kept.
 * Findings and files are kept in out/fuzz.
 */
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { wholeNumbers } from './whole-number.mjs';

/** A process that gives no sign of life for so long hangs: a whole merge takes seconds, many where the machine has other work. */
const HANG_MS = 120_000;
const HEAP_MB = 384;
const SHOWN = 12;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: Object.fromEntries(['count', 'seed', 'jobs', 'from', 'only'].map((name) => [name, { type: 'string' }])) });

const whole = wholeNumbers(values);

const count = whole('count', 20_000, 1);
const seed = whole('seed', randomInt(2 ** 31), 0);
const from = whole('from', 0, 0);
const only = whole('only', null, 0);
const jobs = whole('jobs', Math.min(2, availableParallelism()), 1);
const wanted = positionals.length === 0 ? {} : { only: positionals };

const folder = join(root, 'node_modules', '.cache', 'zhisheng-fuzz');
mkdirSync(folder, { recursive: true });
const bundle = join(folder, `fuzz-${process.pid}.cjs`);
await build({
  stdin: {
    contents: `
import { runMany } from './test/support/fuzz/run-many.ts';
import { showCase } from './test/support/fuzz/show-case.ts';
process.on('message', async (task) => {
  if (task.show) process.send({ shown: await showCase(task.root, task.run, task.index) });
  else await runMany(task, (index) => process.send({ index }), (report) => process.send({ report }));
  process.disconnect();
});`,
    resolveDir: root, loader: 'ts',
  },
  bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: bundle, logLevel: 'warning',
});

const kept = join(root, 'out', 'fuzz');
mkdirSync(kept, { recursive: true });
const findingsFile = join(kept, `${seed}.jsonl`);
const start = performance.now();
const seconds = () => Math.round((performance.now() - start) / 1000);
const counts = new Map();
const findings = [];
const overcautious = [];
let [done, slowestMs, peakMB, told] = [0, 0, 0, 0];

function take(report) {
  done += report.done;
  slowestMs = Math.max(slowestMs, report.slowestMs);
  peakMB = Math.max(peakMB, report.peakMB);
  for (const [what, many] of Object.entries(report.counts)) counts.set(what, (counts.get(what) ?? 0) + many);
  overcautious.push(...report.overcautious.slice(0, SHOWN));
  for (const finding of report.findings) found(finding);
  if (performance.now() - told > 10_000) {
    told = performance.now();
    console.log(`  ${done}/${count}  ${findings.length} findings  ${seconds()} s`);
  }
}

/** All go to a file, a few of each kind to the screen. */
function found(finding) {
  findings.push(finding);
  appendFileSync(findingsFile, `${JSON.stringify(finding)}\n`);
  if (findings.filter(({ verdict }) => verdict === finding.verdict).length <= SHOWN) console.log(`  ${finding.index} ${finding.verdict}: ${finding.said.slice(0, 400)}`);
}

/** Runs every `jobs`-th case from `first` on; a case that kills or stops its process is a finding, and the next one begins anew. */
function work(first) {
  return new Promise((resolve, reject) => {
    const child = fork(bundle, { execArgv: [`--max-old-space-size=${HEAP_MB}`], stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    let index = -1;
    let finished = false;
    let hung = false;
    let said = '';
    const hang = () => {
      hung = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(hang, 3 * HANG_MS);
    child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2000)));
    child.on('message', (message) => {
      if (message.report) {
        take(message.report);
        finished = message.report.at === from + count;
      } else index = message.index;
      clearTimeout(timer);
      timer = setTimeout(hang, HANG_MS);
    });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      if (finished) resolve();
      else if (index < 0) reject(new Error(`a process ended before its first case: ${said}`));
      else {
        found({ index, verdict: hung ? 'hung' : 'died', said: said.slice(-400) });
        resolve(work(index + jobs));
      }
    });
    child.send({ root, run: seed, from: first, to: from + count, step: jobs, ...wanted });
  });
}

async function show(index) {
  const shown = await new Promise((resolve, reject) => {
    const child = fork(bundle, { serialization: 'advanced' });
    child.on('message', (message) => resolve(message.shown));
    child.on('error', reject);
    child.send({ show: true, root, run: seed, index });
  });
  const file = join(kept, `${seed}-${index}.xlsx`);
  writeFileSync(file, shown.bytes);
  const { outcome, strict } = shown;
  console.log(`${shown.level} of ${shown.seed}: ${outcome.verdict} ${outcome.said}${strict === '' ? '' : `\nthe strict reading has no opinion: ${strict}`}`);
  for (const change of shown.changes) console.log(`  ${change}`);
  console.log(`file: ${file}`);
}

/** One case of any target, with everything that was found. */
function again(index) {
  const child = fork(bundle, { execArgv: [`--max-old-space-size=${HEAP_MB}`] });
  child.on('message', ({ report }) => report && console.log(JSON.stringify(report, null, 1)));
  child.send({ root, run: seed, from: index, to: index + 1, step: 1, ...wanted });
  return new Promise((resolve) => child.on('close', resolve));
}

if (only !== null && positionals.join() === 'files') await show(only);
else if (only !== null) await again(only);
else {
  console.log(`fuzz: ${count} cases from ${from}, seed ${seed}, ${jobs} ${jobs === 1 ? 'process' : 'processes'}`);
  await Promise.all(Array.from({ length: jobs }, (_, job) => work(from + job)));
  for (const [what, many] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`  ${String(many).padStart(8)}  ${what}`);
  console.log(`  slowest case ${(slowestMs / 1000).toFixed(2)} s, peak memory ${Math.round(peakMB)} MB`);
  if (overcautious.length > 0) console.log(`  refused though readable, e.g. ${overcautious.slice(0, 10).join(' ')}`);
  console.log(`fuzz: ${findings.length} findings in ${done} cases (${seconds()} s)${findings.length === 0 ? '' : `; again: npm run fuzz -- ${positionals.map((name) => `'${name}' `).join('')}--seed ${seed} --only ${findings[0].index}`}`);
  if (findings.length > 0) process.exitCode = 1;
}
