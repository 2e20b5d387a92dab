/** `zhisheng --help` and `zhisheng <verb> --help`. */
import { cliText, type Language } from '../core/text/cli';
import { optionHelp, verbHelp } from '../core/text/cli-help';
import type { Command } from './command';
import { pad, displayWidth } from './display-width';
import { COMMON, type Param } from './params';

const FILES = { none: '', one: ' FILE', two: ' A B', some: ' FILE...', any: ' PATH...' } as const;

function optionUsage(param: Param): string {
  return param.value === undefined ? `--${param.name}` : `--${param.name} ${param.value}`;
}

function entries(list: readonly (readonly [term: string, meaning: string])[]): readonly string[] {
  const width = Math.max(...list.map(([term]) => displayWidth(term)));
  return list.map(([term, meaning]) => `  ${pad(term, width, 'left')}  ${meaning}`.trimEnd());
}

export function helpText(language: Language, commands: readonly Command[]): string {
  return [
    `${cliText(language, 'help/usage')}: zhisheng <verb> [options]`,
    '',
    `${cliText(language, 'help/verbs')}:`,
    ...entries(commands.map(({ verb }) => [verb, verbHelp(language, verb)])),
    '',
    `${cliText(language, 'help/options')}:`,
    ...entries(COMMON.map((param) => [optionUsage(param), optionHelp(language, '', param.name)])),
    '',
    cliText(language, 'help/exit'),
  ].join('\n');
}

export function verbHelpText(language: Language, command: Command): string {
  const usage = command.params.map((param) => (param.required === true ? optionUsage(param) : `[${optionUsage(param)}]`));
  return [
    `zhisheng ${command.verb}: ${verbHelp(language, command.verb)}`,
    '',
    `${cliText(language, 'help/usage')}: zhisheng ${[`${command.verb}${FILES[command.files]}`, ...usage].join(' ')}`,
    '',
    `${cliText(language, 'help/options')}:`,
    ...entries([...command.params, ...COMMON].map((param) => [optionUsage(param), optionHelp(language, command.verb, param.name)])),
    '',
    cliText(language, 'help/exit'),
  ].join('\n');
}
