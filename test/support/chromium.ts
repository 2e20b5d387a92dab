/** Chromium for tests: where it is, and started so that it asks nobody anything. */
import { chromium, type Browser } from 'playwright-core';
import { findProgram } from './tools';

/** Null where there is none. */
export const CHROMIUM = findProgram(['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'], ['--version']);

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}
