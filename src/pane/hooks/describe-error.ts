/** An error as it came from the desk -> what is said. */
import type { Language } from '../../core/text/cli';
import { paneErrorText, type SaidError } from '../../core/text/pane/error-texts';

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

export function describeError(error: unknown, language: Language): SaidError {
  const raw = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return paneErrorText(null, {}, raw, language);
  const params = 'params' in error && typeof error.params === 'object' && error.params !== null ? { ...error.params } : {};
  return paneErrorText(error.code, params, raw, language);
}
