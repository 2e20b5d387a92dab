/** A wrong call: exit status 2. The sentence is in `core/text/cli`. */
import type { CliCode } from '../core/text/cli';

export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code: CliCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: CliCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}
