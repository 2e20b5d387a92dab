/** Whatever went wrong -> one sentence, a code for programs, and the exit status. */
import { InputError } from '../app/input-error';
import { HostError } from '../app/ports';
import { cliText, isCliCode, type Language } from '../core/text/cli';
import { hostErrorText, isHostCode } from '../core/text/issue-text';
import { EXIT, type ExitCode } from './exit-code';
import { isReviewError, reviewError } from '../core/text/review-errors';
import { UsageError } from './usage-error';

export interface Failure {
  readonly exit: ExitCode;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly sentence: string;
}

export function describeFailure(language: Language, error: unknown): Failure {
  if (error instanceof UsageError || (error instanceof InputError && isCliCode(error.code))) {
    const { code, params } = error;
    return { exit: EXIT.usage, code, params, sentence: isCliCode(code) ? cliText(language, code, params) : code };
  }
  if (error instanceof InputError && isReviewError(error.code)) {
    const { code, params } = error;
    const { message, repair } = reviewError(error.code, params, language);
    return { exit: EXIT.usage, code, params, sentence: `${message}${language === 'zh' ? '' : ' '}${repair}` };
  }
  if (error instanceof HostError && error.code === 'file/unwritable' && error.params['reason'] === 'ENOENT') {
    return describeFailure(language, new HostError('file/no-folder', error.params, { cause: error }));
  }
  if (error instanceof HostError && isCliCode(error.code)) {
    const { code, params } = error;
    return { exit: EXIT.file, code, params, sentence: cliText(language, error.code, params) };
  }
  if (error instanceof HostError && isHostCode(error.code)) {
    const { code, params } = error;
    const { message, repair } = hostErrorText(code, params, language);
    const file = params['file'] === undefined ? '' : cliText(language, 'file/about', { file: params['file'] });
    return { exit: EXIT.file, code, params, sentence: `${file}${message}${language === 'zh' ? '' : ' '}${repair}` };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { exit: EXIT.fault, code: 'fault/unexpected', params: { message }, sentence: cliText(language, 'fault/unexpected', { message }) };
}
