/**
 * One case of the fuzz run: a seed's workbook, changed as the case's number says, read whole by the product and judged.
 * Allowed are a `HostError` and a right result: that of the seed where only the container was changed, that of the strict
 * reading where it has an opinion on changed parts. A share of the cases also has one cell changed in place.
 */
import { zipSync } from 'fflate';
import { isDeepStrictEqual } from 'node:util';
import { HostError, type OpenWorkbook, type WorkbookFormat } from '../../../src/app/ports';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { bytesSource } from '../../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../../src/core/model/join-bytes';
import { nodeGzip } from '../../../src/host/node/gzip';
import { mutateParts } from './mutate-parts';
import { mutateZip } from './mutate-zip';
import { seeded, type Random } from './random';
import { readBlocks, readOpen } from './read-all';
import type { Seed } from './seeds';
import { cellName } from './strict-schema';
import { readStrictly, type StrictReading } from './strict-workbook';

/** Small, so that files that want more are refused soon. */
const LIMITS = { maxEntryBytes: 4 << 20, maxTotalBytes: 16 << 20, maxPartBytes: 2 << 20, maxSharedStrings: 100_000, maxRowCharacters: 1 << 20, maxEntries: 200 };
/** Of processor time: other work on the machine does not count. */
const SLOW_MS = 5000;
const PATCHED_VALUE = 4918.5;

export type Verdict = 'refused' | 'right' | 'unjudged' | 'wrong' | 'crashed' | 'slow';

export interface Outcome {
  readonly verdict: Verdict;
  /** Code of the refusal; what is wrong otherwise. */
  readonly said: string;
  readonly patched: boolean;
  /** The judge would have read what was refused. */
  readonly overcautious: boolean;
  readonly ms: number;
}

export interface FuzzCase {
  readonly seed: Seed;
  readonly level: 'zip' | 'parts';
  readonly bytes: Uint8Array;
  /** What must be read, null where nobody knows. */
  readonly expected: StrictReading | null;
  readonly patch: boolean;
  readonly random: Random;
}

export function createCase(seeds: readonly Seed[], run: number, index: number): FuzzCase {
  const random = seeded(run, index);
  const seed = random.pick(seeds);
  const patch = random.once(8);
  if (random.once(3)) return { seed, level: 'zip', bytes: mutateZip(seed.parts, random), expected: seed.expected, patch, random };
  const parts = mutateParts(seed.parts, random);
  return { seed, level: 'parts', bytes: zipSync(Object.fromEntries(parts), { level: 1 }), expected: readStrictly(parts), patch, random };
}

/** The first thing that two readings do not share; null where they are the same. */
export function difference(found: StrictReading, expected: StrictReading): string | null {
  if (isDeepStrictEqual(found, expected)) return null;
  if (!isDeepStrictEqual(found.sheetNames, expected.sheetNames)) return `sheets ${JSON.stringify(found.sheetNames)}, not ${JSON.stringify(expected.sheetNames)}`;
  if (!isDeepStrictEqual(found.names, expected.names)) return `names ${JSON.stringify([...found.names])}, not ${JSON.stringify([...expected.names])}`;
  for (const [sheet, cells] of expected.sheets) {
    const others = found.sheets.get(sheet);
    for (const name of new Set([...cells.keys(), ...(others?.keys() ?? [])])) {
      if (!isDeepStrictEqual(cells.get(name), others?.get(name))) return `${sheet}!${name} ${JSON.stringify(others?.get(name))?.slice(0, 300)}, not ${JSON.stringify(cells.get(name))?.slice(0, 300)}`;
    }
  }
  return 'something';
}

/** Rows and blocks are two ways to the same values. */
async function compareBlocks(workbook: OpenWorkbook, reading: StrictReading): Promise<string | null> {
  for (const [sheet, cells] of reading.sheets) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet after the other
    const blocks = await readBlocks(workbook, sheet, [1, 2, 3]);
    const values = new Map([...cells].filter(([name, { value }]) => /^[ABC]\d/.test(name) && value !== null && value !== '').map(([name, { value }]) => [name, value]));
    if (!isDeepStrictEqual(blocks, values)) return `${sheet}: blocks differ from rows`;
  }
  return null;
}

/** Changes one cell; every other must stay. */
async function comparePatched(format: WorkbookFormat, workbook: OpenWorkbook, reading: StrictReading, random: Random): Promise<string | null> {
  const sheet = random.pick(reading.sheetNames);
  const [row, column] = [1 + random.int(12), 1 + random.int(5)];
  const patched = await format.open(bytesSource(await joinBytes(workbook.patch({ sheets: [{ sheet, cells: [{ row, column, value: PATCHED_VALUE }] }] }))));
  const after = await readOpen(patched);
  const name = cellName(row, column);
  const changed = after.sheets.get(sheet)?.get(name);
  if (changed?.value !== PATCHED_VALUE || changed.formula !== undefined) return `patched ${sheet}!${name} is ${JSON.stringify(changed)}`;
  const without = ({ sheets, ...rest }: StrictReading): StrictReading => ({ ...rest, sheets: new Map([...sheets].map(([key, cells]) => [key, new Map([...cells].filter(([cell]) => key !== sheet || cell !== name))])) });
  const rest = difference(without(after), without(reading));
  return rest === null ? null : `patched ${sheet}!${name}: ${rest}`;
}

const format = createXlsxFormat({ gzip: nodeGzip, limits: LIMITS });

async function judge({ bytes, expected, patch, random }: FuzzCase): Promise<Pick<Outcome, 'verdict' | 'said' | 'patched'>> {
  let patched = false;
  try {
    const workbook = await format.open(bytesSource(bytes));
    const reading = await readOpen(workbook);
    const wrong = (expected === null ? null : difference(reading, expected)) ?? (random.once(4) ? await compareBlocks(workbook, reading) : null);
    if (wrong !== null) return { verdict: 'wrong', said: wrong, patched };
    if (patch && reading.sheetNames.length > 0) {
      patched = true;
      const after = await comparePatched(format, workbook, reading, random);
      if (after !== null) return { verdict: 'wrong', said: after, patched };
    }
    return { verdict: expected === null ? 'unjudged' : 'right', said: '', patched };
  } catch (error) {
    if (error instanceof HostError && /^(xlsx|file)\//.test(error.code)) return { verdict: 'refused', said: error.code, patched };
    return { verdict: 'crashed', said: error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' | ') : String(error), patched };
  }
}

export async function runCase(made: FuzzCase): Promise<Outcome> {
  const before = process.cpuUsage();
  const judged = await judge(made);
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  const overcautious = judged.verdict === 'refused' && made.expected !== null && made.level === 'parts';
  return ms > SLOW_MS ? { ...judged, verdict: 'slow', said: `${Math.round(ms)} ms, ${judged.verdict} ${judged.said}`, overcautious, ms } : { ...judged, overcautious, ms };
}
