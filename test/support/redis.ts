/** A Redis of the test's own: a free port, a temporary folder, nothing written to disk. Tests that need it skip themselves by name unless CI=true. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../../src/host/queue/connection';
import { describeWith, findProgram } from './tools';

const PATHS = ['redis-server', '/usr/bin/redis-server', '/usr/local/bin/redis-server'];
let found: string | null | undefined;

function findRedis(): string | null {
  found ??= findProgram(PATHS, ['--version']);
  return found;
}

export function describeWithRedis(name: string, body: () => void): void {
  describeWith('redis-server', findRedis() !== null, name, body);
}

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}

export async function startRedis(): Promise<TestRedis> {
  const path = findRedis();
  if (path === null) throw new Error('redis-server is not installed');
  const [folder, port] = [await mkdtemp(join(tmpdir(), 'zhisheng-redis-')), await freePort()];
  const child = spawn(path, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const url = `redis://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- until it answers
      (await connect(url)).disconnect();
      break;
    } catch (error) {
      if (tries > 50) throw error;
      // oxlint-disable-next-line no-await-in-loop
      await wait(100);
    }
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
