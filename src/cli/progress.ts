/** Progress on standard error: a line that rewrites itself on a terminal; elsewhere a line now and then, and none for short work. */
import type { Progress } from '../app/ports';

export interface ProgressSink {
  readonly terminal: boolean;
  readonly write: (text: string) => void;
  /** Milliseconds, from any start. */
  readonly now: () => number;
}

export interface ProgressLine extends Progress {
  /** Takes the line away. */
  readonly end: () => void;
}

const TERMINAL_INTERVAL = 100;
const LOG_INTERVAL = 5000;

/** `sentence` turns a step's code and counts into words. */
export function createProgress(sink: ProgressSink, sentence: (code: string, done: number, total: number) => string): ProgressLine {
  const started = sink.now();
  let last = sink.terminal ? -Infinity : started;
  let shown = false;
  return {
    report(code, done, total) {
      const now = sink.now();
      if (now - last < (sink.terminal ? TERMINAL_INTERVAL : LOG_INTERVAL)) return;
      last = now;
      shown = true;
      sink.write(sink.terminal ? `\r\u001B[K${sentence(code, done, total)}` : `${sentence(code, done, total)}\n`);
    },
    end() {
      if (sink.terminal && shown) sink.write('\r\u001B[K');
      shown = false;
    },
  };
}
