/** One run of `zhisheng`: find the verb, parse, call it, and turn whatever goes wrong into one sentence and an exit status. */
import { cliText, isCliCode, type Language } from '../core/text/cli';
import { parseArguments, type Args } from './args';
import type { CliHost, Command } from './command';
import { archiveCommand } from './commands/archive';
import { caseCommand } from './commands/case';
import { checkCommand } from './commands/check';
import { compareCommand } from './commands/compare';
import { demoCommand } from './commands/demo';
import { importCommand } from './commands/import';
import { mergeCommand } from './commands/merge';
import { measureCommand } from './commands/measure';
import { newCommand } from './commands/new';
import { planCommand } from './commands/plan';
import { rollupCommand } from './commands/rollup';
import { reviewCommand } from './commands/review';
import { sealCommand } from './commands/seal';
import { shareCommand } from './commands/share';
import { verifyCommand } from './commands/verify';
import { describeFailure } from './failure';
import { EXIT, type ExitCode } from './exit-code';
import { helpText, verbHelpText } from './help';
import { COMMON, PARAMS } from './params';
import { createProgress } from './progress';
import { createSession, type Output } from './session';
import { suggest } from './suggest';
import { UsageError } from './usage-error';

const COMMANDS: readonly Command[] = [demoCommand, newCommand, importCommand, checkCommand, measureCommand, planCommand, reviewCommand, shareCommand, compareCommand, mergeCommand, caseCommand, sealCommand, verifyCommand, archiveCommand, rollupCommand];

/** `argv` without the program's own path. Never throws. */
export async function run(argv: readonly string[], host: CliHost, output: Output): Promise<ExitCode> {
  const language = wantedLanguage(argv);
  const session = createSession(output, language, argv.includes('--json'));
  const progress = createProgress(
    { terminal: output.errIsTerminal, write: output.err, now: output.now },
    (what, done, total) => cliText(language, total > 0 ? 'progress/step' : 'progress/unknown-total', { what: progressWords(language, what), done, total }),
  );
  try {
    return await dispatch();
  } catch (error) {
    progress.end();
    const failure = describeFailure(language, error);
    session.complain(failure.sentence);
    if (failure.exit === EXIT.fault && host.debug && error instanceof Error) output.err(`${error.stack ?? ''}\n`);
    session.document({ error: { code: failure.code, params: failure.params, message: failure.sentence } });
    return failure.exit;
  }

  async function dispatch(): Promise<ExitCode> {
    const at = verbIndex(argv);
    const verb = at === -1 ? undefined : argv[at];
    const rest = argv.filter((_, index) => index !== at);
    if (verb === undefined) return withoutVerb(rest);
    const command = COMMANDS.find((known) => known.verb === verb);
    if (command === undefined) throw wrongVerb(verb);
    const args = parseArguments(rest, [...command.params, ...COMMON]);
    if (args.given(PARAMS.help)) {
      output.out(`${verbHelpText(language, command)}\n`);
      return EXIT.done;
    }
    assertFiles(command, args);
    const exit = await command.run({ args, session, host, progress, now: output.now });
    progress.end();
    return exit;
  }

  function withoutVerb(rest: readonly string[]): ExitCode {
    const version = { name: 'version' };
    const args = parseArguments(rest, [...COMMON, version]);
    if (args.given(version)) output.out(`${host.version}\n`);
    else if (args.given(PARAMS.help)) output.out(`${helpText(language, COMMANDS)}\n`);
    else throw new UsageError('usage/no-verb');
    return EXIT.done;
  }
}

/** The first word that is neither an option nor the language after `--lang`. */
function verbIndex(argv: readonly string[]): number {
  return argv.findIndex((word, index) => !word.startsWith('-') && argv[index - 1] !== '--lang');
}

function wantedLanguage(argv: readonly string[]): Language {
  return argv.includes('--lang=en') || argv[argv.indexOf('--lang') + 1] === 'en' && argv.includes('--lang') ? 'en' : 'zh';
}

function wrongVerb(verb: string): UsageError {
  const verbs = COMMANDS.map((command) => command.verb);
  const near = suggest(verb, verbs);
  if (near === null) return new UsageError('usage/unknown-verb', { verb, verbs: verbs.join(', ') });
  return new UsageError('usage/unknown-verb-near', { verb, near });
}

/** Throws `UsageError` where files are missing or too many. */
function assertFiles(command: Command, { files }: Args): void {
  const [first] = files;
  if (command.files === 'none' && first !== undefined) throw new UsageError('usage/no-files-here', { file: first });
  if (command.files === 'any') return;
  if (command.files !== 'none' && first === undefined) throw new UsageError('usage/no-file');
  if (command.files === 'two' && files.length !== 2) throw new UsageError('usage/two-files', { count: files.length });
  if (command.files === 'one' && files.length > 1) throw new UsageError('usage/one-file', { count: files.length });
}

/** A step that has no words of its own is named as it is. */
function progressWords(language: Language, step: string): string {
  const code = `progress/${step}`;
  return isCliCode(code) ? cliText(language, code) : step;
}
