/** Something that the caller handed in cannot be used as it is: a profile, a sheet's name, an option. The sentence is in `core/text`. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}
