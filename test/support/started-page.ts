/** The page as `npm start` serves it, on a port that is free, after a build where the sources are newer. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface StartedPage {
  readonly origin: string;
  stop(): void;
}

const ADDRESS = /http:\/\/localhost:\d+/u;

/** Rejects when the program ends before it says its address. `root` is the project's folder. */
export function startedPage(root = join(__dirname, '../..')): Promise<StartedPage> {
  const child = spawn(process.execPath, ['scripts/serve.mjs'], { cwd: root, env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const origin = ADDRESS.exec(said)?.[0];
      if (origin !== undefined) resolve({ origin, stop: () => child.kill() });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', () => reject(new Error(said)));
  });
}
