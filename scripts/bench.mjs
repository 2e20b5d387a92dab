#!/usr/bin/env node
/**
 * npm run bench [-- PART-OF-NAME...] [--rounds N] [--json]
 * Runs test/bench/*.bench.ts: each way of doing the work in a process of its own, in turns, medians of seconds and peak
 * memory, ratios against the first way.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' }, json: { type: 'boolean', default: false } } });

/** What each process runs: `node bundle.cjs FOLDER describe|prepare|WAY`. */
const runner = (file) => `
import { bench } from ${JSON.stringify(file)};
const [folder, what] = process.argv.slice(2);
const say = (result) => process.stdout.write(JSON.stringify(result));
if (what === 'describe') say({ title: bench.title, unit: bench.unit, rounds: bench.rounds ?? 3, ways: Object.keys(bench.ways), prepares: bench.prepare !== undefined });
else if (what === 'prepare') bench.prepare(folder).then(() => say({}));
else bench.ways[what](folder).then(async (work) => {
  const start = performance.now();
  const units = await work();
  say({ seconds: (performance.now() - start) / 1000, units, megabytes: process.resourceUsage().maxRSS / 1024 });
});
`;

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function runBench(name, cache) {
  const bundle = join(cache, `${name}.cjs`);
  await build({
    stdin: { contents: runner(`./test/bench/${name}.bench.ts`), resolveDir: root, loader: 'ts' },
    bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: bundle, logLevel: 'warning',
  });
  const folder = mkdtempSync(join(tmpdir(), 'zhisheng-bench-'));
  const run = (what) => JSON.parse(execFileSync(process.execPath, [bundle, folder, what], { encoding: 'utf8', maxBuffer: 1 << 24 }));
  try {
    const bench = run('describe');
    if (bench.prepares) run('prepare');
    const runs = Object.fromEntries(bench.ways.map((way) => [way, []]));
    for (let round = 0; round < Number(values.rounds ?? bench.rounds); round++) {
      for (const way of bench.ways) runs[way].push(run(way));
    }
    const results = bench.ways.map((way) => {
      const seconds = median(runs[way].map((one) => one.seconds));
      return { way, seconds, megabytes: median(runs[way].map((one) => one.megabytes)), perSecond: runs[way][0].units / seconds, units: runs[way][0].units };
    });
    return { name, title: bench.title, unit: bench.unit, results };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print({ title, unit, results }) {
  const [first] = results;
  console.log(`\n${title} (${first.units.toLocaleString('en')} ${unit})`);
  for (const { way, seconds, megabytes, perSecond } of results) {
    const ratio = way === first.way ? '' : `  ${(seconds / first.seconds).toFixed(1)} x the time, ${(megabytes / first.megabytes).toFixed(1)} x the memory of ${first.way}`;
    console.log(`  ${way.padEnd(16)} ${seconds.toFixed(2).padStart(7)} s  ${megabytes.toFixed(0).padStart(5)} MB  ${Math.round(perSecond).toLocaleString('en').padStart(11)} ${unit}/s${ratio}`);
  }
}

const cache = join(root, 'node_modules', '.cache', 'zhisheng-bench');
mkdirSync(cache, { recursive: true });
const names = readdirSync(join(root, 'test', 'bench')).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -'.bench.ts'.length));
const chosen = names.filter((name) => positionals.length === 0 || positionals.some((part) => name.includes(part)));
if (chosen.length === 0) {
  console.error(`no bench is called that; there are: ${names.join(', ')}`);
  process.exit(2);
}
if (!values.json) console.log(`Node ${process.version}, ${cpus().length} processors`);
const all = [];
for (const name of chosen) {
  const result = await runBench(name, cache);
  all.push(result);
  if (!values.json) print(result);
}
if (values.json) console.log(JSON.stringify(all, null, 2));
