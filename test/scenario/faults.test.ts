/**
 * Every command that writes, with every call that changes the disk failing once: each file is as it was or as it should be, never in
 * between, what failed is said in one sentence, nothing is left beside, and the same command works afterwards.
 */
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onDisk, type DiskRun } from '../support/disk-cli';
import { failingCalls } from '../support/failing-calls';

let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'zhisheng-every-fault-'));
  const start = join(folder, 'start');
  await fs.mkdir(start);
  const at = (name: string): string => join(start, name);
  const made = async (...argv: readonly string[]): Promise<void> => {
    const { exit, err } = await onDisk(argv);
    if (exit > 1) throw new Error(`${argv[0]}: ${err}`);
  };
  await fs.writeFile(at('rows.csv'), '客户,首次成交日期\n甲,2025-01-01\n');
  await fs.writeFile(at('more.csv'), '客户,首次成交日期\n甲,2025-01-01\n乙,2025-02-01\n丙,不知道\n');
  await made('new', '--out', at('w.xlsx'), '--sheets', '客户');
  await made('import', at('w.xlsx'), '--sheet', '客户', '--from', at('rows.csv'));
  await made('new', '--out', at('forms.xlsx'), '--sheets', '客户,D,E,F,review');
  await made('share', at('w.xlsx'), '--out', at('theirs.xlsx'));
  await made('import', at('theirs.xlsx'), '--sheet', '客户', '--from', at('more.csv'));
}, 60_000);
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

type Files = ReadonlyMap<string, Buffer>;

async function filesIn(place: string): Promise<Files> {
  const names = (await fs.readdir(place)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await fs.readFile(join(place, name))] as const)));
}

async function copyOfStart(name: string): Promise<string> {
  const place = join(folder, name);
  await fs.cp(join(folder, 'start'), place, { recursive: true });
  return place;
}

const inside = (place: string, argv: readonly string[]): readonly string[] => argv.map((word) => (/\.(xlsx|csv|json|docx)$/u.test(word) ? join(place, word) : word));

/** Calls whose failure nobody needs to hear of: the file is complete under its name, and a hidden one stays behind. */
const HARMLESS: ReadonlySet<string> = new Set(['unlink']);

interface Whole {
  readonly before: Files;
  readonly after: Files;
  readonly exit: number;
}

/** What is wrong with a folder after a run in which one call failed. */
function faultsOf(left: Files, { exit, out, err }: DiskRun, call: string, whole: Whole): readonly string[] {
  const { before, after } = whole;
  const hidden = [...left.keys()].filter((name) => name.startsWith('.')).length;
  const between = [...left].filter(([name, bytes]) => !name.startsWith('.') && ![before, after].some((files) => files.get(name)?.equals(bytes) === true)).map(([name]) => `${name} is neither as before nor as after`);
  const gone = [...before.keys()].filter((name) => !left.has(name)).map((name) => `${name} is gone`);
  if (HARMLESS.has(call) && exit === whole.exit) return [...between, ...gone, ...(hidden > 1 ? [`${hidden} hidden files`] : [])];
  return [
    ...between, ...gone,
    ...(hidden > 0 ? [`${hidden} hidden files`] : []),
    ...(exit === 3 && out === '' && /^zhisheng: [^\n]+\n$/u.test(err) ? [] : [`exit ${exit}, said: ${out}${err}`]),
  ];
}

test.each([
  ['import', ['import', 'w.xlsx', '--sheet', '客户', '--from', 'more.csv', '--keep-copy'], 'ENOSPC'],
  ['plan', ['plan', 'forms.xlsx', '--keep-copy'], 'EIO'],
  ['review', ['review', 'forms.xlsx', '--add', '客户编号写法不一', '--sheet', '数据_客户', '--cell', 'A7', '--by', '李工'], 'EACCES'],
  ['share', ['share', 'w.xlsx', '--out', 'copy.xlsx', '--pseudonyms', '--mail'], 'ENOSPC'],
  ['merge', ['merge', 'w.xlsx', 'theirs.xlsx', '--out', 'w.xlsx', '--keep-copy'], 'EBUSY'],
  ['seal', ['seal', 'w.xlsx', '--by', '王经理'], 'EDQUOT'],
  ['case', ['case', 'forms.xlsx', '--out', 'case.docx', '--draft'], 'EROFS'],
  ['new', ['new', '--out', 'fresh.xlsx', '--sheets', '客户'], 'EIO'],
])('%s', async (verb, argv, code) => {
  const whole = await copyOfStart(`${verb}-whole`);
  const before = await filesIn(whole);
  const { calls, made } = failingCalls(0, code);
  const good = await onDisk(inside(whole, argv), calls);
  const after = await filesIn(whole);
  expect(good.exit).toBeLessThan(3);
  expect(made.filter((name) => name === 'rename').length).toBeGreaterThan(0);
  expect([...after].some(([name, bytes]) => before.get(name)?.equals(bytes) !== true)).toBe(true);
  const faults: string[] = [];
  const triedAgain = new Set<string>();
  for (const [i, call] of made.entries()) {
    const place = await copyOfStart(`${verb}-${i}`);
    const ran = await onDisk(inside(place, argv), failingCalls(i + 1, code).calls);
    const left = await filesIn(place);
    const said = `call ${i + 1} of ${made.length} (${call}), ${code}`;
    faults.push(...faultsOf(left, ran, call, { before, after, exit: good.exit }).map((fault) => `${said}: ${fault}`));
    if (ran.exit === 3 && !triedAgain.has(call)) {
      triedAgain.add(call);
      // Of two files the first may be there already: who tries again says that it is to be replaced.
      const target = argv[argv.indexOf('--out') + 1] ?? '';
      const again = await onDisk(inside(place, left.has(target) && !before.has(target) ? [...argv, '--replace'] : argv));
      if (again.exit !== good.exit) faults.push(`${said}: tried again: exit ${again.exit}, ${again.err}`);
    }
    await fs.rm(place, { recursive: true });
  }
  expect(faults).toEqual([]);
}, 120_000);
