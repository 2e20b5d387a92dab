#!/usr/bin/env node
/**
 * npm run bench [-- PART-OF-NAME...] [--rounds N] [--without WAY]... [--json]
 * Runs test/bench/*.bench.ts: each way of doing the work in a process of its own, in turns, medians of seconds and peak
 * memory, ratios against the first way taken turn by turn, with their lowest and highest. Other work on the machine shows in the load.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' }, without: { type: 'string', multiple: true, default: [] }, json: { type: 'boolean', default: false } } });

/** What each process runs: `node bundle.cjs FOLDER describe|prepare|figures|WAY [ARGUMENT]`. */
const runner = (file) => `
import { bench } from ${JSON.stringify(file)};
const [folder, what, argument] = process.argv.slice(2);
const say = (result) => process.stdout.write(JSON.stringify(result));
if (what === 'describe') say({ title: bench.title, unit: bench.unit, rounds: bench.rounds ?? 3, apart: bench.apart === true, ways: Object.keys(bench.ways), once: bench.once ?? [], prepares: bench.prepare !== undefined, counts: bench.facts !== undefined });
else if (what === 'prepare') bench.prepare(folder).then(() => say({}));
else if (what === 'facts') bench.facts(folder).then(say);
else if (what === 'figures') say(bench.figures?.(JSON.parse(argument)) ?? {});
else bench.ways[what](folder).then(async (work) => {
  const start = performance.now();
  const before = process.cpuUsage();
  const done = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  // Another process did the work: its processor time is not known here.
  if (typeof done === 'object') say({ seconds, cpuSeconds: null, ...done });
  else say({ seconds, cpuSeconds: (user + system) / 1e6, units: done, megabytes: process.resourceUsage().maxRSS / 1024 });
});
`;

/** Median, lowest and highest. */
function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, low: sorted[0], high: sorted.at(-1) };
}

async function runBench(name, cache) {
  const bundle = join(cache, `${name}.cjs`);
  await build({
    stdin: { contents: runner(`./test/bench/${name}.bench.ts`), resolveDir: root, loader: 'ts' },
    bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: bundle, logLevel: 'warning',
  });
  const folder = mkdtempSync(join(tmpdir(), 'zhisheng-bench-'));
  const run = (...what) => JSON.parse(execFileSync(process.execPath, [bundle, folder, ...what], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 24 }));
  try {
    const bench = run('describe');
    if (bench.prepares) run('prepare');
    const ways = bench.ways.filter((way) => !values.without.includes(way));
    const leftOut = bench.ways.filter((way) => values.without.includes(way));
    const runs = Object.fromEntries(ways.map((way) => [way, []]));
    const rounds = Number(values.rounds ?? bench.rounds);
    for (let round = 0; round < rounds; round++) {
      for (const way of ways) if (round === 0 || !bench.once.includes(way)) runs[way].push(run(way));
    }
    const first = runs[ways[0]];
    const results = ways.map((way) => {
      const seconds = spread(runs[way].map((one) => one.seconds));
      const [{ units }] = runs[way];
      const rival = !bench.apart && runs[way] !== first;
      return {
        way, units, runs: runs[way].length, seconds, cpuSeconds: runs[way].some((one) => one.cpuSeconds === null) ? null : spread(runs[way].map((one) => one.cpuSeconds)), megabytes: spread(runs[way].map((one) => one.megabytes)), perSecond: units / seconds.median,
        ...(rival ? { timesAsLong: spread(runs[way].map((one, i) => one.seconds / first[i].seconds)), timesTheMemory: spread(runs[way].map((one, i) => one.megabytes / first[i].megabytes)) } : {}),
      };
    });
    const noted = {};
    for (const { facts = {} } of Object.values(runs).flat()) for (const [fact, figure] of Object.entries(facts)) noted[fact] = Math.max(noted[fact] ?? -Infinity, figure);
    const figures = { ...run('figures', JSON.stringify(Object.fromEntries(results.map(({ way, perSecond }) => [way, perSecond])))), ...noted, ...(bench.counts ? run('facts') : {}) };
    return { name, title: bench.title, unit: bench.unit, rounds, leftOut, results, figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const range = ({ low, high }, digits) => `${low.toFixed(digits)}–${high.toFixed(digits)}`;
const shown = (figure) => (figure >= 1000 ? Math.round(figure).toLocaleString('en') : figure.toFixed(2));

function print({ title, unit, rounds, leftOut, results, figures }) {
  console.log(`\n${title}`);
  const width = Math.max(...results.map(({ way }) => way.length));
  for (const { way, runs, seconds, cpuSeconds, megabytes, perSecond, timesAsLong, timesTheMemory } of results) {
    const time = `${seconds.median.toFixed(2).padStart(6)} s (${range(seconds, 2)})`.padEnd(23);
    const ratio = timesAsLong === undefined
      ? ''
      : `  ${timesAsLong.median.toFixed(1)} x the time (${range(timesAsLong, 1)}), ${timesTheMemory.median.toFixed(1)} x the memory (${range(timesTheMemory, 1)})`;
    console.log(`  ${way.padEnd(width)} ${time} ${(cpuSeconds?.median.toFixed(2) ?? '—').padStart(6)} s CPU ${megabytes.median.toFixed(0).padStart(5)} MB  ${Math.round(perSecond).toLocaleString('en').padStart(11)} ${unit}/s${ratio}${runs < rounds ? `  (${runs} of ${rounds} rounds)` : ''}`);
  }
  if (leftOut.length > 0) console.log(`  left out as asked: ${leftOut.join(', ')}`);
  for (const [name, figure] of Object.entries(figures)) console.log(`  ${name}: ${shown(figure)}`);
}

const cache = join(root, 'node_modules', '.cache', 'zhisheng-bench');
mkdirSync(cache, { recursive: true });
const names = readdirSync(join(root, 'test', 'bench')).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -'.bench.ts'.length));
const chosen = names.filter((name) => positionals.length === 0 || positionals.some((part) => name.includes(part)));
if (chosen.length === 0) {
  console.error(`no bench is called that; there are: ${names.join(', ')}`);
  process.exit(2);
}
const { version: exceljs } = JSON.parse(readFileSync(join(root, 'node_modules', 'exceljs', 'package.json'), 'utf8'));
const machine = { date: new Date().toISOString(), node: process.version, exceljs, system: `${process.platform} ${process.arch}`, processor: cpus()[0]?.model ?? '', processors: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), load: loadavg()[0] };
if (!values.json) console.log(`${machine.date.slice(0, 10)}, Node ${machine.node}, exceljs ${exceljs}, ${machine.system}, ${machine.processors} x ${machine.processor}, ${machine.memoryGiB} GiB, load ${machine.load.toFixed(1)}\nMedians, in brackets the lowest and the highest; every run in a process of its own.`);
const benches = [];
for (const name of chosen) {
  const result = await runBench(name, cache);
  benches.push(result);
  if (!values.json) print(result);
}
if (values.json) console.log(JSON.stringify({ machine, benches }, null, 2));
