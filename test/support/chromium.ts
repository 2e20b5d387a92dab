/** Chromium for tests: where it is, and started so that it asks nobody anything. */
import { readdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findProgram } from './tools';

/** Null where there is none. */
export const CHROMIUM = findProgram(['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'], ['--version']);

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** Over a profile of its own that outlasts it. `kill` ends it at once, as a power cut would. */
export async function startChromiumIn(profile: string): Promise<{ readonly context: BrowserContext; readonly kill: () => Promise<void> }> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  return {
    context,
    async kill() {
      const closed = new Promise<void>((done) => void context.once('close', () => done()));
      for (const pid of processesOf(profile)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Gone with the one before.
        }
      }
      await closed;
    },
  };
}

/** Those that were started with the profile. */
function processesOf(profile: string): readonly number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/u.test(name)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
    } catch {
      return false;
    }
  }).map(Number);
}
