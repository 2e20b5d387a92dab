/** Many cases in one process, with a sign of life before each, so that whoever watches can tell which one hangs. */
import { createCase, runCase } from './run-case';
import { createSeeds, type Seed } from './seeds';

/** A case that lets the process grow by more is a finding. */
const MOST_GROWTH_MB = 96;

export interface ManyOptions {
  readonly root: string;
  readonly run: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
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

const peakMB = (): number => process.resourceUsage().maxRSS / 1024;

/** `beat` is called before each case; `report` now and then with what came since the last one. */
export async function runMany({ root, run, from, to, step }: ManyOptions, beat: (index: number) => void, report: (report: ManyReport) => void): Promise<void> {
  const seeds: readonly Seed[] = await createSeeds(root);
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
    const made = createCase(seeds, run, index);
    // oxlint-disable-next-line no-await-in-loop -- time and memory are those of one case
    const { verdict, said, patched, overcautious: over, ms } = await runCase(made);
    const before = peak;
    peak = peakMB();
    done++;
    slowestMs = Math.max(slowestMs, ms);
    count(verdict === 'refused' ? `${made.level} refused ${said}` : `${made.level} ${verdict}`);
    if (patched) count('with a cell patched');
    if (over) {
      count('refused though readable');
      overcautious.push(index);
    }
    if (verdict === 'wrong' || verdict === 'crashed' || verdict === 'slow') findings.push({ index, verdict, said });
    if (peak - before > MOST_GROWTH_MB) findings.push({ index, verdict: 'memory', said: `${Math.round(peak - before)} MB more` });
    if (done >= 500) tell(index);
  }
  tell(to);
}
