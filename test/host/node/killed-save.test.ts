/** A save that is killed at any moment leaves the old file or the new one, whole, and the next save works. */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const WORKBOOK = join(ROOT, 'test/host/xlsx/fixtures/libreoffice.xlsx');
/** Inside the project, so that the bundle finds its packages. */
const PROGRAM = join(ROOT, 'out', 'test-cli', `killed-save-${process.pid}.cjs`);
/** More calls than a save makes: a save that never ends is a fault too. */
const MOST = 300;
/** Saves that run beside each other: they mostly wait for the disk. */
const AT_ONCE = 4;

let folder = '';
beforeAll(async () => {
  await build({ entryPoints: [join(ROOT, 'test/support/killed-save.ts')], bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: PROGRAM, logLevel: 'error' });
  folder = await fs.mkdtemp(join(tmpdir(), 'zhisheng-killed-'));
});
afterAll(async () => {
  await fs.rm(folder, { recursive: true, force: true });
  await fs.rm(PROGRAM, { force: true });
});

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

type Size = 'small' | 'large';

function save(path: string, copy: string, killedAt: number, size: Size): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, path, copy, String(killedAt), size], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, said }));
  });
}

interface Outcome {
  /** The n-th call ended it; without it, all calls were made. */
  readonly killed: boolean;
  readonly file: 'old' | 'new' | 'broken';
  readonly copy: 'whole' | 'none' | 'broken';
  /** Files with hidden names, and files that nobody expects. */
  readonly hidden: number;
  readonly strange: readonly string[];
  /** What a save that nobody kills makes of what is left. */
  readonly again: 'old' | 'new' | 'broken';
  readonly said: string;
}

/** One save in a folder of its own, killed at the n-th call, and everything that it leaves. */
async function outcomeOf(killedAt: number, old: Buffer, changed: Buffer, size: Size): Promise<Outcome> {
  const own = join(folder, `${size}-${killedAt}`);
  await fs.mkdir(own);
  const [path, copy] = [join(own, 'w.xlsx'), join(own, 'w old.xlsx')];
  const state = async (): Promise<Outcome['file']> => {
    const now = await fs.readFile(path);
    return now.equals(changed) ? 'new' : now.equals(old) ? 'old' : 'broken';
  };
  await fs.writeFile(path, old);
  const { status, said } = await save(path, copy, killedAt, size);
  const file = await state();
  const rest = (await fs.readdir(own)).filter((name) => name !== 'w.xlsx');
  const kept = rest.includes('w old.xlsx') ? (await fs.readFile(copy)).equals(old) : undefined;
  const hidden = rest.filter((name) => /^\.zhisheng-[0-9a-f]{16}\.tmp$/.test(name));
  if (file === 'old' && killedAt % 10 === 0) await save(path, join(own, 'second.xlsx'), 0, size);
  return {
    killed: status !== 0, file, hidden: hidden.length, said,
    copy: kept === undefined ? 'none' : kept ? 'whole' : 'broken',
    strange: rest.filter((name) => name !== 'w old.xlsx' && !hidden.includes(name)),
    again: await state(),
  };
}

/** The fixture, and the same with so much in it that it is changed on a copy of the file. */
async function oldFile(size: Size): Promise<Buffer> {
  const plain = await fs.readFile(WORKBOOK);
  return size === 'small' ? plain : Buffer.from(zipSync({ 'xl/media/noise.bin': new Uint8Array(randomBytes(6 << 20)), ...unzipSync(plain) }, { level: 1 }));
}

it.each<readonly [Size, number]>([['small', 20], ['large', 10]])('leaves the old file or the new one, killed at every call: a %s file', async (size, mostlyOld) => {
  const old = await oldFile(size);
  const path = join(folder, `${size}.xlsx`);
  await fs.writeFile(path, old);
  expect(await save(path, join(folder, `${size} old.xlsx`), 0, size)).toEqual({ status: 0, signal: null, said: '' });
  const changed = await fs.readFile(path);
  expect(changed.equals(old)).toBe(false);

  const outcomes: Outcome[] = [];
  while (outcomes.at(-1)?.killed !== false) {
    expect(outcomes.length).toBeLessThan(MOST);
    const next = Array.from({ length: AT_ONCE }, (_, i) => outcomes.length + 1 + i);
    outcomes.push(...await Promise.all(next.map((killedAt) => outcomeOf(killedAt, old, changed, size))));
  }
  const killed = outcomes.filter((outcome) => outcome.killed);
  const whole = outcomes.filter((outcome) => !outcome.killed);
  for (const outcome of whole) expect(outcome).toEqual({ killed: false, file: 'new', copy: 'whole', hidden: 0, strange: [], again: 'new', said: '' });
  expect(killed.filter(({ file, copy, strange, said }) => file === 'broken' || copy === 'broken' || strange.length > 0 || said !== '')).toEqual([]);
  // Old before the rename, new behind it, nothing in between; with the new file always the copy.
  const firstNew = killed.findIndex((outcome) => outcome.file === 'new');
  expect(killed.slice(firstNew).filter((outcome) => outcome.file === 'old' || outcome.copy === 'none' || outcome.hidden > 0)).toEqual([]);
  expect(firstNew).toBeGreaterThan(mostlyOld);
  // What is left lying about troubles nobody: each tenth save was made once more.
  expect(killed.filter((outcome, i) => (i + 1) % 10 === 0 && outcome.again !== 'new')).toEqual([]);
  // And all of it was met: nothing written yet, half a file, the copy kept beside the old one.
  expect(killed.some((outcome) => outcome.hidden === 0)).toBe(true);
  expect(killed.some((outcome) => outcome.hidden === 1)).toBe(true);
  expect(killed.some((outcome) => outcome.file === 'old' && outcome.copy === 'whole')).toBe(true);
}, 300_000);
