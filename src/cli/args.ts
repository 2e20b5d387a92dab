/** Arguments -> values of declared options and files. What is not declared is refused by name. */
import { parseArgs } from 'node:util';
import type { Param } from './params';
import { suggest } from './suggest';
import { UsageError } from './usage-error';

export interface Args {
  readonly files: readonly string[];
  /** The option's value, or undefined when it was not given. */
  readonly text: (param: Param) => string | undefined;
  /** Throws `UsageError` when the option was not given. */
  readonly needed: (param: Param) => string;
  readonly given: (param: Param) => boolean;
}

/** Throws `UsageError` (`usage/unknown-option`, `usage/needs-value`, `usage/takes-no-value`, `usage/twice`, `usage/choice`). */
export function parseArguments(argv: readonly string[], params: readonly Param[]): Args {
  const byName = new Map(params.map((param) => [param.name, param]));
  const options = Object.fromEntries(
    params.map((param) => [param.name, { type: param.value === undefined ? 'boolean' : 'string', ...(param.short === undefined ? {} : { short: param.short }) }] as const),
  );
  const { tokens } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const param = byName.get(token.name);
    if (param === undefined) throw unknownOption(token.rawName, params);
    if (values.has(param.name)) throw new UsageError('usage/twice', { option: token.rawName });
    values.set(param.name, param.value === undefined ? switchValue(token.rawName, token.value) : optionValue(param, token));
  }
  return {
    files,
    text: (param) => values.get(param.name),
    given: (param) => values.has(param.name),
    needed: (param) => {
      const value = values.get(param.name);
      if (value === undefined) throw new UsageError('usage/missing-option', { option: `--${param.name}`, value: param.value ?? '' });
      return value;
    },
  };
}

function unknownOption(typed: string, params: readonly Param[]): UsageError {
  const near = suggest(typed, params.map((param) => `--${param.name}`));
  return near === null ? new UsageError('usage/unknown-option', { option: typed }) : new UsageError('usage/unknown-option-near', { option: typed, near });
}

function switchValue(rawName: string, value: string | undefined): string {
  if (value !== undefined) throw new UsageError('usage/takes-no-value', { option: rawName, value });
  return '';
}

function optionValue(param: Param, token: { readonly rawName: string; readonly value: string | undefined; readonly inlineValue: boolean | undefined }): string {
  const { rawName, value } = token;
  if (value === undefined || value === '' || (token.inlineValue !== true && value.startsWith('-'))) {
    throw new UsageError('usage/needs-value', { option: rawName, value: param.value ?? '' });
  }
  if (param.choices !== undefined && !param.choices.includes(value)) {
    throw new UsageError('usage/choice', { option: rawName, value, choices: param.choices.join('、') });
  }
  return value;
}
