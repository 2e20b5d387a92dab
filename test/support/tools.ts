/** Programs outside the project that some tests need: found once, skipped by name where absent, required where CI=true. */
import { spawn, spawnSync } from 'node:child_process';

export interface Ran {
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** The first of the candidates that answers `args` with status 0, or null. */
export function findProgram(candidates: readonly string[], args: readonly string[]): string | null {
  return candidates.find((path) => spawnSync(path, [...args], { stdio: 'ignore', timeout: 60_000 }).status === 0) ?? null;
}

/** `describe` when the tool is there; otherwise a skipped suite that says why, or a failing one where CI=true. */
export function describeWith(tool: string, found: boolean, name: string, body: () => void): void {
  if (found) {
    describe(name, body);
  } else if (process.env['CI'] === 'true') {
    describe(name, () => {
      it(`needs ${tool}`, () => {
        throw new Error(`${tool} is not installed, and CI=true`);
      });
    });
  } else {
    describe.skip(`${name} (skipped: ${tool} is not installed)`, body);
  }
}

/** Runs a program in its own process group, so that a time-out ends it with all its children. Rejects on a status other than 0. */
export function run(path: string, args: readonly string[], options: { input?: string; timeoutMs?: number; env?: NodeJS.ProcessEnv } = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, [...args], { detached: true, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...options.env } });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, options.timeoutMs ?? 120_000);
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(cause);
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      const said = Buffer.concat(stderr).toString('utf8');
      if (status === 0 && !late) resolve({ stdout: Buffer.concat(stdout), stderr: said });
      else reject(new Error(`${path} ${late ? 'took too long' : `ended with ${String(status)}`}: ${said}`));
    });
    child.stdin.end(options.input ?? '');
  });
}
