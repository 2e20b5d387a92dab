/** The command line as it is shipped opens no connection, whatever it is asked for: it runs under a watch that would refuse and record each one. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtCli, type BuiltCli } from '../support/built-cli';

const WATCH = join(__dirname, '../support/no-network.cjs');

let folder = '';
let cli: BuiltCli;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhisheng-network-'));
  await writeFile(log(), '');
  cli = await builtCli({ NODE_OPTIONS: `--require=${WATCH}`, ZHISHENG_NETWORK_LOG: log() });
}, 60_000);
afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true, force: true });
});

const log = (): string => join(folder, 'log');
const opened = async (): Promise<readonly string[]> => (await readFile(log(), 'utf8')).split('\n').filter((line) => line !== '');

const PROFILE = { enterprise: { name: '甲厂' }, periods: { baseline: ['2023-01-01', '2023-12-31'], current: ['2024-01-01', '2024-12-31'] }, asOf: '2024-12-31' };

/** The verbs (but `demo`, which does what others do) with what makes it do its whole work. Those that fail must fail by a word of theirs, not by the watch. */
const RUNS: readonly (readonly [exit: readonly number[], ...argv: readonly string[]])[] = [
  [[0], 'new', '--out', 'w.xlsx', '--profile', 'p.json', '--sheets', '客户,附录D 问题诊断表,附录E 提升方案,附录F 提升案例,成效总结'],
  [[1], 'import', 'w.xlsx', '--sheet', '客户', '--from', 'rows.csv', '--keep-copy'],
  [[0, 1], 'check', 'w.xlsx', '--report', 'report.html'],
  [[0, 1], 'check', 'w.xlsx', '--restore'],
  [[0], 'measure', 'w.xlsx', '--json'],
  [[0, 1], 'plan', 'w.xlsx'],
  [[0], 'seal', 'w.xlsx'],
  [[0, 1], 'verify', 'w.xlsx'],
  [[0], 'share', 'w.xlsx', '--out', 'copy.xlsx', '--pseudonyms', '--key', 'key.json', '--mail', '--to', 'a@example.com'],
  [[0, 1], 'compare', 'w.xlsx', 'copy.xlsx', '--out', 'compare.xlsx'],
  [[0, 1], 'merge', 'w.xlsx', 'copy.xlsx', '--out', 'merged.xlsx', '--key', 'key.json'],
  [[0, 1], 'case', 'w.xlsx', '--out', 'case.docx', '--draft'],
  [[0, 1, 2, 3], 'rollup', '.', '--out', 'summary.xlsx'],
];

it('no verb opens a connection, looks up a name or starts a program', async () => {
  await writeFile(join(cli.folder, 'p.json'), JSON.stringify(PROFILE));
  await writeFile(join(cli.folder, 'rows.csv'), '客户,首次成交日期\n=WEBSERVICE("http://example.com"),2024-01-01\n乙,不是日期\n');
  for (const [exit, ...argv] of RUNS) {
    // oxlint-disable-next-line no-await-in-loop -- each goes on with what the last one left
    const run = await cli.run(...argv);
    expect([argv[0], exit.includes(run.exit ?? -1) ? exit : [run.exit, run.out, run.err]]).toEqual([argv[0], exit]);
    // oxlint-disable-next-line no-await-in-loop
    expect([argv[0], await opened()]).toEqual([argv[0], []]);
  }
  // A verb that is not in the list is at least called.
  const { out } = await cli.run('--help', '--lang', 'en');
  const verbs = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, verb = '']) => verb);
  expect(verbs.length).toBeGreaterThan(10);
  for (const verb of verbs.filter((one) => !RUNS.some(([, ran]) => ran === one))) {
    // oxlint-disable-next-line no-await-in-loop
    await cli.run(verb, 'w.xlsx');
    // oxlint-disable-next-line no-await-in-loop
    expect([verb, await opened()]).toEqual([verb, []]);
  }
}, 600_000);

it.each([
  ['net.Socket.connect', "require('node:net').connect(9, '127.0.0.1')"],
  ['net.Socket.connect', "require('node:http').get('http://127.0.0.1:9')"],
  ['net.Socket.connect', "require('node:tls').connect(9, '127.0.0.1')"],
  ['dns.lookup', "require('node:dns').lookup('localhost', () => {})"],
  ['globalThis.fetch', "fetch('http://127.0.0.1:9')"],
  ['dgram.Socket.send', "require('node:dgram').createSocket('udp4').send('x', 9, '127.0.0.1')"],
  ['net.Server.listen', "require('node:http').createServer().listen(0)"],
  ['child_process.spawn', "require('node:child_process').spawn('true')"],
  ['net.Socket.connect', "new (require('node:worker_threads').Worker)(\"require('node:net').connect(9, '127.0.0.1')\", { eval: true })"],
])('the watch sees %s: %s', async (what, program) => {
  await writeFile(log(), '');
  await promisify(execFile)(process.execPath, ['-e', program], { env: { ...process.env, NODE_OPTIONS: `--require=${WATCH}`, ZHISHENG_NETWORK_LOG: log() } }).catch(() => undefined);
  expect(await opened()).toContain(what);
});
