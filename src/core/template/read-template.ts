/** Template files: JSON that must have the declared shape. A fault in one is ours, so it throws, naming the file and the place. */
import type { z } from 'zod';

export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** The template's file, e.g. `templates/raw/12-deliveries.json`. */
  readonly file: string;
  /** Where in the file, e.g. `columns[2].header`; '' for the file as a whole. */
  readonly path: string;

  constructor(file: string, path: string, problem: string) {
    super(`${file}: ${path === '' ? '' : `${path}: `}${problem}`);
    this.file = file;
    this.path = path;
  }
}

/** `json` as the schema describes it; throws `TemplateError` for the first fault. Unknown keys are faults where the schema is strict. */
export function readTemplate<T>(file: string, schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const fault = result.error.issues[0];
  throw new TemplateError(file, jsonPath(fault?.path ?? []), fault?.message ?? 'not readable');
}

/** `columns[2].header` */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${String(part)}`)).join('');
}
