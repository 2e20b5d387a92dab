/** Code -> sentence of the command line. */
import { CLI_EN } from './cli-en';
import { CLI_ZH } from './cli-zh';

export type Language = 'zh' | 'en';

export type CliCode = keyof typeof CLI_ZH;

type Params = Readonly<Record<string, string | number>>;

export function cliText(language: Language, code: CliCode, params: Params = {}): string {
  return fill((language === 'zh' ? CLI_ZH : CLI_EN)[code], params);
}

export function isCliCode(code: string): code is CliCode {
  return Object.hasOwn(CLI_ZH, code);
}

function fill(sentence: string, params: Params): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (blank, name: string) => String(params[name] ?? blank));
}
