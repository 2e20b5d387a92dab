/** The command line as it is shipped: bundled, started as a program of its own. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '../..');
/** Inside the project, so that the bundle finds the packages and the samples. */
const BUNDLES = join(ROOT, 'out', 'test-cli', String(process.pid));
const BUNDLE = join(BUNDLES, 'zhisheng.cjs');

const PROGRESS = /^(?:读取|导入|计算|检查|写入) \d+(?:\/\d+)?\n/gm;

export interface Spawned {
  readonly exit: number | null;
  readonly out: string;
  /** Without progress, which shows only where the machine is slow. */
  readonly err: string;
}

export interface BuiltCli {
  /** The program itself. */
  readonly bundle: string;
  /** A temporary folder, the working folder of every run. */
  readonly folder: string;
  run(...argv: readonly string[]): Promise<Spawned>;
  remove(): Promise<void>;
}

/** `env`: more of the environment. */
export async function builtCli(env: Readonly<Record<string, string>> = {}): Promise<BuiltCli> {
  await build({
    entryPoints: { zhisheng: join(ROOT, 'src/entry/cli.ts'), 'rollup-worker': join(ROOT, 'src/entry/rollup-worker.ts') },
    bundle: true, platform: 'node', target: 'node20', packages: 'external', outdir: BUNDLES, outExtension: { '.js': '.cjs' }, logLevel: 'error',
  });
  const folder = await mkdtemp(join(tmpdir(), 'zhisheng-cli-'));
  return {
    bundle: BUNDLE,
    folder,
    run: (...argv) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [BUNDLE, ...argv], { cwd: folder, env: { ...process.env, ...env } });
        const [out, err]: [Buffer[], Buffer[]] = [[], []];
        child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
        child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
        child.on('error', reject);
        child.on('close', (exit) => resolve({ exit, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8').replaceAll(PROGRESS, '') }));
      }),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      await rm(BUNDLES, { recursive: true, force: true });
    },
  };
}
