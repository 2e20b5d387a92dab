/** How a verb speaks: words in one language, or one JSON document on standard output and nothing else there. */
import type { Language } from '../core/text/cli';
import { printable } from './printable';

export interface Output {
  /** Standard output and standard error. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True when standard error is a terminal. */
  readonly errIsTerminal: boolean;
  /** Milliseconds, from any start. */
  readonly now: () => number;
}

export interface Session {
  readonly language: Language;
  readonly json: boolean;
  /** A line for people; silent when JSON was asked for. */
  readonly say: (line: string) => void;
  /** What stands in the way, on standard error in either case. */
  readonly complain: (sentence: string) => void;
  /** The answer as data; silent unless JSON was asked for. Once per run. */
  readonly document: (data: unknown) => void;
}

export function createSession(output: Output, language: Language, json: boolean): Session {
  return {
    language,
    json,
    say: (line) => {
      if (!json) output.out(`${printable(line)}\n`);
    },
    complain: (sentence) => output.err(`zhisheng: ${printable(sentence)}\n`),
    document: (data) => {
      if (json) output.out(`${JSON.stringify(data, null, 2)}\n`);
    },
  };
}
