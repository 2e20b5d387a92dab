/** The list of names and pseudonyms that stays with who sends copies, as a file. */
import { z } from 'zod';
import type { Pseudonym } from '../core/copy/pseudonyms';
import { InputError } from './input-error';

export interface PseudonymKey {
  /** Copies name the key that they were made with. */
  readonly id: string;
  readonly names: readonly Pseudonym[];
}

const KEY = z.strictObject({
  zhisheng: z.literal('pseudonyms'),
  id: z.string().min(1),
  names: z.array(z.strictObject({ kind: z.enum(['staff', 'customer', 'supplier']), name: z.string().min(1), pseudonym: z.string().min(1) })),
});

export function pseudonymKeyText({ id, names }: PseudonymKey): string {
  return `${JSON.stringify({ zhisheng: 'pseudonyms', id, names }, null, 1)}\n`;
}

/** Throws `InputError` (`key/wrong`: `file`). */
export function readPseudonymKey(text: string, file: string): PseudonymKey {
  const key = KEY.safeParse(jsonOf(text));
  if (!key.success) throw new InputError('key/wrong', { file });
  return { id: key.data.id, names: key.data.names };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
