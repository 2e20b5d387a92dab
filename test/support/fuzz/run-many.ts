/** Many cases in one process, with a sign of life before each, so that whoever watches can tell which one hangs. */
import { seeded, type Random } from './random';
import { createCase, runCase } from './run-case';
import { createSeeds, type Seed } from './seeds';
import type { Judgement } from './targets/target';
import { FILE_SHARE, FILES, TARGETS } from './targets/targets';

/** A case that lets the process grow by more is a finding. */
const MOST_GROWTH_MB = 96;
/** Of processor time: other work on the machine does not count. Whole workbooks compared with each other take seconds. */
const SLOW_MS = 12_000;

export interface ManyOptions {
  readonly root: string;
  readonly run: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** Names of targets: all where none are named. */
  readonly only?: readonly string[];
}

export interface Finding {
  readonly index: number;
  readonly verdict: string;
  readonly said: string;
}

export interface ManyReport {
  readonly at: number;
  readonly done: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  /** Cases that were refused though the strict reading reads them, a few of them by number. */
  readonly overcautious: readonly number[];
  readonly slowestMs: number;
  readonly peakMB: number;
}

interface Told {
  /** Counted under this name. */
  readonly counted: string;
  readonly finding: Omit<Finding, 'index'> | null;
  readonly patched?: boolean;
  readonly overcautious?: boolean;
  readonly ms: number;
}

type Run = (index: number) => Promise<Told>;

const FINDINGS: ReadonlySet<string> = new Set(['wrong', 'crashed', 'slow']);

function fileRun(seeds: readonly Seed[], run: number): Run {
  return async (index) => {
    const made = createCase(seeds, run, index);
    const { verdict, said, patched, overcautious, ms } = await runCase(made);
    return { counted: verdict === 'refused' ? `${made.level} refused ${said}` : `${made.level} ${verdict}`, finding: FINDINGS.has(verdict) ? { verdict, said } : null, patched, overcautious, ms };
  };
}

async function judged(judge: (random: Random) => Judgement | Promise<Judgement>, random: Random): Promise<Omit<Judgement, 'verdict'> & { readonly verdict: Judgement['verdict'] | 'crashed' }> {
  try {
    return await judge(random);
  } catch (error) {
    return { verdict: 'crashed', said: error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' | ') : String(error) };
  }
}

function plainRun(name: string, judge: (random: Random) => Judgement | Promise<Judgement>, run: number): Run {
  return async (index) => {
    const before = process.cpuUsage();
    const { verdict, said } = await judged(judge, seeded(run, index));
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    const finding = FINDINGS.has(verdict) ? { verdict, said: `${name}: ${said}` } : ms > SLOW_MS ? { verdict: 'slow', said: `${name}: ${Math.round(ms)} ms` } : null;
    return { counted: verdict === 'refused' ? `${name} refused ${said}` : `${name} ${verdict}`, finding, ms };
  };
}

interface Shared {
  readonly share: number;
  readonly run: Run;
}

async function runsOf({ root, run, only }: ManyOptions): Promise<readonly Shared[]> {
  const wanted = (name: string): boolean => only === undefined || only.includes(name);
  const runs: Shared[] = wanted(FILES) ? [{ share: FILE_SHARE, run: fileRun(await createSeeds(root), run) }] : [];
  // oxlint-disable-next-line no-await-in-loop -- each gets its seeds ready
  for (const target of TARGETS) if (wanted(target.name)) runs.push({ share: target.share, run: plainRun(target.name, await target.create(root), run) });
  return runs;
}

/** Of which target a case is follows from its number, as all of it does. */
function pickRun(runs: readonly Shared[], run: number, index: number): Run {
  const total = runs.reduce((sum, { share }) => sum + share, 0);
  let at = seeded(run ^ 0x5bd1e995, index).int(total);
  for (const one of runs) {
    at -= one.share;
    if (at < 0) return one.run;
  }
  throw new RangeError('no target of that name');
}

const peakMB = (): number => process.resourceUsage().maxRSS / 1024;

/** `beat` is called before each case; `report` now and then with what came since the last one. */
export async function runMany(options: ManyOptions, beat: (index: number) => void, report: (report: ManyReport) => void): Promise<void> {
  const { run, from, to, step } = options;
  const runs = await runsOf(options);
  let counts: Record<string, number> = {};
  let findings: Finding[] = [];
  let overcautious: number[] = [];
  let [done, slowestMs] = [0, 0];
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  let peak = peakMB();
  const tell = (at: number): void => {
    report({ at, done, counts, findings, overcautious, slowestMs, peakMB: peak });
    [counts, findings, overcautious, done] = [{}, [], [], 0];
  };
  for (let index = from; index < to; index += step) {
    beat(index);
    // oxlint-disable-next-line no-await-in-loop -- time and memory are those of one case
    const told = await pickRun(runs, run, index)(index);
    const before = peak;
    peak = peakMB();
    done++;
    slowestMs = Math.max(slowestMs, told.ms);
    count(told.counted);
    if (told.patched === true) count('with a cell patched');
    if (told.overcautious === true) {
      count('refused though readable');
      overcautious.push(index);
    }
    if (told.finding !== null) findings.push({ index, ...told.finding });
    if (peak - before > MOST_GROWTH_MB) findings.push({ index, verdict: 'memory', said: `${told.counted}: ${Math.round(peak - before)} MB more` });
    if (done >= 500) tell(index);
  }
  tell(to);
}
